import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { ableClient, buildServer, plainClient, Session } from '../support/languageServer';
import { kite } from '../support/plans';

let server: string;
beforeAll(async () => {
  server = await buildServer();
});

const wrong = kite.replace('Phase A: 1 / 3', 'Phase A: 2 / 3');
const client: ClientCapabilities = { ...ableClient, workspace: { ...ableClient.workspace, configuration: true } };

/** A server on a folder of plans, and the client's end of its questions for all of them. */
async function started(files: Record<string, string>, settings: unknown = {}, able = client) {
  const path = mkdtempSync(join(tmpdir(), 'plan-truth-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const uriOf = (name: string) => pathToFileURL(join(path, name)).toString();
  const session = Session.start(server);
  session.settings = settings;
  const write = (name: string, text: string, type = 2) => {
    writeFileSync(join(path, name), text);
    session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  const { capabilities } = await session.initialize(able, { rootUri: pathToFileURL(path).toString() });

  // As the editor does: what it has, by document, and the ids of that.
  const has = new Map<string, { codes: unknown[]; id: string | undefined }>();
  const ask = async (token = new CancellationTokenSource().token, waits = true) => {
    const previousResultIds = [...has].flatMap(([uri, { id }]) => (id === undefined ? [] : [{ uri, value: id }]));
    const report = await session.connection.sendRequest<WorkspaceDiagnosticReport>(
      'workspace/diagnostic',
      { previousResultIds, ...(waits ? { partialResultToken: `${has.size}-${Math.random()}` } : {}) },
      token,
    );
    for (const one of report.items)
      if (one.kind === 'full') has.set(one.uri, { codes: one.items.map(({ code }) => code), id: one.resultId });
    return report.items.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1));
  };
  const codes = (name: string) => has.get(uriOf(name))?.codes;
  const pull = async (name: string) => {
    const report = await session.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: uriOf(name) },
    });
    return report.kind === 'full' ? report.items.map(({ code }) => code) : null;
  };
  return { session, capabilities, uriOf, write, ask, codes, pull };
}

/** Whether it is still being waited for. */
async function isHeld(answer: Promise<unknown>): Promise<boolean> {
  const late = Symbol();
  const first = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 600, late))]);
  return first === late;
}

describe('the whole workspace', () => {
  it('is told once, and then when something changed', async () => {
    const { capabilities, write, ask, codes } = await started({
      'PLAN.md': wrong,
      'OTHER.md': kite,
      'README.md': wrong,
    });
    expect(capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: true });
    expect(await ask()).toEqual(['PLAN.md']);
    expect(codes('PLAN.md')).toEqual(['stale-summary']);

    const second = ask();
    expect(await isHeld(second)).toBe(true);
    write('OTHER.md', `${kite}\nA word that changes no finding.\n`);
    expect(await isHeld(second)).toBe(true);
    write('OTHER.md', wrong);
    expect(await second).toEqual(['OTHER.md']);

    const third = ask();
    write('PLAN.md', kite);
    expect(await third).toEqual(['PLAN.md']);
    expect(codes('PLAN.md')).toEqual([]);
  });

  it('goes by what is open, and tells anew what was closed', async () => {
    const { session, uriOf, ask, codes, pull } = await started({ 'PLAN.md': wrong });
    const textDocument = { uri: uriOf('PLAN.md') };
    expect(await ask()).toEqual(['PLAN.md']);
    let held = ask();
    session.open(textDocument.uri, kite);
    expect(await pull('PLAN.md')).toEqual([]);
    expect(await held).toEqual(['PLAN.md']);
    expect(codes('PLAN.md')).toEqual([]);
    held = ask();
    session.notify('textDocument/didClose', { textDocument });
    expect(await held).toEqual(['PLAN.md']);
    expect(codes('PLAN.md')).toEqual(['stale-summary']);

    // The findings are the same, and the client may show others: it had asked for them by itself.
    held = ask();
    session.open(textDocument.uri, wrong, 2);
    expect(await isHeld(held)).toBe(true);
    session.notify('textDocument/didClose', { textDocument });
    expect(await held).toEqual(['PLAN.md']);
  });

  it('forgets what went away', async () => {
    const { session, uriOf, ask, codes } = await started({ 'PLAN.md': wrong, 'OTHER.md': wrong });
    expect(await ask()).toHaveLength(2);
    const held = ask();
    session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('OTHER.md'), type: 3 }] });
    expect(await held).toEqual(['OTHER.md']);
    expect(codes('OTHER.md')).toEqual([]);
  });

  it('is silent where the settings say so, from then on', async () => {
    const { session, ask, codes } = await started({ 'PLAN.md': wrong }, { diagnostics: { scope: 'open' } });
    expect(await ask()).toEqual([]);
    const held = ask();
    expect(await isHeld(held)).toBe(true);
    session.settings = { diagnostics: { scope: 'workspace' } };
    session.notify('workspace/didChangeConfiguration', { settings: null });
    expect(await held).toEqual(['PLAN.md']);
    const again = ask();
    session.settings = { diagnostics: { scope: 'open' } };
    session.notify('workspace/didChangeConfiguration', { settings: null });
    expect(await again).toEqual(['PLAN.md']);
    expect(codes('PLAN.md')).toEqual([]);
    expect(session.logged).toEqual([]);
  });

  it('lets go of who cancels, asks anew, does not wait, or ends', async () => {
    const { session, ask } = await started({ 'PLAN.md': wrong });
    await ask();
    const source = new CancellationTokenSource();
    const cancelled = ask(source.token);
    expect(await isHeld(cancelled)).toBe(true);
    source.cancel();
    await expect(cancelled).rejects.toMatchObject({ code: -32800 });

    const first = ask();
    expect(await isHeld(first)).toBe(true);
    const second = ask();
    expect(await first).toEqual([]);
    expect(await ask(undefined, false)).toEqual([]);
    expect(await second).toEqual([]);
    const last = ask();
    expect(await isHeld(last)).toBe(true);
    expect(await session.request('shutdown', undefined)).toBeNull();
    expect(await last).toEqual([]);
  });
});

it('what is pushed keeps to the same setting', async () => {
  const able = { ...plainClient, workspace: { configuration: true } };
  const { session, uriOf } = await started({ 'PLAN.md': wrong }, { diagnostics: { scope: 'open' } }, able);
  session.open(uriOf('OTHER.md'), wrong);
  await session.until(() => session.published.at(0));
  expect(session.published.map(({ uri }) => uri)).toEqual([uriOf('OTHER.md')]);
  session.settings = {};
  session.notify('workspace/didChangeConfiguration', { settings: null });
  expect((await session.until(() => session.published.at(1))).uri).toBe(uriOf('PLAN.md'));
});

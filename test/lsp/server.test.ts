import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  Hover,
  TextDocumentEdit,
} from 'vscode-languageserver/node';
import type { TreeResult } from '../../server/src/protocol';
import { ableClient, buildServer, plainClient, Session } from '../support/languageServer';
import { kite } from '../support/plans';

let server: string;
beforeAll(async () => {
  server = await buildServer();
});

const uri = 'file:///plans/PROGRESS.md';
/** The summary says that one ticket more is merged than is. */
const wrong = kite.replace('Phase A: 1 / 3', 'Phase A: 2 / 3');

/** The place of a text in another, as LSP has it. */
function place(text: string, part: string, into = 0) {
  const before = text.slice(0, text.indexOf(part) + into);
  if (!text.includes(part)) throw new Error(`no ${part}`);
  return { line: before.split('\n').length - 1, character: before.length - before.lastIndexOf('\n') - 1 };
}

const range = (text: string, part: string) => ({ start: place(text, part), end: place(text, part, part.length) });
const summarized = ({ code, severity, range: at }: Diagnostic) => [code, severity, at.start.line];

describe('a plain client', () => {
  it('is told the findings, and only when they differ', async () => {
    const session = Session.start(server);
    const { capabilities } = await session.initialize(plainClient);
    expect(capabilities.diagnosticProvider).toBeUndefined();
    expect(capabilities.codeActionProvider).toBeUndefined();
    expect(capabilities.positionEncoding).toBe('utf-16');

    session.open(uri, wrong);
    const first = await session.until(() => session.published.at(0));
    expect(first.version).toBe(1);
    expect(first.diagnostics.map(summarized)).toEqual([['stale-summary', 2, place(wrong, 'Phase A: 2').line]]);
    expect(first.diagnostics[0]).toMatchObject({ source: 'plan-truth', range: { start: place(wrong, '2 / 3') } });

    // A word in the prose changes no finding; the figure does.
    session.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line: 0, character: 6 }, end: { line: 0, character: 6 } }, text: 's' }],
    });
    const at = place(wrong, 'Phase A: 2', 9);
    session.notify('textDocument/didChange', {
      textDocument: { uri, version: 3 },
      contentChanges: [{ range: { start: at, end: { ...at, character: at.character + 1 } }, text: '1' }],
    });
    const second = await session.until(() => session.published.at(1));
    expect(second).toEqual({ uri, version: 3, diagnostics: [] });

    session.notify('textDocument/didChange', { textDocument: { uri, version: 4 }, contentChanges: [{ text: wrong }] });
    await session.until(() => session.published.at(2));
    session.notify('textDocument/didClose', { textDocument: { uri } });
    const last = await session.until(() => session.published.at(3));
    expect(last).toEqual({ uri, diagnostics: [] });
  });

  it('reads plain hovers and flat symbols', async () => {
    const session = Session.start(server);
    await session.initialize(plainClient);
    session.open(uri, kite);
    const hover = await session.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: place(kite, 'K-101 | First'),
    });
    expect(hover.contents).toMatchObject({ kind: 'plaintext' });
    expect(JSON.stringify(hover.contents)).not.toMatch(/\]\(|\*\*|\\\\/);
    const symbols = await session.request<{ name: string; containerName?: string }[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    expect(symbols.find(({ name }) => name.startsWith('K-101'))?.containerName).toContain('Phase B');
  });

  it('ends as it should', async () => {
    const session = Session.start(server);
    await session.initialize(plainClient);
    const exited = new Promise((resolve) => session.process.on('exit', resolve));
    expect(await session.request('shutdown', undefined)).toBeNull();
    session.notify('exit', undefined);
    expect(await exited).toBe(0);
  });
});

describe('an able client', () => {
  async function opened(text: string, params = {}) {
    const session = Session.start(server);
    await session.initialize(ableClient, params);
    session.open(uri, text);
    return session;
  }

  const pull = (session: Session, previousResultId?: string) =>
    session.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri }, previousResultId });

  it('asks for the findings and is not told', async () => {
    const session = await opened(wrong);
    const full = await pull(session);
    if (full.kind !== 'full') throw new Error(full.kind);
    expect(full.items.map(summarized)).toEqual([['stale-summary', 2, place(wrong, 'Phase A: 2').line]]);
    expect(full.items[0]!.codeDescription?.href).toMatch(/^https:.*\/docs\/rules\/stale-summary\.md$/);
    const again = await pull(session, full.resultId);
    expect(again).toEqual({ kind: 'unchanged', resultId: full.resultId });
    expect(session.published).toEqual([]);
  });

  it('gives one preferred quick fix for a finding, as a versioned edit of the figure alone', async () => {
    const session = await opened(wrong);
    const actions = await session.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: range(wrong, '2 / 3'),
      context: { diagnostics: [] },
    });
    const fixes = actions.filter(({ diagnostics }) => diagnostics);
    expect(fixes.filter(({ isPreferred }) => isPreferred)).toHaveLength(1);
    const [change] = fixes[0]!.edit!.documentChanges as TextDocumentEdit[];
    expect(change!.textDocument).toEqual({ uri, version: 1 });
    const start = place(wrong, 'Phase A: 2', 9);
    expect(change!.edits).toEqual([
      { range: { start, end: { ...start, character: start.character + 1 } }, newText: '1' },
    ]);
  });

  it('fixes all where it is asked for that, and not otherwise', async () => {
    const session = await opened(wrong);
    const ask = (only?: string[]) =>
      session.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: range(wrong, '# Kite'),
        context: { diagnostics: [], ...(only ? { only } : {}) },
      });
    expect((await ask(['source.fixAll'])).map(({ kind }) => kind)).toEqual(['source.fixAll.planTruth']);
    expect((await ask(['source.fixAll.planTruth'])).map(({ kind }) => kind)).toEqual(['source.fixAll.planTruth']);
    expect((await ask(['refactor'])).map(({ title }) => title)).toEqual(['Refresh the summary']);
    expect((await ask()).map(({ kind }) => kind)).toEqual(['refactor.rewrite']);
  });

  it('hovers, nests symbols and answers for the tree', async () => {
    const session = await opened(kite);
    const hover = await session.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: place(kite, 'K-002, K-003'),
    });
    expect(hover.range?.start).toEqual(place(kite, 'K-002, K-003'));
    expect(JSON.stringify(hover.contents)).toContain('K-002 Sail');
    const symbols = await session.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(symbols.map(({ name, children }) => [name, children?.length])).toEqual([
      ['Phase A — Ground', 3],
      ['Phase B — Air', 2],
    ]);

    const view = { groupBy: 'phase', filter: [], me: [] };
    const [plan] = await session.request<TreeResult>('planTruth/tree', { parent: null, view });
    expect(plan).toMatchObject({ type: 'plan', uri, label: 'Kite', description: '1/5', hasChildren: true });
    const groups = await session.request<TreeResult>('planTruth/tree', { parent: plan!.id, view });
    expect(groups.map(({ label, description }) => [label, description])).toEqual([
      ['Phase A — Ground', '1/3'],
      ['Phase B — Air', '0/2'],
    ]);
    const path = await session.request<TreeResult>('planTruth/treePath', {
      uri,
      position: place(kite, 'First flight'),
    });
    expect(path.map(({ label }) => label)).toEqual(['Kite', 'Phase B — Air', 'K-101 First flight']);
    expect(path[2]).toMatchObject({ waiting: true, ready: false, status: 'todo', description: 'OPEN' });

    const changed = session.listen('planTruth/treeChanged');
    const at = range(kite, 'IN_PROGRESS | K-001');
    session.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: at, text: 'MERGED      | K-001' }],
    });
    // The plan and the phase look otherwise; the tickets were never asked for.
    expect(await changed).toMatchObject({
      uris: [uri],
      parents: [],
      items: [
        { id: plan!.id, description: '2/5' },
        { id: groups[0]!.id, description: '2/3' },
      ],
    });
  });

  it('ends a cancelled request as cancelled', async () => {
    const session = await opened(kite);
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const asked = session.connection.sendRequest(
      'textDocument/hover',
      { textDocument: { uri }, position: place(kite, 'Sail') },
      source.token,
    );
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: -32800 });
    expect(await pull(session)).toMatchObject({ kind: 'full' });
  });

  it('stays alive and silent on what is no plan and on nonsense', async () => {
    const session = await opened('# Notes\n\nJust words.\n');
    expect(await pull(session)).toMatchObject({ kind: 'full', items: [] });
    for (const method of ['textDocument/hover', 'textDocument/documentSymbol', 'textDocument/codeAction'])
      await session.request(method, {
        textDocument: { uri: 'file:///nowhere.md' },
        position: { line: 99, character: 99 },
        range: { start: { line: 9, character: 9 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [] },
      });
    session.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 70, character: 1 }, end: { line: 0, character: 400 } }, text: '|\ud800' },
      ],
    });
    expect(await session.request<TreeResult>('planTruth/tree', { parent: 'no such id#%' })).toEqual([]);
    await expect(session.request('textDocument/hover', null)).rejects.toThrow();
    expect(await pull(session)).toMatchObject({ kind: 'full' });
  });

  it('reports settings that cannot be used, and uses the others', async () => {
    const session = await opened(wrong, {
      initializationOptions: { settings: { rules: { 'stale-summary': 'info', 'no-such-rule': 'error' }, fences: 7 } },
    });
    const full = await pull(session);
    if (full.kind !== 'full') throw new Error(full.kind);
    expect(full.items.map(summarized)).toEqual([['stale-summary', 3, place(wrong, 'Phase A: 2').line]]);
    expect(session.logged.map(({ message }) => message).join('\n')).toMatch(/planTruth\.fences.*default/);
  });
});

describe('a workspace on disk', () => {
  function folder(files: Record<string, string>) {
    const path = mkdtempSync(join(tmpdir(), 'plan-truth-'));
    onTestFinished(() => rmSync(path, { recursive: true, force: true }));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
    return {
      path,
      root: pathToFileURL(path).toString(),
      file: (name: string) => pathToFileURL(join(path, name)).toString(),
    };
  }

  it('is read in the background and followed; what is open wins', async () => {
    const { path, root, file } = folder({
      'PLAN.md': wrong,
      'README.md': wrong,
      'ignored.md': wrong,
      '.gitignore': 'ignored.md\n',
    });
    const session = Session.start(server);
    await session.initialize(plainClient, { rootUri: root });
    const found = await session.until(() => session.published.at(0));
    expect(found).toMatchObject({ uri: file('PLAN.md'), diagnostics: [{ code: 'stale-summary' }] });

    session.open(file('PLAN.md'), kite);
    expect((await session.until(() => session.published.at(1))).diagnostics).toEqual([]);
    session.notify('textDocument/didClose', { textDocument: { uri: file('PLAN.md') } });
    expect((await session.until(() => session.published.at(2))).diagnostics).toHaveLength(1);

    writeFileSync(join(path, 'PLAN.md'), kite);
    session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: file('PLAN.md'), type: 2 }] });
    expect((await session.until(() => session.published.at(3))).diagnostics).toEqual([]);

    writeFileSync(join(path, 'NEXT.md'), wrong);
    session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: file('NEXT.md'), type: 1 }] });
    expect(await session.until(() => session.published.at(4))).toMatchObject({
      uri: file('NEXT.md'),
      diagnostics: [{}],
    });
    rmSync(join(path, 'NEXT.md'));
    session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: file('NEXT.md'), type: 3 }] });
    expect(await session.until(() => session.published.at(5))).toMatchObject({ uri: file('NEXT.md'), diagnostics: [] });
    expect(new Set(session.published.map((one) => one.uri))).toEqual(new Set([file('PLAN.md'), file('NEXT.md')]));
  });
});

describe("a client that is asked for everything, like VS Code's", () => {
  const asking = {
    ...ableClient,
    workspace: {
      ...ableClient.workspace,
      configuration: true,
      workspaceFolders: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
    },
  };
  const items = async (session: Session, uri: string) => {
    const report = await session.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.kind === 'full' ? report.items : [];
  };

  it('is told to ask again when its settings changed what it has, and only then', async () => {
    const session = Session.start(server);
    session.settings = { rules: { 'stale-summary': 'info' }, files: { exclude: null } };
    await session.initialize(asking);
    session.open(uri, wrong);
    await session.until(() => session.registered.includes('workspace/didChangeWatchedFiles'));
    expect((await items(session, uri)).map(summarized)).toEqual([
      ['stale-summary', 3, place(wrong, 'Phase A: 2').line],
    ]);
    session.settings = { rules: { 'stale-summary': 'error' } };
    session.notify('workspace/didChangeConfiguration', { settings: null });
    await session.until(() => session.refreshed.length === 1);
    expect((await items(session, uri)).map(summarized)).toEqual([
      ['stale-summary', 1, place(wrong, 'Phase A: 2').line],
    ]);
  });

  it('lends its file system to workspaces that are on no disk', async () => {
    const files = new Map([
      ['memfs:/kite/PLAN.md', kite],
      ['memfs:/kite/README.md', kite],
      ['memfs:/kite/node_modules/x/PLAN.md', kite],
      ['memfs:/kite/old/PLAN.md', kite],
    ]);
    const session = Session.start(server);
    session.folders = ['memfs:/kite'];
    session.settings = { files: { exclude: ['old'] } };
    session.connection.onRequest('planTruth/fs/findFiles', () => [...files.keys()]);
    session.connection.onRequest('planTruth/fs/readFile', (params: { uri: string }) => files.get(params.uri) ?? null);
    await session.initialize(asking, { initializationOptions: { fileSystem: 'client' } });
    const view = { groupBy: 'phase', filter: [], me: [] };
    const plans = await session.request<TreeResult>('planTruth/tree', { parent: null, view });
    expect(plans.map((plan) => [plan.uri, plan.description])).toEqual([['memfs:/kite/PLAN.md', '1/5']]);
    expect(session.registered).not.toContain('workspace/didChangeWatchedFiles');

    files.delete('memfs:/kite/PLAN.md');
    const gone = session.listen('planTruth/treeChanged');
    session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'memfs:/kite/PLAN.md', type: 3 }] });
    expect(await gone).toMatchObject({ uris: null, parents: [null], items: [] });
    expect(await session.request('planTruth/tree', { parent: null })).toEqual([]);
  });

  it('hears of another document that changed what it has', async () => {
    const other = 'file:///plans/OTHER.md';
    const session = Session.start(server);
    await session.initialize(asking);
    const text =
      '# More\n\n| ID | Title | Status | Depends On |\n|---|---|---|---|\n| M-1 | Tail | DONE | K-003 |\n| M-2 | Bow | DONE | - |\n';
    session.open(uri, kite);
    session.open(other, text);
    expect((await items(session, other)).map(({ code }) => code)).toEqual(['unmet-dependency']);
    expect(await items(session, uri)).toEqual([]);
    const at = place(kite, 'OPEN        | -');
    session.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: at, end: { ...at, character: at.character + 4 } }, text: 'MERGED' }],
    });
    await session.until(() => session.refreshed.length === 1);
    expect(await items(session, other)).toEqual([]);
  });
});

import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type Location,
  type ProgressToken,
  ProgressType,
  type SymbolInformation,
  type WorkDoneProgressBegin,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { sayIn } from '../../server/src/core/text/say';
import { Documents } from '../../server/src/lsp/documents';
import { negotiate } from '../../server/src/lsp/encoding';
import type { FileSystem, Host } from '../../server/src/lsp/host';
import { Indexer } from '../../server/src/lsp/indexer';
import { ableClient, buildServer, Session } from '../support/languageServer';
import { kite } from '../support/plans';
import { workDone } from '../support/shapes';

let server: string;
beforeAll(async () => {
  server = await buildServer();
});

const client: ClientCapabilities = {
  ...ableClient,
  window: { workDoneProgress: true },
  workspace: {
    ...ableClient.workspace,
    configuration: true,
    workspaceFolders: true,
    semanticTokens: { refreshSupport: true },
  },
};

/** A plan with tickets of its own and one that is not there. */
const plan = (name: string): string =>
  `# ${name}\n\n| ID | Title | Status | Depends On |\n| - | - | - | - |\n| ${name}-1 | One | OPEN | - |\n| ${name}-2 | Two | OPEN | ${name}-9 |\n`;

/** A folder with files, which is gone behind the test. */
function folder(files: Record<string, string>) {
  const path = mkdtempSync(join(tmpdir(), 'plan-truth-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const write = (name: string, text: string): void => {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { path, write, uri: (name = '') => pathToFileURL(join(path, name)).toString() };
}

const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${Math.floor(i / 20)}/plan-${i}.md`, plan(`P${i}`)]));

async function started(roots: string[], settings: unknown = null) {
  const session = Session.start(server);
  session.settings = settings;
  session.folders = roots;
  const works: { token: ProgressToken; told: unknown[] }[] = [];
  session.connection.onRequest('window/workDoneProgress/create', ({ token }: { token: ProgressToken }) => {
    const work = { token, told: [] as unknown[] };
    works.push(work);
    session.connection.onProgress(new ProgressType<unknown>(), token, (value) => {
      work.told.push(value);
      session.wake();
    });
    return null;
  });
  await session.initialize(client, { workspaceFolders: roots.map((uri) => ({ uri, name: uri })) });
  return { session, works };
}

/** Asks with a token for parts. Gives the parts and what is left. */
async function inParts<T>(session: Session, method: string, params: object) {
  const parts: T[] = [];
  const token = `parts of ${method}`;
  const listening = session.connection.onProgress(new ProgressType<T>(), token, (part) => void parts.push(part));
  const rest = await session.request<T>(method, { ...params, partialResultToken: token });
  listening.dispose();
  return { parts, rest };
}

const symbols = (session: Session, query: string) =>
  session.request<SymbolInformation[]>('workspace/symbol', { query });

describe('a workspace of many plans', () => {
  it('is read with progress, and long answers come in parts', async () => {
    const { uri, path } = folder(many(300));
    const { session, works } = await started([uri()]);
    const told = await session.until(() => {
      const all = works.at(0)?.told;
      return (all?.at(-1) as { kind?: string } | undefined)?.kind === 'end' && all;
    });
    expect(told!.flatMap((value) => workDone(value, 'progress'))).toEqual([]);
    const begun = told!.at(0) as WorkDoneProgressBegin;
    expect(begun).toMatchObject({
      kind: 'begin',
      cancellable: true,
      title: sayIn('en')('Plan Truth: reading the plans of the workspace'),
    });
    const percents = told!.flatMap((value) =>
      'percentage' in (value as object) ? [(value as { percentage: number }).percentage] : [],
    );
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(works).toHaveLength(1);

    const whole = await symbols(session, '');
    expect(whole.length).toBeGreaterThan(400);
    const { parts, rest } = await inParts<SymbolInformation[]>(session, 'workspace/symbol', { query: '' });
    expect(rest).toEqual([]);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flat()).toEqual(whole);

    const few = await inParts<SymbolInformation[]>(session, 'workspace/symbol', { query: 'P7-1' });
    expect(few.parts).toEqual([]);
    expect(few.rest.map(({ name }) => name.slice(0, 8))).toContain('P7-1 One');
    expect(path).not.toBe('');
  });

  it('is no longer read once the user takes that back', async () => {
    const { uri } = folder(many(400));
    const { session, works } = await started([uri()]);
    await session.until(() => works.at(0)?.told.at(0));
    session.notify('window/workDoneProgress/cancel', { token: works[0]!.token });
    await session.until(() => (works[0]!.told.at(-1) as { kind?: string }).kind === 'end');
    // What is opened is read all the same.
    session.open('file:///elsewhere/PLAN.md', plan('Z'));
    expect((await symbols(session, 'Z-1')).map(({ name }) => name.slice(0, 7))).toContain('Z-1 One');
  });

  it('of which few are read without a word', async () => {
    const { uri } = folder(many(5));
    const { session, works } = await started([uri()]);
    await expect.poll(async () => (await symbols(session, 'P4-1')).length, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(works).toEqual([]);
  });
});

it('references and findings of all come in parts, too', async () => {
  const rows = Array.from(
    { length: 1200 },
    (_, i) => `| L-${i + 2} | Row | OPEN | L-1${i % 2 ? ', L-9999' : ''} |\n`,
  ).join('');
  const text = `| ID | Title | Status | Depends On |\n| - | - | - | - |\n| L-1 | First | OPEN | - |\n${rows}`;
  const { uri } = folder(many(220));
  const { session, works } = await started([uri()]);
  session.open(uri('LONG.md'), text);
  const params = {
    textDocument: { uri: uri('LONG.md') },
    position: { line: 2, character: 3 },
    context: { includeDeclaration: true },
  };
  const whole = await session.request<Location[]>('textDocument/references', params);
  expect(whole).toHaveLength(1201);
  const found = await inParts<Location[]>(session, 'textDocument/references', params);
  expect(found.rest).toEqual([]);
  expect(found.parts.flat()).toEqual(whole);

  await session.until(() => (works.at(0)?.told.at(-1) as { kind?: string } | undefined)?.kind === 'end');
  const report = await inParts<WorkspaceDiagnosticReport>(session, 'workspace/diagnostic', { previousResultIds: [] });
  expect(report.rest).toEqual({ items: [] });
  expect(report.parts.flatMap(({ items }) => items)).toHaveLength(221);
});

it('a cancelled request ends as cancelled, and says so, while others are answered', async () => {
  const { uri } = folder({ 'PLAN.md': kite });
  const { session } = await started([uri()]);
  session.open(uri('PLAN.md'), kite);
  const source = new CancellationTokenSource();
  const about = { textDocument: { uri: uri('PLAN.md') } };
  const cancelled = session.connection.sendRequest('textDocument/documentSymbol', about, source.token);
  const other = session.request<unknown[]>('textDocument/foldingRange', about);
  source.cancel();
  await expect(cancelled).rejects.toMatchObject({ code: -32800 });
  expect((await other).length).toBeGreaterThan(0);
});

it('folders that come and go are followed, and what is open wins over the disk', async () => {
  const one = folder({ 'ONE.md': plan('A') });
  const two = folder({ 'TWO.md': plan('B') });
  const { session } = await started([one.uri()]);
  const has = (name: string, count: number) =>
    expect
      .poll(async () => (await symbols(session, name)).filter((one) => one.name.startsWith(name)).length, {
        timeout: 20_000,
      })
      .toBe(count);
  await has('A-1', 1);
  await has('B-1', 0);

  const change = (added: string[], removed: string[]) => {
    session.folders = [...session.folders.filter((uri) => !removed.includes(uri)), ...added];
    const named = (uris: string[]) => uris.map((uri) => ({ uri, name: uri }));
    session.notify('workspace/didChangeWorkspaceFolders', { event: { added: named(added), removed: named(removed) } });
  };
  change([two.uri()], []);
  await has('B-1', 1);
  await has('A-1', 1);

  session.open(two.uri('TWO.md'), plan('C'));
  await has('C-1', 1);
  await has('B-1', 0);
  two.write('TWO.md', plan('D'));
  session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: two.uri('TWO.md'), type: 2 }] });
  await has('C-1', 1);
  session.notify('textDocument/didClose', { textDocument: { uri: two.uri('TWO.md') } });
  await has('D-1', 1);
  await has('C-1', 0);

  change([], [two.uri()]);
  await has('D-1', 0);
  await has('A-1', 1);

  renameSync(join(one.path, 'ONE.md'), join(one.path, 'OTHER.md'));
  session.notify('workspace/didRenameFiles', { files: [{ oldUri: one.uri('ONE.md'), newUri: one.uri('OTHER.md') }] });
  await expect
    .poll(async () => (await symbols(session, 'A-1')).map(({ location }) => location.uri), { timeout: 20_000 })
    .toEqual([one.uri('OTHER.md')]);
  rmSync(join(one.path, 'OTHER.md'));
  session.notify('workspace/didDeleteFiles', { files: [{ uri: one.uri('OTHER.md') }] });
  await has('A-1', 0);
});

it('colours are asked for anew when settings change them, and only then', async () => {
  const { uri } = folder({ 'PLAN.md': kite });
  const { session } = await started([uri()]);
  let refreshed = 0;
  session.connection.onRequest('workspace/semanticTokens/refresh', () => {
    refreshed++;
    session.wake();
    return null;
  });
  const text = plan('A').replaceAll('OPEN', 'PARKED');
  session.open(uri('PLAN.md'), text);
  const tokens = () =>
    session.request<{ data: number[] }>('textDocument/semanticTokens/full', { textDocument: { uri: uri('PLAN.md') } });
  const before = await tokens();
  const configure = async (settings: unknown) => {
    session.settings = settings;
    session.notify('workspace/didChangeConfiguration', { settings: null });
    // Settings are read one after the other: once these are logged, those before are done.
    await session.request('workspace/symbol', { query: '' });
  };
  await configure({ rules: { 'stale-summary': 'off' } });
  await configure({ vocabulary: { PARKED: 'blocked' } });
  await session.until(() => refreshed > 0);
  expect(refreshed).toBe(1);
  expect((await tokens()).data).not.toEqual(before.data);
});

/** An indexer on files that are not there. */
function indexing(stamps: Map<string, string>, isCancelled = false) {
  const reads: string[] = [];
  const fileSystem: FileSystem = {
    findFiles: async () => [...stamps.keys()],
    readFile: async (uri) => {
      reads.push(uri);
      return kite;
    },
    stamp: async (uri) => stamps.get(uri) ?? null,
  };
  const waiting: (() => void)[] = [];
  const host: Host = {
    fileSystem,
    today: () => '2026-01-31',
    later(_, callback) {
      waiting.push(callback);
      return () => waiting.splice(waiting.indexOf(callback), 1);
    },
  };
  /** Until there is nothing more to do. */
  const quiet = async () => {
    for (let idle = 0; idle < 20; idle++) {
      if (waiting.length > 0) idle = 0;
      for (const callback of waiting.splice(0)) callback();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const documents = new Documents(host, negotiate(undefined), () => {});
  const work = { isCancelled, report() {}, done() {} };
  const indexer = new Indexer(
    host,
    fileSystem,
    documents,
    () => {},
    async () => work,
  );
  const look = () => indexer.look([{ folder: 'file:///p', include: ['**/*.md'], exclude: [] }]);
  return { documents, indexer, look, reads, quiet };
}

it('a file that did not change is not read again', async () => {
  const stamps = new Map([['file:///p/A.md', '1']]);
  const { indexer, look, reads, quiet } = indexing(stamps);
  look();
  await quiet();
  expect(reads).toHaveLength(1);
  indexer.fileChanged('file:///p/A.md');
  await quiet();
  expect(reads).toHaveLength(1);
  stamps.set('file:///p/A.md', '2');
  indexer.fileChanged('file:///p/A.md');
  await quiet();
  expect(reads).toHaveLength(2);
  indexer.rescan();
  await quiet();
  expect(reads).toHaveLength(2);
});

const numbered = (count: number) =>
  new Map(Array.from({ length: count }, (_, i) => [`file:///p/${i % 9}/${i}.md`, '1']));

it('files beside what is open are read first', async () => {
  const { documents, look, reads, quiet } = indexing(numbered(200));
  documents.open('file:///p/7/7.md', 1, kite);
  look();
  await quiet();
  expect(reads).toHaveLength(200);
  expect(reads.slice(0, 22).every((uri) => uri.startsWith('file:///p/7/'))).toBe(true);
});

it('files are no longer read once the user takes that back', async () => {
  const { look, reads, quiet } = indexing(numbered(1000), true);
  look();
  await quiet();
  expect(reads.length).toBeGreaterThan(0);
  expect(reads.length).toBeLessThan(200);
});

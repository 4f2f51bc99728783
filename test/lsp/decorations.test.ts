import { beforeAll, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeLens,
  FoldingRange,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { ableClient, buildServer, Session } from '../support/languageServer';
import { kite } from '../support/plans';

let server: string;
beforeAll(async () => {
  server = await buildServer();
});

const uri = 'file:///plans/PROGRESS.md';
const other = 'file:///plans/OTHER.md';
const more =
  '# More\n\n## Phase 1\n\n| ID | Title | Status | Depends On |\n|---|---|---|---|\n| M-1 | 尾 | OPEN | K-003 |\n';
const textDocument = { uri: other };
const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

const client: ClientCapabilities = {
  ...ableClient,
  workspace: {
    ...ableClient.workspace,
    configuration: true,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
};

async function opened(settings: unknown) {
  const session = Session.start(server);
  session.settings = settings;
  const refreshed: string[] = [];
  for (const kind of ['codeLens', 'inlayHint'])
    session.connection.onRequest(`workspace/${kind}/refresh`, () => {
      refreshed.push(kind);
      return null;
    });
  await session.initialize(client);
  session.open(uri, kite);
  session.open(other, more);
  const lenses = async () => session.request<CodeLens[]>('textDocument/codeLens', { textDocument });
  const hints = async () => session.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
  const merge = () => {
    const line = kite.split('\n').findIndex((one) => one.includes('K-003 |'));
    const character = kite.split('\n')[line]!.indexOf('OPEN');
    session.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line, character }, end: { line, character: character + 4 } }, text: 'MERGED' },
      ],
    });
  };
  return { session, refreshed, lenses, hints, merge };
}

const until = async (look: () => boolean | Promise<boolean>) => {
  while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 10));
};

it('lenses get their words once they are seen, and are asked for again where another file changed them', async () => {
  const { session, refreshed, lenses, merge } = await opened({});
  const [lens] = await lenses();
  expect(lens!.range.start.line).toBe(2);
  expect(lens!.command).toBeUndefined();
  const resolve = () => session.request<CodeLens>('codeLens/resolve', lens);
  expect((await resolve()).command).toEqual({ title: '0/1 done · 1 waiting', command: '' });
  merge();
  await until(() => refreshed.length > 0);
  expect(refreshed).toEqual(['codeLens']);
  expect((await resolve()).command?.title).toBe('0/1 done · 1 ready');
});

it('lenses and hints are there as the settings say, and the client hears of it', async () => {
  const { session, refreshed, lenses, hints, merge } = await opened({
    codeLens: { enabled: false },
    inlayHints: { enabled: true },
  });
  await until(async () => (await hints()).length > 0);
  expect(await lenses()).toEqual([]);
  const row = more.split('\n')[6]!;
  expect(await hints()).toEqual([
    { position: { line: 6, character: row.length }, label: 'waits on K-003', paddingLeft: true },
  ]);
  refreshed.length = 0;
  merge();
  await until(() => refreshed.length > 0);
  expect(refreshed).toEqual(['inlayHint']);
  expect(await hints()).toEqual([]);

  refreshed.length = 0;
  session.settings = { codeLens: { enabled: true }, inlayHints: { enabled: 'maybe' } };
  session.notify('workspace/didChangeConfiguration', { settings: null });
  await until(() => refreshed.length === 2);
  expect(await lenses()).toHaveLength(1);
  expect(session.logged).toEqual([]);
});

it('folds what the editor does not, and finds symbols by what they are called', async () => {
  const { session } = await opened({});
  const folds = await session.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
  expect(folds).toEqual([
    { startLine: 2, endLine: 6 },
    { startLine: 4, endLine: 6 },
  ]);
  const beside = Session.start(server);
  await beside.initialize(ableClient, { initializationOptions: { foldsMarkdown: true } });
  beside.open(other, more);
  expect(await beside.request('textDocument/foldingRange', { textDocument })).toEqual([{ startLine: 4, endLine: 6 }]);
  const found = await session.request<SymbolInformation[]>('workspace/symbol', { query: 'm-1' });
  expect(found.map(({ name, location, containerName }) => [name, location.uri, containerName])).toEqual([
    ['M-1 尾 · OPEN', other, 'Phase 1 · More'],
  ]);
});

it('selects outward, and colours as its legend says', async () => {
  const { session } = await opened({});
  const [range] = await session.request<SelectionRange[]>('textDocument/selectionRange', {
    textDocument,
    positions: [{ line: 6, character: 3 }],
  });
  const chain: number[] = [];
  for (let at: SelectionRange | undefined = range; at; at = at.parent)
    chain.push(at.range.end.character - at.range.start.character + 100 * (at.range.end.line - at.range.start.line));
  expect(chain).toEqual([...chain].sort((a, b) => a - b));
  expect(chain.length).toBeGreaterThan(3);
  const [none] = await session.request<SelectionRange[]>('textDocument/selectionRange', {
    textDocument,
    positions: [{ line: 0, character: 3 }],
  });
  expect(none).toEqual({ range: { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } } });

  const { data, resultId } = await session.request<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument,
  });
  expect(data).toEqual([6, 2, 3, 0, 0, 0, 10, 4, 1, 1, 0, 7, 5, 2, 0]);
  const change = { range: { start: { line: 6, character: 12 }, end: { line: 6, character: 16 } }, text: 'MERGED' };
  session.notify('textDocument/didChange', { textDocument: { uri: other, version: 2 }, contentChanges: [change] });
  const since = (previousResultId: string | undefined) =>
    session.request<SemanticTokensDelta | SemanticTokens>('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId,
    });
  const changed = [6, 2, 3, 0, 0, 0, 10, 6, 1, 8, 0, 9, 5, 2, 0];
  const edited = await since(resultId);
  expect(edited).toMatchObject({ edits: [{ start: 0, deleteCount: 15, data: changed }] });
  expect(await since(edited.resultId)).toMatchObject({ edits: [] });
  // What the client has from elsewhere is not known.
  expect(await since(resultId)).toMatchObject({ data: changed });
  const back = { range: { start: { line: 6, character: 12 }, end: { line: 6, character: 18 } }, text: 'OPEN' };
  session.notify('textDocument/didChange', { textDocument: { uri: other, version: 3 }, contentChanges: [back] });
  const part = await session.request<SemanticTokens>('textDocument/semanticTokens/range', {
    textDocument,
    range: { start: { line: 6, character: 10 }, end: { line: 6, character: 14 } },
  });
  expect(part.data).toEqual([6, 12, 4, 1, 1]);
});

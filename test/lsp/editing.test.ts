import { beforeAll, describe, expect, it } from 'vitest';
import type { ClientCapabilities, CompletionList, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { ableClient, buildServer, plainClient, Session } from '../support/languageServer';
import { kite } from '../support/plans';

let server: string;
beforeAll(async () => {
  server = await buildServer();
});

const uri = 'file:///plans/PROGRESS.md';
const other = 'file:///plans/OTHER.md';
const more =
  '# More\n\n| ID | Title | Status | Depends On |\n|---|---|---|---|\n| M-1 | 尾 | OPEN | 済, K-003 |\n| M-2 | Bow |';

async function opened(capabilities: ClientCapabilities = ableClient) {
  const session = Session.start(server);
  const { capabilities: offered } = await session.initialize(capabilities);
  session.open(uri, kite, 4);
  session.open(other, more);
  return { session, offered };
}

function place(text: string, part: string, into = 0) {
  const before = text.slice(0, text.indexOf(part) + into).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

describe('completion', () => {
  const last = { line: 5, character: '| M-2 | Bow |'.length };
  const complete = async (session: Session, position: object) =>
    session.request<CompletionList>('textDocument/completion', { textDocument: { uri: other }, position });

  it('comes in a row that is being typed, with its edit and in its order', async () => {
    const { session, offered } = await opened();
    expect(offered.completionProvider?.triggerCharacters).toEqual(expect.arrayContaining(['|', ',', '#']));
    const statuses = await complete(session, last);
    expect(statuses.isIncomplete).toBe(false);
    expect(statuses.items[0]).toEqual({
      label: 'OPEN',
      labelDetails: { detail: ' not started', description: '' },
      kind: 20,
      filterText: 'OPEN',
      sortText: '0',
      preselect: true,
      textEdit: { range: { start: last, end: last }, newText: ' OPEN' },
    });
    const typed = ' OPEN | K-003, sai';
    session.notify('textDocument/didChange', {
      textDocument: { uri: other, version: 2 },
      contentChanges: [{ range: { start: last, end: last }, text: typed }],
    });
    const end = { line: 5, character: last.character + typed.length };
    const ids = await complete(session, end);
    const sail = ids.items.find(({ label }) => label === 'K-002');
    expect(sail).toMatchObject({
      labelDetails: { detail: ' Sail', description: 'IN_PROGRESS · PROGRESS.md' },
      filterText: 'K-002 Sail',
      textEdit: { range: { start: { ...end, character: end.character - 3 }, end }, newText: 'K-002' },
    });
    expect(ids.items.map(({ label }) => label)).not.toContain('K-003');
    const sorted = [...ids.items].sort((a, b) => a.sortText!.localeCompare(b.sortText!));
    expect(sorted).toEqual(ids.items);
  });

  it('brings whole rows as snippets to a client that knows them, else as text', async () => {
    const snippets = (on: boolean): ClientCapabilities => ({
      ...ableClient,
      textDocument: {
        ...ableClient.textDocument,
        completion: { completionItem: { ...ableClient.textDocument!.completion!.completionItem, snippetSupport: on } },
      },
    });
    const position = { line: kite.split('\n').findIndex((text) => text.startsWith('| K-102')) + 1, character: 0 };
    for (const on of [true, false]) {
      const { session } = await opened(snippets(on));
      const params = { textDocument: { uri }, position };
      const { items } = await session.request<CompletionList>('textDocument/completion', params);
      const row = items.find(({ label }) => label === 'New row')!;
      expect(row.kind).toBe(15);
      expect(row.insertTextFormat).toBe(on ? 2 : undefined);
      expect(row.textEdit?.newText.includes('$')).toBe(on);
    }
  });

  it('says the same to a plain client, and nothing outside of plans', async () => {
    const { session } = await opened(plainClient);
    const { items } = await complete(session, last);
    expect(items[0]).toMatchObject({ label: 'OPEN', detail: 'not started' });
    expect(items[0]).not.toHaveProperty('preselect');
    expect(await complete(session, { line: 0, character: 6 })).toEqual({ isIncomplete: false, items: [] });
    const nowhere = { textDocument: { uri: 'file:///no.md' }, position: last };
    expect(await session.request('textDocument/completion', nowhere)).toBeNull();
  });
});

describe('renaming', () => {
  const at = { textDocument: { uri: other }, position: place(more, 'K-003', 1) };

  it('changes both files in their versions', async () => {
    const { session } = await opened();
    const start = place(more, 'K-003');
    expect(await session.request('textDocument/prepareRename', at)).toEqual({
      range: { start, end: { ...start, character: start.character + 5 } },
      placeholder: 'K-003',
    });
    const edit = await session.request<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'K-900' });
    const changes = edit.documentChanges as TextDocumentEdit[];
    expect(changes.map(({ textDocument, edits }) => [textDocument, edits.length])).toEqual([
      [{ uri: other, version: 1 }, 1],
      [{ uri, version: 4 }, 2],
    ]);
  });

  it('is refused with the reason', async () => {
    const { session } = await opened();
    const ask = (newName: string) => session.request('textDocument/rename', { ...at, newName });
    await expect(ask('K-002')).rejects.toMatchObject({ code: -32803, message: 'K-002 is taken: it is “Sail”.' });
    await expect(ask('one two')).rejects.toMatchObject({ code: -32803 });
    const figure = { textDocument: { uri }, position: place(kite, 'Total Tickets', 2) };
    expect(await session.request('textDocument/prepareRename', figure)).toBeNull();
    const nothing = { textDocument: { uri }, position: { line: 0, character: 3 } };
    expect(await session.request('textDocument/prepareRename', nothing)).toBeNull();
    expect(session.logged).toEqual([]);
  });

  it('changes phases and titles, too', async () => {
    const { session } = await opened();
    const phase = { textDocument: { uri }, position: place(kite, 'Phase B — Air', 2) };
    expect(await session.request('textDocument/prepareRename', phase)).toMatchObject({ placeholder: 'Phase B' });
    const renamed = async (params: object) => {
      const edit = await session.request<WorkspaceEdit>('textDocument/rename', params);
      return (edit.documentChanges as TextDocumentEdit[]).map(({ edits }) =>
        edits.map((one) => ('newText' in one ? one.newText : '')),
      );
    };
    expect(await renamed({ ...phase, newName: 'Phase C' })).toEqual([['Phase C', 'Phase C']]);
    await expect(session.request('textDocument/rename', { ...phase, newName: 'A' })).rejects.toMatchObject({
      code: -32803,
      message: 'A is taken: it is “Phase A — Ground”.',
    });
    const title = { textDocument: { uri }, position: place(kite, 'Line and reel', 2) };
    expect(await renamed({ ...title, newName: 'Line' })).toEqual([['Line', '         ']]);
  });

  it('gives a plain client plain changes', async () => {
    const { session, offered } = await opened(plainClient);
    expect(offered.renameProvider).toBe(true);
    const edit = await session.request<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'K-900' });
    expect(Object.keys(edit.changes!)).toEqual([other, uri]);
  });
});

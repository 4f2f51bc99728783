import { beforeAll, describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/core/text/edit';
import type {
  MarksResult,
  PicksResult,
  ProgressResult,
  ReadyResult,
  StatusChoicesResult,
  TreeResult,
  WireWorkspaceEdit,
} from '../../server/src/protocol';
import { ableClient, buildServer, Session } from '../support/languageServer';
import { kite } from '../support/plans';

let server: string;
beforeAll(async () => {
  server = await buildServer();
});

const uri = 'file:///plans/PROGRESS.md';

async function opened(text = kite) {
  const session = Session.start(server);
  await session.initialize(ableClient);
  session.open(uri, text, 4);
  return session;
}

/** The text after an edit of its only document. */
function applied(text: string, { documentChanges }: WireWorkspaceEdit): string {
  const lines = text.split(/(?<=\n)/);
  const offset = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).join('').length + character;
  const edits = documentChanges[0]!.edits.map(({ range, newText }) => {
    return { span: { start: offset(range.start), end: offset(range.end) }, newText };
  });
  return applyEdits(text, edits);
}

describe('the sidebar', () => {
  it('gets the statuses of a ticket as edits of the version that they are for', async () => {
    const session = await opened();
    const [, , ticket] = await session.request<TreeResult>('planTruth/treePath', {
      uri,
      position: { line: kite.split('\n').findIndex((line) => line.startsWith('| K-003')), character: 3 },
    });
    expect(ticket).toMatchObject({ label: 'K-003 Line and reel', settable: true, checked: null });
    const ask = () => session.request<StatusChoicesResult>('planTruth/statusChoices', { ids: [ticket!.id] });
    const choices = await ask();
    expect(choices.map(({ title, next, summary }) => [title, next, summary])).toEqual([
      ['Set status to IN_PROGRESS', true, false],
      ['Set status to PR_OPEN', false, false],
      ['Set status to MERGED', false, false],
      ['Set status to MERGED and update the summary', false, true],
      ['Set status to BLOCKED', false, false],
    ]);
    const [before] = choices[0]!.edit.documentChanges;
    expect(before!.textDocument).toEqual({ uri, version: 4 });
    expect(before!.edits).toHaveLength(1);

    const top = { line: 0, character: 0 };
    session.notify('textDocument/didChange', {
      textDocument: { uri, version: 5 },
      contentChanges: [{ range: { start: top, end: top }, text: '\n' }],
    });
    const [after] = (await ask())[0]!.edit.documentChanges;
    expect(after!.textDocument.version).toBe(5);
    expect(after!.edits[0]!.range.start.line).toBe(before!.edits[0]!.range.start.line + 1);
    expect(await session.request('planTruth/statusChoices', { ids: [ticket!.id, 'no such id#%'] })).toEqual([]);
  });

  it('moves tickets with the figures that count them, where it asks for those', async () => {
    const session = await opened();
    const [, phase, ticket] = await session.request<TreeResult>('planTruth/treePath', {
      uri,
      position: { line: kite.split('\n').findIndex((line) => line.startsWith('| K-001')), character: 3 },
    });
    const [to, ...others] = await session.request<PicksResult>('planTruth/picks', {
      of: 'moveTickets',
      ids: [ticket!.id],
    });
    expect([to!.label, others]).toEqual(['Phase B — Air', []]);
    const move = async (summary?: boolean) => {
      const params = { ids: [ticket!.id], to: to!.id, summary };
      const { edit } = await session.request<{ edit: WireWorkspaceEdit }>('planTruth/moveTickets', params);
      return applied(kite, edit);
    };
    const [alone, along] = [await move(), await move(true)];
    expect(alone.indexOf('\n| K-001')).toBeGreaterThan(alone.indexOf('\n| K-102'));
    expect(along).toBe(alone.replace('A: 1 / 3', 'A: 0 / 2').replace('B: 0 / 2', 'B: 1 / 3'));
    expect(await session.request('planTruth/moveTickets', { ids: [ticket!.id], to: phase!.id })).toEqual({
      refused: 'K-001 Frame of spars: in Phase A — Ground already.',
    });
  });

  it('gets a ticket as a prompt, under the path that the client knows', async () => {
    const session = await opened();
    const [, phase] = await session.request<TreeResult>('planTruth/tree', { parent: uri });
    const ask = (ids: string[]) => session.request<string>('planTruth/prompt', { ids, paths: { [uri]: 'docs/P.md' } });
    expect(await ask([phase!.id])).toMatch(/^# Phase B — Air\n\ndocs\/P\.md, line \d+\n/);
    expect(await ask(['nothing'])).toBe('');
    expect(await session.request('planTruth/picks', { of: 'addDependency', ids: ['nothing'] })).toEqual([]);
  });

  it('gets what is ready, and hears when that changes', async () => {
    const session = await opened();
    const { tickets, total } = await session.request<ReadyResult>('planTruth/ready', null);
    expect(total).toBe(1);
    expect(tickets[0]).toMatchObject({
      plan: 'Kite',
      unblocks: 2,
      node: { label: 'K-003 Line and reel', ready: true },
    });
    const changed = session.listen('planTruth/treeChanged');
    session.notify('textDocument/didChange', {
      textDocument: { uri, version: 5 },
      contentChanges: [{ text: kite.replaceAll('OPEN        |', 'BLOCKED     |') }],
    });
    expect(await changed).toEqual({ uris: [uri], parents: [], items: [], ready: true, progress: [], marks: [] });
    expect(await session.request('planTruth/ready', null)).toEqual({ tickets: [], total: 0 });
  });

  it('hears nothing of what is ready where its lines alone are others', async () => {
    const session = await opened();
    await session.request('planTruth/ready', null);
    const changed = session.listen('planTruth/treeChanged');
    const top = { line: 0, character: 0 };
    session.notify('textDocument/didChange', {
      textDocument: { uri, version: 5 },
      contentChanges: [{ range: { start: top, end: top }, text: '\n' }],
    });
    expect(await changed).toMatchObject({ uris: [uri], ready: false });
  });

  it('gets the tickets to mark, of the kinds that it marks', async () => {
    const session = await opened();
    const lines = kite.split('\n');
    const ask = async (kinds?: string[]) => {
      const found = await session.request<MarksResult>('planTruth/marks', { uri, kinds });
      return [found.ready, found.waiting].map((ranges) => ranges.map(({ start }) => lines[start.line]!.slice(2, 7)));
    };
    const [ready, waiting] = [['K-003'], ['K-101', 'K-102']];
    expect(await ask()).toEqual([ready, waiting]);
    expect(await ask(['ready'])).toEqual([ready, []]);
    expect(await ask(['waiting'])).toEqual([[], waiting]);
  });

  it('gets the files that could not be read, until they can be', async () => {
    const files = new Map<string, string | null>([
      ['memfs:/kite/PLAN.md', kite],
      ['memfs:/kite/LOCKED.md', null],
    ]);
    const session = Session.start(server);
    session.folders = ['memfs:/kite'];
    session.connection.onRequest('planTruth/fs/findFiles', () => [...files.keys()]);
    session.connection.onRequest('planTruth/fs/readFile', (params: { uri: string }) => files.get(params.uri) ?? null);
    const asking = { ...ableClient, workspace: { ...ableClient.workspace, workspaceFolders: true } };
    await session.initialize(asking, { initializationOptions: { fileSystem: 'client' } });
    const unreadable = () => session.request<string[]>('planTruth/unreadable', null);
    await expect.poll(unreadable, { timeout: 20_000 }).toEqual(['memfs:/kite/LOCKED.md']);
    files.delete('memfs:/kite/LOCKED.md');
    session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'memfs:/kite/LOCKED.md', type: 1 }] });
    await expect.poll(unreadable, { timeout: 20_000 }).toEqual([]);
  });

  it('says nothing of the tree while nobody sees it, and all at once when somebody does', async () => {
    const session = await opened();
    const view = { groupBy: 'status', filter: [], me: [] };
    await session.request('planTruth/tree', { parent: null, view });
    session.notify('planTruth/treeVisible', { visible: false });
    const hidden = session.listen('planTruth/treeChanged');
    session.notify('textDocument/didChange', {
      textDocument: { uri, version: 5 },
      contentChanges: [{ text: kite.replace('OPEN        | -', 'BLOCKED     | -') }],
    });
    expect(await hidden).toMatchObject({ uris: [uri], parents: [], items: [] });
    const seen = session.listen('planTruth/treeChanged');
    session.notify('planTruth/treeVisible', { visible: true });
    expect(await seen).toMatchObject({ uris: [], parents: [null] });
  });

  it('gets how far a plan is, and nothing of what is none', async () => {
    const session = await opened();
    const ask = (of: string) => session.request<ProgressResult>('planTruth/progress', { uri: of });
    expect(await ask(uri)).toEqual({ label: 'Kite', done: 1, total: 5, ready: 1, waiting: 2 });
    session.open('file:///plans/README.md', kite);
    session.open('file:///plans/notes.md', '# Notes\n\nJust words.\n');
    for (const name of ['README.md', 'notes.md', 'nowhere.md'])
      expect(await ask(`file:///plans/${name}`), name).toBeNull();
  });
});

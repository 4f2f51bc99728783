import { beforeAll, describe, expect, it } from 'vitest';
import type { ProgressResult, ReadyResult, StatusChoicesResult, TreeResult } from '../../server/src/protocol';
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
    expect(await changed).toEqual({ uris: [uri], parents: [], items: [], ready: true, progress: [] });
    expect(await session.request('planTruth/ready', null)).toEqual({ tickets: [], total: 0 });
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

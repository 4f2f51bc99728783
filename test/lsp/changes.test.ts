import { beforeAll, describe, expect, it } from 'vitest';
import type { AddTicketResult, EditResult, TreeNode, WireWorkspaceEdit } from '../../server/src/protocol';
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
  const children = (parent: string) => session.request<TreeNode[]>('planTruth/tree', { parent });
  const [a, b] = await children(uri);
  const tickets = [...(await children(a!.id)), ...(await children(b!.id))];
  const id = (name: string) => tickets.find(({ label }) => label.startsWith(name))!.id;
  return { session, a: a!.id, b: b!.id, id };
}

/** What an edit of one document in version 4 puts in. */
function inserted({ documentChanges }: WireWorkspaceEdit): string[] {
  expect(documentChanges.map(({ textDocument }) => textDocument)).toEqual([{ uri, version: 4 }]);
  return documentChanges[0]!.edits.map(({ newText }) => newText).filter((text) => text.trim() !== '');
}

function edit(result: EditResult | AddTicketResult): WireWorkspaceEdit {
  if ('refused' in result) throw new Error(result.refused);
  return result.edit;
}

describe('the client’s views change a plan', () => {
  it('with a new ticket in a phase or below another one, and where its title is then', async () => {
    const { session, b, id } = await opened();
    const add = (params: object) => session.request<AddTicketResult>('planTruth/addTicket', params);
    const last = await add({ at: b, title: 'Lamp' });
    expect(inserted(edit(last))).toEqual(['\n| K-103 | Lamp           |           | OPEN        | -            |']);
    const line = kite.split('\n').findIndex((text) => text.startsWith('| K-102')) + 1;
    expect(last).toMatchObject({
      id: 'K-103',
      title: 'Lamp',
      uri,
      range: { start: { line, character: 10 }, end: { line, character: 14 } },
    });
    expect(await add({ at: id('K-001') })).toMatchObject({ id: 'K-004', title: 'New ticket' });
    expect(await add({ at: uri })).toEqual({ refused: expect.stringContaining('Say in which phase') });
    expect(await add({ at: `${uri}#no` })).toEqual({ refused: 'This is no longer in the plan.' });
  });

  it('with dependencies that come and go', async () => {
    const { session, a, id } = await opened();
    const ask = (method: string, from: string, on: string) =>
      session.request<EditResult>(`planTruth/${method}`, { id: from, on });
    expect(inserted(edit(await ask('addDependency', id('K-003'), id('K-001'))))).toEqual(['K-001']);
    expect(inserted(edit(await ask('addDependency', id('K-102'), a)))).toEqual([', Phase A']);
    expect(edit(await ask('removeDependency', id('K-101'), id('K-002'))).documentChanges[0]!.edits).toHaveLength(2);
    expect(await ask('addDependency', id('K-001'), id('K-102'))).toEqual({
      refused: 'K-102 Tricks waits on K-001 Frame of spars itself.',
    });
    expect(await ask('removeDependency', id('K-001'), `${uri}#no`)).toHaveProperty('refused');
  });

  it('with tickets in another phase', async () => {
    const { session, a, b, id } = await opened();
    const move = (params: object) => session.request<EditResult>('planTruth/moveTickets', params);
    const [row] = inserted(edit(await move({ ids: [id('K-003')], to: b })));
    expect(row).toContain('| K-003 | Line and reel');
    expect(edit(await move({ ids: [id('K-102')], to: b, before: id('K-101') })).documentChanges).toHaveLength(1);
    expect(await move({ ids: [id('K-003')], to: a })).toHaveProperty('refused');
    expect(await move({ ids: [id('K-003')], to: id('K-001') })).toHaveProperty('refused');
    expect(await move({ ids: [`${uri}#no`], to: a })).toEqual({ refused: 'This is no longer in the plan.' });
    expect(session.logged).toEqual([]);
  });
});

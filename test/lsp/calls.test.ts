import { beforeAll, describe, expect, it } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentLink,
} from 'vscode-languageserver/node';
import { ableClient, buildServer, Session } from '../support/languageServer';
import { kite } from '../support/plans';

let server: string;
beforeAll(async () => {
  server = await buildServer();
});

const uri = 'file:///plans/PROGRESS.md';
const other = 'file:///plans/計画.md';
const more =
  '# More\r\n\r\n| # | Title | Status | Depends On |\r\n|---|---|---|---|\r\n| #1 | 𝒯 | OPEN | K-003, K-001 |\r\n| #2 | x | OPEN | #1 |\r\n';

async function opened() {
  const session = Session.start(server);
  await session.initialize(ableClient);
  session.open(uri, kite);
  session.open(other, more);
  return session;
}

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length - 1;

describe('call hierarchy', () => {
  it('goes from a ticket to its blockers and to what it unblocks, and on from there', async () => {
    const session = await opened();
    const [item] = await session.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
      textDocument: { uri: other },
      position: { line: 4, character: 3 },
    });
    expect(item).toMatchObject({
      name: '#1 𝒯',
      detail: 'OPEN · 計画.md',
      uri: other,
      selectionRange: { start: { line: 4, character: 2 }, end: { line: 4, character: 4 } },
    });
    const out = await session.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
    expect(out.map(({ to, fromRanges }) => [to.name, to.uri, to.range.start.line, fromRanges])).toEqual([
      [
        'K-003 Line and reel',
        uri,
        lineOf(kite, '| K-003'),
        [{ start: { line: 4, character: 19 }, end: { line: 4, character: 24 } }],
      ],
      [
        'K-001 Frame of spars',
        uri,
        lineOf(kite, '| K-001'),
        [{ start: { line: 4, character: 26 }, end: { line: 4, character: 31 } }],
      ],
    ]);
    const incoming = (one: CallHierarchyItem) =>
      session.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item: one });
    expect((await incoming(item!)).map(({ from, fromRanges }) => [from.name, fromRanges[0]!.start])).toEqual([
      ['#2 x', { line: 5, character: 18 }],
    ]);
    expect((await incoming(out[0]!.to)).map(({ from }) => from.name)).toEqual(['#1 𝒯', 'K-101 First flight']);
  });

  it('ends with what is gone', async () => {
    const session = await opened();
    const [item] = await session.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
      textDocument: { uri: other },
      position: { line: 4, character: 3 },
    });
    session.notify('textDocument/didChange', {
      textDocument: { uri: other, version: 2 },
      contentChanges: [{ text: '# More\n' }],
    });
    expect(await session.request('callHierarchy/outgoingCalls', { item })).toBeNull();
    expect(await session.request('callHierarchy/incomingCalls', { item })).toBeNull();
    expect(
      await session.request('textDocument/prepareCallHierarchy', {
        textDocument: { uri },
        position: { line: 0, character: 0 },
      }),
    ).toBeNull();
  });
});

it('links #ids to their lines', async () => {
  const session = await opened();
  const links = await session.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: other } });
  expect(links).toEqual([
    {
      range: { start: { line: 5, character: 18 }, end: { line: 5, character: 20 } },
      target: `${other}#L5`,
      tooltip: '#1 𝒯',
    },
  ]);
  expect(await session.request('textDocument/documentLink', { textDocument: { uri: 'file:///no.md' } })).toEqual([]);
});

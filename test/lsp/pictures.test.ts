import { beforeAll, describe, expect, it } from 'vitest';
import type { BoardResult, GraphResult, ReportResult } from '../../server/src/protocol';
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

describe('the board', () => {
  it('comes with lines to go to, and is told of when it may have changed', async () => {
    const session = await opened();
    const ask = () => session.request<BoardResult>('planTruth/board', { uri });
    const before = await ask();
    expect(before).toMatchObject({
      uri,
      title: 'Kite',
      phases: [{ label: 'Phase A — Ground', done: 1, total: 3 }, {}],
    });
    const card = before!.cards.find(({ name }) => name === 'K-003')!;
    expect(kite.split('\n')[card.line]).toMatch(/^\| K-003/);
    expect(before!.columns[card.column]!.label).toBe('OPEN');

    const changed = session.listen('planTruth/picturesChanged');
    session.notify('textDocument/didChange', {
      textDocument: { uri, version: 5 },
      contentChanges: [{ text: kite.replace('wt/line   | OPEN  ', 'wt/line   | MERGED') }],
    });
    await changed;
    const after = await ask();
    const moved = after!.cards.find(({ id }) => id === card.id)!;
    expect(after!.columns[moved.column]!.label).toBe('MERGED');
  });

  it('shows at once what a move makes untrue', async () => {
    const session = await opened(kite.replace('wt/first  | OPEN  ', 'wt/first  | MERGED'));
    const drawn = await session.request<BoardResult>('planTruth/board', { uri });
    expect(drawn!.cards.find(({ name }) => name === 'K-101')!.findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('K-101 is MERGED but depends on K-002'),
    );
  });

  it('is not there for what is no plan', async () => {
    const session = await opened();
    session.open('file:///plans/README.md', kite);
    for (const name of ['README.md', 'nowhere.md'])
      expect(await session.request('planTruth/board', { uri: `file:///plans/${name}` }), name).toBeNull();
  });
});

describe('the graph', () => {
  it('comes with lines to go to, and with what other plans have to do with it', async () => {
    const session = await opened();
    const other = 'file:///plans/OTHER.md';
    session.open(
      other,
      '| ID | Title | Status | Depends On |\n|--|--|--|--|\n| X-1 | Wind | OPEN | K-102 |\n| X-2 | Sun | OPEN | - |\n',
    );
    const graph = (await session.request<GraphResult>('planTruth/graph', { uri }))!;
    expect(graph).toMatchObject({ uri, title: 'Kite', critical: { unit: null } });
    for (const { name, line, band } of graph.nodes)
      if (graph.bands[band]!.uri === uri) expect(kite.split('\n')[line]).toMatch(new RegExp(`^\\| ${name}`));
    expect(graph.nodes.filter(({ band }) => graph.bands[band]!.uri === other).map(({ name }) => name)).toEqual(['X-1']);
    expect(await session.request('planTruth/graph', { uri: 'file:///plans/nowhere.md' })).toBeNull();
  });
});

describe('the progress report', () => {
  it('comes with lines to go to', async () => {
    const session = await opened();
    const report = await session.request<ReportResult>('planTruth/report', { uri });
    expect(report).toMatchObject({ uri, title: 'Kite', counts: { todo: 3, active: 1, done: 1 }, waves: [2, 1, 1] });
    for (const { label, line } of report!.phases) expect(kite.split('\n')[line]).toBe(`## ${label}`);
    expect(kite.split('\n')[report!.ready[0]!.line]).toMatch(/^\| K-003/);
  });
});

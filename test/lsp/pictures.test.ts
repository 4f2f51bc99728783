import { beforeAll, describe, expect, it } from 'vitest';
import { changed as makeChanges } from '../../client/src/panels/changes';
import type { Board, Graph, PictureResult, Report } from '../../server/src/protocol';
import { ableClient, buildServer, Session } from '../support/languageServer';
import { kite } from '../support/plans';

let server: string;
beforeAll(async () => {
  server = await buildServer();
});

const uri = 'file:///plans/PROGRESS.md';

/** A whole picture; null where there is none. */
async function whole<D>(session: Session, method: string, of = uri): Promise<D | null> {
  const answer = await session.request<PictureResult<D>>(method, { uri: of, have: null });
  return answer && 'whole' in answer ? answer.whole : null;
}

async function opened(text = kite) {
  const session = Session.start(server);
  await session.initialize(ableClient);
  session.open(uri, text, 4);
  return session;
}

describe('the board', () => {
  it('comes with lines to go to, and is told of when it may have changed', async () => {
    const session = await opened();
    const ask = () => whole<Board>(session, 'planTruth/board');
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

  it('comes as what has changed where the client has the one before, and as nothing where nothing has', async () => {
    const session = await opened();
    const ask = (have: number | null) => session.request<PictureResult<Board>>('planTruth/board', { uri, have });
    const first = (await ask(null))!;
    expect(await ask(first.number)).toEqual({
      number: first.number,
      since: first.number,
      changes: { fields: {}, lists: {} },
    });
    const moved = kite.replace('wt/line   | OPEN  ', 'wt/line   | MERGED').replace('# Kite', '\n# Kite');
    const changed = session.listen('planTruth/picturesChanged');
    session.notify('textDocument/didChange', {
      textDocument: { uri, version: 5 },
      contentChanges: [{ text: moved }],
    });
    await changed;
    const second = (await ask(first.number))!;
    if (!('whole' in first) || !('changes' in second)) throw new Error('expected all, then changes');
    const news = second.changes.lists.cards!.parts.filter((part) => !Array.isArray(part)) as { name: string }[];
    expect(news.map(({ name }) => name)).toContain('K-003');
    expect(news.length).toBeLessThan(first.whole.cards.length);
    expect(makeChanges(first.whole, second.changes)).toEqual(await whole<Board>(session, 'planTruth/board'));
    expect(await ask(first.number)).toHaveProperty('whole');
  });

  it('shows at once what a move makes untrue', async () => {
    const session = await opened(kite.replace('wt/first  | OPEN  ', 'wt/first  | MERGED'));
    const drawn = await whole<Board>(session, 'planTruth/board');
    expect(drawn!.cards.find(({ name }) => name === 'K-101')!.findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('K-101 is MERGED but depends on K-002'),
    );
  });

  it('is not there for what is no plan', async () => {
    const session = await opened();
    session.open('file:///plans/README.md', kite);
    for (const name of ['README.md', 'nowhere.md'])
      expect(await session.request('planTruth/board', { uri: `file:///plans/${name}`, have: null }), name).toBeNull();
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
    const graph = (await whole<Graph>(session, 'planTruth/graph'))!;
    expect(graph).toMatchObject({ uri, title: 'Kite', critical: { unit: null } });
    for (const { name, line, band } of graph.nodes)
      if (graph.bands[band]!.uri === uri) expect(kite.split('\n')[line]).toMatch(new RegExp(`^\\| ${name}`));
    expect(graph.nodes.filter(({ band }) => graph.bands[band]!.uri === other).map(({ name }) => name)).toEqual(['X-1']);
    expect(await session.request('planTruth/graph', { uri: 'file:///plans/nowhere.md', have: null })).toBeNull();
  });
});

describe('the progress report', () => {
  it('comes with lines to go to', async () => {
    const session = await opened();
    const report = await whole<Report>(session, 'planTruth/report');
    expect(report).toMatchObject({ uri, title: 'Kite', counts: { todo: 3, active: 1, done: 1 }, waves: [2, 1, 1] });
    for (const { label, line } of report!.phases) expect(kite.split('\n')[line]).toBe(`## ${label}`);
    expect(kite.split('\n')[report!.ready[0]!.line]).toMatch(/^\| K-003/);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { planGraph } from '../../server/src/core/features/graph';
import { Workspace } from '../../server/src/core/workspace';
import { sizesOf } from '../../server/src/graph/draw';
import { layOut } from '../../server/src/graph/layout';
import { everything, visibleIn } from '../../server/src/graph/visible';
import type { Board, BoardCard, Graph } from '../../server/src/protocol';
import { kite } from '../support/plans';

vi.stubGlobal('document', { body: { dataset: {} } });
const { arrange, closedAtFirst } = await import('../../client/webview/board/arrange');
const { isBoard } = await import('../../client/webview/board/data');
const { isGraph } = await import('../../client/webview/graph/data');
const { nextFrom } = await import('../../client/webview/graph/way');
const { isGraphMessage } = await import('../../client/src/panels/graphMessages');
const { isReport } = await import('../../client/webview/progress/data');
const { isCommonRequest, isPanelState, isShow } = await import('../../client/src/panels/messages');

vi.unstubAllGlobals();

const card = (id: string, fields: Partial<BoardCard> = {}): BoardCard => ({
  id,
  isPhase: false,
  name: id,
  title: `Title of ${id}`,
  line: 0,
  column: 0,
  word: null,
  phase: null,
  owner: null,
  estimate: null,
  priority: null,
  parent: null,
  progress: null,
  settable: true,
  ready: false,
  waitsOn: [],
  findings: [],
  ...fields,
});

const board = (cards: BoardCard[], phases: string[] = [], owners: string[] = []): Board => ({
  uri: 'file:///plan.md',
  title: 'Plan',
  columns: [
    { label: 'Open', kind: 'todo', words: ['Open'] },
    { label: 'Done', kind: 'done', words: ['Done'] },
  ],
  phases: phases.map((label, i) => ({ id: `p${i}`, label, line: i, status: null, done: 0, total: 1 })),
  owners,
  cards,
});

const all = { lanes: 'phase', only: 'all', search: '' } as const;
const shown = (lanes: ReturnType<typeof arrange>) =>
  lanes.map(({ label, cells }) => `${label}: ${cells.map((cell) => cell.map(({ id }) => id).join(' ')).join(' | ')}`);

describe('the lanes of the board', () => {
  it('go by phase or owner, with a lane for what is in none; a lane without cards is left out', () => {
    const drawn = board(
      [
        card('a', { phase: 1, owner: 'Mia' }),
        card('b', { column: 1 }),
        card('c', { phase: 1, owner: 'Bo', column: 1 }),
      ],
      ['One', 'Two'],
      ['Mia', 'Bo'],
    );
    expect(shown(arrange(drawn, all))).toEqual(['Two: a | c', 'In no phase:  | b']);
    expect(shown(arrange(drawn, { ...all, lanes: 'owner' }))).toEqual(['Mia: a | ', 'Bo:  | c', 'No owner:  | b']);
    expect(shown(arrange(drawn, { ...all, lanes: 'none' }))).toEqual([': a | b c']);
  });

  it('tell phases that are cards from tickets in no phase', () => {
    const cards = [card('t', { phase: 0 }), card('p', { isPhase: true }), card('b')];
    expect(shown(arrange(board(cards, ['One']), all))).toEqual([
      'One: t | ',
      'Phases without tickets: p | ',
      'In no phase: b | ',
    ]);
    expect(shown(arrange(board(cards.slice(1, 2)), all))).toEqual([': p | ']);
  });

  it('hold what is searched for, in whatever case and width, all words of it', () => {
    const drawn = board([
      card('A-1', { title: 'Keel of oak', owner: 'Mia', waitsOn: ['B-9'] }),
      card('A-2', { title: 'ＡＢＣの帆' }),
    ]);
    const found = (search: string) =>
      arrange(drawn, { ...all, search }).flatMap(({ cells }) => cells.flat().map(({ id }) => id));
    expect(found('OAK mia')).toEqual(['A-1']);
    expect(found('b-9')).toEqual(['A-1']);
    expect(found('abc')).toEqual(['A-2']);
    expect(found('oak sail')).toEqual([]);
  });

  it('hold what is ready, what waits and what has findings', () => {
    const finding = { severity: 'warning', message: 'no' } as const;
    const drawn = board([
      card('r', { ready: true }),
      card('w', { waitsOn: ['r'] }),
      card('f', { findings: [finding] }),
    ]);
    for (const [only, id] of [
      ['ready', 'r'],
      ['waiting', 'w'],
      ['findings', 'f'],
    ] as const)
      expect(shown(arrange(drawn, { ...all, only }))).toEqual([`: ${id} | `]);
  });

  it('are closed at first where they are finished, and where enough lies open', () => {
    const cards = Array.from({ length: 10_000 }, (_, i) => card(`t${i}`, { phase: Math.floor(i / 100) }));
    const phases = Array.from({ length: 100 }, (_, i) => `Phase ${i}`);
    const drawn = board(cards, phases);
    drawn.phases[0]!.done = 1;
    const closed = closedAtFirst(arrange(drawn, all));
    expect(closed.has('p0')).toBe(true);
    expect(100 - closed.size).toBe(4);
    expect(closedAtFirst(arrange(board([card('a')]), all)).size).toBe(0);
  });
});

const graph = (text = kite): Graph => {
  const uri = 'file:///plan.md';
  const { bands, nodes, edges, critical } = planGraph(new Workspace().apply({ documents: [{ uri, text }] }), null);
  return structuredClone({
    uri,
    title: 'Kite',
    bands: bands.map((band) => ({ ...band, line: 0 })),
    nodes: nodes.map((node) => ({ ...node, line: 0 })),
    edges,
    critical,
  }) as unknown as Graph;
};

describe('the keys of the graph', () => {
  it('lead up and down the chain, and along the rows', () => {
    const drawn = graph();
    const visible = visibleIn(drawn, everything);
    const model = { graph: drawn, visible, layout: layOut(visible, sizesOf(drawn)) };
    const at = (name: string) => drawn.nodes.findIndex((node) => node.name === name);
    const next = (name: string, key: string) => drawn.nodes[nextFrom(model, at(name), key) ?? -1]?.name ?? null;
    expect(next('K-102', 'ArrowUp')).toBe('K-101');
    expect(['K-002', 'K-003']).toContain(next('K-101', 'ArrowUp'));
    expect(next('K-001', 'ArrowDown')).toBe('K-002');
    expect(next('K-001', 'ArrowUp')).toBeNull();
    expect(next('K-102', 'ArrowDown')).toBeNull();
    expect(next('K-101', 'ArrowRight')).toBe('K-102');
    expect(next('K-102', 'ArrowLeft')).toBe('K-101');
    expect(next('K-101', 'End')).toBe('K-102');
    const all = new Set(['K-101']);
    for (let name: string | null = next('K-101', 'Home'); name; name = next(name, 'ArrowRight')) all.add(name);
    expect(all.size).toBe(5);
  });
});

describe('what comes over the border', () => {
  it('is a graph where its numbers lead somewhere', () => {
    expect(isGraph(graph())).toBe(true);
    const bad: ((drawn: Graph) => void)[] = [
      (drawn) => (drawn.nodes[0]!.band = 9),
      (drawn) => (drawn.edges[0]!.from = 99),
      (drawn) => (drawn.edges[0]!.to = ~9),
      (drawn) => (drawn.bands[0]!.parent = 5),
      (drawn) => (drawn.critical = { nodes: [77], length: 1, unit: null }),
      (drawn) => (drawn.nodes[0]!.title = null as unknown as string),
    ];
    for (const spoil of bad) {
      const drawn = graph();
      spoil(drawn);
      expect(isGraph(drawn), String(spoil)).toBe(false);
    }
  });

  it('is what a graph asks for, and nothing else', () => {
    expect(isGraphMessage({ type: 'export', format: 'svg', content: '<svg/>' })).toBe(true);
    expect(isGraphMessage({ type: 'chooseStatus', id: 'a' })).toBe(true);
    expect(isGraphMessage({ type: 'copy', text: 'flowchart' })).toBe(true);
    for (const one of [
      { type: 'export', format: 'html', content: '' },
      { type: 'copy' },
      { type: 'chooseStatus', id: 1 },
    ])
      expect(isGraphMessage(one)).toBe(false);
  });

  it('is taken where it is what it should be', () => {
    const show = { type: 'show', plans: [{ uri: 'u', label: 'l' }], bound: null, stale: false };
    const changes = { fields: { title: '' }, lists: { cards: { parts: [[0, 2], { id: 'x' }], lines: [1, 2, 3] } } };
    for (const picture of [null, { number: 1, whole: {} }, { number: 2, since: 1, changes }])
      expect(isShow({ ...show, picture }), JSON.stringify(picture)).toBe(true);
    for (const picture of [
      undefined,
      { number: 1 },
      { number: 2, changes },
      { number: 2, since: 1, changes: { fields: {} } },
      { number: 2, since: 1, changes: { fields: {}, lists: { cards: { parts: [[0, -1]], lines: null } } } },
      { number: 2, since: 1, changes: { fields: {}, lists: { cards: { parts: ['x'], lines: null } } } },
      { number: 2, since: 1, changes: { fields: {}, lists: { cards: { parts: [], lines: ['1'] } } } },
    ])
      expect(isShow({ ...show, picture }), JSON.stringify(picture)).toBe(false);
    expect(isBoard(board([card('a')]))).toBe(true);
    expect(isCommonRequest({ type: 'open', uri: 'u', line: 3 })).toBe(true);
    expect(isCommonRequest({ type: 'setStatus', ids: ['a'], words: ['Done'], kind: 'done' })).toBe(true);
    expect(isPanelState({ uri: null, bound: null })).toBe(true);
  });

  it('is refused where it is anything else', () => {
    const garbage = [null, undefined, 3, 'show', [], {}, { type: 'open' }, { type: 'open', uri: 'u', line: '3' }];
    for (const one of [...garbage, { type: 'open', uri: 'u', line: Number.NaN }, { type: 'command', id: 'x' }])
      expect(isCommonRequest(one), JSON.stringify(one)).toBe(false);
    for (const one of garbage) {
      expect(isBoard(one)).toBe(false);
      expect(isReport(one)).toBe(false);
      expect(isGraph(one)).toBe(false);
      expect(isGraphMessage(one)).toBe(false);
      expect(isPanelState(one)).toBe(false);
    }
    expect(isBoard(board([card('a', { column: 7 })]))).toBe(false);
    expect(isBoard(board([card('a', { phase: 0 })]))).toBe(false);
    expect(isCommonRequest({ type: 'setStatus', ids: [1], words: [], kind: null })).toBe(false);
    expect(isCommonRequest({ type: 'setStatus', ids: [], words: [], kind: 'finished' })).toBe(false);
  });
});

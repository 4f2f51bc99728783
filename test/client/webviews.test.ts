import { describe, expect, it, vi } from 'vitest';
import type { Board, BoardCard } from '../../server/src/protocol';

vi.stubGlobal('document', { body: { dataset: {} } });
const { arrange, closedAtFirst } = await import('../../client/webview/board/arrange');
const { isBoard } = await import('../../client/webview/board/data');
const { isReport } = await import('../../client/webview/progress/data');
const { isCommonRequest, isPanelState, isShow } = await import('../../client/src/panels/messages');

const card = (id: string, fields: Partial<BoardCard> = {}): BoardCard => ({
  id,
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

describe('what comes over the border', () => {
  it('is taken where it is what it should be', () => {
    const show = {
      type: 'show',
      data: board([card('a')]),
      plans: [{ uri: 'u', label: 'l' }],
      bound: null,
      stale: false,
    };
    expect(isShow(isBoard)(show)).toBe(true);
    expect(isShow(isBoard)({ ...show, data: null })).toBe(true);
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
      expect(isPanelState(one)).toBe(false);
    }
    expect(isBoard(board([card('a', { column: 7 })]))).toBe(false);
    expect(isBoard(board([card('a', { phase: 0 })]))).toBe(false);
    expect(isCommonRequest({ type: 'setStatus', ids: [1], words: [], kind: null })).toBe(false);
    expect(isCommonRequest({ type: 'setStatus', ids: [], words: [], kind: 'finished' })).toBe(false);
  });
});

// @vitest-environment happy-dom
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Board, BoardCard } from '../../server/src/protocol';

const posted: { type: string; [field: string]: unknown }[] = [];
let state: unknown;

/** The page as the panel opens it, once: a bundle has one board. */
beforeAll(async () => {
  // Test files share a document and modules.
  vi.resetModules();
  document.body.replaceChildren();
  document.body.dataset.texts = '{}';
  vi.stubGlobal('acquireVsCodeApi', () => ({
    postMessage: (message: (typeof posted)[number]) => posted.push(message),
    getState: () => state,
    setState: (next: unknown) => {
      state = next;
    },
  }));
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
    },
  );
  await import('../../client/webview/board/main');
});

const card = (name: string, fields: Partial<BoardCard> = {}): BoardCard => ({
  id: `file:///plan.md#${name}`,
  isPhase: false,
  name,
  title: `Title of ${name}`,
  line: 5,
  column: 0,
  word: null,
  phase: 0,
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

const board = (cards: BoardCard[]): Board => ({
  uri: 'file:///plan.md',
  title: 'Plan',
  columns: [
    { label: 'Open', kind: 'todo', words: ['Open'] },
    { label: 'WIP', kind: 'active', words: ['WIP', 'doing'] },
    { label: 'Done', kind: 'done', words: ['Done'] },
    { label: null, kind: null, words: [] },
  ],
  phases: [
    { id: 'p1', label: 'Phase 1', line: 2, status: null, done: 0, total: 3 },
    { id: 'p2', label: 'Phase 2', line: 9, status: null, done: 0, total: 1 },
  ],
  owners: [],
  cards,
});

const show = (data: Board | null, rest: object = {}) =>
  window.dispatchEvent(
    new MessageEvent('message', {
      data: {
        type: 'show',
        picture: data && { number: 1, whole: data },
        plans: [],
        bound: null,
        stale: false,
        ...rest,
      },
    }),
  );
const find = (name: string) => document.querySelector<HTMLElement>(`[data-key="file:///plan.md#${name}"]`)!;
const press = (key: string, more: KeyboardEventInit = {}) =>
  document.activeElement!.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  );
const focused = () => (document.activeElement as HTMLElement).dataset.key?.split('#')[1];
const names = (selector: string) => [...document.querySelectorAll(selector)].map((element) => element.textContent);

const plan = () => board([card('A-1'), card('A-2'), card('A-3', { column: 1 }), card('B-1', { phase: 1 })]);

beforeEach(() => {
  show(plan());
  posted.length = 0;
});

describe('the page of the board', () => {
  it('keeps the elements of what did not change, and the focus of what did', () => {
    const before = find('A-2');
    find('A-1').focus();
    show(
      board([card('A-1', { title: 'Another' }), card('A-2'), card('A-3', { column: 1 }), card('B-1', { phase: 1 })]),
    );
    expect(find('A-2')).toBe(before);
    expect(find('A-1').querySelector('.title')!.textContent).toBe('Another');
    expect(focused()).toBe('A-1');
    show(board([card('A-2'), card('A-1', { column: 2 }), card('A-3', { column: 1 }), card('B-1', { phase: 1 })]));
    expect(focused()).toBe('A-1');
    expect(document.querySelectorAll('.card[tabindex="0"]')).toHaveLength(1);
  });

  it('gives the focus to the next card where one goes, and finds it again in other columns', () => {
    find('A-1').focus();
    show(board([card('A-2'), card('A-3', { column: 1 })]));
    expect(focused()).toBe('A-2');
    const { columns, ...rest } = plan();
    show({ ...rest, columns: columns.with(0, { label: 'Todo', kind: 'todo', words: ['Todo'] }) });
    expect(focused()).toBe('A-2');
    show(board([card('A-3', { column: 1 })]));
    expect(focused()).toBe('A-3');
  });

  it('takes the focus from nobody who is in the editor, and has it on coming back', () => {
    find('A-1').focus();
    const away = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    show(board([card('A-2'), card('A-1', { column: 2 })]));
    expect(document.activeElement).toBe(document.body);
    away.mockRestore();
    window.dispatchEvent(new FocusEvent('focus'));
    expect(focused()).toBe('A-1');
  });

  it('goes from card to card with the arrows, across lanes and past empty columns', () => {
    find('A-1').focus();
    const path = ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'End', 'Home'].map((key) => {
      press(key);
      return focused();
    });
    expect(path).toEqual(['A-2', 'B-1', 'A-2', 'A-3', 'A-1', 'B-1', 'A-1']);
  });

  it('sets a status with Shift and an arrow: the card goes at once, and what is wrong then is told', () => {
    find('A-1').focus();
    press('ArrowRight', { shiftKey: true });
    expect(posted).toEqual([
      { type: 'setStatus', ids: ['file:///plan.md#A-1'], words: ['WIP', 'doing'], kind: 'active' },
    ]);
    expect(find('A-1').closest<HTMLElement>('.cell')!.dataset.column).toBe('1');
    expect(focused()).toBe('A-1');
    const findings = [{ severity: 'warning' as const, message: 'A-1 is WIP but depends on A-2' }];
    show(board([card('A-1', { column: 1, findings }), card('A-2'), card('A-3', { column: 1 })]));
    expect(document.querySelector('.told.seen')!.textContent).toBe('A-1 is now WIP.\nA-1 is WIP but depends on A-2');
    expect(find('A-1').getAttribute('aria-label')).toContain('A-1 is WIP but depends on A-2');
  });

  it('is dragged to a column; Escape lets go of it, and a click drags nothing', () => {
    const heads = [...document.querySelectorAll<HTMLElement>('.head')];
    for (const [i, head] of heads.entries())
      head.getBoundingClientRect = () => ({ left: i * 100, right: i * 100 + 90 }) as DOMRect;
    const root = document.querySelector<HTMLElement>('.board')!;
    const pointer = (type: string, x: number, target: HTMLElement = root) =>
      target.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, clientX: x, clientY: 50 }));
    const frames: FrameRequestCallback[] = [];
    vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => frames.push(run));
    root.setPointerCapture = root.releasePointerCapture = () => undefined;
    root.hasPointerCapture = () => false;

    pointer('pointerdown', 10, find('A-1'));
    pointer('pointermove', 12);
    pointer('pointerup', 12);
    pointer('pointerdown', 10, find('A-1'));
    pointer('pointermove', 250);
    for (const run of frames.splice(0)) run(0);
    expect(document.querySelector('.head.target .name')!.textContent).toBe('Done');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    pointer('pointerup', 250);
    expect(posted).toEqual([]);
    expect(document.querySelector('.ghost, .lifted, .target')).toBeNull();

    pointer('pointerdown', 10, find('A-1'));
    pointer('pointermove', 250);
    for (const run of frames.splice(0)) run(0);
    pointer('pointerup', 250);
    expect(posted).toEqual([{ type: 'setStatus', ids: ['file:///plan.md#A-1'], words: ['Done'], kind: 'done' }]);
    expect(document.querySelector('.ghost')).toBeNull();
    vi.unstubAllGlobals();
  });

  it('moves nothing to what is no status, and nothing whose status is not its own', () => {
    show(board([card('A-1', { column: 2 }), card('A-2', { settable: false })]));
    find('A-1').focus();
    press('ArrowRight', { shiftKey: true });
    find('A-2').focus();
    press('ArrowRight', { shiftKey: true });
    expect(posted).toEqual([]);
    expect(document.querySelector('.told')!.textContent).toMatch(/^The status of A-2 is not said on it/);
  });

  it('lists the statuses of a card, the one that it has checked, and goes to the line', () => {
    find('A-3').focus();
    press(' ');
    const items = [...document.querySelectorAll<HTMLElement>('.menu button')];
    expect(items.map((item) => [item.textContent, item.getAttribute('aria-checked')])).toEqual([
      ['Go to Line', null],
      ['Open', 'false'],
      ['WIP', 'true'],
      ['Done', 'false'],
    ]);
    expect(document.activeElement).toBe(items[2]);
    press('ArrowDown');
    expect(document.activeElement).toBe(items[3]);
    press('Escape');
    expect(focused()).toBe('A-3');
    expect(document.querySelector<HTMLElement>('.menu')!.hidden).toBe(true);
    press('Enter');
    expect(posted).toEqual([{ type: 'open', uri: 'file:///plan.md', line: 5 }]);
  });

  it('shows hostile titles as text', () => {
    const title = '<img src=x onerror=alert(1)> [x](javascript:alert(1))';
    show(
      board([
        card('<b>A</b>', { title, owner: '<i>', waitsOn: ['<u>'], findings: [{ severity: 'error', message: '<s>' }] }),
      ]),
    );
    expect(names('.card .title')).toEqual([title]);
    expect(names('.card .id')).toEqual(['<b>A</b>']);
    expect(document.querySelectorAll('img, b, i, u, s, a').length).toBe(0);
  });

  it('is told what has changed alone, and leaves the rest as it is; asks for all where it does not have what that is of', () => {
    const change = (since: number, changes: object) =>
      window.dispatchEvent(
        new MessageEvent('message', {
          data: { type: 'show', picture: { number: 7, since, changes }, plans: [], bound: null, stale: false },
        }),
      );
    const before = find('A-1');
    const title = before.querySelector('.title');
    const news = { ...card('A-3', { title: 'Another title', column: 1 }), line: 0 };
    change(1, {
      fields: { title: 'Another plan' },
      lists: { cards: { parts: [[0, 2], news, [3, 1]], lines: [9, 9, 9, 9] } },
    });
    expect(names('h1')).toEqual(['Another plan']);
    expect(find('A-3').textContent).toContain('Another title');
    expect(find('A-1').querySelector('.title')).toBe(title);
    expect(posted).toEqual([]);
    before.focus();
    press('Enter');
    expect(posted).toEqual([{ type: 'open', uri: 'file:///plan.md', line: 9 }]);
    for (const [since, lists] of [
      [7, { cards: { parts: [[0, 9]], lines: null } }],
      [1, {}],
      [7, { cards: { parts: [{ id: 'x' }], lines: null } }],
    ] as const) {
      show(board([card('A-1')]));
      posted.length = 0;
      change(since, { fields: {}, lists });
      expect(posted, JSON.stringify(lists)).toEqual(since === 1 ? [] : [{ type: 'ready' }]);
    }
  });

  it('ignores what is no message of the panel', () => {
    for (const data of [
      null,
      3,
      { type: 'show' },
      { type: 'show', picture: { number: 2, whole: { cards: 3 } } },
      { type: 'tell', text: 3 },
    ])
      window.dispatchEvent(new MessageEvent('message', { data }));
    expect(names('.card .id')).toEqual(['A-1', 'A-2', 'A-3', 'B-1']);
  });

  it('says so where there is no plan, and where the server is away', () => {
    show(null, { stale: true });
    expect(names('.empty:not([hidden])')).toContain('There is no plan to show.');
    expect(names('.stale:not([hidden])')).toHaveLength(1);
  });
});

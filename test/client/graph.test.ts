// @vitest-environment happy-dom
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { planGraph } from '../../server/src/core/features/graph';
import { Workspace } from '../../server/src/core/workspace';
import { type Layout, layOut, type Sizes } from '../../server/src/graph/layout';
import type { Visible } from '../../server/src/graph/visible';
import type { Graph } from '../../server/src/protocol';
import { kite } from '../support/plans';

const posted: { type: string; [field: string]: unknown }[] = [];
let state: unknown;
let layouts = 0;
const size = { clientWidth: 1000, clientHeight: 800 };
const before = Object.keys(size).map(
  (name) => [name, Object.getOwnPropertyDescriptor(HTMLElement.prototype, name)] as const,
);

/** The page as the panel opens it, once; its worker answers at once. */
beforeAll(async () => {
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
    'ResizeObserver',
    class {
      observe() {}
    },
  );
  for (const [name, value] of Object.entries(size))
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  vi.doMock('../../client/webview/graph/layouts', () => ({
    Layouts: class {
      ask(visible: Visible, sizes: Sizes, take: (layout: Layout) => void) {
        layouts++;
        take(layOut(visible, sizes));
      }
      forget() {}
    },
  }));
  await import('../../client/webview/graph/main');
});
afterAll(() => {
  vi.doUnmock('../../client/webview/graph/layouts');
  for (const [name, descriptor] of before)
    if (descriptor) Object.defineProperty(HTMLElement.prototype, name, descriptor);
    else Reflect.deleteProperty(HTMLElement.prototype, name);
});

const uri = 'file:///plan.md';
const graph = (text = kite): Graph => {
  const { bands, nodes, edges, critical } = planGraph(new Workspace().apply({ documents: [{ uri, text }] }), null);
  const lineOf = ({ start }: { start: number }) => text.slice(0, start).split('\n').length - 1;
  return structuredClone({
    uri,
    title: 'Kite',
    bands: bands.map((band) => ({ ...band, line: lineOf(band.span) })),
    nodes: nodes.map((node) => ({ ...node, line: lineOf(node.span) })),
    edges,
    critical,
  }) as unknown as Graph;
};

const show = (data: Graph | null, rest: object = {}) =>
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
const find = (name: string) =>
  [...document.querySelectorAll<SVGElement>('.node')].find(
    (node) => node.querySelector('.name')?.textContent === name,
  )!;
const names = () => [...document.querySelectorAll('.node .name')].map(({ textContent }) => textContent);
const press = (key: string, on: Element = document.activeElement!) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const focused = () => document.activeElement!.querySelector('.name')?.textContent;
const button = (label: string) => document.querySelector<HTMLElement>(`button[aria-label="${label}"]`)!;
const item = (text: string) =>
  [...document.querySelectorAll<HTMLElement>('.menu button')].find(({ textContent }) => textContent === text)!;

beforeEach(() => {
  show(graph());
  press('Escape', document.querySelector('.stage')!);
  posted.length = 0;
});

describe('the page of the graph', () => {
  it('has a labelled card for each ticket, in the order of the plan', () => {
    expect(names()).toEqual(['K-001', 'K-002', 'K-003', 'K-101', 'K-102']);
    expect(find('K-101').getAttribute('aria-label')).toBe(
      'K-101 First flight, OPEN (not started), waits on K-002 Sail and K-003 Line and reel, critical path',
    );
    expect(document.querySelectorAll('.picture .edge')).toHaveLength(4);
    expect(document.querySelector('.critical-words')!.textContent).toBe('Critical path: 3 tickets');
  });

  it('keeps what did not change, and lays nothing out where nothing moves', () => {
    const [sail, line] = [find('K-002'), find('K-003')];
    sail.focus();
    const count = layouts;
    show(graph(kite.replace('| Line and reel  |', '| Line, reel     |')));
    expect(find('K-002')).toBe(sail);
    expect(find('K-003')).toBe(line);
    expect(line.querySelector('text.title')!.textContent).toBe('Line, reel');
    expect(focused()).toBe('K-002');
    expect(layouts).toBe(count);
    show(graph(kite.replace('| OPEN        | K-101        |', '| OPEN        | K-001        |')));
    expect(layouts).toBe(count + 1);
    expect(find('K-002')).toBe(sail);
  });

  it('goes along the chain by keyboard, to the line, and tells where it ends', () => {
    press('ArrowDown', document.querySelector('.stage')!);
    find('K-102').focus();
    press('ArrowUp');
    expect(focused()).toBe('K-101');
    press('ArrowDown');
    expect(focused()).toBe('K-102');
    press('ArrowDown');
    expect(document.querySelector('.told')!.textContent).toBe('Nothing that is shown needs it.');
    press('Enter');
    const line = kite.split('\n').findIndex((one) => one.startsWith('| K-102'));
    expect(posted).toEqual([{ type: 'open', uri, line }]);
  });

  it('lights the chain of what has the focus', () => {
    find('K-002').focus();
    const faded = () => names().filter((name) => find(name!).classList.contains('faded'));
    expect(faded()).toEqual(['K-003']);
    find('K-002').blur();
    expect(faded()).toEqual([]);
  });

  it('shows one chain alone, and all again', () => {
    find('K-002').focus();
    press('f');
    expect(names()).toEqual(['K-001', 'K-002', 'K-101', 'K-102']);
    expect(document.querySelector('.chain .name')!.textContent).toBe('Chain of K-002 Sail');
    expect(focused()).toBe('K-002');
    press('Escape');
    expect(names()).toHaveLength(5);
    expect(document.querySelector<HTMLElement>('.chain')!.hidden).toBe(true);
  });

  it('has a menu for every ticket, by keyboard alone', () => {
    const card = find('K-003');
    card.focus();
    press(' ');
    expect([...document.querySelectorAll('.menu button')].map(({ textContent }) => textContent)).toEqual([
      'Go to Line',
      'Set Status…',
      'Show Its Chain Alone',
    ]);
    press('ArrowDown');
    (document.activeElement as HTMLElement).click();
    expect(posted).toEqual([{ type: 'chooseStatus', id: `${uri}#phase%3AA#ticket%3AK-003` }]);
    expect(document.activeElement).toBe(card);
    press(' ');
    press('Escape');
    expect(document.querySelector<HTMLElement>('.menu')!.hidden).toBe(true);
    expect(document.activeElement).toBe(card);
  });

  it('folds a phase and keeps that; edges end at the phase then', () => {
    const label = document.querySelector<SVGElement>('[aria-label="Phase A — Ground, 1/3"]')!;
    press('Enter', label);
    expect(names()).toEqual(['K-101', 'K-102']);
    expect(document.querySelectorAll('.picture .edge')).toHaveLength(2);
    expect((state as { own: { folds: object } }).own.folds).toEqual({ [`${uri}#phase%3AA`]: true });
    press('Enter', document.querySelector('[aria-label="Phase A — Ground, 1/3"]')!);
    expect(names()).toHaveLength(5);
  });

  it('says the same as text', () => {
    button('Show the graph as text').click();
    const row = [...document.querySelectorAll('tr')].find(({ textContent }) => textContent!.startsWith('K-101'))!;
    expect([...row.children].map(({ textContent }) => textContent)).toEqual([
      'K-101 First flight',
      'OPEN · not started · critical path',
      'K-002, K-003',
      'K-102',
    ]);
    expect([...row.closest('table')!.querySelectorAll('thead th')].map(({ textContent }) => textContent)).toEqual([
      'Ticket',
      'Status',
      'Needs',
      'Needed by',
    ]);
    button('Show the graph as text').click();
    expect(document.querySelector<HTMLElement>('.text-view')!.hidden).toBe(true);
  });

  it('is exported as it is shown', async () => {
    find('K-003').focus();
    press('f');
    button('Export the graph').click();
    item('Save as SVG…').click();
    await vi.waitFor(() => expect(posted).toHaveLength(1));
    expect(posted[0]).toMatchObject({ type: 'export', format: 'svg' });
    expect(posted[0]!.content).toContain('>K-101</text>');
    expect(posted[0]!.content).not.toContain('>K-002<');
    button('Export the graph').click();
    item('Copy as Mermaid').click();
    expect(posted[1]).toMatchObject({ type: 'copy', text: expect.stringMatching(/^flowchart TB\n/) });
    press('Escape', document.querySelector('.stage')!);
  });

  it('shows hostile titles as text', () => {
    const title = '<img src=x onerror=alert(1)> [a](javascript:alert(1))';
    const bad = graph();
    Object.assign(bad.nodes[2]!, {
      title,
      accessibleLabel: title,
      owner: title,
      findings: [{ rule: 'x', severity: 'warning', message: title }],
    });
    bad.bands[0]!.title = title;
    show(bad);
    expect(find('K-003').querySelector('text.title')!.textContent).toContain('<img');
    button('Show the graph as text').click();
    expect(document.querySelector('.text-view')!.textContent).toContain(title);
    expect(document.querySelectorAll('img, image, foreignObject, a, script, iframe')).toHaveLength(0);
    button('Show the graph as text').click();
  });

  it('says where there is no plan, and where the server is away', () => {
    show(null, { stale: true });
    expect(document.querySelector<HTMLElement>('.empty')!.hidden).toBe(false);
    expect(document.querySelector<HTMLElement>('.stale')!.hidden).toBe(false);
    expect(document.querySelector<HTMLElement>('main.graph')!.hidden).toBe(true);
  });
});

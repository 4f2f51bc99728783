// @vitest-environment happy-dom
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report, StatusCounts } from '../../server/src/protocol';

const posted: { type: string; [field: string]: unknown }[] = [];

beforeAll(async () => {
  // Test files share a document and modules.
  vi.resetModules();
  document.body.replaceChildren();
  document.body.dataset.texts = '{}';
  vi.stubGlobal('acquireVsCodeApi', () => ({
    postMessage: (message: (typeof posted)[number]) => posted.push(message),
    getState: () => undefined,
    setState: () => undefined,
  }));
  await import('../../client/webview/progress/main');
});

const counts = (fields: Partial<StatusCounts>): StatusCounts => ({
  todo: 0,
  active: 0,
  review: 0,
  done: 0,
  blocked: 0,
  dropped: 0,
  none: 0,
  ...fields,
});

const report = (fields: Partial<Report> = {}): Report => ({
  uri: 'file:///plan.md',
  title: 'Plan',
  today: '2026-03-01',
  counts: counts({ done: 3, active: 1, todo: 4 }),
  phases: [
    { label: 'Phase 1', line: 3, status: 'done', counts: counts({ done: 3 }), hasTickets: true },
    { label: 'Phase 2', line: 9, status: null, counts: counts({ active: 1, todo: 4 }), hasTickets: true },
  ],
  claims: [],
  history: {
    ofPhases: false,
    total: 8,
    points: [
      { date: '2026-02-01', done: 1 },
      { date: '2026-02-10', done: 3 },
    ],
    stated: [{ date: '2026-02-05', done: 2, total: 8 }],
    undated: 0,
  },
  milestones: [{ label: 'M1', line: 20, date: '2026-02-20', done: false, late: true }],
  ready: [{ label: 'T-4 Sow', line: 12, unblocks: 2 }],
  waves: [3, 2],
  ...fields,
});

const show = (data: Report | null) =>
  window.dispatchEvent(
    new MessageEvent('message', {
      data: { type: 'show', picture: data && { number: 1, whole: data }, plans: [], bound: null, stale: false },
    }),
  );
const section = (name: string) => document.querySelector<HTMLElement>(`.section.${name}`)!;
const rows = (name: string) =>
  [...section(name).querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent).join(' | '));

beforeEach(() => {
  show(report());
  posted.length = 0;
});

describe('the page of the progress view', () => {
  it('says of every picture the same in a table', () => {
    const bars = [...section('phases').querySelectorAll('svg.stack')].map((bar) => bar.getAttribute('aria-label'));
    expect(bars).toEqual(['done 3', 'in progress 1, open 4']);
    expect(rows('phases')).toEqual([
      'Phase | done | in progress | open | all | share done',
      'Phase 1 | 3 | 0 | 0 | 3 | 100%',
      'Phase 2 | 0 | 1 | 4 | 5 | 0%',
    ]);
    expect(section('time').querySelector('svg')!.getAttribute('aria-label')).toMatch(/3 of 8 tickets done by date/);
    expect(rows('time').slice(1)).toEqual(['Feb 1, 2026 | 1 | ', 'Feb 5, 2026 | 1 | 2/8', 'Feb 10, 2026 | 3 | ']);
  });

  it('turns to tables with a key and with a button', () => {
    const button = document.querySelector<HTMLElement>('button[aria-pressed]')!;
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 't' }));
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(document.querySelector('.told')!.textContent).toBe('Shown as tables.');
    button.click();
    expect(button.getAttribute('aria-pressed')).toBe('false');
  });

  it('draws only what changed, and keeps the focus', () => {
    const milestone = section('milestones').querySelector('button')!;
    const phase = section('phases').querySelector<HTMLElement>('button')!;
    phase.focus();
    show(report({ phases: [{ ...report().phases[0]!, counts: counts({ done: 2, todo: 1 }) }] }));
    expect(section('milestones').querySelector('button')).toBe(milestone);
    expect(section('phases').querySelectorAll('svg.stack')).toHaveLength(1);
    expect(document.activeElement!.textContent).toBe('Phase 1');
  });

  it('holds claims against counts, and leads to their lines', () => {
    const claimed = { done: 3, total: 3, percent: null };
    show(report({ claims: [{ scope: 'Phase 2', line: 30, text: '3/3', claimed, counted: { done: 0, total: 5 } }] }));
    expect(section('phases').querySelector('.differs')!.textContent).toBe('The plan says 3/3; its tickets say 0/5.');
    expect(section('claims').hidden).toBe(true);
    section('phases').querySelector<HTMLElement>('.differs button')!.click();
    expect(posted).toEqual([{ type: 'open', uri: 'file:///plan.md', line: 30 }]);
    show(report());
    expect(section('claims').hasAttribute('hidden')).toBe(true);
  });

  it('says so where nothing has a date, and where nothing is left', () => {
    const nothing = { ofPhases: false, total: 3, points: [], stated: [], undated: 3 };
    show(report({ history: nothing, ready: [], waves: [], milestones: [] }));
    expect(section('time').textContent).toContain('No dated entry');
    expect(section('next').textContent).toContain('Everything is done.');
    expect(section('milestones').hasAttribute('hidden')).toBe(true);
  });

  it('shows hostile names as text', () => {
    const label = '<img src=x onerror=alert(1)>';
    show(
      report({ title: label, phases: [{ ...report().phases[0]!, label }], ready: [{ label, line: 1, unblocks: 0 }] }),
    );
    expect(document.querySelectorAll('img').length).toBe(0);
    expect(section('phases').querySelector('.phase')!.textContent).toBe(label);
    expect(document.querySelector('h1')!.textContent).toBe(label);
  });
});

import fc from 'fast-check';
import { expect } from 'vitest';
import { Case, everybody, type Step } from './cases';

const id = fc.constantFrom('A-1', 'A-2', 'A-3', 'A-10', 'B-1', 'a-1', '1', '2', '#4', 'T001', '', 'Task 3');
const title = fc.constantFrom(
  'Schema',
  'Login',
  'Login form',
  'needs A-1',
  'Optional: logs',
  '**Bold** `code`',
  'Phase 1: Setup',
  '済み',
  '🚧 Build',
  '~~gone~~',
  '-',
  '[x]',
);
const status = fc.constantFrom('Open', 'Done', 'In Progress', 'Blocked', 'MERGED', 'Dnoe', '✅', '60%', '', '-', '[-]');
const depends = fc.constantFrom(
  '-',
  'A-1',
  'A-2, A-3',
  'A-1–A-3',
  'A-9',
  'A1',
  'Login',
  'Phase 1',
  'all above',
  'A-1 (recommended)',
);
const row = fc.tuple(id, title, status, depends).map((cells) => `| ${cells.join(' | ')} |`);
const task = fc
  .tuple(fc.constantFrom('', '  ', '    '), fc.constantFrom(' ', 'x', '-', '~', '?'), id, title)
  .map(([indent, mark, name, text]) => `${indent}- [${mark}] ${name} ${text}`);
const table = fc
  .tuple(
    fc.constantFrom(
      '| ID | Ticket | Status | Depends on |',
      '| # | Task | State | Notes |',
      '| Phase | A | Done | % |',
    ),
    fc.array(row, { minLength: 1, maxLength: 5 }),
  )
  .map(([header, rows]) => [header, '| --- | --- | --- | --- |', ...rows]);
const tasks = fc.array(task, { minLength: 1, maxLength: 5 });
const prose = fc.constantFrom(
  ['## Phase 1: Setup'],
  ['## Phase 2 ✅'],
  ['### In Progress'],
  ['### Blocked tasks', '', '- A-1'],
  ['## Log', '', '- 2026-01-05 A-1 merged'],
  ['- Phase 1: 1 / 3 done', '- Phase 2: 0 / 2 done'],
  ['Current focus: A-2'],
  ['Status key: Open | Done | [-] given up'],
  ['Overall: 40%', '', 'Total tickets: 5'],
  ['Order: A-1 → A-2'],
  ['In Progress: 2'],
  ['<!-- plan-truth-disable-line unmet-dependency: known -->'],
  ['```markdown'],
  ['```'],
);
/** A plan of tables and lists that touch each other in every way. */
const plan = fc
  .tuple(
    fc.array(fc.oneof(table, table, tasks, prose, prose), { maxLength: 7 }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
  )
  .map(([blocks, end]) => ['# Plan', ...blocks.map((lines) => lines.join(end))].join(end + end) + end);

const plainTitle = fc.constantFrom('Schema', 'Login', 'Login form', 'Optional: logs', '済み', '🚧 Build', 'a|b');

/** A plan as teams keep them: ids of their own, phases, figures. Nearly every edit stays inside of a line. */
const calm = fc
  .tuple(
    fc.array(
      fc.record({
        heading: fc.constantFrom('## Phase 1: Base', '## Phase 2: App', '## Later', '### In Progress', '## ✅ Phase 3'),
        rows: fc.array(fc.tuple(plainTitle, status, depends), { minLength: 1, maxLength: 6 }),
        boxes: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    fc.constantFrom(
      '',
      '- Phase 1: 1 / 3 done',
      'Total tickets: 7',
      'Done: 2\nIn Progress: 1',
      'Status key: Open | Done',
    ),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([parts, figures, end]) => {
    let count = 0;
    const blocks = parts.map(({ heading, rows, boxes }) => {
      const head = ['| ID | Ticket | Status | Depends on |', '| --- | --- | --- | --- |'];
      const lines = rows.map(([text, state, on]) => {
        const name = `A-${++count}`;
        return boxes
          ? `- [${state === 'Done' ? 'x' : ' '}] ${name} ${text}`
          : `| ${name} | ${text} | ${state} | ${on} |`;
      });
      return [heading, '', ...(boxes ? [] : head), ...lines, ''].join(end);
    });
    return [...blocks, figures.replace(/\n/g, end), ''].join(end);
  });

const words = fc.constantFrom(
  'login',
  'Logins',
  'form',
  'API',
  'APIs',
  'Build the',
  'roof',
  '設計',
  '基本設計書',
  'A-2',
  '12',
);
const phrase = fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));

/** A plan in which titles say what depends on what. */
const worded = fc
  .array(fc.tuple(phrase, status, fc.oneof(phrase, phrase, depends)), { minLength: 2, maxLength: 12 })
  .map((rows) => [
    '## Phase 1: Base\n\n| Task | Status | Depends on |\n| --- | --- | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ])
  .map((lines) => lines.join('\n'));

export const anyPlan = fc.oneof(
  { weight: 3, arbitrary: calm },
  { weight: 1, arbitrary: worded },
  { weight: 1, arbitrary: plan },
);

/** What fingers do: mostly inside of one line, here and there across several. */
export const edit = fc.record({
  // Doubles are nearly all near 0, and left to itself, fast-check prefers the ends.
  at: fc.noBias(fc.nat(1_000_000)).map((at) => at / 1_000_000),
  length: fc.oneof(fc.constantFrom(0, 0, 0, 1, 1, 2, 3), fc.integer({ min: 0, max: 40 })),
  insert: fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom('x', '1', 'A', '-', ' ', '', '', '済', '0') },
    { weight: 2, arbitrary: fc.oneof(id, title, status, depends) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('|', '\n', '\r', '\n\n', '`', '[ ]', '# ', '| A-5 | New | Open | A-1 |\n'),
    },
  ),
});

/** Edits come to either of two plans, now and then several before anybody looks, or after a rest. */
const typed = (asks: fc.Arbitrary<readonly string[]>) =>
  fc
    .record({
      edit,
      path: fc.constantFrom('plan.md', 'other.md'),
      asks: fc.oneof({ weight: 3, arbitrary: asks }, fc.constant(null)),
      rest: fc.oneof(
        { weight: 5, arbitrary: fc.constant([]) },
        { weight: 3, arbitrary: fc.subarray(['plan.md', 'other.md']) },
      ),
    })
    .map(({ edit, ...around }) => ({ ...edit, ...around }));

/** @param asks Who looks behind an edit, where anybody does. */
export const twoPlans = (asks: fc.Arbitrary<readonly string[]> = fc.constant(everybody)): fc.Arbitrary<Case> =>
  typedInto({ 'plan.md': anyPlan, 'other.md': anyPlan }, fc.array(typed(asks), { minLength: 1, maxLength: 12 }));

/** An edit as a part of whatever text it meets. */
interface Typed extends Partial<Pick<Step, 'path' | 'rest' | 'asks'>> {
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

/** Texts, and what is typed in them; in the first, where an edit does not say. */
export function typedInto(
  files: Readonly<Record<string, fc.Arbitrary<string>>>,
  changes: fc.Arbitrary<readonly Typed[]>,
): fc.Arbitrary<Case> {
  const first = Object.keys(files)[0]!;
  return fc.tuple(fc.record(files), changes).map(([texts, typed]) => {
    const now = { ...texts };
    const steps = typed.map(({ at, length, insert, path = first, rest = [], asks = everybody }): Step => {
      const before = now[path]!;
      const start = Math.floor(at * before.length);
      const end = Math.min(before.length, start + length);
      now[path] = before.slice(0, start) + insert + before.slice(end);
      return { path, start, end, text: insert, rest, asks };
    });
    return new Case(new Map(Object.entries(texts)), steps);
  });
}

/** Looks for where two differ only if they do: that takes much longer than to see that they do not. */
export function expectSame(a: unknown, b: unknown): void {
  if (JSON.stringify(a) !== JSON.stringify(b)) expect(a).toEqual(b);
}

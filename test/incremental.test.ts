import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../server/src/core/rules/check';
import { SourceText } from '../server/src/core/text/source';
import { Workspace } from '../server/src/core/workspace';
import { derived, plainPlan } from './support/plainPlan';

const uri = 'file:///plan.md';
const other = 'file:///other.md';
const runs = Number(process.env.FUZZ_RUNS ?? 700);

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
const anyPlan = fc.oneof({ weight: 3, arbitrary: calm }, plan);

/** What fingers do: mostly inside of one line, here and there across several. */
const edit = fc.record({
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

/** Edits come to either of two plans, now and then several before anybody looks. */
const typed = fc.record({ edit, isOther: fc.boolean(), isSeen: fc.constantFrom(true, true, true, false) });

/** Looks for where two differ only if they do: that takes much longer than to see that they do not. */
function expectSame(a: unknown, b: unknown): void {
  if (JSON.stringify(a) !== JSON.stringify(b)) expect(a).toEqual(b);
}

describe('after any edits', () => {
  it('plan, analysis and findings are what a reading of the whole text gives', () => {
    let edited = 0;
    let mended = 0;
    fc.assert(
      fc.property(anyPlan, anyPlan, fc.array(typed, { minLength: 1, maxLength: 12 }), (one, two, changes) => {
        const workspace = new Workspace();
        const sources = new Map([one, two].map((text, i) => [i === 0 ? uri : other, new SourceText(text)]));
        const documents = () => [...sources].map(([name, text]) => ({ uri: name, text }));
        let snapshot = workspace.apply({ documents: documents(), today: '2026-02-03' });
        for (const name of sources.keys()) check(snapshot, name);
        for (const { edit, isOther, isSeen } of changes) {
          const name = isOther ? other : uri;
          const source = sources.get(name)!;
          const { length } = source.text;
          const start = Math.floor(edit.at * length);
          sources.set(name, source.replaced({ start, end: Math.min(length, start + edit.length) }, edit.insert));
          if (!isSeen) continue;
          const ticket = snapshot.analysis(name)?.plan.allTickets[0];
          snapshot = workspace.apply({ documents: documents() });
          const texts = [...sources].map(([at, { text }]) => ({ uri: at, text }));
          const fresh = new Workspace().apply({ documents: texts, today: '2026-02-03' });
          // What is asked first must not matter, nor what was asked of the version before.
          for (const at of sources.keys()) {
            expectSame(check(snapshot, at), check(fresh, at));
            expectSame(plainPlan(snapshot.analysis(at)?.plan), plainPlan(fresh.analysis(at)?.plan));
            expectSame(derived(snapshot.analysis(at)), derived(fresh.analysis(at)));
          }
          edited++;
          if (ticket && ticket === snapshot.analysis(name)?.plan.allTickets[0]) mended++;
        }
      }),
      { numRuns: runs, endOnFailure: true, seed: process.env.FUZZ_SEED ? Number(process.env.FUZZ_SEED) : undefined },
    );
    // Else this would compare readings of the whole text with each other.
    expect(mended / edited).toBeGreaterThan(0.1);
  });

  it('a version that was handed on still answers for its own text', () => {
    fc.assert(
      fc.property(anyPlan, edit, (text, { at, insert }) => {
        const workspace = new Workspace();
        const first = workspace.apply({ documents: [{ uri, text }], today: '2026-02-03' });
        const before = derived(first.analysis(uri));
        const from = Math.floor(at * text.length);
        workspace.apply({ documents: [{ uri, text: text.slice(0, from) + insert + text.slice(from) }] });
        expect(derived(first.analysis(uri))).toEqual(before);
      }),
      { numRuns: runs / 10 },
    );
  });
});

describe('a finding that tells of a place in another plan', () => {
  it('tells of it where it is after an edit there', () => {
    const workspace = new Workspace();
    const head = '| ID | Task | Status | Depends on |\n| --- | --- | --- | --- |\n';
    const elsewhere = (title: string) => `# Other\n\n${head}| B-1 | ${title} | Done | - |\n| B-2 | Two | Open | - |\n`;
    const documents = [
      { uri, text: `# Plan\n\n${head}| A-1 | One | Done | B-2 |\n` },
      { uri: other, text: elsewhere('One') },
    ];
    const related = () =>
      check(workspace.snapshot, uri).flatMap((finding) => finding.related.map(({ span }) => span.start));
    workspace.apply({ documents, today: '2026-02-03' });
    const [before] = related();
    workspace.apply({ documents: [{ uri: other, text: elsewhere('One more') }] });
    expect(related()).toEqual([before! + ' more'.length]);
  });
});

describe('a ticket of which another place says what it depends on', () => {
  it('still depends on it after an edit of its own line', () => {
    const workspace = new Workspace();
    const rows = '| ID | Task | Status | Depends on |\n| --- | --- | --- | --- |\n| A-1 | One | Open | - |\n';
    const text = (last: string) => `# Plan\n\n${rows}| A-2 | Two | Done | ${last} |\n\nOrder: A-1 → A-2\n`;
    workspace.apply({ documents: [{ uri, text: text('-') }], today: '2026-02-03' });
    expect(check(workspace.snapshot, uri).map(({ rule }) => rule)).toEqual(['unmet-dependency']);
    workspace.apply({ documents: [{ uri, text: text('x') }] });
    expect(check(workspace.snapshot, uri).map(({ rule }) => rule)).toEqual(['unmet-dependency']);
  });
});

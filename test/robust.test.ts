import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../server/src/core/analysis/snapshot';
import type { Group, Ticket } from '../server/src/core/model/plan';
import { check } from '../server/src/core/rules/check';
import type { Finding } from '../server/src/core/rules/finding';
import { fixAll } from '../server/src/core/rules/fix';
import { applyEdits } from '../server/src/core/text/edit';
import type { Span } from '../server/src/core/text/span';
import { Workspace } from '../server/src/core/workspace';
import { applyRandomEdit, edits, markdown } from './support/markdown';
import { derived, plainPlan } from './support/plainPlan';
import { kite } from './support/plans';
import { typedInto } from './support/typing';

const uri = 'file:///plan.md';
const open = (text: string): Snapshot => new Workspace().apply({ documents: [{ uri, text }], today: '2026-02-03' });
const findings = (snapshot: Snapshot): readonly Finding[] =>
  check(snapshot, uri, (rule, error) => {
    throw new Error(`${rule} threw`, { cause: error });
  });

/** Claims that are nearly right, garbled headings and bars behind a real plan: text that fixes have work in. */
const wrong = fc
  .record({
    at: fc.nat(kite.length),
    cut: fc.nat(30),
    lines: fc.array(
      fc.constantFrom(
        'Phase A: 3 / 3 MERGED',
        'Phase B: 1 / 2 done (50%) [█████░░░░░]',
        'Overall: ~90%',
        '## ‚úÖ Completed',
        '- [ ] **K-9** new (depends on: K-001)',
        'Current focus: K-001',
        '| K-004 | Tail | - | Opne | K-999 |',
        '## Next (max 1)',
        '- a',
        '- b',
        '**Date:** YYYY-MM-DD',
      ),
      { maxLength: 8 },
    ),
  })
  .map(({ at, cut, lines }) => `${kite.slice(0, at)}${kite.slice(at + cut)}\n${lines.join('\n')}\n`);

const anyText = fc.oneof(markdown, wrong, fc.string({ unit: 'binary', maxLength: 60 }));

function expectInside(text: string, span: Span): void {
  if (!(0 <= span.start && span.start <= span.end && span.end <= text.length))
    throw new Error(`${span.start}..${span.end} is outside of 0..${text.length}`);
}

function* spansIn(value: unknown, seen = new Set<unknown>()): Generator<Span> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if ('start' in value && 'end' in value && typeof value.start === 'number') yield value as Span;
  for (const inner of Object.values(value)) yield* spansIn(inner, seen);
}

const isOrdered = (list: readonly { span: Span }[]): boolean =>
  list.every((one, i) => i === 0 || list[i - 1]!.span.start <= one.span.start);

describe('whatever the text', () => {
  it('it is read, checked and fixed, and every span lies inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const snapshot = open(text);
        const analysis = snapshot.analysis(uri);
        if (analysis) {
          const { plan } = analysis;
          for (const span of spansIn(plainPlan(plan))) expectInside(text, span);
          for (const list of [plan.allTickets, plan.allGroups, plan.claims, plan.mojibake])
            expect(isOrdered(list)).toBe(true);
          for (const ticket of plan.allTickets) expect(isOrdered(ticket.mentions)).toBe(true);
          derived(analysis);
        }
        const found = findings(snapshot);
        for (const span of spansIn(found)) expectInside(text, span);
        expect(isOrdered(found)).toBe(true);
        fixAll(snapshot, uri);
      }),
      { numRuns: 600 },
    );
  });

  it('keys tell tickets and groups apart, and every ticket stands in one place', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const plan = open(text).analysis(uri)?.plan;
        if (!plan) return;
        const keys = plan.allTickets.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        const names = plan.allGroups.map(({ kind, key }) => `${kind}:${key}`);
        expect(new Set(names).size).toBe(names.length);
        const held: Ticket[] = [];
        const visit = (tickets: readonly Ticket[]): void => {
          for (const ticket of tickets) {
            held.push(ticket);
            visit(ticket.children);
          }
        };
        const groups = (list: readonly Group[]): void => {
          for (const group of list) {
            visit(group.tickets);
            groups(group.groups);
          }
        };
        visit(plan.tickets);
        groups(plan.groups);
        expect(new Set(held).size).toBe(held.length);
        expect(new Set(held)).toEqual(new Set(plan.allTickets));
      }),
      { numRuns: 600 },
    );
  });

  it('the same text gives the same answer, after whatever edits', () => {
    fc.assert(
      fc.property(typedInto({ 'plan.md': fc.oneof(markdown, wrong) }, edits), (found) => {
        const workspace = new Workspace();
        workspace.apply({ documents: [{ uri, text: found.files.get('plan.md')! }], today: '2026-02-03' });
        for (const { texts } of found.versions()) {
          const text = texts.get('plan.md')!;
          const after = workspace.apply({ documents: [{ uri, text }] });
          const fresh = open(text);
          expect(plainPlan(after.analysis(uri)?.plan)).toEqual(plainPlan(fresh.analysis(uri)?.plan));
          expect(derived(after.analysis(uri))).toEqual(derived(fresh.analysis(uri)));
          expect(findings(after)).toEqual(findings(fresh));
        }
      }),
      { numRuns: 120 },
    );
  });
});

describe('a workspace of several documents', () => {
  const uris = ['file:///a.md', 'file:///b/PLAN.md', 'file:///c.md'];
  it('answers the same whatever came and went before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...uris), fc.option(fc.oneof(wrong, markdown), { freq: 4 })), {
          maxLength: 8,
        }),
        (changes) => {
          const workspace = new Workspace();
          const texts = new Map<string, string>();
          for (const [changed, text] of changes) {
            workspace.apply({ documents: [{ uri: changed, text }] });
            if (text === null) texts.delete(changed);
            else texts.set(changed, text);
          }
          const fresh = new Workspace().apply({ documents: [...texts].map(([uri, text]) => ({ uri, text })) });
          const { snapshot } = workspace;
          expect(snapshot.uris).toEqual(fresh.uris);
          expect(snapshot.planUris).toEqual(fresh.planUris);
          for (const one of snapshot.uris) {
            expect(derived(snapshot.analysis(one))).toEqual(derived(fresh.analysis(one)));
            expect(check(snapshot, one)).toEqual(check(fresh, one));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('an old snapshot stays as it was', () => {
    fc.assert(
      fc.property(wrong, edits, (start, changes) => {
        const first = open(start);
        const before = JSON.stringify(findings(first));
        let snapshot = first;
        let text = start;
        for (const change of changes) {
          text = applyRandomEdit(text, change);
          snapshot = snapshot.with({ documents: [{ uri, text }] });
        }
        expect(JSON.stringify(findings(first))).toBe(before);
        expect(first.source(uri)!.text).toBe(start);
      }),
      { numRuns: 60 },
    );
  });
});

describe('every safe fix', () => {
  it('removes its finding, changes its own line alone, and makes no new one', () => {
    fc.assert(
      fc.property(wrong, (text) => {
        const snapshot = open(text);
        const found = findings(snapshot);
        const keyOf = (at: Snapshot, { rule, span }: Finding): string =>
          `${rule}@${at.source(uri)!.lineAt(span.start)}`;
        const before = new Set(found.map((finding) => keyOf(snapshot, finding)));
        for (const finding of found)
          for (const fix of finding.fixes.filter(({ safety }) => safety === 'safe')) {
            const line = snapshot.source(uri)!.lineAt(finding.span.start);
            for (const { span } of fix.edits) expect(snapshot.source(uri)!.lineAt(span.start)).toBe(line);
            const fixed = applyEdits(text, fix.edits);
            expect(fixed.split(/\r\n|\n|\r/).length).toBe(text.split(/\r\n|\n|\r/).length);
            const after = open(fixed);
            const left = findings(after).map((one) => keyOf(after, one));
            expect(left).not.toContain(keyOf(snapshot, finding));
            expect(left.filter((key) => !before.has(key))).toEqual([]);
          }
      }),
      { numRuns: 120 },
    );
  });

  it('together they end, and a second run changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const first = fixAll(open(text), uri);
        const again = fixAll(open(first.text), uri);
        expect(again).toEqual({ text: first.text, applied: 0 });
      }),
      { numRuns: 300 },
    );
  });
});

/** None of these may hang, overflow or throw; how long they take is measured elsewhere. */
describe('enormous', () => {
  const plan = '- [ ] a\n\n| ID | Task | Status | Depends on |\n|---|---|---|---|\n| A-1 | one | Open | - |\n\n';
  const million = 1_000_000;
  it.each<[string, () => string]>([
    ['a line of 5 MB', () => `${plan}${'word '.repeat(million)}`],
    ['a line of 5 MB of figures', () => `${plan}${'1/2 '.repeat(1_250_000)}`],
    ['a task of 5 MB', () => `- [ ] ${'x'.repeat(5 * million)}\n`],
    ['a heading of 1 MB', () => `${plan}# ${'Phase 1 '.repeat(125_000)}\n`],
    ['a cell of 1 MB', () => `${plan}| A-2 | ${'a b '.repeat(250_000)} | Open | ${'A-1, '.repeat(2000)} |\n`],
    [
      '100,000 rows',
      () => plan + Array.from({ length: 100_000 }, (_, i) => `| T-${i} | t ${i} | Open | T-${i + 1} |`).join('\n'),
    ],
    ['100,000 tasks', () => Array.from({ length: 100_000 }, (_, i) => `- [${i % 2 ? 'x' : ' '}] task ${i}`).join('\n')],
    ['20,000 phases', () => Array.from({ length: 20_000 }, (_, i) => `## Phase ${i}\n- [ ] t\n`).join('\n')],
    ['10,000 claims', () => `## Phase 1\n- [x] a\n- [ ] b\n${'\nPhase 1: 0/2\n'.repeat(10_000)}`],
    [
      '10,000 rows that depend on words of every title',
      () => {
        const row = (_: unknown, i: number): string => `| implement module number${i} of the core | Open | the core |`;
        return `| Task | Status | Depends on |\n|---|---|---|\n${Array.from({ length: 10_000 }, row).join('\n')}`;
      },
    ],
    [
      '1,000 phases that each claim the whole',
      () => {
        const phase = (_: unknown, i: number): string =>
          `## Phase ${i}\n- [ ] t\n- [x] u\n\nPhase ${i}: 1/2\n\nOverall: 10%\n`;
        return Array.from({ length: 1000 }, phase).join('\n');
      },
    ],
    [
      '5,000 blocked entries',
      () => {
        const rows = Array.from({ length: 5000 }, (_, i) => `| t ${i} | Open |`).join('\n');
        const entries = Array.from({ length: 5000 }, (_, i) => `- q ${i}`).join('\n');
        return `| Task | Status |\n|---|---|\n${rows}\n\n## Blocked\n\n${entries}\n`;
      },
    ],
    ['a list 60 deep', () => Array.from({ length: 60 }, (_, i) => `${'  '.repeat(i)}- [ ] t${i}`).join('\n')],
    [
      'a list 2,000 deep',
      () => plan + Array.from({ length: 2000 }, (_, i) => `${'  '.repeat(i)}- [ ] t${i}`).join('\n'),
    ],
    ['a list 2,000 deep in a line', () => `${plan}\n# x\n${'- '.repeat(2000)}[ ] t\n`],
    ['quotes 2,000 deep', () => `${plan}${'> '.repeat(2000)}- [ ] t\n`],
    ['brackets 2,000 deep', () => `${plan}${'['.repeat(2000)}x${']'.repeat(2000)}(y)\n`],
    ['emphasis 2,000 deep', () => `${plan}- [ ] ${'*a **b '.repeat(2000)}\n`],
    ['a million [', () => `${plan}${'['.repeat(million)}`],
    ['a million |', () => `${plan}${'|'.repeat(million)}`],
    ['a million *', () => `${plan}- [ ] ${'*'.repeat(million)}`],
    ['a million `', () => `${plan}- [ ] ${'`'.repeat(million)}`],
    ['a million #', () => `${plan}${'#'.repeat(million)}`],
    ['sixty dashes or slashes where a label could be', () => `${plan}- ${'-'.repeat(60)} x\n- ${'/'.repeat(60)} x\n`],
    ['a million -', () => `${plan}${'-'.repeat(million)}`],
    ['a million (', () => `${plan}- [ ] ${'('.repeat(million)}`],
    ['a million spaces', () => `${plan}- [ ] x${' '.repeat(million)}y\n`],
    ['a million digits', () => `${plan}Phase 1: ${'1'.repeat(million)}\n`],
    ['a million letters of mojibake', () => `${plan}## ${'‚úÖ'.repeat(333_333)}\n`],
    ['a million line ends', () => `${plan}${'\r\n'.repeat(million)}`],
    ['100,000 fences', () => `${plan}${'```\n'.repeat(100_000)}`],
    ['100,000 lines that could be headers', () => `${plan}${'a | b\n'.repeat(100_000)}`],
    ['20,000 dashes in boxes', () => `${plan}${'- [-] work on it\n'.repeat(20_000)}`],
    ['10,000 last updates', () => `${plan}${'Last updated: 2026-01-10\n\n'.repeat(10_000)}`],
    [
      'a legend of 3,000 statuses, all in use',
      () =>
        `${plan}## Status legend\n\n| Status | Meaning |\n| --- | --- |\n${Array.from({ length: 3000 }, (_, i) => `| S${i} | not started |\n`).join('')}\n## T\n\n| ID | Task | Status |\n| --- | --- | --- |\n${Array.from({ length: 3000 }, (_, i) => `| A-${i} | t | S${2999 - i} |\n`).join('')}`,
    ],
    [
      '5,000 totals in one table',
      () => `${plan}| Category | Count |\n| --- | --- |\n${'| Total | 5 |\n'.repeat(5000)}`,
    ],
    ['100,000 waivers', () => `${plan}${'<!-- plan-truth-disable overdue: x -->\n'.repeat(100_000)}`],
    ['100,000 comments that nothing closes', () => `${plan}${'<!-- \n\n'.repeat(100_000)}`],
  ])('%s', (_, make) => {
    const text = make();
    const snapshot = open(text);
    findings(snapshot);
    expect(snapshot.analysis(uri)).not.toBeNull();
    const after = snapshot.with({ documents: [{ uri, text: `${text}x` }] });
    findings(after);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../server/src/core/analysis/snapshot';
import { check } from '../../server/src/core/rules/check';
import { fixAll } from '../../server/src/core/rules/fix';
import { applyEdits } from '../../server/src/core/text/edit';
import { Workspace } from '../../server/src/core/workspace';
import { kite } from '../support/plans';

const uri = 'file:///plan.md';
const open = (text: string): Snapshot => new Workspace().apply({ documents: [{ uri, text }], today: '2026-02-03' });

/** The plain way: the first safe fix is applied, the text read and checked anew, until none is left. */
function oneByOne(text: string): string {
  let current = text;
  for (let round = 0; round < 300; round++) {
    const fixes = check(open(current), uri).flatMap((finding) => finding.fixes);
    const first = fixes.find(({ safety }) => safety === 'safe');
    if (!first) return current;
    current = applyEdits(current, first.edits);
  }
  throw new Error(`the fixes do not end:\n${text}`);
}

const small = fc.nat(5);
const percent = fc.constantFrom(0, 20, 25, 33, 40, 50, 60, 67, 75, 80, 100);
const box = fc.constantFrom('- [ ] task', '- [x] task', '- [~] task', '- [ ] ‚úÖ task');
const bar = fc.nat(5).map((filled) => `[${'█'.repeat(filled)}${'░'.repeat(5 - filled)}]`);
/** What is said of a phase, true by chance at most. */
const claim = fc.oneof(
  fc.tuple(small, small).map(([done, total]) => `${done} / ${total} done`),
  fc.tuple(small, small, percent).map(([done, total, share]) => `${done}/${total} (${share}%)`),
  fc.tuple(bar, percent).map(([drawn, share]) => `${drawn} ${share}%`),
  fc.tuple(small, small, bar).map(([done, total, drawn]) => `${done}/${total} ${drawn}`),
  fc.tuple(small, small).map(([done, open]) => `Done: ${done}, open: ${open}`),
  percent.map((share) => `${share}% complete`),
);
const phase = fc.record({
  boxes: fc.array(box, { minLength: 1, maxLength: 5 }),
  claims: fc.array(claim, { maxLength: 2 }),
});
const overall = fc.oneof(
  percent.map((share) => `Overall progress: ${share}%`),
  fc.tuple(small, small).map(([done, total]) => `Total: ${done} / ${total} tasks done`),
  fc.constant('Last updated: 2026-01-10'),
  fc.constant('## ‚úÖ Notes'),
);

/** Phases with figures in them, in a table and over all: figures that are counted from one another's parts. */
const plans = fc
  .record({
    phases: fc.array(phase, { minLength: 1, maxLength: 6 }),
    table: fc.boolean(),
    above: fc.array(overall, { maxLength: 2 }),
    below: fc.array(overall, { maxLength: 2 }),
    shares: fc.array(percent, { minLength: 6, maxLength: 6 }),
  })
  .map(({ phases, table, above, below, shares }) => {
    const rows = phases.map((_, i) => `| Phase ${i + 1} | ${shares[i]}% |\n`).join('');
    const summary = table ? `| Phase | Progress |\n| --- | --- |\n${rows}\n` : '';
    const parts = phases.map(({ boxes, claims }, i) => {
      const tasks = boxes.map((one, j) => `${one} ${i}.${j}`).join('\n');
      return `## Phase ${i + 1}\n\n${tasks}\n\n${claims.map((one) => `Phase ${i + 1}: ${one}\n\n`).join('')}`;
    });
    return `# Plan\n\n${above.join('\n\n')}\n\n${summary}${parts.join('')}- 2026-01-16: planned\n\n${below.join('\n\n')}\n`;
  });

/** Whether a cell is filled up depends on how the table stood when it was fixed: that alone may differ. */
const unpadded = (text: string): string => text.replace(/ +\|/g, ' |');

describe('all fixes at once', () => {
  it('do what one after the other does', () => {
    fc.assert(
      fc.property(plans, (text) => {
        expect(unpadded(fixAll(open(text), uri).text)).toBe(unpadded(oneByOne(text)));
      }),
      { numRuns: 100 },
    );
  });

  it('take a few readings of the text, however many they are', () => {
    const phases = Array.from(
      { length: 300 },
      (_, i) => `## Phase ${i}\n\n- [x] a${i}\n- [ ] b${i}\n\nPhase ${i}: 2 / 2 done\n\n`,
    );
    const snapshot = open(phases.join(''));
    let readings = 0;
    const counting = (one: Snapshot): Snapshot => ({
      ...one,
      with: (change) => {
        readings++;
        return counting(one.with(change));
      },
    });
    const { text, applied } = fixAll(counting(snapshot), uri);
    expect(applied).toBe(300);
    expect(text).toBe(phases.join('').replaceAll('2 / 2', '1 / 2'));
    expect(readings).toBeLessThan(20);
  });

  it('agree on what a figure counts', () => {
    const { text } = fixAll(open(kite.replace('Phase A: 1 / 3', 'Phase : 1 / 3')), uri);
    expect(text).toContain('Phase : 0 / 2 MERGED');
    expect(fixAll(open(text), uri).applied).toBe(0);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../server/src/core/analysis/snapshot';
import { fixAllAction, quickActions } from '../../server/src/core/features/actions';
import { waive } from '../../server/src/core/features/waive';
import { check } from '../../server/src/core/rules/check';
import { applyEdits } from '../../server/src/core/text/edit';
import { sayIn } from '../../server/src/core/text/say';
import { Workspace } from '../../server/src/core/workspace';
import { atCursor } from '../support/fixture';
import { kite } from '../support/plans';

const uri = 'file:///plan.md';
const open = (text: string): Snapshot => new Workspace().apply({ documents: [{ uri, text }], today: '2026-02-03' });

/** The titles of what waives the first finding of a rule, and the lines that it changes or adds. */
function waived(text: string, rule: string): [string, string[]] {
  const snapshot = open(text);
  const found = waive(
    sayIn('en'),
    snapshot.source(uri)!,
    check(snapshot, uri).find((finding) => finding.rule === rule)!,
  )!;
  const after = applyEdits(text, [found.edit]);
  expect(check(open(after), uri).filter((finding) => finding.rule === rule)).toEqual([]);
  const before = new Set(text.split(/\r\n|\n/));
  return [found.title, after.split(/\r\n|\n/).filter((line) => !before.has(line))];
}

describe('the waiver that is offered', () => {
  it('comes last, is never preferred, and says which finding it is for', () => {
    const { snapshot, uri: at, span } = atCursor(kite.replace('Phase A: 1 / 3', 'Phase A: $02 / 3'));
    const actions = quickActions(snapshot, at, span);
    expect(actions.at(-1)).toMatchObject({
      title: 'Waive stale-summary for this line',
      kind: 'quickfix',
      preferred: false,
      finding: { rule: 'stale-summary' },
    });
    expect(actions.filter(({ title }) => title.startsWith('Waive'))).toHaveLength(1);
    const after = applyEdits(snapshot.source(at)!.text, actions.at(-1)!.edits);
    expect(after).toContain('Phase A: 2 / 3 MERGED <!-- plan-truth-disable-line stale-summary: why? -->\n');
    expect(fixAllAction(open(after), uri)).toBeNull();
  });

  it('is there once for a line, and not for findings about waivers', () => {
    const {
      snapshot,
      uri: at,
      span,
    } = atCursor('- [ ] a$0 <!-- plan-truth-disable-line -->\n- [x] b\n  - [ ] c\n  - [ ] d$0\n');
    const titles = quickActions(snapshot, at, span).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Waive'))).toEqual(['Waive unfinished-parent for this line']);
  });

  it('stands in the last cell of a row', () => {
    const table = (row: string): string =>
      `| ID | Status | Depends on |\n| --- | --- | --- |\n| A-1 | Open | |\n${row}\n`;
    const title = 'Waive unmet-dependency for this line';
    const comment = '<!-- plan-truth-disable-line unmet-dependency: why? -->';
    expect(waived(table('| A-2 | Done | A-1   |'), 'unmet-dependency')).toEqual([
      title,
      [`| A-2 | Done | A-1 ${comment}   |`],
    ]);
    expect(waived(table('A-2 | Done | A-1'), 'unmet-dependency')).toEqual([title, [`A-2 | Done | A-1 ${comment}`]]);
    expect(waived(table('| A-2 | Done | A-1 \\|'), 'unmet-dependency')[1]).toEqual([
      `| A-2 | Done | A-1 \\| ${comment}`,
    ]);
  });

  it('stands above an item or a heading, as far in', () => {
    const above = (rule: string): string => `<!-- plan-truth-disable-next-line ${rule}: why? -->`;
    const nested = '\ufeff- [x] a\r\n  - [x] b\r\n    - [ ] c\r\n- [x] d\r\n';
    expect(waived(nested.replace('- [x] a', '- [ ] a'), 'unfinished-parent')[1]).toEqual([
      `  ${above('unfinished-parent')}`,
    ]);
    expect(waived('## Phase 1 (DONE)\n\n- [ ] a\n- [x] b\n', 'stale-status')[1]).toEqual([above('stale-status')]);
    expect(waived('> ## Phase 1 (DONE)\n>\n> - [ ] a\n> - [x] b\n', 'stale-status')[1]).toEqual([
      `> ${above('stale-status')}`,
    ]);
  });

  it('goes around front matter and code', () => {
    const matter = '---\ntitle: x\nstatus: done\n---\n\n- [ ] a\n- [ ] b\n';
    expect(waived(matter, 'stale-status')).toEqual([
      'Waive stale-status for this file',
      ['<!-- plan-truth-disable-file stale-status: why? -->'],
    ]);
    const plan = '````markdown\n## Phase 1\n\n- [x] a\n- [ ] b\n\n';
    const code = '```text\nPhase 1: [█████] 50%\n```\n````\n';
    expect(waived(plan + code, 'bar-mismatch')).toEqual([
      'Waive bar-mismatch for this code block',
      ['<!-- plan-truth-disable-next-line bar-mismatch: why? -->'],
    ]);
    expect(waived(`${plan}Phase 1: 2 / 2\n\n${code}`, 'stale-summary')[0]).toBe('Waive stale-summary for this line');
  });
});

describe('every finding of the examples', () => {
  const folder = fileURLToPath(new URL('../../examples', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  it.each(files)('%s: waiving one leaves the others as they are', (name) => {
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    const snapshot = open(text);
    const source = snapshot.source(uri)!;
    const found = check(snapshot, uri);
    for (const { rule, span } of found) {
      const { edit } = waive(sayIn('en'), source, { rule, span })!;
      const left = check(snapshot.with({ documents: [{ uri, text: applyEdits(text, [edit]) }] }), uri);
      const lineOf = (at: number): number => source.lineAt(at);
      const others = found.filter((one) => one.rule !== rule || lineOf(one.span.start) !== lineOf(span.start));
      const told = left.filter((one) => one.rule !== 'unexplained-waiver');
      expect(told.map(({ message }) => message)).toEqual(others.map(({ message }) => message));
      expect(left.length - told.length).toBe(1);
    }
  });
});

it('a great many comments take no great time', () => {
  const plan = '- [ ] a\n\n# x\n\n';
  for (const one of [
    '<!-- plan-truth-disable -->\n',
    '<!-- plan-truth-disable overdue: x --> ',
    '` <!-- plan-truth-disable-line -->',
    '<!-- plan-truth-enable -->\n',
    '<!-- plan-truth-disable-next-line\n',
    '<!--  plan-truth-',
  ]) {
    const text = plan + one.repeat(2_000);
    const snapshot = open(text);
    expect(snapshot.analysis(uri)).not.toBeNull();
    check(snapshot, uri);
  }
});

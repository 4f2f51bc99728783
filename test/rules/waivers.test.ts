import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Analysis } from '../../server/src/core/analysis/analysis';
import { check } from '../../server/src/core/rules/check';
import { fixAll } from '../../server/src/core/rules/fix';
import { rules } from '../../server/src/core/rules/index';
import { Workspace } from '../../server/src/core/workspace';
import { expectFindings } from '../support/fixture';
import { dedent } from '../support/marks';
import { kite } from '../support/plans';

/** What is found: rule and line from 1. */
function found(text: string, settings = {}): [string, number][] {
  const uri = 'file:///plan.md';
  const snapshot = new Workspace().apply({ documents: [{ uri, text: dedent(text) }] });
  const configured = snapshot.with({ settings: { ...snapshot.settingsFor(uri), ...settings } });
  return check(configured, uri).map(({ rule, span }) => [rule, snapshot.source(uri)!.lineAt(span.start) + 1]);
}

const table = (third: string): string => `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Schema | Open | - |
${third}
`;
const wrongRow = '| A-2 | Login | Done | A-1 |';

describe('a waiver on the line', () => {
  it.each([
    '| A-2 | Login | Done | A-1 <!-- plan-truth-disable-line unmet-dependency: flag --> |',
    '| A-2 | Login <!-- plan-truth-disable-line unmet-dependency: flag --> | Done | A-1 |',
    '| A-2 | Login | Done <!-- plan-truth-disable-line unmet-dependency: flag --> | A-1 |',
    '| A-2 | Login | Done | A-1 | <!-- plan-truth-disable-line unmet-dependency: flag -->',
    '| A-2 | Login | Done | A-1 <!--plan-truth-disable-line unmet-dependency：理由--> |',
    '| A-2 | Login | Done | A-1 <!-- plan-truth-disable-line: any rule, and A-9 is no dependency --> |',
    '| A-2 | Login | Done | A-1 <!-- plan-truth-disable-line unmet-dependency: a \\| b --> |',
  ])('holds for it: %s', (row) => {
    expect(found(table(row))).toEqual([]);
  });

  it('is no part of what the plan says', () => {
    const text = table('| A-2 | Login | Open | - <!-- plan-truth-disable-line: A-1, Done, 3/4 --> |');
    const { plan } = new Workspace().apply({ documents: [{ uri: 'a', text }] }).analysis('a') as Analysis;
    expect(plan.allTickets[1]).toMatchObject({ title: 'Login', status: { text: 'Open' }, dependencies: [] });
    expect(plan.claims).toEqual([]);
    expect(plan.waivers).toMatchObject([{ form: 'disable-line', reason: 'A-1, Done, 3/4' }]);
  });

  it('holds for items, headings and lines of text', () => {
    const waive = (rule: string): string => `<!-- plan-truth-disable-line ${rule}: known -->`;
    expect(found(`- [x] Manual ${waive('unfinished-parent')}\n  - [ ] Translation\n`)).toEqual([]);
    expect(found(`## Phase 1 (DONE) ${waive('stale-status')}\n\n- [ ] a\n- [x] b\n`)).toEqual([]);
    expect(found(`## Phase 1\n\n- [ ] a\n- [x] b\n\nPhase 1: 2 / 2 done ${waive('stale-summary')}\n`)).toEqual([]);
  });

  it('holds for no other line and no other rule', () => {
    const row = wrongRow.replace('Login', 'Login <!-- plan-truth-disable-line placeholder, overdue: no -->');
    expect(found(`${table(row)}| A-3 | Out | Done | A-1 |\n`)).toEqual([
      ['unused-waiver', 4],
      ['unused-waiver', 4],
      ['unmet-dependency', 4],
      ['unmet-dependency', 5],
    ]);
  });
});

describe('a waiver above', () => {
  it('holds for the next line that is neither blank nor a waiver', () => {
    const text = `
      <!-- plan-truth-disable-next-line unfinished-parent: later -->

      <!-- plan-truth-disable-next-line duplicate-ticket: no -->
      - [x] Manual
        - [ ] Translation
      - [x] Site
        - [ ] Search
    `;
    expect(found(text)).toEqual([
      ['unused-waiver', 3],
      ['unfinished-parent', 6],
    ]);
  });

  it('of a table or of code holds for all of it', () => {
    const waiver = '<!-- plan-truth-disable-next-line unmet-dependency: live behind a flag -->\n';
    expect(found(`# P\n\n${waiver}${table(wrongRow)}`)).toEqual([]);
    expect(found(`# P\n\n${waiver}\n${table(wrongRow)}\n${table('| A-4 | Out | Done | A-1 |')}`)).toEqual([
      ['unmet-dependency', 13],
    ]);
    const bars = '```\nPhase 1: [█████] 100%\nPhase 1: [██░░░] 90%\n```\n';
    const plan = '## Phase 1\n\n- [x] a\n- [ ] b\n\n';
    expect(found(plan + bars).length).toBeGreaterThan(1);
    expect(found(`${plan}<!-- plan-truth-disable-next-line: a sample -->\n${bars}`)).toEqual([]);
  });

  it('works in fences that are read, in quotes and with other line ends', () => {
    const waiver = '<!-- plan-truth-disable-next-line unmet-dependency: flag -->';
    expect(found(`\`\`\`markdown\n# P\n\n${waiver}\n\n${table(wrongRow)}\`\`\`\n`)).toEqual([]);
    expect(found(`> ${waiver}\n>\n${table(wrongRow).replace(/^(?=.)/gm, '> ')}`)).toEqual([]);
    expect(found(`\ufeff${waiver}\n${table(wrongRow)}`.replaceAll('\n', '\r\n'))).toEqual([]);
  });
});

describe('a waiver of a range or a file', () => {
  const start = '<!-- plan-truth-disable unmet-dependency stale-summary: flag -->';
  const bad = table(wrongRow);

  it('holds until it is ended, or to the end', () => {
    expect(found(`${start}\n\n${bad}`)).toEqual([['unused-waiver', 1]]);
    const ended = `<!-- plan-truth-disable unmet-dependency: flag -->\n\n${bad}\n<!-- plan-truth-enable -->\n\n`;
    expect(found(`${ended}${bad.replaceAll('A-', 'B-')}`)).toEqual([['unmet-dependency', 13]]);
  });

  it('is ended for the rules named', () => {
    const text = `${start}\n\n${bad}\n<!-- plan-truth-enable stale-summary -->\n\n${bad.replaceAll('A-', 'B-')}`;
    expect(found(text)).toEqual([['unused-waiver', 1]]);
    expect(found(text.replace('enable stale-summary', 'enable unmet-dependency')).slice(-1)).toEqual([
      ['unmet-dependency', 13],
    ]);
  });

  it('may be one for the file, wherever it stands', () => {
    expect(found(`${bad}\n<!-- plan-truth-disable-file unmet-dependency: a sketch -->\n`)).toEqual([]);
    expect(found(`${bad}\n<!-- plan-truth-disable-file: a sketch -->\n`)).toEqual([]);
  });

  it('that nothing began is reported', () => {
    expectFindings(`
      - [ ] a

      <!-- plan-truth-enable -->
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ info unused-waiver: no plan-truth-disable above is ended here
      <!-- plan-truth-enable overdue -->
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info unused-waiver: no plan-truth-disable of overdue above is ended here
    `);
  });
});

describe('what is said of waivers', () => {
  it('names a rule or a comment that there is not, and the one that was meant', () => {
    expectFindings(`
      - [ ] a <!-- plan-truth-disable-line overdu, nonsense: x -->
                                           ^^^^^^ info unused-waiver: there is no rule overdu; did you mean overdue?
                                                   ^^^^^^^^ info unused-waiver: there is no rule nonsense
      - [ ] b <!-- plan-truth-disable-nextline: x -->
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info unused-waiver: there is no comment plan-truth-disable-nextline; did you mean plan-truth-disable-next-line?
      - [ ] c <!-- plan-truth-disable-line -->
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info unused-waiver: no rule finds anything here: this waiver is not needed
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info unexplained-waiver: this waiver does not say why
    `);
  });

  it('cannot be waived, but can be turned off', () => {
    const text = '<!-- plan-truth-disable-file -->\n\n- [ ] a <!-- plan-truth-disable-file unused-waiver: x -->\n';
    expect(found(text).map(([rule]) => rule)).toEqual(['unused-waiver', 'unexplained-waiver', 'unused-waiver']);
    expect(found(text, { rules: { 'unused-waiver': 'off', 'unexplained-waiver': 'off' } })).toEqual([]);
  });

  it('does not depend on the severity of the rule that is waived', () => {
    const text = table('| A-2 | Login | Done | A-1 <!-- plan-truth-disable-line unmet-dependency: flag --> |');
    expect(found(text, { rules: { 'unmet-dependency': 'off' } })).toEqual([]);
  });

  it('is silent on comments in code and on other comments', () => {
    const text = `
      - [ ] a

      Write \`<!-- plan-truth-disable-file -->\` at the top, or \`- [ ] x <!-- plan-truth-disable-line -->\`.

      \`\`\`html
      <!-- plan-truth-disable-file -->
      \`\`\`

      <!-- see plan-truth-disable-file --> <!-- plan-truthful --> <!-- plan-truth-disable-file
    `;
    expect(found(text)).toEqual([]);
  });

  it('is silent about a rule that could not run', () => {
    const text = '- [ ] a <!-- plan-truth-disable-line overdue: x -->\n';
    expect(found(text)).toEqual([['unused-waiver', 1]]);
    const overdue = rules.find(({ id }) => id === 'overdue')!;
    const broken = vi.spyOn(overdue, 'check').mockImplementation(() => {
      throw new Error('broken');
    });
    onTestFinished(() => broken.mockRestore());
    expect(found(text)).toEqual([]);
  });

  it('rules about waivers are the last', () => {
    const last = rules.findIndex((rule) => rule.aboutWaivers);
    expect(rules.slice(last).every((rule) => rule.aboutWaivers)).toBe(true);
  });
});

describe('fixes', () => {
  const uri = 'file:///plan.md';
  const fixed = (text: string): string => fixAll(new Workspace().apply({ documents: [{ uri, text }] }), uri).text;

  it('leave alone what is waived', () => {
    const wrong = kite.replace('Phase A: 1 / 3 MERGED', 'Phase A: 2 / 3 MERGED');
    expect(fixed(wrong)).toBe(kite);
    const waived = wrong.replace('2 / 3 MERGED', '2 / 3 MERGED <!-- plan-truth-disable-line: as agreed -->');
    expect(fixed(waived)).toBe(waived);
  });

  it('take an unused waiver away with what belongs to it alone', () => {
    const without = (text: string): string => {
      const snapshot = new Workspace().apply({ documents: [{ uri, text }] });
      const [edit] = check(snapshot, uri).find(({ rule }) => rule === 'unused-waiver')!.fixes[0]!.edits;
      return text.slice(0, edit!.span.start) + edit!.newText + text.slice(edit!.span.end);
    };
    expect(without('- [ ] a <!-- plan-truth-disable-line: x -->\n')).toBe('- [ ] a\n');
    expect(without('# P\r\n<!-- plan-truth-disable-next-line: x -->\r\n- [ ] a\r\n')).toBe('# P\r\n- [ ] a\r\n');
    expect(without('- [ ] a\n<!-- plan-truth-disable-file: x -->')).toBe('- [ ] a\n');
    const two = '- [x] a <!-- plan-truth-disable-line unfinished-parent, overdue: x -->\n  - [ ] b\n';
    expect(without(two)).toBe(two.replace(', overdue', ''));
    const other = '- [x] a <!-- plan-truth-disable-line overdue, unfinished-parent: x -->\n  - [ ] b\n';
    expect(without(other)).toBe(other.replace('overdue, ', ''));
    expect(without('- [ ] a <!-- plan-truth-disable-line overdu: x -->\n')).toContain('line overdue: x');
  });
});

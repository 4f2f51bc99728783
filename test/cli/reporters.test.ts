import { describe, expect, it } from 'vitest';
import type { Report } from '../../server/src/cli/report';
import { githubReport } from '../../server/src/cli/reporters/github';
import { jsonReport } from '../../server/src/cli/reporters/json';
import { junitReport } from '../../server/src/cli/reporters/junit';
import { sarifReport } from '../../server/src/cli/reporters/sarif';
import { textReport } from '../../server/src/cli/reporters/text';
import { sayIn } from '../../server/src/cli/say';
import { plainStyle } from '../../server/src/cli/terminal/style';
import type { Finding } from '../../server/src/core/rules/finding';
import { SourceText } from '../../server/src/core/text/source';

const text = 'Plan\nPhase A: 2 / 5 完了\n全体: 5%\n';
const source = new SourceText(text);
const other = new SourceText('x\n| A-1 | DONE |\n');
const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });

const counts: Finding = {
  rule: 'stale-summary',
  severity: 'warning',
  message: 'Phase A has 3 of 5 done, not 2: "50%", a,b',
  span: at('2 / 5'),
  related: [
    { uri: 'file:///a', span: at('全体'), message: 'said here' },
    { uri: 'file:///b', span: { start: 10, end: 14 }, message: 'A-1 is done' },
  ],
  fixes: [{ title: 'Change 2 to 3', safety: 'safe', edits: [{ span: at('2'), newText: '3' }] }],
};
const note: Finding = {
  rule: 'overdue',
  severity: 'info',
  message: 'line one\nline two <b>\u0001&\ud800',
  span: at('5%'),
  related: [],
  fixes: [{ title: 'Guess', safety: 'unsafe', edits: [] }],
};

const reportOf = (...findings: Finding[]): Report => ({
  say: sayIn('en'),
  version: '1.2.3',
  files: [
    { name: 'docs/My, plan.md', uri: 'file:///a', source, findings },
    { name: 'b.md', uri: 'file:///b', source: other, findings: [] },
  ],
  plans: 2,
  fails: ({ severity }) => severity === 'warning',
  nameOf: (uri) => (uri === 'file:///a' ? 'docs/My, plan.md' : 'b.md'),
  sourceOf: (uri) => (uri === 'file:///a' ? source : other),
});
const textOf = (report: Report, quiet = false) => textReport(report, { style: plainStyle, width: 80, quiet });

describe('text', () => {
  it('shows findings by file with their lines', () => {
    expect(textOf(reportOf(counts, note))).toBe(
      [
        'docs/My, plan.md',
        '  2:10 warning Phase A has 3 of 5 done, not 2: "50%", a,b  stale-summary',
        '    Phase A: 2 / 5 完了',
        '             ~~~~~',
        '    3:1 said here',
        '    b.md:2:9 A-1 is done',
        '  3:5 info line one line two <b>␁&\ufffd  overdue',
        '    全体: 5%',
        '          ~~',
        '',
        '1 warning, 1 info in 1 of 2 files; 1 can be fixed with plan-truth fix',
        '',
      ].join('\n'),
    );
  });

  it('lists only some of many related places', () => {
    const many = { ...counts, related: Array.from({ length: 8 }, () => counts.related[0]!) };
    expect(textOf(reportOf(many))).toContain('    3:1 said here\n    and 3 more places\n');
  });

  it('says that nothing was found, unless it is to be quiet', () => {
    expect(textOf(reportOf())).toBe('No findings in 2 files.\n');
    expect(textOf({ ...reportOf(), plans: 0 })).toBe('No findings in 2 files: no plan in them.\n');
    expect(textOf({ ...reportOf(), files: [] })).toBe('No plan files found.\n');
    expect(textOf(reportOf(), true)).toBe('');
  });
});

describe('json', () => {
  it('holds the contract', () => {
    const { version, files } = JSON.parse(jsonReport(reportOf(counts, note)));
    expect(version).toBe(1);
    expect(files.map((file: { path: string }) => file.path)).toEqual(['docs/My, plan.md', 'b.md']);
    expect(files[0].findings[0]).toEqual({
      rule: 'stale-summary',
      severity: 'warning',
      message: counts.message,
      range: { start: { line: 2, column: 10 }, end: { line: 2, column: 15 } },
      related: [
        {
          path: 'docs/My, plan.md',
          range: { start: { line: 3, column: 1 }, end: { line: 3, column: 3 } },
          message: 'said here',
        },
        {
          path: 'b.md',
          range: { start: { line: 2, column: 9 }, end: { line: 2, column: 13 } },
          message: 'A-1 is done',
        },
      ],
      fix: 'safe',
    });
    expect(files[0].findings[1].fix).toBe('unsafe');
    expect(files[1].findings).toEqual([]);
  });
});

describe('github', () => {
  it('escapes what its commands would trip over', () => {
    expect(githubReport(reportOf(counts, note))).toBe(
      '::warning file=docs/My%2C plan.md,line=2,endLine=2,col=10,endColumn=15,title=plan-truth stale-summary::' +
        'Phase A has 3 of 5 done, not 2: "50%25", a,b\n' +
        '::notice file=docs/My%2C plan.md,line=3,endLine=3,col=5,endColumn=7,title=plan-truth overdue::' +
        'line one%0Aline two <b>\u0001&\ud800\n',
    );
  });

  it('gives lines alone for a span over several', () => {
    const over = { ...note, message: 'm', span: { start: 0, end: text.length } };
    expect(githubReport(reportOf(over))).toContain('line=1,endLine=4,title=');
  });
});

/** The names of elements that are open at the end; throws where the text is no XML that a strict parser takes. */
function unclosed(xml: string): string[] {
  const open: string[] = [];
  const token =
    /<\?xml [^?]*\?>|<([\w-]+)((?:\s+\w+="(?:[^"<&]|&(?:\w+|#\d+);)*")*)\s*(\/?)>|<\/([\w-]+)>|(?:[^<&]|&(?:\w+|#\d+);)+/gy;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    if (!match) throw new Error(`no XML: ${xml.slice(at, at + 80)}`);
    const [, opened, attributes, empty, closed] = match;
    const names = [...(attributes ?? '').matchAll(/(\w+)=/g)].map((one) => one[1]);
    if (opened && new Set(names).size < names.length) throw new Error(`an attribute twice: ${match[0]}`);
    if (opened && empty === '') open.push(opened);
    if (closed !== undefined && open.pop() !== closed) throw new Error(`closes what is not open: ${closed}`);
  }
  return open;
}

describe('junit', () => {
  it('is well-formed and fails for what fails the run', () => {
    const xml = junitReport(reportOf(counts, note));
    expect(xml).toContain('<testsuites name="plan-truth" tests="3" failures="1" errors="0">');
    expect(xml).toContain('<testsuite name="docs/My, plan.md" tests="2" failures="1" errors="0">');
    expect(xml).toContain('name="stale-summary (2:10)" file="docs/My, plan.md" line="2">');
    expect(xml).toContain('message="Phase A has 3 of 5 done, not 2: &quot;50%&quot;, a,b"');
    expect(xml).toContain('info line one&#10;line two &lt;b&gt;\ufffd&amp;\ufffd</system-out>');
    expect(xml).toContain('<testcase classname="b.md" name="no findings" file="b.md"/>');
    expect(xml).not.toMatch(/[\u0000-\u0008\ud800-\udfff]/);
    expect(unclosed(xml)).toEqual([]);
  });
});

describe('sarif', () => {
  it('gives places, related places and the fixes that are safe', () => {
    const log = JSON.parse(sarifReport(reportOf(counts, note)));
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver).toMatchObject({ name: 'plan-truth', semanticVersion: '1.2.3' });
    expect(run.artifacts).toHaveLength(2);
    const [first, second] = run.results;
    expect(first).toMatchObject({
      ruleId: 'stale-summary',
      level: 'warning',
      message: { text: counts.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'docs/My%2C%20plan.md' },
            region: { startLine: 2, startColumn: 10, endLine: 2, endColumn: 15 },
          },
        },
      ],
    });
    expect(first.relatedLocations.map((one: { id: number }) => one.id)).toEqual([1, 2]);
    expect(first.fixes[0].artifactChanges[0].replacements).toEqual([
      {
        deletedRegion: { startLine: 2, startColumn: 10, endLine: 2, endColumn: 11 },
        insertedContent: { text: '3' },
      },
    ]);
    expect(second.level).toBe('note');
    expect(second.fixes).toBeUndefined();
  });
});

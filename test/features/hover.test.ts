import { describe, expect, it } from 'vitest';
import { hover } from '../../server/src/core/features/hover';
import { escapeMarkdown, link } from '../../server/src/core/features/markdown';
import { atCursor } from '../support/fixture';
import { kite } from '../support/plans';

function hoverAt(marked: string) {
  const { snapshot, uri, offset, source } = atCursor(marked);
  const found = hover(snapshot, uri, offset);
  return found && { on: source.slice(found.span), markdown: found.markdown };
}
const at = (text: string, marked: string) => text.replace(marked.replace('$0', ''), marked);

describe('hover', () => {
  it('tells of a ticket on its id, title and status', () => {
    const expected = [
      '**[K-101 First flight](file:///plan.md#L25)**',
      'OPEN (not started)',
      'Waits on:\n\n- [K-002 Sail](file:///plan.md#L18) · IN_PROGRESS\n- [K-003 Line and reel](file:///plan.md#L19) · OPEN (not started)',
      'Unblocks:\n\n- [K-102 Tricks](file:///plan.md#L26) · OPEN (not started)',
      'Branch: wt/first',
    ].join('\n\n');
    for (const place of ['K-1$001 | First', 'First $0flight'])
      expect(hoverAt(at(kite, place))?.markdown).toBe(expected);
    expect(hoverAt(at(kite, 'OPE$0N        | K-002'))?.markdown).toBe(`**OPEN**: not started\n\n${expected}`);
  });

  it('tells of the target on a dependency', () => {
    const found = hoverAt(at(kite, 'K-0$002, K-003'));
    expect(found?.on).toBe('K-002');
    expect(found?.markdown).toContain('**[K-002 Sail](file:///plan.md#L18)**');
    expect(found?.markdown).toContain('Depends on:\n\n- [K-001 Frame of spars]');
  });

  it('says that a dependency is in no plan', () => {
    expect(hoverAt(kite.replace('K-002, K-003', 'K-0$099'))?.markdown).toMatch(/^\*\*K-099\*\* is in no plan\./);
  });

  it('counts a phase on its heading', () => {
    expect(hoverAt(at(kite, 'Phase A — Gr$0ound'))?.markdown).toContain('1/3 done · 1 ready');
    expect(hoverAt(at(kite, 'Phase B — A$0ir'))?.markdown).toContain('0/2 done · 2 waiting');
  });

  it('shows how a claim is counted', () => {
    const found = hoverAt(at(kite, 'Phase A: 1 $0/ 3'));
    expect(found?.markdown).toMatch(/^\*\*1 of 3\*\* tickets of \[Phase A — Ground\]\(.*#L13\): MERGED · 33%/);
    expect(found?.markdown).toContain('Counted:\n\n- [K-001 Frame of spars]');
  });

  it('tells of what a phase has to do: what is ready, what is held up by what, its longest chain', () => {
    const more = at(kite, 'Phase B — A$0ir').replace('| OPEN        | K-101', '| BLOCKED     | K-101');
    const markdown = hoverAt(more)!.markdown;
    expect(markdown).toContain(
      [
        'Blocked:',
        '',
        '- [K-101 First flight](file:///plan.md#L25) · waits on [K-002 Sail](file:///plan.md#L18), [K-003 Line and reel](file:///plan.md#L19)',
        '- [K-102 Tricks](file:///plan.md#L26) · waits on [K-101 First flight](file:///plan.md#L25)',
      ].join('\n'),
    );
    expect(markdown).toContain(
      'Critical path of 2 tickets: [K-101 First flight](file:///plan.md#L25) → [K-102 Tricks](file:///plan.md#L26)',
    );
    expect(hoverAt(at(kite, 'Phase A — Gr$0ound'))?.markdown).toContain('Ready:\n\n- [K-003 Line and reel]');
    const estimates =
      '# P\n\n## Pha$0se 1\n\n| ID | Task | Status | Estimate | Deps |\n|---|---|---|---|---|\n| A-1 | a | Open | 2 h | |\n| A-2 | b | Open | 1 d | A-1 |\n';
    expect(hoverAt(estimates)?.markdown).toContain('Critical path of 10 h: ');
  });

  it('says what the legend says of a status, and which tickets are so', () => {
    expect(hoverAt(at(kite, '`MER$0GED`'))).toEqual({
      on: expect.stringContaining('MERGED'),
      markdown: '**MERGED**: in main (done)\n\n1 ticket:\n\n- [K-001 Frame of spars](file:///plan.md#L17)',
    });
    expect(hoverAt(at(kite, '`BLOC$0KED`'))?.markdown).toBe('**BLOCKED**: cannot go on (blocked)');
  });

  it('tells how far away a date is, and what is due then', () => {
    const plan =
      '# P\n\nLast updated: 2026-01-10\n\n| Task | Owner | Status | Target |\n|---|---|---|---|\n| a | x | Open | 2026-02-01 |\n| b | x | Done | 2026-01-30 |\n| c | x | Open | 2026-01-30 |\n';
    const on = (part: string, today?: string) => {
      const { snapshot, uri, offset } = atCursor(at(plan, part), today ? { today } : {});
      return hover(snapshot, uri, offset)?.markdown;
    };
    expect(on('2026-02-$001', '2026-01-31')).toBe(
      '**2026-02-01** (Sunday) · in 1 day\n\nDue then: [a](file:///plan.md#L7) · Open (not started)',
    );
    expect(on('Done | 2026-01-$030', '2026-01-31')).toMatch(/^\*\*2026-01-30\*\* \(Friday\) · 1 day ago\n/);
    expect(on('c | x | Open | 2026-01-$030', '2026-02-02')).toMatch(/ · 3 days ago · overdue\n/);
    expect(on('2026-01-1$00', '2026-01-10')).toBe('**2026-01-10** (Saturday) · today');
    expect(on('2026-01-1$00')).toBe('**2026-01-10** (Saturday)');
  });

  it('tells of what running text names, in other files as well', () => {
    expect(hoverAt(`${kite}\nAfter K-0$003 comes more.\n`)).toMatchObject({ on: 'K-003' });
    const { snapshot, uri, offset } = atCursor(`//- README.md\nSee K-1$001.\n//- plan.md\n${kite}`);
    expect(hover(snapshot, uri, offset)?.markdown).toContain('**[K-101 First flight](file:///plan.md#L25)**');
  });

  it('draws a bar’s count', () =>
    expect(hoverAt('# P\n\n## Phase 1\n\nProgress: [███$0░░░] 50%\n\n- [x] a\n- [ ] b\n')?.markdown).toMatch(
      /^\*\*1 of 2\*\* tickets/,
    ));

  it('holds in Japanese, in fences, with CRLF and in half-typed rows', () => {
    const text = `# 計画\r\n\r\n\`\`\`markdown\r\n| 番号 | タスク | 状態 | 依存 |\r\n|---|---|---|---|\r\n| A-1 | 基盤 | 完了 | なし |\r\n| A-2 | 画面 | 未着手 | A-$01\r\n\`\`\`\r\n`;
    expect(hoverAt(text)).toMatchObject({ on: 'A-1', markdown: expect.stringContaining('A-1 基盤') });
    expect(hoverAt(text.replace('A-$01', 'A-1').replace('画面 |', '画$0面 |'))?.markdown).toContain('着手');
  });

  it('is silent elsewhere', () => {
    expect(hoverAt(at(kite, '## Sum$0mary'))).toBeNull();
    expect(hoverAt('# Notes\n\nwo$0rds\n')).toBeNull();
    expect(hoverAt('$0')).toBeNull();
  });
});

describe("users' text in Markdown", () => {
  it.each([
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['[a](command:x)', '\\[a\\](command\\:x)'],
    ['![a](b)', '\\!\\[a\\](b)'],
    [
      'https://evil.example www.evil.example me@evil.example',
      'https\\://evil.example www\\.evil.example me\\@evil.example',
    ],
    ['$(bug) `x` **b** a|b &lt;', '\\$(bug) \\`x\\` \\*\\*b\\*\\* a\\|b \\&lt;'],
    ['two\nlines\u2028more\u202e', 'two lines more'],
    ['A-001: plain (text), 3/5 済', 'A-001: plain (text), 3/5 済'],
  ])('%j does nothing', (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped));

  it('cannot end a link early', () => {
    expect(link('a](b)', 'file:///x(1) y.md#L2')).toBe('[a&#93;(b)](file:///x%281%29%20y.md#L2)');
  });
});

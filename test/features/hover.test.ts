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
    for (const place of ['K-1$001 | First', 'First $0flight', 'OPE$0N        | K-002'])
      expect(hoverAt(at(kite, place))?.markdown).toBe(expected);
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
    expect(link('a](b)', 'file:///x(1) y.md#L2')).toBe('[a\\](b)](file:///x%281%29%20y.md#L2)');
  });
});

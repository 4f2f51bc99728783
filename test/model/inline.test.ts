import { describe, expect, it } from 'vitest';
import { plain } from '../../server/src/core/model/inline';
import { analyse, outline } from './read';

describe('inline Markdown is read as it is shown', () => {
  it.each([
    ['A &amp; B', 'A & B'],
    ['&lt;i&gt; &#42;z&#42; &#x41; &copy; &nbsp;x', '<i> *z* A © x'],
    ['&nosuch; a&b; AT&T', '&nosuch; a&b; AT&T'],
    ['\\*x\\* and \\_y\\_', '*x* and _y_'],
    ['\\[y\\](z) but [y](z)', '[y](z) but y'],
    ['\\<b>bold\\</b> but <b>bold</b>', '<b>bold</b> but bold'],
    ['a \\| b, `c \\| d`', 'a | b, c | d'],
    ['`&amp; **x** <b> \\*` **x**', '&amp; **x** <b> \\* x'],
    ['C:\\temp, snake_case_name', 'C:\\temp, snake_case_name'],
    ['[a &amp; `b`](http://x.example)', 'a & b'],
    ['&amp;lt;', '&lt;'],
    ['an unclosed ` and <b', 'an unclosed and <b'],
  ])('%s', (text, shown) => expect(plain(text)).toBe(shown));

  it('in titles of tickets and phases, on which others depend as they are shown or written', () => {
    const text = `
      # Salt &amp; Pepper

      ## Phase 1: Salt &amp; \\*Pepper\\*

      | Task              | Status | Depends on        |
      | ----------------- | ------ | ----------------- |
      | Mills &amp; pans  | Open   | -                 |
      | \\<b>Pans\\</b>   | Open   | Mills &amp; pans  |
    `;
    expect(outline(text)).toContain('Salt & *Pepper*');
    expect(outline(text)).toContain('<b>Pans</b>');
    const analysis = analyse(text)!;
    expect(analysis.plan.title).toBe('Salt & Pepper');
    const waits = analysis.waitsOn(analysis.plan.allTickets[1]!);
    expect(waits.map(({ entity }) => entity.title)).toEqual(['Mills & pans']);
  });
});

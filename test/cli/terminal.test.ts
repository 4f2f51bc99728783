import { describe, expect, it } from 'vitest';
import { cellsOf, visible, widthOf } from '../../server/src/cli/terminal/display';
import { excerptOf } from '../../server/src/cli/terminal/excerpt';
import { styleFor } from '../../server/src/cli/terminal/style';
import { SourceText } from '../../server/src/core/text/source';

/** The excerpt of what `[` and `]` enclose in the text, drawn. */
function drawn(marked: string, width = 80): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const source = new SourceText(marked.replace(/[[\]]/g, ''));
  const { text, indent, mark } = excerptOf(source, { start, end }, width);
  return `${text}\n${indent}${mark}`;
}

describe('text on a terminal', () => {
  it('knows how wide characters are', () => {
    expect(widthOf('abc')).toBe(3);
    expect(widthOf('全体進捗')).toBe(8);
    expect(widthOf('✅')).toBe(2);
    expect(widthOf('⚠️')).toBe(2);
    expect(widthOf('👨‍👩‍👧')).toBe(2);
    expect(widthOf('🇯🇵')).toBe(2);
    expect(widthOf('e\u0301')).toBe(1);
    expect(cellsOf('\tb').map((cell) => cell.width)).toEqual([4, 1]);
    expect(cellsOf('abc\tb').map((cell) => cell.width)).toEqual([1, 1, 1, 1, 1]);
  });

  it('shows what would hide or act on the terminal', () => {
    expect(visible('\x1b[31mred\x07\x7f')).toBe('␛[31mred␇␡');
    expect(visible('a\u202eb\u200bc\ufeff')).toBe('a<U+202E>b<U+200B>c<U+FEFF>');
    expect(visible('lone \ud83d here')).toBe('lone \ufffd here');
    expect(visible('two\r\nlines\tand a tab')).toBe('two lines and a tab');
    expect(visible('家族 👨‍👩‍👧 ok')).toBe('家族 👨‍👩‍👧 ok');
  });
});

describe('the excerpt', () => {
  it('underlines a span', () => {
    expect(drawn('one\nPhase A: [2 / 5] MERGED\nthree')).toBe('Phase A: 2 / 5 MERGED\n         ~~~~~');
    expect(drawn('Phase A: [2] / 5')).toBe('Phase A: 2 / 5\n         ^');
    expect(drawn('at the end[]')).toBe('at the end\n          ^');
    expect(drawn('[]')).toBe('\n^');
  });

  it('holds its columns under wide characters and tabs', () => {
    expect(drawn('全体進捗: [5%]')).toBe('全体進捗: 5%\n          ~~');
    expect(drawn('✅ [完了]だ')).toBe('✅ 完了だ\n   ~~~~');
    expect(drawn('\t- [ab]\tc')).toBe('    - ab    c\n      ~~');
    expect(drawn('a\x1b[b]')).toBe('a␛b\n  ^');
  });

  it('shows the first line of a span over several', () => {
    expect(drawn('a [bc\nde] f')).toBe('a bc\n  ~~');
    expect(drawn('a [bc\r\nde] f')).toBe('a bc\n  ~~');
  });

  it('shows a part of a long line', () => {
    const [line, mark] = drawn(`${'x'.repeat(500)}[wrong]${'y'.repeat(500)}`, 40).split('\n');
    expect(line).toMatch(/^…x+wrongy+…$/);
    expect(line!.length).toBeLessThanOrEqual(42);
    expect(line!.slice(mark!.indexOf('~'), mark!.length)).toBe('wrong');
    expect(drawn(`[a]${'y'.repeat(500)}`, 40)).toMatch(/^ay{39}…\n\^$/);
    expect(drawn(`${'x'.repeat(500)}[b]`, 40)).toMatch(/^…x+b\n {40}\^$/);
    const [all, under] = drawn(`${'x'.repeat(30)}[${'z'.repeat(500)}]`, 40).split('\n');
    expect(all!.length).toBeLessThanOrEqual(42);
    expect(under!.length).toBeLessThanOrEqual(42);
  });

  it('does not read megabytes for one line, nor part a character', () => {
    const text = '😀'.repeat(1_000_000);
    const source = new SourceText(text);
    const started = performance.now();
    const { text: line, mark } = excerptOf(source, { start: 1_000_000, end: 1_000_002 }, 60);
    expect(performance.now() - started).toBeLessThan(200);
    expect(line).toMatch(/^…(?:😀)+…$/u);
    expect(mark).toBe('~~');
  });
});

describe('colours', () => {
  const on = (env: Record<string, string>, isTTY: boolean, flag?: boolean) =>
    styleFor({ write: () => {}, isTTY }, { env } as never, flag).bold('x') !== 'x';

  it('stand on a terminal only, unless someone says otherwise', () => {
    expect(on({}, true)).toBe(true);
    expect(on({}, false)).toBe(false);
    expect(on({ TERM: 'dumb' }, true)).toBe(false);
    expect(on({ NO_COLOR: '1' }, true)).toBe(false);
    expect(on({ NO_COLOR: '' }, true)).toBe(true);
    expect(on({ FORCE_COLOR: '1' }, false)).toBe(true);
    expect(on({ FORCE_COLOR: '0' }, true)).toBe(false);
    expect(on({ NO_COLOR: '1' }, false, true)).toBe(true);
    expect(on({ FORCE_COLOR: '1' }, true, false)).toBe(false);
  });
});

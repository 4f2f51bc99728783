import { displayWidth } from '../../core/text/width';

/** One unit of text on a terminal: a character as people see it, and the columns it takes. */
export interface Cell {
  /** What is printed for it. */
  readonly text: string;
  readonly width: number;
  /** Where it stands in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

const tabStop = 4;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const printableAscii = /^[\x20-\x7e]*$/;

/**
 * The text as cells. Tabs reach to the next stop, and characters that would act on the terminal or hide in it (escape,
 * direction marks, zero-width spaces) are made visible.
 */
export function cellsOf(text: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of segmentsOf(text)) {
    const shown = segment === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : visibleGrapheme(segment);
    const width = shown === segment ? widthOfGrapheme(segment) : shown.length;
    cells.push({ text: shown, width, start: index, end: index + segment.length });
    column += width;
  }
  return cells;
}

/** Text from a plan, safe to print: one line, nothing hidden. */
export function visible(text: string): string {
  if (printableAscii.test(text)) return text;
  return cellsOf(text.replace(/[\t\r\n]+/g, ' '))
    .map((cell) => cell.text)
    .join('');
}

/** The columns that a text takes. */
export const widthOf = (text: string): number => cellsOf(text).reduce((sum, cell) => sum + cell.width, 0);

function* segmentsOf(text: string): Iterable<{ segment: string; index: number }> {
  if (!printableAscii.test(text)) yield* graphemes.segment(text);
  else for (let index = 0; index < text.length; index++) yield { segment: text[index]!, index };
}

function visibleGrapheme(segment: string): string {
  const code = segment.codePointAt(0)!;
  if (code < 0x20) return String.fromCharCode(0x2400 + code).repeat(segment.length);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  const alone = segment.length === (code > 0xffff ? 2 : 1);
  if (alone && /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(segment))
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  return segment;
}

/** What is joined into one character (a family, a flag, a syllable) is drawn two columns wide at most. */
const widthOfGrapheme = (segment: string): number => Math.min(2, displayWidth(segment));

import { changeBetween, type TextChange } from './change';
import type { Span } from './span';

/** A place in a text as LSP counts it: line and UTF-16 code unit in the line, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** An immutable text with its lines. Lines end at LF, CRLF or a lone CR, as in CommonMark and LSP. */
export class SourceText {
  #known: readonly number[] | null = null;

  constructor(
    readonly text: string,
    /** What the text was before, whose lines need not be looked for again. */
    previous?: SourceText,
  ) {
    const starts = previous ? previous.#known : null;
    const change = starts && changeBetween(previous!.text, text);
    if (starts) this.#known = change ? movedStarts(starts, text, change) : starts;
  }

  /** Where lines start, found when it is first asked for. */
  get #starts(): readonly number[] {
    this.#known ??= lineStarts(this.text, 0, this.text.length, [0]);
    return this.#known;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The 0-based line that holds the offset; an offset outside the text counts as its nearest end. */
  lineAt(offset: number): number {
    return Math.max(0, firstBehind(this.#starts, offset) - 1);
  }

  /** The span of a 0-based line without its terminator; an empty span at the text's end for a line past it. */
  line(line: number): Span {
    const start = this.#starts[line] ?? this.text.length;
    let end = this.#starts[line + 1] ?? this.text.length;
    if (end > start && this.text[end - 1] === '\n') end--;
    if (end > start && this.text[end - 1] === '\r') end--;
    return { start, end };
  }

  position(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.#starts[line]! };
  }

  /** The offset of a position; a character past the line's end counts as the line's end. */
  offset({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.text.length;
    const { start, end } = this.line(line);
    return Math.min(start + Math.max(0, character), end);
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }
}

/** Adds to `starts` where lines start behind the terminators in `text[from, to)`. */
function lineStarts(text: string, from: number, to: number, starts: number[]): number[] {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) starts.push(i + 1);
  }
  return starts;
}

/** The starts of a text's lines, from those that it had before the change. */
function movedStarts(before: readonly number[], text: string, { start, oldEnd, newEnd }: TextChange): number[] {
  // A CR right before the change may have become half of a CRLF, or cease to be it.
  const from = Math.max(0, start - 1);
  const kept = firstBehind(before, from);
  const rest = firstBehind(before, oldEnd);
  const starts = lineStarts(text, from, newEnd, before.slice(0, kept));
  for (let i = rest; i < before.length; i++) starts.push(before[i]! + newEnd - oldEnd);
  return starts;
}

/** The index of the first of the sorted numbers that is greater; their count where none is. */
function firstBehind(numbers: readonly number[], number: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! > number) high = middle;
    else low = middle + 1;
  }
  return low;
}

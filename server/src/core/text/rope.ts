/** A text, in one piece or several: what can be read of it without putting it together. Offsets are UTF-16 code units, 0 or more. */
export interface Chars {
  readonly length: number;
  slice(start: number, end?: number): string;
  charCodeAt(index: number): number;
  /** All of it, in one piece. */
  toString(): string;
}

/** A new piece is about as long. */
const pieceLength = 4096;

const cr = 0x0d;
const lf = 0x0a;

/** A stretch of a text and where in it lines end: behind LF, CRLF or a lone CR. No CRLF is parted. */
class Piece {
  #ends: readonly number[] | null = null;

  constructor(readonly text: string) {}

  get ends(): readonly number[] {
    if (this.#ends) return this.#ends;
    const ends: number[] = [];
    for (let i = 0; i < this.text.length; i++) {
      const code = this.text.charCodeAt(i);
      if (code === lf || (code === cr && this.text.charCodeAt(i + 1) !== lf)) ends.push(i + 1);
    }
    this.#ends = ends;
    return ends;
  }
}

/**
 * An immutable text in pieces, so that an edit costs no more than a piece and a list of the others. Put together when it is asked for
 * as a whole, and then kept so. The idea is Boehm, Atkinson and Plass, "Ropes: an Alternative to Strings" (1995), with a flat list
 * in place of the tree: a few hundred pieces are a large plan.
 */
export class Rope implements Chars {
  readonly #pieces: readonly Piece[];
  /** Where each piece starts. */
  readonly #starts: readonly number[];
  /** How many lines end before each piece. */
  #lines: readonly number[] | null = null;
  #whole: string | null;
  readonly length: number;

  private constructor(pieces: readonly Piece[], whole: string | null) {
    this.#pieces = pieces;
    this.#whole = whole;
    const starts: number[] = [];
    let at = 0;
    for (const { text } of pieces) {
      starts.push(at);
      at += text.length;
    }
    this.#starts = starts;
    this.length = at;
  }

  static of(text: string): Rope {
    return new Rope(cut(text), text);
  }

  toString(): string {
    this.#whole ??= this.#pieces.map(({ text }) => text).join('');
    return this.#whole;
  }

  charCodeAt(index: number): number {
    const i = countUntil(this.#starts, index) - 1;
    return this.#pieces[i]?.text.charCodeAt(index - this.#starts[i]!) ?? Number.NaN;
  }

  slice(start: number, end = this.length): string {
    if (this.#whole !== null) return this.#whole.slice(start, end);
    let out = '';
    for (let i = Math.max(0, countUntil(this.#starts, start) - 1); (this.#starts[i] ?? end) < end; i++) {
      const from = this.#starts[i]!;
      out += this.#pieces[i]!.text.slice(Math.max(0, start - from), end - from);
    }
    return out;
  }

  /** The text with another one in place of a stretch of it. */
  replaced(start: number, end: number, text: string): Rope {
    const pieces = this.#pieces;
    let first = Math.max(0, countUntil(this.#starts, start) - 1);
    let last = Math.max(0, countUntil(this.#starts, end) - 1);
    let changed = this.slice(this.#starts[first] ?? 0, start) + text + this.slice(end, this.#starts[last + 1]);
    // The halves of a line end come together.
    if (changed.charCodeAt(0) === lf && first > 0) changed = pieces[--first]!.text + changed;
    if (changed.charCodeAt(changed.length - 1) === cr && last + 1 < pieces.length) changed += pieces[++last]!.text;
    const next = pieces.slice(0, first);
    if (changed.length > 2 * pieceLength) next.push(...cut(changed));
    else if (changed !== '') next.push(new Piece(changed));
    for (let i = last + 1; i < pieces.length; i++) next.push(pieces[i]!);
    return new Rope(next, null);
  }

  /** Lines end at LF, CRLF or a lone CR; behind the last end there is one more. */
  get lineCount(): number {
    const { length } = this.#pieces;
    return length === 0 ? 1 : this.#linesBefore[length - 1]! + this.#pieces[length - 1]!.ends.length + 1;
  }

  /** The 0-based line that holds an offset. */
  lineAt(offset: number): number {
    const i = countUntil(this.#starts, offset) - 1;
    return i < 0 ? 0 : this.#linesBefore[i]! + countUntil(this.#pieces[i]!.ends, offset - this.#starts[i]!);
  }

  /** Where a 0-based line starts; the text's end for a line past it. */
  lineStart(line: number): number {
    if (line <= 0) return 0;
    const i = countUntil(this.#linesBefore, line - 1) - 1;
    const within = this.#pieces[i]?.ends[line - 1 - this.#linesBefore[i]!];
    return within === undefined ? this.length : this.#starts[i]! + within;
  }

  get #linesBefore(): readonly number[] {
    if (this.#lines) return this.#lines;
    const lines: number[] = [];
    let before = 0;
    for (const { ends } of this.#pieces) {
      lines.push(before);
      before += ends.length;
    }
    this.#lines = lines;
    return lines;
  }
}

function cut(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + pieceLength);
    if (text.charCodeAt(end - 1) === cr && text.charCodeAt(end) === lf) end++;
    pieces.push(new Piece(text.slice(at, end)));
    at = end;
  }
  return pieces;
}

/** How many of the sorted numbers are no greater. */
function countUntil(numbers: readonly number[], number: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}

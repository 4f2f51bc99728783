/** A text, in one piece or several: what can be read of it without putting it together. Offsets are UTF-16 code units, 0 or more. */
export interface Chars {
  readonly length: number;
  slice(start: number, end?: number): string;
  charCodeAt(index: number): number;
  /** All of it, in one piece. */
  toString(): string;
}

/** A new piece is about as long. */
const pieceLength = 8192;

/**
 * An immutable text in pieces, so that an edit costs no more than a piece and a list of the others. Put together when it is asked for
 * as a whole, and then kept so. The idea is Boehm, Atkinson and Plass, "Ropes: an Alternative to Strings" (1995), with a flat list
 * in place of the tree: a few hundred pieces are a large plan.
 */
export class Rope implements Chars {
  #pieces: readonly string[];
  /** Where each piece starts. */
  #starts: readonly number[];
  readonly length: number;

  constructor(text: string | readonly string[]) {
    this.#pieces = typeof text === 'string' ? [text] : text;
    const starts: number[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      starts.push(at);
      at += piece.length;
    }
    this.#starts = starts;
    this.length = at;
  }

  toString(): string {
    if (this.#pieces.length > 1) {
      this.#pieces = [this.#pieces.join('')];
      this.#starts = [0];
    }
    return this.#pieces[0] ?? '';
  }

  charCodeAt(index: number): number {
    const i = this.#pieceAt(index);
    return this.#pieces[i]?.charCodeAt(index - this.#starts[i]!) ?? Number.NaN;
  }

  slice(start: number, end = this.length): string {
    const first = this.#pieceAt(start);
    let out = '';
    for (let i = first; i < this.#pieces.length && this.#starts[i]! < end; i++) {
      const from = this.#starts[i]!;
      out += this.#pieces[i]!.slice(Math.max(0, start - from), end - from);
    }
    return out;
  }

  /** The text with another one in place of a stretch of it. */
  replaced(start: number, end: number, text: string): Rope {
    const pieces = this.#pieces.length === 1 ? cut(this.#pieces[0]!) : this.#pieces;
    const starts = this.#pieces.length === 1 ? pieces.map((_, i) => i * pieceLength) : this.#starts;
    const [first, last] = [pieceAt(starts, start), pieceAt(starts, end)];
    const behind = pieces[last] ?? '';
    const changed =
      (pieces[first] ?? '').slice(0, start - (starts[first] ?? 0)) + text + behind.slice(end - (starts[last] ?? 0));
    const next = pieces.slice(0, first);
    if (changed.length > 2 * pieceLength) next.push(...cut(changed));
    else if (changed !== '') next.push(changed);
    for (let i = last + 1; i < pieces.length; i++) next.push(pieces[i]!);
    return new Rope(next);
  }

  #pieceAt(offset: number): number {
    return pieceAt(this.#starts, offset);
  }
}

function cut(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += pieceLength) pieces.push(text.slice(at, at + pieceLength));
  return pieces;
}

/** The last piece that starts at an offset or before it. */
function pieceAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

import { changeBetween, composed, type TextChange } from './change';
import { Rope } from './rope';
import type { Span } from './span';

/** A place in a text as LSP counts it: line and UTF-16 code unit in the line, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** So many edits are kept apart until somebody asks what they changed. */
const mostEdits = 8;

/** An immutable text with its lines. Lines end at LF, CRLF or a lone CR, as in CommonMark and LSP. */
export class SourceText {
  /** What it was made of; forgotten when somebody asks, or when it is too many edits ago. */
  #made: { readonly before: SourceText; readonly change: TextChange; readonly depth: number } | null = null;

  /** The text, as far as possible without putting it together. */
  readonly chars: Rope;

  constructor(text: string | Rope) {
    this.chars = typeof text === 'string' ? Rope.of(text) : text;
  }

  get text(): string {
    return this.chars.toString();
  }

  /** A text in place of this one. */
  becoming(text: string): SourceText {
    const change = changeBetween(this.text, text);
    return change
      ? this.replaced({ start: change.start, end: change.oldEnd }, text.slice(change.start, change.newEnd))
      : this;
  }

  /** The text with another one in place of a span. */
  replaced({ start, end }: Span, newText: string): SourceText {
    const after = new SourceText(this.chars.replaced(start, end, newText));
    const change = { start, oldEnd: end, newEnd: start + newText.length };
    const depth = (this.#made?.depth ?? 0) + 1;
    after.#made = {
      before: depth > mostEdits ? this.#forgetting() : this,
      change,
      depth: depth > mostEdits ? 1 : depth,
    };
    return after;
  }

  #forgetting(): this {
    this.#made = null;
    return this;
  }

  /** The stretch in which it differs from another one, found without a comparison where it was made of that; null where they are equal. */
  changeSince(before: SourceText): TextChange | null {
    let change: TextChange | null = null;
    for (let at: SourceText = this; at !== before; at = at.#made.before) {
      if (!at.#made) return changeBetween(before.text, this.text);
      change = change ? composed(at.#made.change, change) : at.#made.change;
    }
    this.#made = null;
    if (!change) return null;
    const { start, oldEnd, newEnd } = change;
    const within = changeBetween(before.chars.slice(start, oldEnd), this.chars.slice(start, newEnd));
    return within && { start: start + within.start, oldEnd: start + within.oldEnd, newEnd: start + within.newEnd };
  }

  get lineCount(): number {
    return this.chars.lineCount;
  }

  /** The 0-based line that holds the offset; an offset outside the text counts as its nearest end. */
  lineAt(offset: number): number {
    return this.chars.lineAt(Math.max(0, Math.min(offset, this.chars.length)));
  }

  /** The span of a 0-based line without its terminator; an empty span at the text's end for a line past it. */
  line(line: number): Span {
    const { chars } = this;
    const start = chars.lineStart(line);
    let end = chars.lineStart(line + 1);
    if (end > start && chars.charCodeAt(end - 1) === 0x0a) end--;
    if (end > start && chars.charCodeAt(end - 1) === 0x0d) end--;
    return { start, end };
  }

  position(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.chars.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.chars.lineStart(line) };
  }

  /** The offset of a position; a character past the line's end counts as the line's end. */
  offset({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.chars.length;
    const { start, end } = this.line(line);
    return Math.min(start + Math.max(0, character), end);
  }

  slice(span: Span): string {
    return this.chars.slice(span.start, span.end);
  }
}

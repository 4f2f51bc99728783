import type { Reason } from '../text/japanese/reading';
import type { Span } from '../text/span';

/**
 * The blocks of Markdown that a plan is made of. Terms are CommonMark's and GFM's. Spans are UTF-16 offsets relative to
 * the text that was parsed (a section of a document).
 */
export type Block = Heading | Table | Item | Paragraph | Fence | Html | FrontMatter | Unparsed;

export interface Heading {
  readonly type: 'heading';
  readonly depth: number;
  /** The line, without its terminator. */
  readonly span: Span;
  /** Its text, without the marks. */
  readonly content: Span;
}

export interface Row {
  /** The line, without its terminator. */
  readonly span: Span;
  /** What stands between the pipes, padding included. */
  readonly cells: readonly Span[];
}

export interface Table {
  readonly type: 'table';
  readonly span: Span;
  readonly header: Row;
  readonly rows: readonly Row[];
}

/** A list item. Nested lists and all else that it holds are its children. */
export interface Item {
  readonly type: 'item';
  /** Its first line from the marker on, without the terminator. */
  readonly span: Span;
  readonly ordered: boolean;
  /** The character between the brackets of a box: `- [x] …`. */
  readonly box: Span | null;
  /** The box has a star behind it, which marks what may be left out (Kiro's task lists): `- [ ]* …`. */
  readonly optional: boolean;
  /** The text of its first paragraph's first line, behind marker and box; empty where it starts with another block. */
  readonly content: Span;
  readonly children: readonly Block[];
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly span: Span;
  /** Its lines without indent and terminator. */
  readonly lines: readonly Span[];
}

export interface Fence {
  readonly type: 'fence';
  readonly span: Span;
  /** The first word of the info string, in lower case. */
  readonly language: string;
  /** All lines between the fences, the last terminator included. */
  readonly content: Span;
}

export interface Html {
  readonly type: 'html';
  readonly span: Span;
}

export interface FrontMatter {
  readonly type: 'frontMatter';
  readonly span: Span;
}

/** Text that was not parsed, and why. */
export interface Unparsed {
  readonly type: 'unparsed';
  readonly span: Span;
  readonly reason: Reason;
}

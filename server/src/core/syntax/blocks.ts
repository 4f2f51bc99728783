import type { Reason } from '../text/japanese/reading';
import { type Span, shift } from '../text/span';

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

/** A table row at its place: the line itself, without white space around it, is the same object wherever the row moves. */
export class Row {
  constructor(
    readonly start: number,
    readonly line: RowLine,
  ) {}

  get span(): Span {
    return { start: this.start, end: this.start + this.line.length };
  }

  /** What stands between the pipes, padding included. */
  get cells(): readonly Span[] {
    return this.line.cells.map((cell) => shift(cell, this.start));
  }

  cell(column: number): Span | undefined {
    const cell = this.line.cell(column);
    return cell && shift(cell, this.start);
  }
}

/** The line of a table row. Offsets are its own. There are very many of them: cells are made when they are asked for. */
export class RowLine {
  /** What a later layer read in the line, kept with it. Nobody else looks at it. */
  memo?: unknown = undefined;

  /** @param edges Where each cell starts, and one more: a cell ends before the pipe in front of the next. */
  constructor(
    readonly length: number,
    readonly edges: readonly number[],
  ) {}

  /** How many cells it has. */
  get width(): number {
    return this.edges.length - 1;
  }

  cell(column: number): Span | undefined {
    const [start, next] = [this.edges[column], this.edges[column + 1]];
    return start === undefined || next === undefined ? undefined : { start, end: next - 1 };
  }

  get cells(): Span[] {
    return Array.from({ length: this.width }, (_, column) => this.cell(column)!);
  }
}

export interface Table {
  readonly type: 'table';
  readonly span: Span;
  readonly header: Row;
  readonly rows: readonly Row[];
}

/** A list item at its place. Nested lists and all else that it holds are its children. */
export class Item {
  readonly type = 'item';

  constructor(
    readonly start: number,
    readonly line: ItemLine,
    readonly children: readonly Block[],
  ) {}

  /** Its first line from the marker on, without the terminator. */
  get span(): Span {
    return { start: this.start, end: this.start + this.line.length };
  }

  /** The character between the brackets of a box: `- [x] …`. */
  get box(): Span | null {
    return this.line.box && shift(this.line.box, this.start);
  }

  /** The text of its first paragraph's first line, behind marker and box; empty where it starts with another block. */
  get content(): Span {
    return shift(this.line.content, this.start);
  }
}

/** The first line of a list item from the marker on, the same object wherever the item moves. Offsets are its own. */
export interface ItemLine {
  readonly length: number;
  readonly ordered: boolean;
  readonly box: Span | null;
  /** The box has a star behind it, which marks what may be left out (Kiro's task lists): `- [ ]* …`. */
  readonly optional: boolean;
  readonly content: Span;
  /** What a later layer read in the line, kept with it. Nobody else looks at it. */
  memo?: unknown;
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

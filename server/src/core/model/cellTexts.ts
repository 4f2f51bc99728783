import type { Row } from '../syntax/blocks';

/** The cells of a row as written, each cut out where it is asked for: of most, nobody asks. */
export class CellTexts {
  /** @param base Where the offsets of the row count from in the text. */
  constructor(
    readonly text: string,
    readonly row: Row,
    readonly base: number,
  ) {}

  cell(column: number): string | undefined {
    const span = this.row.line.cell(column);
    if (!span) return undefined;
    const at = this.base + this.row.start;
    return this.text.slice(at + span.start, at + span.end);
  }

  /** Whether something that the pattern takes stands in any of them. */
  holds(pattern: RegExp): boolean {
    return this.row.line.cells.some((_, column) => pattern.test(this.cell(column)!));
  }
}

import { Row, type Table } from '../syntax/blocks';
import { type Span, shift } from '../text/span';
import type { Columns } from './columns';
import type { PlanTable } from './plan';

/** A table of the plan, wherever its section stands. */
export class PlacedTable implements PlanTable {
  #table: Table;
  #base: number;

  constructor(
    readonly type: PlanTable['type'],
    readonly number: number,
    readonly columns: Columns,
    table: Table,
    base: number,
  ) {
    this.#table = table;
    this.#base = base;
  }

  get base(): number {
    return this.#base;
  }
  get rows(): readonly Row[] {
    return this.#table.rows;
  }
  get span(): Span {
    return shift(this.#table.span, this.#base);
  }
  get header(): Row {
    const { start, line } = this.#table.header;
    return new Row(start + this.#base, line);
  }

  /** The text before it became another. */
  move(from: number, by: number): void {
    if (this.#base >= from) this.#base += by;
  }

  /** Its rows say something else. */
  reread(table: Table): void {
    this.#table = table;
  }
}

import { type Span, shift } from '../text/span';
import type { Dependency } from './plan';

/** What starts somewhere, and may move. */
interface Line {
  readonly start: number;
}

/** A span in the line of a ticket, wherever the line stands. */
export class LineSpan implements Span {
  readonly #line: Line;
  readonly #within: Span;

  constructor(line: Line, within: Span) {
    this.#line = line;
    this.#within = within;
  }

  get start(): number {
    return this.#line.start + this.#within.start;
  }
  get end(): number {
    return this.#line.start + this.#within.end;
  }
  toJSON(): Span {
    return { start: this.start, end: this.end };
  }
}

/** A dependency that is told of a ticket elsewhere. */
export const told = (dependency: Dependency): PlacedDependency => {
  const { start } = dependency.span;
  return new PlacedDependency({ ...dependency, span: shift(dependency.span, -start) }, start);
};

/** A dependency wherever it stands: in the line of its ticket, or at a place of its own. */
export class PlacedDependency implements Dependency {
  constructor(
    readonly read: Dependency,
    public place: Line | number,
  ) {}

  get text(): string {
    return this.read.text;
  }
  get id(): string | null {
    return this.read.id;
  }
  get span(): Span {
    return shift(this.read.span, typeof this.place === 'number' ? this.place : this.place.start);
  }
  get soft(): boolean {
    return this.read.soft;
  }
  get told(): true | undefined {
    return this.read.told;
  }
}

import type { Box, Point, Row } from './layout';

/** So far a line keeps from a card, and from another line. */
const clear = 5;
/** A line over more rows than this goes straight, behind the cards: with all its bends nobody could follow it. */
const longest = 40;
/** What stands in so many of the next rows is looked at, so that a line does not wind from gap to gap. */
const ahead = 4;
/** A detour of so many pixels is as bad as another bend. */
const bend = 80;

/** A row and what stands in it: cards from left to right, and where lines pass it. */
interface Crowd extends Row {
  readonly cards: readonly Box[];
  readonly lines: number[];
}

/** Finds ways between the cards for lines that have none. */
export class Gaps {
  readonly #rows: readonly Crowd[];

  /** @param room From the left to the right side of the bands */
  constructor(
    rows: readonly Row[],
    nodes: Iterable<Box>,
    readonly room: { readonly left: number; readonly right: number },
  ) {
    // A line through the sign that folds a band, left of all cards, would be taken for a part of it.
    const handle = (y: number): Box => ({ x: room.left + 12, width: 12, y, height: 0 });
    const cards = new Map<number, Box[]>(rows.map(({ y }) => [y, [handle(y)]]));
    for (const box of nodes) cards.get(box.y)?.push(box);
    this.#rows = rows.map((row) => ({ ...row, cards: cards.get(row.y)!.sort((a, b) => a.x - b.x), lines: [] }));
  }

  /** A line passes a row here. */
  take(row: number, x: number): void {
    this.#rows[row]?.lines.push(x);
  }

  /** The way from one point to another past the rows in between: straight on where it can be, else by the next gap. */
  through(from: Point, to: Point): Point[] {
    const down = from.y < to.y;
    const first = this.#firstFrom(down ? from.y : to.y);
    const end = this.#firstFrom(down ? to.y : from.y);
    if (end - first > longest) return [];
    let { x } = from;
    const rows = this.#rows.slice(first, end);
    if (!down) rows.reverse();
    return rows.flatMap((row, i): Point[] => {
      x = this.#free(row, x, to.x, rows.slice(i + 1, i + 1 + ahead));
      row.lines.push(x);
      const sides = [row.y, row.y + row.height].map((y) => ({ x, y }));
      return down ? sides : sides.reverse();
    });
  }

  /** The number of the first row that begins at or below a height. */
  #firstFrom(y: number): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#rows[middle]!.y < y) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The place near to where the line comes from that no card stands on; of several, one that stays free, on the side where
   * the line goes.
   */
  #free({ cards, lines }: Crowd, from: number, to: number, next: readonly Crowd[]): number {
    const at = cards.findIndex((card) => isOn(card, from));
    const gaps = at < 0 ? [cards.filter(({ x }) => x < from).length] : [at - 1, at, at + 1, at + 2];
    const places = gaps
      .filter((before) => before >= 0 && before <= cards.length)
      .map((before) => this.#gap(cards, before))
      .filter(([left, right]) => left <= right)
      .map((gap) => beside(lines, from, gap));
    const cost = (x: number) => {
      const bends = next.filter((row) => row.cards.some((card) => isOn(card, x))).length;
      return Math.abs(x - from) + bends * bend + Math.abs(x - to) / 100;
    };
    return places.sort((a, b) => cost(a) - cost(b))[0] ?? from;
  }

  /** Where lines can pass before a card, by its number. */
  #gap(cards: readonly Box[], before: number): readonly [left: number, right: number] {
    const [card, next] = [cards[before - 1], cards[before]];
    return [card ? card.x + card.width + clear : this.room.left + 1, (next?.x ?? this.room.right) - clear];
  }
}

/** Whether a line comes too near to a card. */
const isOn = ({ x, width }: Box, line: number): boolean => x - clear < line && line < x + width + clear;

/** The place in a gap nearest to a wanted one, beside other lines as long as there is room. */
function beside(
  lines: readonly number[],
  wanted: number,
  [left, right]: readonly [left: number, right: number],
): number {
  const nearest = Math.min(right, Math.max(left, wanted));
  for (let by = 0; by <= right - left; by += clear)
    for (const x of [nearest - by, nearest + by])
      if (left <= x && x <= right && lines.every((line) => Math.abs(line - x) >= clear)) return x;
  return nearest;
}

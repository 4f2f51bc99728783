import type { Box, Point, Row } from './layout';

/** So far a line keeps from a card, and from another line. */
const clear = 5;
/** A line over more rows than this goes straight, behind the cards: with all its bends nobody could follow it. */
const longest = 40;

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
    const cards = new Map<number, Box[]>(rows.map(({ y }) => [y, []]));
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
    return (down ? rows : rows.reverse()).flatMap((row): Point[] => {
      x = this.#free(row, x, to.x);
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

  /** The place nearest to where the line comes from that no card stands on; of two, that on the side where it goes. */
  #free({ cards, lines }: Crowd, from: number, to: number): number {
    const at = cards.findIndex(({ x, width }) => x - clear < from && from < x + width + clear);
    const gaps =
      at < 0
        ? [this.#gap(cards, cards.filter(({ x }) => x < from).length)]
        : [this.#gap(cards, at), this.#gap(cards, at + 1)];
    const places = gaps.filter(([left, right]) => left <= right).map((gap) => beside(lines, from, gap));
    const cost = (x: number) => Math.abs(x - from) + Math.abs(x - to) / 100;
    return places.sort((a, b) => cost(a) - cost(b))[0] ?? from;
  }

  /** Where lines can pass before a card, by its number. */
  #gap(cards: readonly Box[], before: number): readonly [left: number, right: number] {
    const [card, next] = [cards[before - 1], cards[before]];
    return [card ? card.x + card.width + clear : this.room.left + clear, (next?.x ?? this.room.right) - clear];
  }
}

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

import type { TextEdit } from './edit';

/** Beyond so many differing parts the search for the smallest difference costs more than it is worth. */
const maxDifferences = 400;

/**
 * Small edits, in order and not overlapping, that turn `before` into `after`: the lines that differ are found first,
 * then the words that differ in them. Never cuts a surrogate pair or a CRLF in two.
 */
export function minimalEdits(before: string, after: string): TextEdit[] {
  return differences(lines(before), lines(after), 0, (start, gone, come) =>
    differences(words(gone), words(come), start, (at, old, text) => [
      { span: { start: at, end: at + old.length }, newText: text },
    ]),
  );
}

const lines = (text: string): string[] => (text === '' ? [] : text.split(/(?<=\n|\r(?!\n))/));
const words = (text: string): string[] => text.match(/\d+|[\p{L}\p{M}_]+|\r\n|[\s\S]/gu) ?? [];

/** Calls `refine` for each run of parts that differs and gathers what it gives; offsets count from `offset`. */
function differences(
  a: readonly string[],
  b: readonly string[],
  offset: number,
  refine: (start: number, gone: string, come: string) => TextEdit[],
): TextEdit[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const old = a.slice(head, a.length - tail);
  const next = b.slice(head, b.length - tail);
  if (old.length === 0 && next.length === 0) return [];

  const edits: TextEdit[] = [];
  let at = offset + lengthOf(a.slice(0, head));
  let i = 0;
  let j = 0;
  for (const [x, y] of [...common(old, next), [old.length, next.length] as const]) {
    const gone = old.slice(i, x).join('');
    const come = next.slice(j, y).join('');
    if (gone !== '' || come !== '') edits.push(...refine(at, gone, come));
    at += gone.length + (old[x]?.length ?? 0);
    i = x + 1;
    j = y + 1;
  }
  return edits;
}

const lengthOf = (parts: readonly string[]): number => parts.reduce((sum, part) => sum + part.length, 0);

/** Index pairs of a longest common subsequence (Myers, O(ND)); none where the two differ in too many parts. */
function common(a: readonly string[], b: readonly string[]): [number, number][] {
  const limit = Math.min(a.length + b.length, maxDifferences);
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let d = 0; d <= limit; d++) {
    trace.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
      let x = down ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++;
        y++;
      }
      furthest.set(k, x);
      if (x >= a.length && y >= b.length) return walkBack(trace, d, a.length, b.length);
    }
  }
  return [];
}

function walkBack(
  trace: readonly Map<number, number>[],
  differing: number,
  endX: number,
  endY: number,
): [number, number][] {
  const pairs: [number, number][] = [];
  let x = endX;
  let y = endY;
  for (let d = differing; d >= 0; d--) {
    const furthest = trace[d]!;
    const k = x - y;
    const down = k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
    const fromX = d === 0 ? 0 : (furthest.get(down ? k + 1 : k - 1) ?? 0);
    const fromY = d === 0 ? 0 : fromX - (down ? k + 1 : k - 1);
    const movedX = d === 0 || down ? fromX : fromX + 1;
    while (x > movedX) pairs.push([--x, --y]);
    x = fromX;
    y = fromY;
  }
  return pairs.reverse();
}

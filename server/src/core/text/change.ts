import type { Chars } from './rope';

/** The one stretch in which two texts differ: `before[start, oldEnd)` became `after[start, newEnd)`. UTF-16 offsets. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The smallest such stretch; null where the texts are equal. It may cut a surrogate pair or a CRLF in two. */
export function changeBetween(before: string, after: string): TextChange | null {
  const shorter = Math.min(before.length, after.length);
  const start = mostEqual(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  if (start === before.length && start === after.length) return null;
  const { length: a } = before;
  const { length: b } = after;
  const tail = mostEqual(
    shorter - start,
    (from, to) => before.slice(a - to, a - from) === after.slice(b - to, b - from),
  );
  return { start, oldEnd: a - tail, newEnd: b - tail };
}

/** The greatest `n` up to `limit` of which all parts are equal. Halving leaves the comparing to the engine's own. */
function mostEqual(limit: number, equal: (from: number, to: number) => boolean): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (equal(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Two changes, the second of the text that the first one left, as one: it need not be the smallest. */
export function composed(first: TextChange, second: TextChange): TextChange {
  return {
    start: Math.min(first.start, second.start),
    oldEnd: Math.max(first.oldEnd, second.oldEnd - first.newEnd + first.oldEnd),
    newEnd: Math.max(second.newEnd, first.newEnd - second.oldEnd + second.newEnd),
  };
}

/** Whether no line ends in what goes, nor in what comes. */
export const staysInLine = (before: Chars, after: Chars, { start, oldEnd, newEnd }: TextChange): boolean =>
  !/[\r\n]/.test(before.slice(start, oldEnd)) && !/[\r\n]/.test(after.slice(start, newEnd));

import type { Say } from './say';

/** `A, B, C`. */
export const listed = (say: Say, items: readonly string[]): string => joined(items, (a, b) => say('{0}, {1}', a, b));

/** `A, B or C`. */
export const either = (say: Say, items: readonly string[]): string =>
  items.length < 2 ? listed(say, items) : say('{0} or {1}', listed(say, items.slice(0, -1)), items.at(-1)!);

/** `A, B and C`. */
export const together = (say: Say, items: readonly string[]): string =>
  items.length < 2 ? listed(say, items) : say('{0} and {1}', listed(say, items.slice(0, -1)), items.at(-1)!);

const joined = (items: readonly string[], join: (a: string, b: string) => string): string =>
  items.length === 0 ? '' : items.reduce(join);

import { wrapped } from './text';
import type { Picture } from './visible';

/** Longer titles say no more in a diagram that has no room for them. */
const longest = 80;

/** What a card is headed with, on one line. */
export function cardName({ name, title, key }: Picture['nodes'][number]): string {
  const full = name === null || title.startsWith(name) ? title || key : `${name} ${title}`;
  return shortened(full);
}

/** At most about `columns` of a fixed-width font. */
export const shortened = (text: string, columns = longest): string => wrapped(text, columns * 0.57, 1, 1)[0] ?? '';

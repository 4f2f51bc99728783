import { bareId } from '../analysis/index';
import { canonicalId, groupNames } from '../model/names';
import type { Group, Ticket } from '../model/plan';
import type { Span } from '../text/span';

/** A part of a text that names a ticket or group. Offsets are UTF-16 units of that text. */

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a name goes on with. Scripts that put no spaces between words end it: `A-1です`. */
const wordly = '\\p{N}\\p{M}_\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}';

/** A word that could be an id; a sign at its end is none of its. */
const idWord = new RegExp(`#?[${wordly}](?:[${wordly}.-]*[${wordly}])?`, 'gu');

/** Whether an id can be told from other words: it has a letter and a sign or two digits (`A-1`, `T01`), or starts with `#`. */
export const isDistinct = (id: string): boolean =>
  /\p{L}/u.test(id) ? /[-_.#]|\d{2}/.test(id) : id.startsWith('#') || /^\d+\.\d+\.\d+$/.test(id);

const alone = new RegExp(`(?<![${wordly}#/\\\\@=&.-])`, 'uy');
const behind = new RegExp(`(?![${wordly}/\\\\]|[-.@][${wordly}])`, 'uy');

/**
 * Where running text names an id: as it is written, whole, and not inside of a path, an address, a branch or a longer name.
 * An id without letters counts where it has its `#`.
 */
export function idInProse(text: string, id: string): Span[] {
  if (!/\p{L}/u.test(id) && !id.startsWith('#')) return [];
  const found: Span[] = [];
  // The pattern is asked where the letters are, and nowhere else.
  for (let at = text.indexOf(id); at >= 0; ) {
    const end = at + id.length;
    alone.lastIndex = at;
    behind.lastIndex = end;
    const isName = alone.test(text) && behind.test(text);
    if (isName) found.push({ start: at, end });
    at = text.indexOf(id, isName ? end : at + 1);
  }
  return found;
}

/** The word at an offset of running text that could be an id; null where there is none. */
export function idWordAt(line: string, offset: number): Span | null {
  for (const match of line.matchAll(idWord)) {
    const end = match.index + match[0].length;
    if (match.index <= offset && offset <= end)
      return /\d/.test(match[0]) && idInProse(line, match[0]).some(({ start }) => start === match.index)
        ? { start: match.index, end }
        : null;
  }
  return null;
}

/**
 * Where a short text that is known to mean an entity names it: the id in whatever spelling, the name of the group. Null where
 * it does so by other words (a title, the middle of a range).
 */
export function nameWithin(text: string, entity: Ticket | Group): Span | null {
  return entity.type === 'ticket' ? ticketWithin(text, entity) : groupWithin(text, entity);
}

function ticketWithin(text: string, { id }: Ticket): Span | null {
  if (id === null) return null;
  const words = Array.from(text.matchAll(idWord), (match) => ({ text: match[0], start: match.index }));
  const spanOf = (word: (typeof words)[number]) => ({ start: word.start, end: word.start + word.text.length });
  const same =
    words.find((word) => canonicalId(word.text) === canonicalId(id)) ??
    words.find((word) => /\p{L}/u.test(word.text) && bareId(word.text) === bareId(id));
  if (same) return spanOf(same);
  // One end of a range: `T1-T3`, `A-001..A-004`.
  const loose = new RegExp(`(?<![${wordly}.])${escaped(id)}(?![${wordly}]|\\.\\d)`, 'iu').exec(text);
  return loose && { start: loose.index, end: loose.index + id.length };
}

function groupWithin(text: string, group: Group): Span | null {
  const name = groupNames(text).find(({ kind, keys }) => kind === group.kind && keys.includes(group.key));
  return name ? { start: name.start, end: name.end } : null;
}

/** Where running text names a group; one of a range of groups is named by the range. */
export function groupInProse(text: string, group: Group): Span[] {
  if (group.kind === 'section') return [];
  return groupNames(text)
    .filter(({ kind, keys, start, end }) => {
      return kind === group.kind && keys.includes(group.key) && !/[\r\n]/.test(text.slice(start, end));
    })
    .map(({ start, end }) => ({ start, end }));
}

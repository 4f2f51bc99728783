/** How a picture becomes the next one; both the panel and its page make the changes that the server tells. */
import type { ListChange, PictureChanges } from '../../../server/src/protocol';
import { type Guard, isNumber, listOf, nullOr, objectOf } from './guards';

type Part = ListChange['parts'][number];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const recordOf =
  <T>(guard: Guard<T>): Guard<Record<string, T>> =>
  (value): value is Record<string, T> =>
    isRecord(value) && Object.values(value).every(guard);
const isPart: Guard<Part> = (value): value is Part =>
  Array.isArray(value)
    ? value.length === 2 && value.every((one) => Number.isInteger(one) && one >= 0)
    : isRecord(value);

export const isPictureChanges: Guard<PictureChanges> = objectOf<PictureChanges>({
  fields: recordOf((value): value is unknown => value !== undefined),
  lists: recordOf(objectOf<ListChange>({ parts: listOf(isPart), lines: nullOr(listOf(isNumber)) })),
});

/** Nothing has changed. */
export const unchanged: PictureChanges = { fields: {}, lists: {} };

/**
 * The picture after these changes. Items that stay are the same objects, unless their line is another.
 * @returns Null where the changes are not of this picture.
 */
export function changed(before: object, { fields, lists }: PictureChanges): object | null {
  const after: Record<string, unknown> = { ...before, ...fields };
  for (const [name, { parts, lines }] of Object.entries(lists)) {
    const list: unknown = (before as Record<string, unknown>)[name];
    if (!Array.isArray(list)) return null;
    const items: unknown[] = [];
    for (const part of parts) {
      if (!Array.isArray(part)) items.push(part);
      else if (part[0] + part[1] > list.length) return null;
      else for (let i = 0; i < part[1]; i++) items.push(list[part[0] + i]);
    }
    if (lines && lines.length !== items.length) return null;
    after[name] = lines ? items.map((item, i) => withLine(item, lines[i]!)) : items;
  }
  return after;
}

const withLine = (item: unknown, line: number): unknown =>
  isRecord(item) && item.line !== line ? { ...item, line } : item;

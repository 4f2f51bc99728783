import { Row } from '../syntax/blocks';
import type { TextChange } from '../text/change';
import type { Span } from '../text/span';

/** What a part of a plan is after a change of the text. */
export interface Moved {
  <T>(part: T): T;
  /** The same of what is known to be a span. */
  span(span: Span): Span;
}

/**
 * Gives parts of a plan as they are after a change inside of one line: what ends behind it is moved. Parts that stay as they are are
 * the same objects; tickets and groups, which are moved by themselves, always are.
 */
export function movedBy({ oldEnd, newEnd }: TextChange): Moved {
  const by = newEnd - oldEnd;
  const offset = (at: number): number => (at >= oldEnd ? at + by : at);
  const move = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return movedList(part);
    if (part instanceof Row) return part.start >= oldEnd ? new Row(part.start + by, part.line) : part;
    const { type } = part as { type?: unknown };
    if (type === 'ticket' || type === 'group' || part instanceof Map || part instanceof Set) return part;
    return isSpan(part) ? movedSpan(part) : movedFields(part as Record<string, unknown>);
  };
  const movedSpan = (span: Span): Span => {
    const start = offset(span.start);
    const end = offset(span.end);
    return start === span.start && end === span.end ? span : { start, end };
  };
  const movedList = (list: readonly unknown[]): readonly unknown[] => {
    let next: unknown[] | null = null;
    for (let i = 0; i < list.length; i++) {
      const one = move(list[i]);
      if (one !== list[i]) next ??= list.slice();
      if (next) next[i] = one;
    }
    return next ?? list;
  };
  const movedFields = (fields: Record<string, unknown>): Record<string, unknown> => {
    let next: Record<string, unknown> | null = null;
    for (const key in fields) {
      const one = move(fields[key]);
      if (one === fields[key]) continue;
      next ??= { ...fields };
      next[key] = one;
    }
    return next ?? fields;
  };
  return Object.assign(move as <T>(part: T) => T, { span: movedSpan });
}

function isSpan(part: object): part is Span {
  if (!('start' in part && 'end' in part)) return false;
  let fields = 0;
  for (const _ in part) fields++;
  return fields === 2;
}

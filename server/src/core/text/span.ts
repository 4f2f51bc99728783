/** A half-open range of UTF-16 code unit offsets into a document's text, the byte order mark included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `outer` holds every offset of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether the two spans share an offset, or touch (a cursor at either end of a span touches it). */
export const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** The same span, moved by `by` code units. */
export const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

/** The span of `text[from, to)` without its leading and trailing white space, as offsets into `text`. */
export function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0a || code === 0x3000 || code === 0xa0;

import type { Span } from '../text/span';

const rest = /[^\n\r]*/y;

/** Where the line that starts at an offset ends, before its terminator (LF, CRLF or lone CR). */
export function lineEnd(text: string, start: number): number {
  // A pattern is quick from the first line on, a loop over characters once it has been compiled.
  rest.lastIndex = start;
  rest.test(text);
  return rest.lastIndex;
}

/** The lines that a span covers, each without its terminator. Never empty. */
export function linesOf(text: string, span: Span): Span[] {
  const lines: Span[] = [];
  let start = span.start;
  while (start < span.end) {
    const end = Math.min(lineEnd(text, start), span.end);
    lines.push({ start, end });
    start = end + 1;
    if (start < span.end && text.charCodeAt(end) === 0x0d && text.charCodeAt(start) === 0x0a) start++;
  }
  if (lines.length === 0) lines.push({ start, end: span.end });
  return lines;
}

import type { Span } from '../text/span';

/** The lines that a span covers, each without its terminator (LF, CRLF or lone CR). Never empty. */
export function linesOf(text: string, span: Span): Span[] {
  const lines: Span[] = [];
  let start = span.start;
  for (let i = span.start; i < span.end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x0a && code !== 0x0d) continue;
    lines.push({ start, end: i });
    if (code === 0x0d && text.charCodeAt(i + 1) === 0x0a && i + 1 < span.end) i++;
    start = i + 1;
  }
  if (start < span.end || lines.length === 0) lines.push({ start, end: span.end });
  return lines;
}

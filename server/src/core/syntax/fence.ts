import type { Span } from '../text/span';
import type { Fence } from './blocks';

const opening = /^(`{3,}|~{3,})([A-Za-z0-9_+-]*)[ \t]*$/;

/** What the Markdown parser's reader takes for the end of a fence, though it may be none. */
const likeClosing = /^[\s>]*[`~]{3,}\s*$/;

/**
 * The fence that fills a section: opened by its first line, at column 0 and with one plain word of info at most, and closed by its
 * last or by nothing. Null where the section is something else. CommonMark §4.5.
 *
 * @param lines The section's, without blank ones at the end.
 */
export function fenceOf(text: string, lines: readonly Span[]): Fence | null {
  const first = lines[0]!;
  const open = first.end - first.start > 200 ? null : opening.exec(text.slice(first.start, first.end));
  if (!open || lines.length < 2) return null;
  const marks = open[1]!;
  const closes = ({ start, end }: Span): boolean => {
    let at = start;
    while (at - start < 3 && text[at] === ' ') at++;
    if (text[at] !== marks[0]) return false;
    const close = /^(`{3,}|~{3,})[ \t]*$/.exec(text.slice(at, end));
    return close !== null && close[1]!.length >= marks.length;
  };
  const closing = lines.findIndex((line, i) => i > 0 && closes(line));
  const last = lines.at(-1)!;
  const isOpen = closing < 0 && !likeClosing.test(text.slice(last.start, last.end));
  if (!isOpen && closing !== lines.length - 1) return null;
  const end = trimEnd(text, last);
  return {
    type: 'fence',
    span: { start: first.start, end },
    language: open[2]!.toLowerCase(),
    content: { start: lines[1]!.start, end: isOpen ? end : last.start },
  };
}

function trimEnd(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

import type { Span } from '../text/span';
import type { Heading } from './blocks';

/**
 * The ATX heading that is all there is in a section, CommonMark §4.2. Null where the section is something else, and where the
 * heading ends in what may be marks that close it.
 *
 * @param lines The section's, without blank ones at the end.
 */
export function headingOf(text: string, lines: readonly Span[]): Heading | null {
  const { start, end } = lines[0]!;
  if (lines.length > 1 || text[start] !== '#' || end - start > longest) return null;
  const parts = /^(#{1,6})[ \t]+(?=[^ \t])(.*[^ \t#\\])[ \t]*$/u.exec(text.slice(start, end));
  if (!parts || !/^[\r\n \t]*$/.test(text.slice(end))) return null;
  const from = start + text.slice(start, end).indexOf(parts[2]!, parts[1]!.length);
  const content = { start: from, end: from + parts[2]!.length };
  return { type: 'heading', depth: parts[1]!.length, span: { start, end }, content };
}

/** Longer ones are no headings of a plan. */
const longest = 500;

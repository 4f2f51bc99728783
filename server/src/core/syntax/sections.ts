import type { Span } from '../text/span';
import { lineEnd } from './lines';

/**
 * Cuts `text[from, end)` into sections that can be read one by one: the blocks of the sections, put together, are the
 * blocks of the text. A cut is made only before a line at column 0 that no open block can take in.
 *
 * At such a line behind a blank line, and at an ATX heading, every container is closed (CommonMark §5.1, §5.2). What
 * can still hold it is a fence or an HTML block of the top level, so these are followed exactly; one that stands at the content
 * column of a list item is inside the item and ends with it. Where a lazy continuation line leaves open which of the two it
 * is, no more cuts are made. What follows a cut does not depend on what precedes it.
 *
 * @param known Whether the sections from a cut on are known already: then the last section ends there.
 */
export function cutSections(text: string, from = 0, known: (cut: number) => boolean = () => false): Span[] {
  const sections: Span[] = [];
  let start = from;
  let fence: { char: string; length: number } | null = null;
  let htmlEnd: RegExp | null = null;
  /** Content column of the outermost open list item; 0 where there is none. */
  let itemColumn = 0;
  /** The list item may have been left by a line that could also be its lazy continuation. */
  let maybeLeft = false;
  /** Inside what may be an HTML block that ends at a blank line (kinds 6 and 7). */
  let maybeHtml = false;
  let blankBefore = true;
  /** The line before opened an item without content, which a blank line ends (CommonMark §5.2). */
  let emptyItem = false;
  /** The line before may belong to a paragraph. */
  let textBefore = false;
  /** Whether the sections from there on are known. */
  const cutsAt = (cut: number): boolean => {
    if (cut > start) {
      sections.push({ start, end: cut });
      if (known(cut)) return true;
    }
    start = cut;
    itemColumn = 0;
    maybeLeft = false;
    return false;
  };
  let next = from;
  while (next < text.length) {
    const line = { start: next, end: lineEnd(text, next) };
    next = behindTerminator(text, line.end);
    if (!fence && htmlEnd === null && startsAsText(text.charCodeAt(line.start))) {
      // It closes every container that a blank line has left open, and opens none.
      if (blankBefore && cutsAt(line.start)) return sections;
      emptyItem = false;
      blankBefore = false;
      if (itemColumn > 0) maybeLeft = true;
      textBefore = true;
      continue;
    }
    const source = text.slice(line.start, line.end);
    if (fence) {
      const end = fenceEnd.exec(source);
      if (end && end[1]![0] === fence.char && end[1]!.length >= fence.length) fence = null;
      blankBefore = false;
      continue;
    }
    if (htmlEnd) {
      if (htmlEnd.test(source)) htmlEnd = null;
      blankBefore = false;
      continue;
    }
    if (isBlank(source)) {
      if (emptyItem) itemColumn = 0;
      emptyItem = false;
      blankBefore = true;
      maybeHtml = false;
      continue;
    }
    const column = indentOf(source);
    emptyItem = false;
    const rule = thematicBreak.test(source) && !maybeHtml;
    const marker = rule ? null : listMarker.exec(source);
    const heading = atxHeading.test(source) && !maybeHtml;
    const isCut = heading || (blankBefore && column === 0 && !(marker && itemColumn > 0) && source[0] !== '\ufeff');
    if (isCut && cutsAt(line.start)) return sections;
    textBefore = textBefore && !blankBefore;
    // The line behind a heading of its own section starts afresh, too.
    blankBefore = heading;
    if (itemColumn > 0 && column >= itemColumn && !maybeLeft) continue;
    if (marker && (column < 4 || itemColumn > 0)) {
      // Where a paragraph may be open, "2." or an empty item may be a line of it (CommonMark §5.3).
      const mayBeText: boolean =
        maybeHtml || (textBefore && (itemColumn === 0 || maybeLeft) && !interrupts(source, marker[0]));
      maybeLeft = mayBeText || (maybeLeft && column >= 4);
      const content = contentColumn(source, marker[0]);
      itemColumn = maybeLeft && itemColumn > 0 ? Math.min(itemColumn, content) : content;
      emptyItem = isBlank(source.slice(marker[0].length));
      textBefore = true;
      continue;
    }
    const opening = fenceStart.exec(source);
    const html = htmlBlocks.find(([begin]) => begin.test(source));
    if ((opening || html) && ((maybeLeft && column >= itemColumn) || maybeHtml)) break;
    if (opening) fence = { char: opening[1]![0]!, length: opening[1]!.length };
    else if (html && !html[1].test(source.replace(html[0], ''))) htmlEnd = html[1];
    else if (itemColumn > 0 && !rule) maybeLeft = true;
    if (opening || html || (rule && !maybeLeft)) itemColumn = 0;
    if (!html && /^ {0,3}</.test(source)) maybeHtml = true;
    textBefore = !heading && !opening;
  }
  if (start < text.length || sections.length === 0) sections.push({ start, end: text.length });
  return sections;
}

/** Whether a line that starts with it, at column 0, can be nothing but text or the row of a table: no mark of a block, no blank. */
const startsAsText = (code: number): boolean =>
  code === 0x7c || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

const behindTerminator = (text: string, end: number): number =>
  text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1;

const isBlank = (line: string): boolean => /^[ \t]*$/.test(line);

/** Columns of leading white space; a tab reaches to the next multiple of four (CommonMark §2.2). */
function indentOf(line: string): number {
  let column = 0;
  for (const char of line) {
    if (char === ' ') column++;
    else if (char === '\t') column += 4 - (column % 4);
    else break;
  }
  return column;
}

/** The column at which a list item's content starts (CommonMark §5.2), given the line's indent and marker. */
function contentColumn(line: string, marker: string): number {
  const behind = line.slice(marker.length);
  const upToMarker = indentOf(line) + marker.trimStart().length;
  const gap = indentOf(' '.repeat(upToMarker % 4) + behind) - (upToMarker % 4);
  return upToMarker + (gap === 0 || gap > 4 || isBlank(behind) ? 1 : gap);
}

/** Whether a list item may start right behind a line of a paragraph. */
const interrupts = (line: string, marker: string): boolean =>
  !isBlank(line.slice(marker.length)) && /^\s*(?:[-+*]|1[.)])$/.test(marker);

const fenceStart = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const fenceEnd = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
const listMarker = /^[ \t]*(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/;
const thematicBreak = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$/;
const atxHeading = /^#{1,6}(?=[ \t]|$)/;
/** HTML blocks that may hold blank lines, by their start and end conditions. CommonMark §4.6, kinds 1 to 5. */
const htmlBlocks: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![A-Za-z]/, />/],
];

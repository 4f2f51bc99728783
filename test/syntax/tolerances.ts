import type { Fact, Facts } from '../support/gfm';

/** A line that we read otherwise than remark-gfm does. */
export interface Difference {
  readonly lines: readonly string[];
  /** Which of them. */
  readonly line: number;
  readonly gfm: Fact | undefined;
  readonly us: Fact | undefined;
}

/** Where we read otherwise than GFM on purpose. */
export interface Tolerance {
  readonly name: string;
  readonly why: string;
  covers(difference: Difference): boolean;
}

/** All that there are; a difference that none of them covers is a mistake. */
export const tolerances: readonly Tolerance[] = [
  {
    name: 'any one character makes a box',
    why: 'Plans have [-], [~], [/], [!], [>] and emoji in their boxes. A tab is one of them; to GFM it depends on its column.',
    covers: ({ us }) => us !== undefined && /^task \[[^ x]/su.test(us.told),
  },
  {
    name: 'a box may have nothing behind it',
    why: 'A task that is being typed is a task.',
    covers: ({ gfm, us, lines, line }) => !gfm && isTask(us) && /\]\*?\s*$/.test(lines[line]!),
  },
  {
    name: 'header and delimiter row may differ in their cells, where both have two',
    why: 'A column that is being typed does not take the table away.',
    covers: (difference) =>
      onlyOurs(difference) && cellsOf(difference.lines[difference.us!.table]!) !== cellsOf(tableLines(difference)[1]!),
  },
  {
    name: 'every line of a table has a pipe',
    why: 'The text behind a table that lacks its blank line is text: GFM makes a row with one cell of it.',
    covers: (difference) =>
      (difference.gfm?.table ?? -1) >= 0 && tableLines(difference).some((one) => !one.includes('|')),
  },
  {
    name: 'a table may be the lazy end of an item or a quote',
    why: 'Written right below a list without a blank line, it is meant as a table.',
    covers: (difference) => onlyOurs(difference) && isLazy(difference.lines, difference.us!.table, difference.line),
  },
  {
    name: 'lines of a table may be indented by four and more',
    why: 'As lines of the paragraph that CommonMark sees they may be; GFM ends the table there.',
    covers: (difference) =>
      onlyOurs(difference) && tableLines(difference).some((one) => /^(?: {4}| {0,3}\t)/.test(one)),
  },
  {
    name: 'what cannot end a paragraph does not end a table',
    why: 'CommonMark sees a paragraph there: an item "2.", an empty item or a lone tag ends a table in GFM alone.',
    covers: ({ lines, line }) => lines.slice(paragraphAt(lines, line), line + 1).some((one) => weak.test(one)),
  },
  {
    name: 'footnotes are text',
    why: 'Nobody keeps tickets in them; what is indented below one is code to CommonMark.',
    covers: ({ lines, line }) => lines.slice(0, line + 1).some((one) => /^\ufeff?[\s>\d.)*+-]*\[\^/.test(one)),
  },
];

/** What cannot interrupt a paragraph (CommonMark §4.6, §5.3); micromark also takes "2." in a new item for such. */
const weak = /^\s*(?:[-+*>]\s*)*(?:\d+[.)](?:\s|$)|[-+*]\s*$|<)/;

const isTask = (fact: Fact | undefined): boolean => fact?.told.startsWith('task') === true;

/** Cells of a line of a table. */
function cellsOf(line: string): number {
  const bare = line
    .replace(/^[\s>]*(?:(?:[-+*]|\d+[.)])\s+)*/, '')
    .trim()
    .replace(/\\./gs, 'x')
    .replace(/^\||\|$/g, '');
  return bare.split('|').length;
}

/** A row to us alone. */
const onlyOurs = ({ gfm, us }: Difference): boolean => (us?.table ?? -1) >= 0 && (gfm?.table ?? -1) < 0;

/** From the header of the table to the line, the delimiter row included. */
function tableLines({ lines, line, gfm, us }: Difference): readonly string[] {
  const header = Math.max(us?.table ?? -1, gfm?.table ?? -1);
  return lines.slice(header, Math.max(line, header + 1) + 1);
}

/** With spaces in place of the tabs in front of its text (CommonMark §2.2). */
function withoutTabs(line: string): string {
  let head = '';
  let at = 0;
  for (; at < line.length && /[\s>*+\-\d.)]/.test(line[at]!); at++)
    head += line[at] === '\t' ? ' '.repeat(4 - (head.length % 4)) : line[at];
  return head + line.slice(at);
}

/** The line behind the last blank one. */
function paragraphAt(lines: readonly string[], line: number): number {
  let top = line;
  while (top > 0 && lines[top - 1]!.trim() !== '') top--;
  return top;
}

/** Whether a line of the table up to this one continues an item or a quote without its indent or mark. */
function isLazy(written: readonly string[], table: number, line: number): boolean {
  const lines = written.map(withoutTabs);
  const container = /^\s*(?:>\s?|(?:[-+*]|\d+[.)])(?:\s+|$))+/;
  const last = Math.max(line, table + 1);
  const top = paragraphAt(lines, table);
  for (let at = table; at >= 0; at--) {
    const opened = container.exec(lines[at]!)?.[0];
    if (opened === undefined) continue;
    const within = (one: string): boolean =>
      opened.trim() === '>' ? /^\s*>/.test(one) : one.slice(0, opened.length).replaceAll('>', ' ').trim() === '';
    const own = lines.slice(Math.max(at + 1, table), last + 1);
    // Behind a blank line, what is not within is no longer of the item.
    if (!own.every(within) && (at >= top || within(lines[top]!))) return true;
  }
  return false;
}

/**
 * The differences that no tolerance covers. A line that is read otherwise changes what the lines right behind it can be, so that
 * up to the next blank line the first difference has to be covered, and the others follow from it.
 */
export function mistakes(text: string, gfm: Facts, ours: Facts): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  const found: string[] = [];
  let follows = false;
  for (let line = 0; line < lines.length; line++) {
    if (lines[line]!.trim() === '') follows = false;
    const difference = { lines, line, gfm: gfm.get(line), us: ours.get(line) };
    if (difference.gfm?.told === difference.us?.told) continue;
    if (!follows && !tolerances.some((one) => one.covers(difference)))
      found.push(`line ${line}: GFM reads ${difference.gfm?.told}, we read ${difference.us?.told}`);
    follows = true;
  }
  return found;
}

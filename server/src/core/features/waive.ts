import { reasonPlaceholder } from '../model/waivers';
import type { Finding } from '../rules/finding';
import { rules } from '../rules/index';
import type { TextEdit } from '../text/edit';
import type { Say } from '../text/say';
import type { SourceText } from '../text/source';

/** A comment that says of a finding that it is known, as an edit. */
export interface WaiverEdit {
  readonly title: string;
  readonly edit: TextEdit;
}

/**
 * The comment that waives a rule in the line where a finding starts; its reason is for the user to fill in. Above headings and
 * items it has a line of its own. In a row, and in a paragraph, that would tear apart what belongs together: there it stands
 * at the end. Null for what cannot be waived.
 */
export function waive(say: Say, source: SourceText, { rule, span }: Pick<Finding, 'rule' | 'span'>): WaiverEdit | null {
  if (rules.find(({ id }) => id === rule)?.aboutWaivers) return null;
  const line = source.lineAt(span.start);
  const comment = (form: string): string => `<!-- plan-truth-${form} ${rule}: ${reasonPlaceholder} -->`;
  const { frontMatter, fence } = around(source, line);
  if (frontMatter !== null)
    return {
      title: say('Waive {0} for this file', rule),
      edit: ownLine(source, frontMatter + 1, comment('disable-file')),
    };
  if (fence !== null)
    return {
      title: say('Waive {0} for this code block', rule),
      edit: ownLine(source, fence, comment('disable-next-line')),
    };
  const text = source.slice(source.line(line));
  const edit =
    !text.trimEnd().endsWith('|') && /^[\s>]*(?:#{1,6}|[-+*]|\d{1,9}[.)])[ \t]/.test(text)
      ? ownLine(source, line, comment('disable-next-line'))
      : atEnd(source, line, comment('disable-line'));
  return { title: say('Waive {0} for this line', rule), edit };
}

/** What around a line has no room for a comment: front matter (its last line), code that is no Markdown (its first). */
function around(source: SourceText, line: number): { frontMatter: number | null; fence: number | null } {
  const textAt = (at: number): string => source.slice(source.line(at));
  let at = 0;
  if (/^\ufeff?---[ \t]*$/.test(textAt(0))) {
    let end = 1;
    while (end < source.lineCount && !/^(?:---|\.\.\.)[ \t]*$/.test(textAt(end))) end++;
    if (end < source.lineCount && line <= end) return { frontMatter: end, fence: null };
    if (end < source.lineCount) at = end + 1;
  }
  const open: { line: number; marks: string; read: boolean }[] = [];
  for (; at <= line; at++) {
    const fence = /^[\s>]*(`{3,}|~{3,})[ \t]*([^\s`]*)/.exec(textAt(at));
    if (!fence) continue;
    const [, marks, language] = fence as unknown as [string, string, string];
    const inner = open.at(-1);
    if (inner && language === '' && marks.startsWith(inner.marks)) open.pop();
    else if (!inner || inner.read) open.push({ line: at, marks, read: /^(?:markdown|md)$/i.test(language) });
  }
  const inner = open.at(-1);
  return { frontMatter: null, fence: inner && !inner.read ? inner.line : null };
}

/** A line before the given one, as far in as it is. */
function ownLine(source: SourceText, line: number, comment: string): TextEdit {
  const { start, end } = source.line(line);
  const [, mark, lead] = /^(\ufeff?)([\s>]*)/.exec(source.text.slice(start, end)) as unknown as [
    string,
    string,
    string,
  ];
  const at = start + mark.length;
  const newText = line < source.lineCount ? `${lead}${comment}${lineEnd(source)}` : `${lineEnd(source)}${comment}`;
  return { span: { start: at, end: at }, newText };
}

/** Behind what stands in a line; in its last cell where it is a row. */
function atEnd(source: SourceText, line: number, comment: string): TextEdit {
  const { start, end } = source.line(line);
  const text = source.text.slice(start, end).trimEnd();
  const cells = text.endsWith('|') && !text.endsWith('\\|') ? text.slice(0, -1).trimEnd() : text;
  const at = start + cells.length;
  return { span: { start: at, end: at }, newText: cells === '' ? comment : ` ${comment}` };
}

/** As the document ends its first line. */
const lineEnd = ({ text }: SourceText): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

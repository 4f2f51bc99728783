import type { Analysis } from '../analysis/analysis';
import type { Group } from '../model/plan';
import type { TextEdit } from '../text/edit';
import { lineEndOf } from './cells';

/** Lines that are put into a document. */
export interface Insertion {
  readonly edit: TextEdit;
  /** How far into the new text the given lines begin, the first one's indent included. */
  readonly lead: number;
}

/**
 * Lines below another one, as far in as a row, item or heading that starts at `like`.
 * @param end Where the line ends that they go below.
 * @param apart Blank lines stand between.
 */
export function insertBelow({ source }: Analysis, like: number, end: number, text: string, apart = false): Insertion {
  const eol = lineEndOf(source);
  const { start } = source.line(source.lineAt(like));
  const indent = /^[\s>]*/.exec(source.text.slice(start, like).replace(/^\ufeff/, ''))![0];
  const before = apart ? `${eol}${indent.trimEnd()}${eol}` : eol;
  const lines = text.split(/\r\n|\n|\r/).map((line) => `${line === '' ? indent.trimEnd() : indent}${line}`);
  return {
    edit: { span: { start: end, end }, newText: `${before}${lines.join(eol)}` },
    lead: before.length + indent.length,
  };
}

/** Lines above a row, item or heading that starts at an offset, as far in as it is. */
export function insertAbove({ source }: Analysis, offset: number, text: string, apart = false): TextEdit {
  const eol = lineEndOf(source);
  const { start } = source.line(source.lineAt(offset));
  const lead = /^(\ufeff?)([\s>]*)/.exec(source.text.slice(start, offset))!;
  const at = start + lead[1]!.length;
  const lines = text.split(/\r\n|\n|\r/).map((line) => `${line === '' ? lead[2]!.trimEnd() : lead[2]}${line}${eol}`);
  return { span: { start: at, end: at }, newText: `${lines.join('')}${apart ? eol : ''}` };
}

/**
 * Lines to the end of a group that has none of their kind: below all that stands below its heading, above the first group
 * inside of it.
 * @param skipped How much of the text comes before what `lead` is to tell of.
 */
export function insertInto({ source }: Analysis, group: Group, text: string, skipped: number): Insertion {
  const eol = lineEndOf(source);
  const { start, end } = group.body!;
  const inner = group.groups.find(({ body }) => body && start < body.start && body.start < end);
  if (inner) {
    const at = source.line(source.lineAt(inner.body!.start)).start;
    return { edit: { span: { start: at, end: at }, newText: `${text}${eol}${eol}` }, lead: skipped };
  }
  const at = source.line(source.lineAt(end)).end;
  const next = source.slice(source.line(source.lineAt(at) + 1));
  const behind = next.trim() === '' || /^[\s>]*[`~]{3}/.test(next) ? '' : eol;
  return {
    edit: { span: { start: at, end: at }, newText: `${eol}${eol}${text}${behind}` },
    lead: eol.length * 2 + skipped,
  };
}

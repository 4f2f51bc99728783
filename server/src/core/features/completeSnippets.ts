import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import { groupNames } from '../model/names';
import type { Group, PlanTable, Ticket } from '../model/plan';
import type { Row } from '../syntax/blocks';
import type { Span } from '../text/span';
import { defaultTitle, headOf } from './addTicket';
import { lineEndOf, placed } from './cells';
import type { Completion } from './completion';
import { withKey } from './groupKeys';
import { newRowWords, newTask } from './newTicket';
import { idAfter, nextId } from './nextId';
import { lastRow, rowText } from './row';
import { type Part, type SnippetText, snippetOf } from './snippet';
import { wordChoices } from './statuses';
import { isJapanese } from './titles';

/**
 * What can be put into a line that has nothing yet, or the beginning of it alone: the next row of the table that it is in or
 * below, the next check item of a list, the next phase.
 */
export function snippets(snapshot: Snapshot, analysis: Analysis, offset: number): Completion[] {
  const { source } = analysis;
  const line = source.line(source.lineAt(offset));
  const typed = source.text.slice(line.start, offset);
  if (line.end - line.start > longestLine || source.text.slice(offset, line.end).replace(/[\s|]/g, '') !== '')
    return [];
  const found = [
    row(snapshot, analysis, line, typed),
    task(snapshot, analysis, line, typed),
    phase(snapshot, analysis, line, typed),
  ];
  return found.filter((one) => one !== null);
}

const longestLine = 500;

/** A snippet in the place of a line, found by what is typed of it. */
function inLine(
  type: Completion['type'],
  label: string,
  detail: string,
  line: Span,
  typed: string,
  text: SnippetText,
): Completion {
  return {
    type,
    label,
    detail,
    description: '',
    filter: `${typed}${label}`,
    edit: { span: line, newText: text.plain },
    snippet: text.snippet,
    preferred: false,
  };
}

function row(snapshot: Snapshot, analysis: Analysis, line: Span, typed: string): Completion | null {
  const { plan, source, say } = analysis;
  const at = source.lineAt(line.start);
  const table = plan.tables.find(({ type, span }) => {
    const last = source.lineAt(span.end);
    return type === 'tickets' && source.lineAt(span.start) + 1 < at && at <= last + 1;
  });
  // No more than the id has been typed.
  if (!table || !/^[\s>]*\|?[^|]{0,30}\|?\s*$/.test(typed)) return null;
  const own = plan.allTickets.find(({ span }) => line.start <= span.start && span.start <= line.end) ?? null;
  const above = table.rows.findLast((one) => one.span.start + table.base < line.start);
  const like = above ? placed(table, above) : null;
  const ticket = like && plan.allTickets.find(({ span }) => span.start === like.span.start);
  const id = nextId(snapshot, analysis, table, own);
  const first = /^[\s>]*\|?\s*([^|]*?)\s*\|?\s*$/.exec(typed)![1]!;
  if (first !== '' && !id?.toLowerCase().startsWith(first.toLowerCase())) return null;
  const model = like && ticket ? { row: like, ticket } : null;
  const lead = source.text.slice(line.start, line.start + /^[\s>]*/.exec(typed)![0].length);
  const text = snippetOf([lead, ...rowParts(analysis, table, model, id)]);
  return inLine('row', say('New row'), id ?? '', line, typed, text);
}

function rowParts(
  analysis: Analysis,
  table: PlanTable,
  like: { row: Row; ticket: Ticket } | null,
  id: string | null,
): Part[] {
  const title = defaultTitle(analysis);
  const { words, title: titled } = newRowWords(analysis, table, like, id, title);
  const row = rowText(analysis.source, table, like?.row ?? lastRow(table), words);
  const statuses = wordChoices(analysis.plan, table.number).map(({ text }) => text);
  const parts: Part[] = [];
  let at = 0;
  for (const [column, span] of row.words.entries()) {
    parts.push(row.text.slice(at, span.start));
    const word = row.text.slice(span.start, span.end);
    const hold = column === titled ? word.lastIndexOf(title) : -1;
    if (column === titled && hold >= 0)
      parts.push(word.slice(0, hold), { hold: title }, word.slice(hold + title.length));
    else if (column === table.columns.id && id !== null) parts.push(word);
    else if (column === table.columns.status && statuses.includes(word))
      parts.push({ choices: [word, ...statuses.filter((one) => one !== word)] });
    else parts.push({ hold: word });
    at = span.end;
  }
  return [...parts, row.text.slice(at)];
}

function task(snapshot: Snapshot, analysis: Analysis, line: Span, typed: string): Completion | null {
  const { plan, source, say } = analysis;
  const at = source.lineAt(line.start);
  const like = plan.allTickets.findLast(
    ({ shape, span, body }) => shape === 'task' && span.start < line.start && source.lineAt(body.end) === at - 1,
  );
  if (!like || !/^[\s>]*(?:[-*+]|\d{1,9}[.)])?\s*(?:\[[^\]]?\]?)?\s*$/.test(typed)) return null;
  const id = idAfter(snapshot, analysis, like);
  const title = defaultTitle(analysis);
  const made = newTask(analysis, like, id, title);
  const indent = source.text
    .slice(source.line(source.lineAt(like.span.start)).start, like.span.start)
    .replace(/^\ufeff/, '');
  const text = snippetOf([
    indent,
    made.text.slice(0, made.title.start),
    { hold: title },
    made.text.slice(made.title.end),
  ]);
  return inLine('row', say('New task'), id ?? '', line, typed, text);
}

function phase(snapshot: Snapshot, analysis: Analysis, line: Span, typed: string): Completion | null {
  const { plan, source, say } = analysis;
  const headed = plan.allGroups.filter((group) => group.kind !== 'section' && group.body !== null);
  const last = headed.findLast(({ span }) => span.start < line.start);
  if (!last || !/^\s*(?:#{1,6}\s*)?[\p{L}\p{N} ]{0,20}$/u.test(typed)) return null;
  if (plan.tables.some(({ span }) => span.start <= line.start && line.start <= span.end)) return null;
  const beside = headed.filter((group) => group.kind === last.kind && group.parent === last.parent);
  const key = nextKey(beside);
  const heading = source.slice(last.span);
  const from = last.titleSpan.start - last.span.start;
  const name = key === null ? null : withKey(source.slice(last.titleSpan), last, key);
  const named = name === null ? undefined : groupNames(name)[0];
  if (name === null || !named) return null;
  const end = name.slice(0, named.end).replace(/[\s–—~～〜-]+$/u, '').length;
  const words = /^(.*?)([\s:：.—–-]+)(?=\S)/su.exec(name.slice(end));
  const head = name.slice(0, end) + (words ? words[1]! + words[2]! : ': ');
  const begun = `${heading
    .slice(0, Math.max(0, from))
    .replace(/[^#\s]/gu, '')
    .replace(/\s+/g, ' ')}${head}`;
  if (
    /\S/.test(typed) &&
    !begun.toLowerCase().startsWith(typed.trim().toLowerCase()) &&
    !head.toLowerCase().startsWith(typed.trim().toLowerCase())
  )
    return null;
  const eol = lineEndOf(source);
  const title = isJapanese(plan) ? '名前' : 'Name';
  const text = snippetOf([begun, { hold: title }, `${eol}${eol}`, ...firstTicket(snapshot, analysis, last), eol]);
  return inLine('group', say('New phase'), head.replace(/[\s:：.—–-]+$/u, ''), line, typed, text);
}

/** The key behind the last one: `C` after `B`, `3` after `2`. */
function nextKey(groups: readonly Group[]): string | null {
  const keys = new Set(groups.map(({ key }) => key));
  const last = groups.at(-1)!.key;
  const match = /^(.*?)(\d+)$/.exec(last);
  if (match) {
    for (let number = Number(match[2]) + 1; ; number++)
      if (!keys.has(`${match[1]}${number}`)) return `${match[1]}${number}`;
  }
  if (!/^[A-Y]$/.test(last)) return null;
  const next = String.fromCharCode(last.charCodeAt(0) + 1);
  return keys.has(next) ? null : next;
}

/** A first ticket in the form of those in another group. */
function firstTicket(snapshot: Snapshot, analysis: Analysis, group: Group): Part[] {
  const { plan } = analysis;
  const like = group.tickets.at(-1) ?? plan.allTickets.findLast(({ span }) => span.start < group.span.start) ?? null;
  const title = defaultTitle(analysis);
  const table = like?.shape === 'row' ? plan.tables.find(({ number }) => number === like.table) : undefined;
  if (like && table) {
    const row = table.rows.find((one) => one.span.start + table.base === like.span.start);
    const id = idAfter(snapshot, analysis, like);
    if (row)
      return [headOf(analysis, table), ...rowParts(analysis, table, { row: placed(table, row), ticket: like }, id)];
  }
  const model = like && (like.shape === 'task' || like.shape === 'item') ? like : null;
  const made = newTask(analysis, model, model && idAfter(snapshot, analysis, model), title);
  return [made.text.slice(0, made.title.start), { hold: title }, made.text.slice(made.title.end)];
}

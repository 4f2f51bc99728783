import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import { plain as shown } from '../model/inline';
import type { Group, PlanTable, Ticket } from '../model/plan';
import { contains, type Span, shift } from '../text/span';
import { lineEndOf, rowOf } from './cells';
import type { Change, Refusal } from './change';
import { factName, factTitle, unlike } from './facts';
import { type Insertion, insertBelow, insertInto } from './insertion';
import { plain, withoutHtml } from './markdown';
import { nameOf } from './names';
import { newHeading, newRow, newTask, type TicketText } from './newTicket';
import { idAfter, nextId } from './nextId';
import { isJapanese } from './titles';

/** A ticket that is added. */
export interface NewTicket extends Change {
  readonly id: string | null;
  readonly title: string;
  /** Where its title stands once the change is made. */
  readonly titleSpan: Span;
}

/** Where a new ticket goes: below another one, to the end of a group, or, without either, of the plan. */
export interface NewPlace {
  readonly below?: Ticket;
  readonly group?: Group;
}

/**
 * Adds a ticket in the form of the others around it: a row with the file's own columns, a check item or a heading, with the
 * next free id and the plan's word for what is not started. A group without tickets gets the form that the plan uses before it.
 * Refused where there is no such place, and where it would not be read as a ticket of that group.
 * @param title Inline Markdown, in which HTML is text.
 */
export function addTicket(snapshot: Snapshot, uri: string, place: NewPlace, title?: string): NewTicket | Refusal {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return { refused: snapshot.say('There is no plan here.') };
  const { say } = analysis;
  const written = withoutHtml(plain(title ?? '')) || defaultTitle(analysis);
  const words = shown(written) || written;
  const drafts = draftsFor(snapshot, analysis, place, written);
  if ('refused' in drafts) return drafts;
  const { insertion, ticket, id } = drafts;
  const { lead, edit } = insertion;
  const edits = new Map([[uri, [edit] as const]]);
  const { below } = place;
  const group = below ? below.group : (place.group ?? null);
  const added = {
    uri,
    id,
    title: factTitle(words),
    status: ticket.status,
    parent: below?.parent ? factName(below.parent) : null,
    group: group && factName(group),
    depends: [],
  };
  const odd = unlike(snapshot, { edits }, { added: [added] });
  if (odd !== null)
    return {
      refused:
        odd === (id ?? factTitle(words))
          ? say('“{0}” would not be read as a ticket here.', words)
          : say('With “{0}” added here, {1} would not be read as it is now.', words, odd),
    };
  return { edits, id, title: words, titleSpan: shift(ticket.title, edit.span.start + lead) };
}

interface Draft {
  readonly ticket: TicketText;
  readonly id: string | null;
  readonly insertion: Insertion;
}

function draftsFor(snapshot: Snapshot, analysis: Analysis, { below, group }: NewPlace, title: string): Draft | Refusal {
  const siblings = group ? group.tickets : analysis.plan.tickets;
  const sibling = below ?? siblings.at(-1);
  if (sibling) return besides(snapshot, analysis, sibling, title);
  if (!group) return { refused: analysis.say('Say in which phase: all tickets of this plan are in one.') };
  const empty = tableIn(analysis, group);
  if (empty) {
    const id = nextId(snapshot, analysis, empty, null);
    const ticket = newRow(analysis, empty, null, id, title);
    const line = analysis.source.line(analysis.source.lineAt(empty.span.end)).end;
    if (ticket) return { ticket, id, insertion: insertBelow(analysis, empty.span.start, line, ticket.text) };
  }
  if (!group.body)
    return {
      refused: analysis.say('{0} has no heading that a ticket could stand below.', nameOf(analysis.say, group)),
    };
  return likeOthers(snapshot, analysis, group, title);
}

/** Below a ticket and all that it holds, in its form. */
function besides(snapshot: Snapshot, analysis: Analysis, like: Ticket, title: string): Draft | Refusal {
  const { source, say } = analysis;
  const id = idAfter(snapshot, analysis, like);
  const end = source.line(source.lineAt(like.body.end)).end;
  if (like.shape === 'row') {
    const found = rowOf(analysis, like);
    const ticket = found && newRow(analysis, found.table, { row: found.row, ticket: like }, id, title);
    if (!ticket) return { refused: say('It cannot be told how the row of {0} is made.', nameOf(say, like)) };
    return { ticket, id, insertion: insertBelow(analysis, like.span.start, end, ticket.text) };
  }
  const heading = like.shape === 'heading';
  const ticket = heading ? newHeading(analysis, like, id, title) : newTask(analysis, like, id, title);
  return { ticket, id, insertion: insertBelow(analysis, like.span.start, end, ticket.text, heading) };
}

/** The first ticket of a group: in the form of those before it, else of those behind it, else a check item. */
function likeOthers(snapshot: Snapshot, analysis: Analysis, group: Group, title: string): Draft {
  const { plan } = analysis;
  const top = plan.allTickets.filter(({ parent, shape }) => parent === null && shape !== 'heading');
  const like = top.findLast(({ span }) => span.start < group.span.start) ?? top[0] ?? null;
  const id = like && idAfter(snapshot, analysis, like);
  const found = like && rowOf(analysis, like);
  const row = found && newRow(analysis, found.table, { row: found.row, ticket: like }, id, title);
  if (!found || !row) {
    const ticket = newTask(analysis, like?.shape === 'row' ? null : like, id, title);
    return { ticket, id, insertion: insertInto(analysis, group, ticket.text, 0) };
  }
  const head = headOf(analysis, found.table);
  return { ticket: row, id, insertion: insertInto(analysis, group, `${head}${row.text}`, head.length) };
}

/** A table for tickets below a group's heading that has none yet. */
export function tableIn({ plan }: Analysis, group: Group): PlanTable | null {
  const { body } = group;
  if (!body) return null;
  const inner = group.groups.flatMap((one) => one.body ?? []);
  return (
    plan.tables.findLast(
      ({ type, span }) => type === 'tickets' && contains(body, span) && !inner.some((one) => contains(one, span)),
    ) ?? null
  );
}

/** The header of a table and the line below it, as they are, for a table like it. */
export function headOf({ source }: Analysis, { span }: PlanTable): string {
  const first = source.lineAt(span.start);
  const lines = [first, first + 1].map((line) =>
    source
      .slice(source.line(line))
      .replace(/^[\s>]+/, '')
      .trimEnd(),
  );
  return lines.map((line) => `${line}${lineEndOf(source)}`).join('');
}

/** What a ticket is called until it has a title. */
export const defaultTitle = ({ plan }: Analysis): string => (isJapanese(plan) ? '新しいチケット' : 'New ticket');

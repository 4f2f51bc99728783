import type { Claim, Group, Plan, StatusKind, Ticket } from '../model/plan';
import { isOptional, normalize } from '../model/vocabulary';
import type { Analysis } from './analysis';

/** One way to count a scope. */
export interface Count {
  readonly total: number;
  readonly done: number;
  /** Done, in review or in progress. */
  readonly begun: number;
  /** The tickets that `done` counts. */
  readonly counted: readonly Ticket[];
}

/**
 * The ways in which the author of a figure may have counted, the usual one first: leaf tickets; with the dropped ones, as
 * open or as closed; tickets without what is below them; every box; each title once; rows or boxes alone; for a plan also
 * what stands in its phases alone, without its milestones, and the phases themselves. A figure that fits one of them is right.
 */
export function countings(analysis: Analysis, scope: Group | Plan, unit: Claim['unit']): Count[] {
  const isPlan = !('type' in scope);
  const nodes = [...ticketsOf(scope)];
  const leaves = nodes.filter((ticket) => ticket.children.length === 0);
  const kept = leaves.filter((ticket) => !isDropped(ticket));
  const tops = [...topsOf(scope)];
  const counts: Count[] = [];
  const add = (
    tickets: readonly Ticket[],
    closed: (ticket: Ticket) => boolean = (ticket) => isCounted(analysis, ticket, unit),
  ): void => {
    if (tickets.length === 0) return;
    const counted = tickets.filter(closed);
    counts.push({
      total: tickets.length,
      done: counted.length,
      begun: tickets.filter((ticket) => closed(ticket) || isBegun(ticket)).length,
      counted,
    });
  };
  add(kept);
  add(leaves);
  add(leaves, (ticket) => isDropped(ticket) || isCounted(analysis, ticket, unit));
  add(tops);
  add(tops.filter((ticket) => !isDropped(ticket)));
  add(nodes);
  add(nodes.filter((ticket) => ticket.shape === 'task'));
  add(kept.filter((ticket) => !isOptional(ticket.title)));
  if (!unit) {
    add(kept, (ticket) => isOptional(ticket.title) || analysis.isDone(ticket));
    add(tops, isDoneButOptional);
  }
  add(uniqueTitles(kept));
  add(kept.filter((ticket) => ticket.shape === 'row'));
  add(kept.filter((ticket) => ticket.shape === 'task'));
  add(tops.filter((ticket) => ticket.shape === 'heading' || ticket.shape === 'row'));
  if (isPlan) {
    const phased = (kinds: readonly string[]) => kept.filter((ticket) => kinds.includes(homeOf(ticket)));
    add(phased(['phase', 'sprint', 'epic']));
    add(phased(['phase', 'sprint', 'epic', 'section', '']));
    for (const kind of ['phase', 'sprint', 'epic', 'milestone']) {
      add(phased([kind]));
      const groups = scope.allGroups.filter((group) => group.kind === kind);
      if (groups.length > 1) {
        const done = groups.filter((group) => analysis.isDone(group)).length;
        counts.push({ total: groups.length, done, begun: done, counted: [] });
      }
    }
  }
  return counts;
}

function isCounted(analysis: Analysis, ticket: Ticket, unit: Claim['unit']): boolean {
  if (!unit) return analysis.isDone(ticket);
  return (
    ticket.status !== null &&
    (normalize(ticket.status.text) === normalize(unit.text) ||
      (unit.kind !== 'done' && ticket.status.kind === unit.kind))
  );
}

/** Done, or a ticket without a status of its own in which nothing but the optional is open. */
const isDoneButOptional = (ticket: Ticket): boolean =>
  ticket.status?.kind === 'done' ||
  isOptional(ticket.title) ||
  (ticket.status === null && ticket.children.length > 0 && ticket.children.every(isDoneButOptional));

const isDropped = (ticket: Ticket): boolean => ticket.status?.kind === 'dropped';
const begunKinds: readonly (StatusKind | null | undefined)[] = ['active', 'review', 'blocked'];
const isBegun = (ticket: Ticket): boolean => begunKinds.includes(ticket.status?.kind);

function* ticketsOf(scope: Group | Plan): Generator<Ticket> {
  for (const ticket of scope.tickets) yield* withChildren(ticket);
  for (const group of scope.groups) yield* ticketsOf(group);
}

function* withChildren(ticket: Ticket): Generator<Ticket> {
  yield ticket;
  for (const child of ticket.children) yield* withChildren(child);
}

function* topsOf(scope: Group | Plan): Generator<Ticket> {
  yield* scope.tickets;
  for (const group of scope.groups) yield* topsOf(group);
}

function uniqueTitles(tickets: readonly Ticket[]): Ticket[] {
  const seen = new Set<string>();
  return tickets.filter((ticket) => !seen.has(normalize(ticket.title)) && seen.add(normalize(ticket.title)));
}

/** The kind of the nearest phase-like group that holds a ticket; `section` or empty where there is none. */
function homeOf(ticket: Ticket): string {
  let group: Group | null = ticket.group;
  for (let at: Ticket | null = ticket; at && !group; at = at.parent) group = at.group;
  const sections = group !== null;
  while (group && group.kind === 'section') group = group.parent;
  return group?.kind ?? (sections ? 'section' : '');
}

import { type Claim, type Group, type Plan, phaseKinds, type StatusKind, type Ticket } from '../model/plan';
import { normalize } from '../model/vocabulary';
import type { Analysis } from './analysis';

/** One way to count a scope. */
export interface Count {
  readonly total: number;
  readonly done: number;
  /** Done, in review or in progress. */
  readonly begun: number;
  /** Tickets at or below these that are neither done nor dropped nor optional. */
  readonly open: number;
  /** The tickets that `done` counts. */
  readonly counted: readonly Ticket[];
}

/**
 * The ways in which the author of a figure may have counted, the usual one first: leaf tickets; with the dropped ones, as
 * open or as closed; tickets without what is below them; every box; each title once; rows or boxes alone; for a plan also
 * what stands in its phases alone, without its milestones, and the phases themselves. A figure that fits one of them is right.
 */
export function countings(analysis: Analysis, scope: Group | Plan, unit: Claim['unit']): Iterable<Count> {
  const known = counted.get(analysis.statuses) ?? new Map<Group | 'plan', Map<string, Counted>>();
  counted.set(analysis.statuses, known);
  const part = 'type' in scope ? scope : 'plan';
  const byUnit = known.get(part) ?? new Map<string, Counted>();
  known.set(part, byUnit);
  const key = unit ? `${unit.kind} ${unit.text}` : '';
  const before = byUnit.get(key);
  if (before && (before.titles === null || before.titles === analysis.titles)) return before.counts;
  const now: Counted = { counts: [], titles: null };
  now.counts = remembered(
    countAll(analysis, scope, unit, () => {
      now.titles = analysis.titles;
      return titlesIn(analysis);
    }),
  );
  byUnit.set(key, now);
  return now.counts;
}

/** Many figures count the same: a plan is counted once for all of them, and no further than one of them asks. */
const counted = new WeakMap<object, Map<Group | 'plan', Map<string, Counted>>>();

interface Counted {
  counts: Iterable<Count>;
  /** Those that were looked at; null where none were. */
  titles: object | null;
}

/** What a generator yields, kept, so that it can be gone through again and only goes on where nobody was before. */
export function remembered<T>(source: Generator<T>): Iterable<T> {
  const kept: T[] = [];
  return {
    *[Symbol.iterator]() {
      for (let i = 0; ; i++) {
        if (i === kept.length) {
          const next = source.next();
          if (next.done) return;
          kept.push(next.value);
        }
        yield kept[i]!;
      }
    },
  };
}

function* countAll(
  analysis: Analysis,
  scope: Group | Plan,
  unit: Claim['unit'],
  titles: () => readonly string[],
): Generator<Count> {
  const isClosed = (ticket: Ticket): boolean => isCounted(analysis, ticket, unit);
  const sets = ticketSets(scope, titles);
  const kept = sets.next().value as readonly Ticket[];
  yield* count(kept, isClosed);
  const leaves = sets.next().value as readonly Ticket[];
  yield* count(leaves, isClosed);
  yield* count(leaves, (ticket) => isDropped(ticket) || isClosed(ticket));
  // In most plans, many of the ways come to the same tickets.
  const seen = [kept, leaves];
  for (const tickets of sets) {
    if (seen.some((one) => isSameList(one, tickets))) continue;
    seen.push(tickets);
    yield* count(tickets, isClosed);
  }
  if (!unit) {
    yield* count(kept, (ticket) => ticket.optional || analysis.isDone(ticket));
    yield* count(topsOf(scope), isDoneButOptional);
  }
  if (!('type' in scope)) yield* countPhases(analysis, scope);
}

/**
 * What the author of a figure may have counted of a scope, the usual first: leaf tickets without the dropped ones, then with them;
 * tickets without what is below them; every box; rows or boxes alone; what is not optional; each title once; of a plan also what
 * stands in its phases alone, and without its milestones. Some may be empty.
 * @param titles Gives the normalized titles of all tickets of the plan, by their indexes.
 */
export function* ticketSets(scope: Group | Plan, titles: () => readonly string[]): Generator<readonly Ticket[]> {
  const nodes = ticketsOf(scope);
  const leaves = nodes.filter((ticket) => ticket.children.length === 0);
  const kept = leaves.filter((ticket) => !isDropped(ticket));
  yield kept;
  yield leaves;
  const tops = topsOf(scope);
  yield tops;
  yield tops.filter((ticket) => !isDropped(ticket));
  yield nodes;
  for (const shapes of [['task'], ['row'], ['heading', 'row']])
    for (const tickets of [nodes, kept, tops]) yield tickets.filter((ticket) => shapes.includes(ticket.shape));
  yield kept.filter((ticket) => !ticket.optional);
  yield uniqueTitles(kept, titles());
  if ('type' in scope) return;
  const homes = kept.map(homeOf);
  const phased = (kinds: readonly string[]) => kept.filter((_, i) => kinds.includes(homes[i]!));
  yield phased(['phase', 'sprint', 'epic']);
  yield phased(['phase', 'sprint', 'epic', 'section', '']);
  for (const kind of phaseKinds) yield phased([kind]);
}

/** The normalized titles of all tickets of a plan, by their indexes. */
export function titlesIn({ titles, plan }: Analysis): readonly string[] {
  let known = normalized.get(titles);
  if (!known) {
    known = plan.allTickets.map(({ title }) => normalize(title));
    normalized.set(titles, known);
  }
  return known;
}

const normalized = new WeakMap<object, readonly string[]>();

/** The plan's phases themselves, by kind. */
function* countPhases(analysis: Analysis, plan: Plan): Generator<Count> {
  for (const kind of phaseKinds) {
    const groups = plan.allGroups.filter((group) => group.kind === kind);
    if (groups.length < 2) continue;
    const done = groups.filter((group) => analysis.isDone(group)).length;
    // Without tickets, nothing says how far the next one is.
    const begun = plan.allTickets.length > 0 ? done : Math.min(done + 1, groups.length);
    yield { total: groups.length, done, begun, open: groups.length - done, counted: [] };
  }
}

function* count(tickets: readonly Ticket[], isClosed: (ticket: Ticket) => boolean): Generator<Count> {
  if (tickets.length === 0) return;
  const counted: Ticket[] = [];
  let begun = 0;
  let open = 0;
  for (const ticket of tickets) {
    const closed = isClosed(ticket);
    if (closed) counted.push(ticket);
    if (closed || isBegun(ticket)) begun++;
    if (hasOpen(ticket)) open++;
  }
  yield { total: tickets.length, done: counted.length, begun, open, counted };
}

const isSameList = (a: readonly Ticket[], b: readonly Ticket[]): boolean =>
  a.length === b.length && a.every((ticket, i) => ticket === b[i]);

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
  ticket.optional ||
  (ticket.status === null && ticket.children.length > 0 && ticket.children.every(isDoneButOptional));

const hasOpen = (ticket: Ticket): boolean =>
  !isDropped(ticket) &&
  !ticket.optional &&
  (ticket.children.length > 0 ? ticket.children.some(hasOpen) : ticket.status?.kind !== 'done');

const isDropped = (ticket: Ticket): boolean => ticket.status?.kind === 'dropped';
const begunKinds: readonly (StatusKind | null | undefined)[] = ['active', 'review', 'blocked'];
const isBegun = (ticket: Ticket): boolean => begunKinds.includes(ticket.status?.kind);

function ticketsOf(scope: Group | Plan, all: Ticket[] = []): Ticket[] {
  for (const ticket of scope.tickets) addWithChildren(ticket, all);
  for (const group of scope.groups) ticketsOf(group, all);
  return all;
}

function addWithChildren(ticket: Ticket, all: Ticket[]): void {
  all.push(ticket);
  for (const child of ticket.children) addWithChildren(child, all);
}

function topsOf(scope: Group | Plan, all: Ticket[] = []): Ticket[] {
  for (const ticket of scope.tickets) all.push(ticket);
  for (const group of scope.groups) topsOf(group, all);
  return all;
}

function uniqueTitles(tickets: readonly Ticket[], titles: readonly string[]): Ticket[] {
  const seen = new Set<string>();
  return tickets.filter(({ index }) => !seen.has(titles[index]!) && seen.add(titles[index]!));
}

/** The kind of the nearest phase-like group that holds a ticket; `section` or empty where there is none. */
function homeOf(ticket: Ticket): string {
  let group: Group | null = ticket.group;
  for (let at: Ticket | null = ticket; at && !group; at = at.parent) group = at.group;
  const sections = group !== null;
  while (group && group.kind === 'section') group = group.parent;
  return group?.kind ?? (sections ? 'section' : '');
}

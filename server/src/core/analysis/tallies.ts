import type { Group, Plan, StatusKind, Tally, TallyEntry, Ticket } from '../model/plan';
import { normalize } from '../model/vocabulary';
import type { Analysis } from './analysis';
import { remembered, ticketSets, titlesIn } from './counts';

/** What one number of a tally should be. */
export interface Correction {
  readonly entry: TallyEntry | null;
  /** The number as it should be, of `entry`, or of the total where that is null. */
  readonly value: number;
  /** Of how many. */
  readonly total: number;
  readonly scope: Group | Plan;
  /** The tickets that it counts. */
  readonly counted: readonly Ticket[];
  /** It can be no other number. */
  readonly certain: boolean;
}

/**
 * What is wrong in the numbers by status of a tally. They are held against every way of counting a part of the plan, all of them against
 * the same; where no way makes all of them right, the one that makes the most of them right tells the others. Empty where they may
 * count something else.
 */
export function corrections(analysis: Analysis, tally: Tally, scopes: readonly (Group | Plan)[]): Correction[] {
  let best: Way | null = null;
  for (const scope of scopes)
    for (const census of censuses(analysis, scope)) {
      const way = judge(tally, scope, census);
      if (way.wrong.length === 0) return [];
      if (!best || way.right > best.right) best = way;
    }
  return best && isAbout(tally, best) ? best.wrong : [];
}

/** Tickets counted by status. */
interface Census {
  readonly tickets: readonly Ticket[];
  readonly byKind: ReadonlyMap<StatusKind, readonly Ticket[]>;
  /** How many have a word for their status, normalized. */
  readonly byWord: ReadonlyMap<string, number>;
  /** How many wait on others. */
  readonly waiting: number;
  /** All have a status, of their own or by what is below them. */
  readonly known: boolean;
}

const counted = new WeakMap<Analysis, Map<Group | Plan, Iterable<Census>>>();

/** Many tallies count the same: a part of the plan is counted once for all of them, and no further than one of them asks. */
function censuses(analysis: Analysis, scope: Group | Plan): Iterable<Census> {
  const known = counted.get(analysis) ?? new Map<Group | Plan, Iterable<Census>>();
  counted.set(analysis, known);
  const all = known.get(scope) ?? remembered(countAll(analysis, scope));
  known.set(scope, all);
  return all;
}

function* countAll(analysis: Analysis, scope: Group | Plan): Generator<Census> {
  for (const tickets of ticketSets(scope, () => titlesIn(analysis)))
    if (tickets.length > 0) yield censusOf(analysis, tickets);
}

function censusOf(analysis: Analysis, tickets: readonly Ticket[]): Census {
  const byKind = new Map<StatusKind, Ticket[]>();
  const byWord = new Map<string, number>();
  for (const ticket of tickets) {
    const kind = kindOf(analysis, ticket) ?? 'todo';
    const list = byKind.get(kind);
    if (list) list.push(ticket);
    else byKind.set(kind, [ticket]);
    if (!ticket.status) continue;
    const word = normalize(ticket.status.text);
    byWord.set(word, (byWord.get(word) ?? 0) + 1);
  }
  const waiting = tickets.filter((ticket) => analysis.waitsOn(ticket).length > 0).length;
  const known = tickets.every(({ status, children }) => status?.kind || children.length > 0);
  return { tickets, byKind, byWord, waiting, known };
}

interface Way {
  readonly census: Census;
  readonly right: number;
  readonly wrong: Correction[];
}

function judge(tally: Tally, scope: Group | Plan, census: Census): Way {
  const { tickets, byKind, byWord } = census;
  const kinds = new Set(tally.entries.map(({ kind }) => kind));
  const wrong: Correction[] = [];
  let right = 0;
  for (const entry of tally.entries) {
    const exact = byKind.get(entry.kind) ?? [];
    // Without a number of their own, what is blocked or begun is still to do, too.
    const others = near[entry.kind].filter((kind) => !kinds.has(kind)).flatMap((kind) => byKind.get(kind) ?? []);
    const waiting = entry.kind === 'blocked' ? census.waiting : 0;
    const named = byWord.get(entry.text) ?? 0;
    const { value } = entry.figure;
    const most = exact.length + others.length + waiting;
    if ((value >= exact.length && value <= most) || (named > 0 && value === named)) right++;
    else {
      const all = entry.kind === 'todo' && !kinds.has('active') ? [...exact, ...others] : exact;
      const certain = all.length === most;
      wrong.push({ entry, value: all.length, total: tickets.length, scope, counted: all, certain });
    }
  }
  if (tally.total) {
    if (tally.total.value === tickets.length) right += 2;
    else wrong.push({ entry: null, value: tickets.length, total: tickets.length, scope, counted: [], certain: true });
  }
  return { census, right, wrong };
}

/** Statuses that are often counted with another where they are not counted by themselves. */
const near: Readonly<Record<StatusKind, readonly StatusKind[]>> = {
  todo: ['blocked', 'review', 'active'],
  active: ['review', 'blocked'],
  review: [],
  done: ['dropped'],
  blocked: [],
  dropped: [],
};

/** A ticket's own status; that of the list where an open box stands in one ("In progress"); null where none is known. */
function kindOf(analysis: Analysis, ticket: Ticket): StatusKind | null {
  const { status, group } = ticket;
  if (status?.kind === 'todo' && /^\[.\]$/u.test(status.text) && group?.statusName) return group.statusName;
  if (status?.kind) return status.kind;
  return ticket.children.length > 0 && analysis.isDone(ticket) ? 'done' : null;
}

/**
 * Whether a tally that is wrong counts these tickets at all: all of them have a status, and the numbers are those of a plan of this size.
 * One number alone has to be near.
 */
function isAbout({ entries, total }: Tally, { census, right, wrong }: Way): boolean {
  const size = census.tickets.length;
  if (size < 2 || !census.known) return false;
  const isNear = (claimed: number, counted: number): boolean =>
    Math.abs(claimed - counted) <= 2 || (claimed / counted > 0.6 && claimed / counted < 1.67);
  if (total) return isNear(total.value, size);
  const sum = entries.reduce((all, { figure }) => all + figure.value, 0);
  if (entries.length === 1) return sum <= size + 2 && isNear(sum, wrong[0]!.value);
  return right > 0 ? sum <= Math.max(size + 2, size * 1.67) : isNear(sum, size);
}

import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { StatusKind, Ticket } from '../model/plan';
import { kindWord } from './names';
import { planLabels } from './treeItem';
import { matches, nameKey, nameOfView, ownersOf, type TreeView } from './treeView';

/** What was worked out of a snapshot, for those who want the same documents. */
interface Known {
  readonly isWanted: TreeView['isWanted'];
  readonly plans: ReadonlyMap<string, string>;
  readonly heaps: Map<string, ReadonlyMap<string, Heap>>;
}

const known = new WeakMap<Snapshot, Known>();

function knownOf(snapshot: Snapshot, { isWanted }: TreeView): Known {
  let found = known.get(snapshot);
  if (found?.isWanted !== isWanted) {
    found = { isWanted, plans: planLabels(snapshot, snapshot.planUris.filter(isWanted)), heaps: new Map() };
    known.set(snapshot, found);
  }
  return found;
}

/** The plans that the view shows, filter aside, by their URIs, and what each is called. */
export const plansOf = (snapshot: Snapshot, view: TreeView): ReadonlyMap<string, string> =>
  knownOf(snapshot, view).plans;

/** A ticket of a heap, and its plan. */
export interface Placed {
  readonly analysis: Analysis;
  readonly ticket: Ticket;
}

/** Tickets of all plans that have a status or an owner in common. */
export interface Heap {
  readonly label: string;
  readonly status: StatusKind | null;
  readonly tickets: Placed[];
}

const order: readonly (StatusKind | 'none')[] = ['todo', 'active', 'review', 'blocked', 'done', 'dropped', 'none'];

/** The tickets of all plans by status or owner, as the view has it, in the order of the tree. */
export function heapsOf(snapshot: Snapshot, view: TreeView): ReadonlyMap<string, Heap> {
  const { heaps } = knownOf(snapshot, view);
  const name = nameOfView(view);
  const found = heaps.get(name) ?? (view.groupBy === 'status' ? byStatus(snapshot, view) : byOwner(snapshot, view));
  heaps.set(name, found);
  return found;
}

/** By what statuses mean; open and finished work also where there is none, so that tickets can be put there. */
function byStatus(snapshot: Snapshot, view: TreeView): ReadonlyMap<string, Heap> {
  const heap = (kind: StatusKind | 'none'): Heap =>
    kind === 'none'
      ? { label: snapshot.say('No status'), status: null, tickets: [] }
      : {
          label: kindWord(snapshot.say, kind).replace(/^./, (letter) => letter.toUpperCase()),
          status: kind,
          tickets: [],
        };
  const all = new Map<string, Heap>(order.map((kind) => [kind, heap(kind)]));
  for (const placed of flat(snapshot, view)) all.get(placed.ticket.status?.kind ?? 'none')!.tickets.push(placed);
  const always = view.filter.length === 0 && [...all.values()].some(({ tickets }) => tickets.length > 0);
  return new Map(
    [...all].filter(([kind, { tickets }]) => tickets.length > 0 || (always && /^(?:todo|active|done)$/.test(kind))),
  );
}

function byOwner(snapshot: Snapshot, view: TreeView): ReadonlyMap<string, Heap> {
  const all = new Map<string, Heap>();
  const nobody: Heap = { label: snapshot.say('No owner'), status: null, tickets: [] };
  for (const placed of flat(snapshot, view)) {
    const owners = new Map(ownersOf(placed.ticket).map((owner) => [nameKey(owner), owner]));
    for (const [key, label] of owners) {
      const heap = all.get(key) ?? { label, status: null, tickets: [] };
      all.set(key, heap);
      heap.tickets.push(placed);
    }
    if (owners.size === 0) nobody.tickets.push(placed);
  }
  const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(nobody.tickets.length > 0 ? [...sorted, ['', nobody]] : sorted);
}

/** Every ticket with nothing below it or with a status of its own, that the filter lets through. */
function* flat(snapshot: Snapshot, view: TreeView): Generator<Placed> {
  for (const uri of plansOf(snapshot, view).keys()) {
    const analysis = snapshot.analysis(uri)!;
    for (const ticket of analysis.plan.allTickets)
      if (
        (ticket.children.length === 0 || (ticket.status && !ticket.status.inherited)) &&
        matches(snapshot, analysis, ticket, view)
      )
        yield { analysis, ticket };
  }
}

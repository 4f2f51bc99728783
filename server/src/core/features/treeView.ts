import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Ticket } from '../model/plan';
import { isNothing, normalize } from '../model/vocabulary';
import { plain } from './markdown';
import { childrenOf } from './outline';
import { problemsIn } from './problems';
import { isReady, isWaiting } from './treeItem';

export const groupings = ['phase', 'status', 'owner', 'file'] as const;
export const filters = ['ready', 'blocked', 'waiting', 'mine', 'problems'] as const;
export type Grouping = (typeof groupings)[number];
export type Filter = (typeof filters)[number];

/** How someone looks at the tree. */
export interface TreeView {
  readonly groupBy: Grouping;
  /** What is shown: tickets in any of the states named, where one is; of those what is mine, and what has problems, where asked for. */
  readonly filter: readonly Filter[];
  /** The names that mean me as an owner. */
  readonly me: readonly string[];
  /** Whether a document is shown. */
  readonly isWanted: (uri: string) => boolean;
}

export const wholeTree: TreeView = { groupBy: 'phase', filter: [], me: [], isWanted: () => true };

/** Equal for two views of the same tree. */
export const nameOfView = ({ groupBy, filter, me }: TreeView): string =>
  [groupBy, ...[...filter].sort(), ...(filter.includes('mine') ? me.map(nameKey).sort() : [])].join('+');

/** Whether the filter lets a ticket through by itself. */
export function matches(snapshot: Snapshot, analysis: Analysis, ticket: Ticket, { filter, me }: TreeView): boolean {
  const states = filter.filter((one) => one !== 'mine' && one !== 'problems');
  const inState = (one: Filter): boolean =>
    one === 'ready'
      ? isReady(analysis, ticket)
      : one === 'waiting'
        ? isWaiting(analysis, ticket)
        : ticket.status?.kind === 'blocked';
  if (states.length > 0 && !states.some(inState)) return false;
  if (filter.includes('problems') && !problemsIn(snapshot, analysis.uri).has(ticket)) return false;
  if (!filter.includes('mine')) return true;
  const mine = new Set(me.map(nameKey));
  return ownersOf(ticket).some((owner) => mine.has(nameKey(owner)));
}

const shown = new WeakMap<Analysis, Map<string, ReadonlySet<Group | Ticket>>>();

/** The tickets that the filter lets through and all that holds them; null where there is no filter. */
export function shownIn(snapshot: Snapshot, analysis: Analysis, view: TreeView): ReadonlySet<Group | Ticket> | null {
  if (view.filter.length === 0) return null;
  const views = shown.get(analysis) ?? new Map<string, ReadonlySet<Group | Ticket>>();
  shown.set(analysis, views);
  const key = nameOfView({ ...view, groupBy: 'phase' });
  const known = views.get(key);
  if (known) return known;
  const found = new Set<Group | Ticket>();
  const isShown = (entity: Group | Ticket): boolean => {
    const below = childrenOf(entity).filter(isShown).length > 0;
    const own = entity.type === 'ticket' && matches(snapshot, analysis, entity, view);
    const problems = view.filter.length === 1 && view.filter[0] === 'problems';
    const told = problems && problemsIn(snapshot, analysis.uri).has(entity);
    if (below || own || told) found.add(entity);
    return below || own || told;
  };
  childrenOf(analysis.plan).forEach(isShown);
  views.set(key, found);
  return found;
}

/** The names of those who do it, as written; none where the plan says that nobody does. */
export function ownersOf({ owner }: Ticket): string[] {
  if (owner === null) return [];
  return plain(owner)
    .split(/[,;、，；&＋+/]|\s(?:and|und|et|y|e|и)\s|と/u)
    .map((name) => name.replace(/^@/, '').trim())
    .filter(
      (name) => /[\p{L}\p{N}]/u.test(name) && !isNothing(name) && !/^(?:tbd|n\/?a|unassigned|未定)$/iu.test(name),
    );
}

/** The same for a name however it is spelt. */
export const nameKey = (name: string): string => normalize(name.replace(/^@/, ''));

/** Everybody whom the plans give as an owner, by name. */
export function owners(snapshot: Snapshot, isWanted: TreeView['isWanted']): string[] {
  const found = new Map<string, string>();
  for (const uri of snapshot.planUris.filter(isWanted))
    for (const ticket of snapshot.analysis(uri)?.plan.allTickets ?? [])
      for (const name of ownersOf(ticket)) if (!found.has(nameKey(name))) found.set(nameKey(name), name);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}

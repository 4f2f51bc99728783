import type { Analysis } from '../analysis/analysis';
import { parentOf } from '../analysis/keep';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Plan, Ticket } from '../model/plan';
import { describe, describePlan } from './describe';
import { type Heap, heapsOf, type Placed, plansOf } from './heaps';
import { nameOf } from './names';
import { entityAt } from './place';
import { encode, TreeIds } from './treeIds';
import { itemOf, planItem, type TreeItem } from './treeItem';
import { shownIn, type TreeView, wholeTree } from './treeView';

export type { TreeItem } from './treeItem';

/** The children of an item in the plan's own order; what stands at the top where `parent` is null. Empty for an id not known. */
export function treeChildren(snapshot: Snapshot, parent: string | null, view: TreeView = wholeTree): TreeItem[] {
  const { groupBy } = view;
  if (parent === null)
    return groupBy === 'status' || groupBy === 'owner' ? heaps(snapshot, view) : plans(snapshot, view);
  const { heap, own } = parts(parent);
  if (heap !== null) {
    const tickets = heapsOf(snapshot, view).get(heap)?.tickets ?? [];
    return own === '' ? tickets.map((one) => flatItem(snapshot, one, view, heap)) : [];
  }
  const found = lookUp(snapshot, own);
  if (!found) return [];
  const { analysis, entity } = found;
  if (!entity && groupBy === 'file')
    return topTickets(analysis)
      .filter((ticket) => isShown(snapshot, analysis, ticket, view))
      .map((ticket) => flatItem(snapshot, { analysis, ticket }, view, null));
  return [...TreeIds.of(analysis).children(entity ?? analysis.plan)]
    .filter(([, child]) => isShown(snapshot, analysis, child, view))
    .map(([id, child]) => shownItem(snapshot, analysis, id, child, view));
}

/** What an item's tooltip says, as Markdown. */
export function treeTooltip(snapshot: Snapshot, id: string): string {
  const found = lookUp(snapshot, id);
  if (!found) return '';
  const { analysis, entity } = found;
  return entity ? describe(snapshot, { uri: analysis.uri, entity }) : describePlan(analysis);
}

/**
 * The way from the top to the innermost item that tells of the offset's line, outermost first; to what holds it where the
 * filter hides it. Empty where there is none.
 */
export function treePath(snapshot: Snapshot, uri: string, offset: number, view: TreeView = wholeTree): TreeItem[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis || !view.isWanted(uri)) return [];
  const entity = entityAt(analysis.plan, offset);
  return view.groupBy === 'status' || view.groupBy === 'owner'
    ? entity?.type === 'ticket'
      ? pathInHeaps(snapshot, analysis, entity, view)
      : []
    : pathInPlan(snapshot, analysis, entity, view);
}

/** The way to an item of a view, in this view; to where its ticket is now where it was moved. Empty where it is gone. */
export function treePathTo(snapshot: Snapshot, id: string, view: TreeView = wholeTree): TreeItem[] {
  const { own } = parts(id);
  const uri = own.split('#')[0]!;
  const key = own.slice(own.lastIndexOf('#') + 1);
  const moved = () => snapshot.analysis(uri)?.plan.allTickets.find((ticket) => encode(`ticket:${ticket.key}`) === key);
  const entity = lookUp(snapshot, own)?.entity ?? moved();
  return entity ? treePath(snapshot, uri, entity.span.start, view) : [];
}

/** The ticket or group of an item; null where there is none, as for a plan. */
export function itemTarget(snapshot: Snapshot, id: string): { analysis: Analysis; entity: Group | Ticket } | null {
  const found = lookUp(snapshot, id);
  return found?.entity ? { analysis: found.analysis, entity: found.entity } : null;
}

function pathInPlan(snapshot: Snapshot, analysis: Analysis, entity: Group | Ticket | null, view: TreeView): TreeItem[] {
  const ids = TreeIds.of(analysis);
  const plan = plans(snapshot, view).filter(({ uri }) => uri === analysis.uri);
  const path: TreeItem[] = [];
  for (let at = entity; at; at = parentOf(at)) {
    const id = ids.idOf(at);
    const hidden = view.groupBy === 'file' && at.type === 'group';
    if (id !== null && !hidden && isShown(snapshot, analysis, at, view))
      path.unshift(shownItem(snapshot, analysis, id, at, view));
  }
  return plan.length > 0 ? [...plan, ...path] : [];
}

function plans(snapshot: Snapshot, view: TreeView): TreeItem[] {
  const isFiltered = view.filter.length > 0;
  return [...plansOf(snapshot, view)]
    .filter(([uri]) => !isFiltered || shownIn(snapshot, snapshot.analysis(uri)!, view)!.size > 0)
    .map(([uri, label]) => {
      const item = planItem(snapshot, uri, prefix(view, null) + uri, label);
      if (view.groupBy !== 'file') return item;
      const analysis = snapshot.analysis(uri)!;
      return { ...item, hasChildren: topTickets(analysis).some((one) => isShown(snapshot, analysis, one, view)) };
    });
}

function heaps(snapshot: Snapshot, view: TreeView): TreeItem[] {
  return [...heapsOf(snapshot, view)].map(([key, heap]) => heapItem(snapshot, view, key, heap));
}

function heapItem(snapshot: Snapshot, view: TreeView, key: string, { label, status, tickets }: Heap): TreeItem {
  const count = tickets.length;
  return {
    id: prefix(view, key),
    type: view.groupBy === 'status' ? 'status' : 'owner',
    uri: '',
    span: null,
    label,
    description: String(count),
    accessibleLabel: `${label}, ${snapshot.say('{0} {0|ticket|tickets}', count)}`,
    status,
    ready: false,
    waiting: false,
    settable: false,
    depends: false,
    checked: null,
    problems: null,
    hasChildren: count > 0,
  };
}

function pathInHeaps(snapshot: Snapshot, analysis: Analysis, ticket: Ticket, view: TreeView): TreeItem[] {
  for (const [key, heap] of heapsOf(snapshot, view)) {
    const placed = heap.tickets.find((one) => one.ticket === ticket);
    if (placed?.analysis.uri === analysis.uri)
      return [heapItem(snapshot, view, key, heap), flatItem(snapshot, placed, view, key)];
  }
  return [];
}

/** A ticket away from its phase, which is told behind it. */
function flatItem(snapshot: Snapshot, { analysis, ticket }: Placed, view: TreeView, heap: string | null): TreeItem {
  const id = TreeIds.of(analysis).idOf(ticket) ?? analysis.uri;
  const item = shownItem(snapshot, analysis, id, ticket, view, prefix(view, heap));
  return heap === null ? item : { ...item, hasChildren: false };
}

function shownItem(
  snapshot: Snapshot,
  analysis: Analysis,
  id: string,
  entity: Group | Ticket,
  view: TreeView,
  before = prefix(view, null),
): TreeItem {
  const item = itemOf(snapshot, analysis, before + id, entity, placeOf(snapshot, analysis, entity, view));
  return view.filter.length === 0 || !item.hasChildren
    ? item
    : {
        ...item,
        hasChildren: [...TreeIds.of(analysis).children(entity).values()].some((child) =>
          isShown(snapshot, analysis, child, view),
        ),
      };
}

/** What the tree does not show of where a ticket stands: its phase, and its plan where there are others. */
function placeOf(snapshot: Snapshot, analysis: Analysis, entity: Group | Ticket, view: TreeView): string[] {
  if (view.groupBy === 'phase' || entity.type === 'group') return [];
  let top: Ticket = entity;
  while (top.parent) top = top.parent;
  if (view.groupBy === 'file') return entity.parent || !top.group ? [] : [nameOf(snapshot.say, top.group)];
  const all = plansOf(snapshot, view);
  const plan = all.size > 1 ? all.get(analysis.uri) : undefined;
  return [top.group ? nameOf(snapshot.say, top.group) : '', plan ?? ''].filter(Boolean);
}

const topTickets = ({ plan }: Analysis): Ticket[] => plan.allTickets.filter(({ parent }) => parent === null);

const isShown = (snapshot: Snapshot, analysis: Analysis, entity: Group | Ticket, view: TreeView): boolean =>
  shownIn(snapshot, analysis, view)?.has(entity) ?? true;

/**
 * What stands before an item's own id, so that it is another where it stands elsewhere: the view, and the heap that it is in.
 * Empty in the whole tree by phases.
 */
function prefix(view: TreeView, heap: string | null): string {
  const name = [view.groupBy, ...[...view.filter].sort()].join('+');
  if (heap !== null) return `${name}/${encode(heap)}>`;
  return name === 'phase' ? '' : `${name}>`;
}

function parts(id: string): { heap: string | null; own: string } {
  const at = id.lastIndexOf('>');
  const heap = /^[a-z+]*\/(.*)$/s.exec(id.slice(0, Math.max(0, at)))?.[1];
  return { heap: heap === undefined ? null : decode(heap), own: id.slice(at + 1) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What an item stands for; the plan itself where `entity` is null. Null for an id not known, a status and an owner. */
export function lookUp(snapshot: Snapshot, id: string): { analysis: Analysis; entity: Group | Ticket | null } | null {
  const { own } = parts(id);
  const analysis = snapshot.analysis(own.split('#')[0]!);
  const found: Plan | Group | Ticket | null = analysis && TreeIds.of(analysis).find(own);
  if (!analysis || !found) return null;
  return { analysis, entity: 'key' in found ? found : null };
}

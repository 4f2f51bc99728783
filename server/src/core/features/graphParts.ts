import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import { countLeaves } from '../analysis/totals';
import { type Group, phaseKinds, type Ticket } from '../model/plan';
import type { Finding } from '../rules/finding';
import { fileName } from './describe';
import type { GraphBand, GraphNode } from './graphData';
import { plain, shorten } from './markdown';
import { nameOf } from './names';
import { encode, TreeIds } from './treeIds';
import { itemOf, type TreeItem } from './treeItem';

type Entity = Group | Ticket;

/** One plan's share of a graph; the bands' and nodes' indexes are its own. */
export interface Part {
  readonly analysis: Analysis;
  readonly bands: { readonly entity: Group | null; readonly band: GraphBand }[];
  readonly nodes: { readonly entity: Ticket; readonly band: number; readonly item: TreeItem }[];
}

/** The nodes and bands of one plan. @param whole Whether what is not linked to anything is there, too. */
export function partOf(
  snapshot: Snapshot,
  analysis: Analysis,
  label: string | null,
  linked: ReadonlySet<Entity>,
  whole: boolean,
): Part {
  const { plan, uri } = analysis;
  const tickets: { entity: Ticket; group: Group | null; item: TreeItem }[] = [];
  const used = new Set<Group | null>();
  const ids = TreeIds.of(analysis);
  for (const ticket of plan.allTickets) {
    const id = linked.has(ticket) || (whole && ticket.parent === null) ? ids.idOf(ticket) : null;
    if (id === null) continue;
    const group = homeOf(ticket, linked);
    used.add(group);
    tickets.push({ entity: ticket, group, item: itemOf(snapshot, analysis, id, ticket) });
  }
  // A group that the tree leaves out can still be depended on.
  for (const group of plan.allGroups) if (linked.has(group)) used.add(group);
  const groups = [...used].sort((a, b) => (a?.span.start ?? -1) - (b?.span.start ?? -1));
  const index = new Map(groups.map((group, i) => [group, i]));
  const bands = groups.map((group) => ({
    entity: group,
    band: group
      ? bandOf(
          analysis,
          group,
          ids.idOf(group) ?? `${uri}#${group.kind}:${encode(group.key)}`,
          label,
          nearest(group, index),
        )
      : planBand(analysis, label),
  }));
  return {
    analysis,
    bands,
    nodes: tickets.map(({ entity, group, item }) => ({ entity, item, band: index.get(group)! })),
  };
}

/** The nearest phase that holds a ticket, or the nearest section that something depends on; else its section, if any. */
function homeOf(ticket: Ticket, linked: ReadonlySet<Entity>): Group | null {
  let own: Group | null = ticket.group;
  for (let at: Ticket | null = ticket; at && !own; at = at.parent) own = at.group;
  for (let group = own; group; group = group.parent) if (isPhase(group) || linked.has(group)) return group;
  return own;
}

const isPhase = (group: Group): boolean => (phaseKinds as readonly string[]).includes(group.kind);

function nearest(group: Group, index: ReadonlyMap<Group | null, number>): number | null {
  for (let above = group.parent; above; above = above.parent) {
    const found = index.get(above);
    if (found !== undefined) return found;
  }
  return null;
}

function bandOf(analysis: Analysis, group: Group, id: string, label: string | null, parent: number | null): GraphBand {
  const names = [nameOf(analysis.say, group)];
  for (let above = group.parent; above; above = above.parent)
    if (isPhase(above)) names.unshift(nameOf(analysis.say, above));
  const { done, total } = analysis.totals(group);
  return {
    id,
    kind: group.kind,
    key: group.key,
    title: shorten([...(label === null ? [] : [label]), ...names].join(' › ')),
    status: group.status && { text: short(group.status.text), kind: group.status.kind },
    done,
    total,
    parent,
    uri: analysis.uri,
    span: group.span,
  };
}

function planBand({ plan, uri }: Analysis, label: string | null): GraphBand {
  const title = shorten(label ?? (plain(plan.title ?? '') || fileName(uri)));
  return {
    id: uri,
    kind: 'plan',
    key: '',
    title,
    status: null,
    done: 0,
    total: 0,
    parent: null,
    uri,
    span: { start: 0, end: 0 },
  };
}

/** @param band Its index in the graph. */
export function nodeOf(
  analysis: Analysis,
  ticket: Ticket,
  item: TreeItem,
  band: number,
  findings: readonly Finding[],
): GraphNode {
  const { id, key, status, owner, estimate } = ticket;
  const below = countLeaves(ticket.children);
  return {
    id: item.id,
    name: id === null ? null : short(id),
    key,
    title: short(ticket.title),
    status: status && { text: short(status.text), kind: status.kind },
    band,
    owner: textOf(owner),
    estimate: textOf(estimate),
    done: below.done,
    total: below.total,
    isDone: analysis.isDone(ticket),
    ready: item.ready,
    waiting: item.waiting,
    settable: item.settable,
    findings: findings.map(({ rule, severity, message }) => ({ rule, severity, message: short(message) })),
    accessibleLabel: shorten(item.accessibleLabel),
    uri: item.uri,
    span: ticket.span,
  };
}

const short = (text: string): string => shorten(plain(text));
const textOf = (text: string | null): string | null => (text === null ? null : short(text) || null);

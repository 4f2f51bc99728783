import type { Analysis, Target } from '../analysis/analysis';
import { parentOf } from '../analysis/keep';
import type { Selector } from '../analysis/selection';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Ticket } from '../model/plan';
import { plansOf } from './heaps';
import { lasting } from './lasting';
import { leaves } from './progress';
import { TreeIds } from './treeIds';
import { isReady, itemOf, type TreeItem } from './treeItem';
import { type TreeView, wholeTree } from './treeView';

type Entity = Group | Ticket;

/** A ticket that can be started now. */
export interface ReadyTicket {
  readonly item: TreeItem;
  /** The name of its plan. */
  readonly plan: string;
  /** The tickets that cannot start before it is done, those that wait on them included. */
  readonly unblocks: number;
}

/** Every ticket of every plan that can be started now: those first that most others wait for, then in plan order. */
export function readyTickets(snapshot: Snapshot, isWanted: TreeView['isWanted'] = () => true): ReadyTicket[] {
  const linked = snapshot.planUris.filter((uri) => !isAlone(snapshot, uri));
  const found = Reach.over(snapshot, linked, (reach) =>
    [...plansOf(snapshot, { ...wholeTree, isWanted })].flatMap(([uri, plan]) => {
      const ready = isAlone(snapshot, uri)
        ? lasting(snapshot, uri, readyAlone)
        : readyOf(snapshot.analysis(uri)!, reach);
      return ready.map((one) => ({
        // Of many, few are looked at; those of plans that rest stay as they were seen.
        get item() {
          one.item ??= itemAt(snapshot, uri, one.id);
          return one.item;
        },
        plan,
        unblocks: one.unblocks,
      }));
    }),
  );
  return found.sort((a, b) => b.unblocks - a.unblocks);
}

/** Works out beforehand what is kept of a plan that rests. */
export function settleReady(snapshot: Snapshot, uri: string): void {
  if (isAlone(snapshot, uri)) lasting(snapshot, uri, readyAlone);
}

/** It has nothing to do with other plans. */
const isAlone = (snapshot: Snapshot, uri: string): boolean =>
  snapshot.looksAt(uri).size === 0 && snapshot.seenFrom(uri).size === 0;

function itemAt(snapshot: Snapshot, uri: string, id: string): TreeItem {
  const analysis = snapshot.analysis(uri)!;
  return itemOf(snapshot, analysis, id, TreeIds.of(analysis).find(id) as Ticket);
}

/** A ticket with nothing below it that could be started now. */
export const isReadyLeaf: Selector<Ticket> = (ticket, analysis) => isReady(analysis, ticket);

/** By its id in the tree. */
interface Ready {
  readonly id: string;
  readonly unblocks: number;
  /** Once it was looked at. */
  item: TreeItem | null;
}

/** Of a plan that has nothing to do with others. */
const readyAlone = (snapshot: Snapshot, analysis: Analysis): Ready[] =>
  Reach.over(snapshot, [analysis.uri], (reach) => readyOf(analysis, reach));

function readyOf(analysis: Analysis, reach: Reach): Ready[] {
  const ids = TreeIds.of(analysis);
  return analysis.selectTickets(isReadyLeaf).flatMap((ticket) => {
    const id = isDropped(ticket.group) ? null : ids.idOf(ticket);
    return id === null ? [] : { id, unblocks: reach.from(analysis, ticket), item: null };
  });
}

/** The group, or what holds it, was dropped. */
const isDropped = (group: Group | null): boolean =>
  group !== null && (group.status?.kind === 'dropped' || isDropped(group.parent));

/**
 * A ticket; or a group or ticket as what it `holds` up by not being done; or all that is `below` one that is held up.
 * Taken apart so, a phase that waits on a phase is few steps, not every ticket times every ticket.
 */
interface Node extends Target {
  readonly role: 'ticket' | 'holds' | 'below';
  /** What depends on it, finished or not; of `below`, the unfinished tickets there. */
  next: readonly Node[] | null;
  /** What it stands below, which is not done before it is. */
  readonly above: Node | null;
  seen: number;
}

/** What was counted, by what the first plan's tickets depend on. */
const known = new WeakMap<object, { readonly links: readonly object[]; readonly reach: Reach }>();

/** How many tickets wait on one, at whatever remove. What depends on what is kept as long as it does, counts as long as all is as far. */
class Reach {
  /** @param uris All plans that have to do with each other. */
  static over<T>(snapshot: Snapshot, uris: readonly string[], work: (reach: Reach) => T): T {
    const links = uris.map((uri) => snapshot.analysis(uri)!.links);
    const before = links[0] && known.get(links[0]);
    const reach = before && isSame(before.links, links) ? before.reach : new Reach();
    if (links[0] && reach !== before?.reach) known.set(links[0], { links, reach });
    reach.#see(
      snapshot,
      uris.map((uri) => snapshot.analysis(uri)!.statuses),
    );
    try {
      return work(reach);
    } finally {
      // What is kept must not keep all plans of a version that is over.
      reach.#snapshot = null;
    }
  }

  readonly #nodes = { ticket: new Map<Entity, Node>(), holds: new Map<Entity, Node>(), below: new Map<Entity, Node>() };
  readonly #counts = new Map<Node, number>();
  #round = 0;
  /** While it is asked. */
  #snapshot: Snapshot | null = null;
  #statuses: readonly object[] = [];

  private constructor() {}

  #see(snapshot: Snapshot, statuses: readonly object[]): void {
    this.#snapshot = snapshot;
    if (isSame(this.#statuses, statuses)) return;
    this.#statuses = statuses;
    this.#counts.clear();
    for (const node of this.#nodes.below.values()) node.next = null;
  }

  from(analysis: Analysis, ticket: Ticket): number {
    let start = this.#node('ticket', { uri: analysis.uri, entity: ticket });
    // What nothing names holds up what its phase does: the same for all that stand there.
    for (let next = this.#next(start); next.length === 1 && next[0]!.role === 'holds'; next = this.#next(start))
      start = next[0]!;
    let count = this.#counts.get(start);
    if (count === undefined) {
      count = this.#count(start);
      this.#counts.set(start, count);
    }
    return count;
  }

  #count(start: Node): number {
    const round = ++this.#round;
    start.seen = round;
    const waiting = [start];
    let count = 0;
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      for (const next of this.#next(node)) {
        if (next.seen === round) continue;
        next.seen = round;
        if (next.role === 'ticket') count++;
        waiting.push(next);
      }
    }
    return count;
  }

  /** What waits on it as things are, and what it stands below. */
  #next(node: Node): readonly Node[] {
    if (node.role === 'below') {
      node.next ??= this.#below(node);
      return node.next;
    }
    node.next ??= this.#dependents(node);
    const open = this.#isOver(node) ? [] : node.next.filter((one) => !this.#isOver(one));
    if (node.above) open.push(node.above);
    return open;
  }

  #isOver({ uri, entity }: Target): boolean {
    return entity.status?.kind === 'dropped' || this.#snapshot?.analysis(uri)?.isDone(entity) === true;
  }

  #below({ uri, entity }: Target): Node[] {
    return [...leaves(entity)]
      .map((ticket) => this.#node('ticket', { uri, entity: ticket }))
      .filter((one) => !this.#isOver(one));
  }

  #dependents({ uri, entity }: Target): Node[] {
    const targets = this.#snapshot?.analysis(uri)?.dependentsOf(entity) ?? [];
    return targets.map((target) => this.#node(isLeaf(target.entity) ? 'ticket' : 'below', target));
  }

  #node(role: Node['role'], { uri, entity }: Target): Node {
    let node = this.#nodes[role].get(entity);
    if (!node) {
      const holder = role === 'below' ? null : parentOf(entity);
      const above = holder && this.#node('holds', { uri, entity: holder });
      node = { uri, entity, role, next: null, above, seen: 0 };
      this.#nodes[role].set(entity, node);
    }
    return node;
  }
}

const isSame = (a: readonly object[], b: readonly object[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

const isLeaf = (entity: Entity): boolean => entity.type === 'ticket' && entity.children.length === 0;

import type { Analysis, Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Ticket } from '../model/plan';
import { describe } from './describe';
import { leaves } from './progress';
import { everyItem, type TreeItem, treeChildren } from './tree';

/** A ticket that can be started now. */
export interface ReadyTicket {
  readonly item: TreeItem;
  /** The name of its plan. */
  readonly plan: string;
  /** The tickets that cannot start before it is done, those that wait on them included. */
  readonly unblocks: number;
  /** Markdown. */
  readonly tooltip: string;
}

/** Every ticket of every plan that can be started now: those first that most others wait for, then in plan order. */
export function readyTickets(snapshot: Snapshot, isWanted: (uri: string) => boolean = () => true): ReadyTicket[] {
  const reach = new Reach(snapshot);
  const found = treeChildren(snapshot, null)
    .filter(({ uri }) => isWanted(uri))
    .flatMap(({ uri, label }) => readyOf(snapshot, snapshot.analysis(uri)!, label, reach));
  return found.sort((a, b) => b.unblocks - a.unblocks);
}

function readyOf(snapshot: Snapshot, analysis: Analysis, plan: string, reach: Reach): ReadyTicket[] {
  const counted = new Set<Group | Ticket>(leaves(analysis.plan));
  const found: ReadyTicket[] = [];
  for (const { entity, item } of everyItem(analysis)) {
    if (entity.type !== 'ticket' || !counted.has(entity) || !analysis.isReady(entity)) continue;
    const tooltip = describe(snapshot, { uri: analysis.uri, entity });
    found.push({ item: item(), plan, unblocks: reach.from(analysis, entity), tooltip });
  }
  return found;
}

/** How many tickets wait on one, at whatever remove. */
class Reach {
  /** Of tickets that nothing names, by what holds them: it is the same for all of them. */
  readonly #ofHolder = new Map<Group | Ticket, number>();
  readonly #below = new Map<Group | Ticket, readonly Ticket[]>();

  constructor(readonly snapshot: Snapshot) {}

  from(analysis: Analysis, ticket: Ticket): number {
    const held = holders(analysis, ticket);
    const naming = held.findIndex((holder) => analysis.unblocks(holder).length > 0);
    if (naming < 0) return 0;
    const holder = held[naming]!;
    const known = naming > 0 ? this.#ofHolder.get(holder) : undefined;
    if (known !== undefined) return known;
    const count = this.#count({ uri: analysis.uri, entity: ticket });
    if (naming > 0) this.#ofHolder.set(holder, count);
    return count;
  }

  #count(start: Target): number {
    const seen = new Set<Group | Ticket>([start.entity]);
    const passed = new Set<Group | Ticket>();
    const waiting = [start];
    let count = 0;
    for (let at = waiting.pop(); at; at = waiting.pop()) {
      const analysis = this.snapshot.analysis(at.uri);
      if (!analysis) continue;
      for (const holder of holders(analysis, at.entity as Ticket)) {
        if (passed.has(holder)) continue;
        passed.add(holder);
        for (const target of analysis.unblocks(holder))
          for (const ticket of this.#held(target)) {
            if (seen.has(ticket)) continue;
            seen.add(ticket);
            waiting.push({ uri: target.uri, entity: ticket });
            count++;
          }
      }
    }
    return count;
  }

  /** The unfinished tickets that wait where this waits: below a phase or a ticket all do. */
  #held({ uri, entity }: Target): readonly Ticket[] {
    if (entity.type === 'ticket' && entity.children.length === 0) return [entity];
    let found = this.#below.get(entity);
    if (!found) {
      const analysis = this.snapshot.analysis(uri);
      found = [...leaves(entity)].filter((ticket) => !analysis?.isDone(ticket));
      this.#below.set(entity, found);
    }
    return found;
  }
}

/** The ticket and what is not done before it is: what it stands below, as far as that is not told to be over. */
function holders(analysis: Analysis, ticket: Ticket): (Group | Ticket)[] {
  const found: (Group | Ticket)[] = [ticket];
  for (let parent = ticket.parent; parent; parent = parent.parent) found.push(parent);
  for (let group = ticket.group; group; group = group.parent) found.push(group);
  return found.filter((one) => one.status?.kind !== 'dropped' && !analysis.isDone(one));
}

import type { Analysis } from '../analysis/analysis';
import type { Group, Ticket } from '../model/plan';
import { leaves } from './progress';

type Entity = Group | Ticket;

/**
 * How many tickets could be worked on at the same time, step by step: first those that wait on nothing that is not done,
 * then those that wait on them alone, and so on. What waits on itself by way of others is in no step.
 */
export function waves(analysis: Analysis): number[] {
  const steps = new Steps(analysis);
  const counts: number[] = [];
  for (const ticket of leaves(analysis.plan)) {
    const step = analysis.isDone(ticket) ? null : steps.of(ticket);
    if (step !== null) counts[step] = (counts[step] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count ?? 0);
}

/** The start of something, or its end: of what holds tickets, when the last of them is done. */
interface Node {
  readonly entity: Entity;
  readonly role: 'start' | 'end';
  /** Undefined until it is known; null where it goes in a circle. */
  step?: number | null;
  isOpen?: boolean;
}

/** The longest way to each ticket over what is not done. Without recursion: chains are as long as plans. */
class Steps {
  readonly #nodes = { start: new Map<Entity, Node>(), end: new Map<Entity, Node>() };

  constructor(readonly analysis: Analysis) {}

  of(ticket: Ticket): number | null {
    const waiting = [this.#node('start', ticket)];
    for (let at = waiting.at(-1); at; at = waiting.at(-1)) {
      if (at.step !== undefined) {
        waiting.pop();
        continue;
      }
      const before = this.#before(at);
      if (at.isOpen) {
        at.step = longest(before);
        at.isOpen = false;
        continue;
      }
      at.isOpen = true;
      for (const { node } of before) {
        if (node.isOpen) node.step = null;
        else if (node.step === undefined) waiting.push(node);
      }
    }
    return this.#node('start', ticket).step ?? null;
  }

  /** What comes before, and by how many steps. */
  #before({ entity, role }: Node): { node: Node; by: number }[] {
    const { analysis } = this;
    if (role === 'end' && !isLeaf(entity))
      return [...leaves(entity)]
        .filter((leaf) => !analysis.isDone(leaf))
        .map((leaf) => ({ node: this.#node('start', leaf), by: 0 }));
    if (role === 'end') return [{ node: this.#node('start', entity), by: 0 }];
    const found = analysis
      .waitsOn(entity)
      .filter(({ uri }) => uri === analysis.uri)
      .map((target) => ({ node: this.#node('end', target.entity), by: 1 }));
    const above = entity.parent ?? (entity.type === 'ticket' ? entity.group : null);
    return above ? [...found, { node: this.#node('start', above), by: 0 }] : found;
  }

  #node(role: Node['role'], entity: Entity): Node {
    const known = this.#nodes[role].get(entity) ?? { entity, role };
    this.#nodes[role].set(entity, known);
    return known;
  }
}

const isLeaf = (entity: Entity): boolean => entity.type === 'ticket' && entity.children.length === 0;

function longest(ways: readonly { node: Node; by: number }[]): number | null {
  let most = 0;
  for (const { node, by } of ways) {
    if (node.step === null || node.step === undefined) return null;
    most = Math.max(most, node.step + by);
  }
  return most;
}

import type { Group, Plan, Ticket } from '../model/plan';
import type { Analysis } from './analysis';

type Entity = Ticket | Group;

/** What is kept with an analysis, from one version of a plan to the next. */
export interface Keeper {
  /**
   * These tickets and groups may say something else now, or something that they depend on or that stands above them does.
   * @param retold Those of them whose lines say something else.
   */
  doubt(entities: Iterable<Entity>, retold: Iterable<Ticket>): void;
}

/**
 * What is made of a ticket, a group or the whole plan. It may look at it and at all that stands below it, at what these depend on, and
 * at the names and dependencies of what stands above; at nothing else, since it is made again only where one of these changed. Places
 * in the text it may give as lines and characters, which stay while the plan is handed on, never as offsets.
 */
export type Work<V, S extends Entity | Plan = Entity | Plan> = (scope: S, analysis: Analysis) => V;

/** What a work made of each part of a plan that it was asked about. */
export class Kept<V, S extends Entity | Plan> implements Keeper {
  /** By entity; null: of the plan. */
  readonly #made = new Map<Entity | null, V>();

  constructor(readonly work: Work<V, S>) {}

  of(scope: S, analysis: Analysis): V {
    const part: Entity | Plan = scope;
    const key = 'type' in part ? part : null;
    let made = this.#made.get(key);
    if (made === undefined) {
      made = this.work(scope, analysis);
      this.#made.set(key, made);
    }
    return made;
  }

  doubt(entities: Iterable<Entity>): void {
    const all = new Set<Entity>();
    for (const entity of entities)
      for (let at: Entity | null = entity; at && !all.has(at); at = parentOf(at)) all.add(at);
    if (all.size > 0) this.#made.delete(null);
    for (const entity of all) this.#made.delete(entity);
  }
}

/** What holds it; null at the top of the plan. */
export const parentOf = (entity: Entity): Entity | null =>
  entity.type === 'group' ? entity.parent : (entity.parent ?? entity.group);

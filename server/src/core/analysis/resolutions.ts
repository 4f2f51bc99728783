import { canonicalId } from '../model/names';
import type { Dependency, Group, Plan, Ticket } from '../model/plan';
import type { Target } from './analysis';
import { indexOf } from './index';
import { resolve } from './resolve';
import { Resolved } from './resolved';
import { orderOf } from './selection';

type Entity = Ticket | Group;

const none: readonly never[] = [];

/**
 * What the dependencies of one plan were found to mean, and what depends on what by that. Kept from one version of the plan to the
 * next: what may mean something else then has to be forgotten.
 */
export class Resolutions {
  /** By the entity's place among its sort. */
  readonly #ofTickets: (readonly Resolved[] | undefined)[];
  readonly #ofGroups: (readonly Resolved[] | undefined)[];
  /** What names something by more than the id of a ticket: with another ticket's name, that may mean something else. */
  readonly byWords = new Set<Entity>();
  /** Canonical ids that were looked for in other plans, and what names them. */
  readonly #far = new Map<string, Set<Entity>>();
  /** The documents in which something was found. */
  readonly farUris = new Set<string>();
  readonly #dependents = new Map<Entity, Entity[]>();
  /** What was forgotten and not asked for again; null as long as not all was asked for once. */
  #missing: Set<Entity> | null = null;
  /** What resolved dependencies ask whether they are met. */
  readonly #now: { analysis: { isOver(target: Target): boolean } };

  constructor(
    readonly plan: Plan,
    analysis: { isOver(target: Target): boolean },
  ) {
    this.#ofTickets = new Array(plan.allTickets.length);
    this.#ofGroups = new Array(plan.allGroups.length);
    this.#now = { analysis };
  }

  /** The plan is seen from another analysis now. */
  serve(analysis: { isOver(target: Target): boolean }): void {
    this.#now.analysis = analysis;
  }

  /** @param elsewhere As `Neighbours.elsewhere`, of this plan. */
  of(entity: Entity, plan: Plan, uri: string, elsewhere: (id: string) => Target | null): readonly Resolved[] {
    const { dependencies } = entity;
    if (dependencies.length === 0) return none;
    const all = this.#all(entity);
    const known = all[entity.index];
    if (known) return known;
    const found = dependencies.map((dependency) => this.#resolved(entity, dependency, plan, uri, elsewhere));
    all[entity.index] = found;
    for (const { targets } of found)
      for (const { entity: target } of targets) {
        const list = this.#dependents.get(target);
        if (!list) this.#dependents.set(target, [entity]);
        else if (list.at(-1) !== entity) list.push(entity);
      }
    return found;
  }

  #all(entity: Entity): (readonly Resolved[] | undefined)[] {
    return entity.type === 'ticket' ? this.#ofTickets : this.#ofGroups;
  }

  #resolved(
    entity: Entity,
    dependency: Dependency,
    plan: Plan,
    uri: string,
    elsewhere: (id: string) => Target | null,
  ): Resolved {
    const { found, problem, suggestion, ticked } = resolve(indexOf(plan), entity, dependency);
    const isFar = problem === 'unknown' || problem === 'none';
    const far = isFar ? elsewhere(dependency.text) : null;
    if (far) this.farUris.add(far.uri);
    const targets = far ? [far] : found.map((target) => ({ uri, entity: target }));
    const [wrong, near] = far ? [null, null] : [problem, suggestion];
    const resolved = new Resolved(dependency, targets, ticked, wrong, near, this.#now);
    if (isFar) this.#noteFar(canonicalId(dependency.text), entity);
    if (far || !isById(dependency, found)) this.byWords.add(entity);
    return resolved;
  }

  #noteFar(id: string, entity: Entity): void {
    const named = this.#far.get(id);
    if (named) named.add(entity);
    else this.#far.set(id, new Set([entity]));
  }

  /** Something in it may mean something else now. */
  forget(entity: Entity): void {
    const all = this.#all(entity);
    for (const { text, targets } of all[entity.index] ?? none) {
      const named = this.#far.get(canonicalId(text));
      if (named?.delete(entity) && named.size === 0) this.#far.delete(canonicalId(text));
      for (const { entity: target } of targets) {
        const left = this.#dependents.get(target)?.filter((one) => one !== entity);
        if (left && left.length > 0) this.#dependents.set(target, left);
        else this.#dependents.delete(target);
      }
    }
    all[entity.index] = undefined;
    this.byWords.delete(entity);
    this.#missing?.add(entity);
  }

  /** What names one of these ids of other plans. */
  *farAway(isMeant: (id: string) => boolean): Generator<Entity> {
    for (const [id, entities] of this.#far) if (isMeant(id)) yield* entities;
  }

  /** Canonical ids that its own plan does not have, and that were looked for in others. */
  get farIds(): Iterable<string> {
    return this.#far.keys();
  }

  /** What was found to depend on an entity, as far as that was asked for. */
  dependents(entity: Entity): readonly Entity[] {
    return this.#dependents.get(entity) ?? none;
  }

  /** Asks for what was not asked for yet. @param ask Resolves what something depends on. */
  complete(dependent: readonly Entity[], ask: (entity: Entity) => readonly Resolved[]): void {
    for (const one of this.#missing ?? dependent) ask(one);
    if (this.#missing) this.#missing.clear();
    else this.#missing = new Set();
  }

  /** What an entity holds up, in the order of the text, once all is asked for. */
  heldUpBy(entity: Entity, ask: (entity: Entity) => readonly Resolved[]): Entity[] {
    const holds = ({ targets, problem, soft }: Resolved): boolean =>
      problem === null && !soft && targets.some((target) => target.entity === entity);
    return this.dependents(entity)
      .filter((one) => ask(one).some(holds))
      .sort((a, b) => orderOf(a) - orderOf(b));
  }
}

/** It was found by the id of the one ticket that has it. */
function isById({ id }: Dependency, found: readonly Entity[]): boolean {
  const [only] = found;
  return id !== null && found.length === 1 && only!.type === 'ticket' && only!.canonicalId === canonicalId(id);
}

import type { Analysis } from '../analysis/analysis';
import { type Keeper, parentOf } from '../analysis/keep';
import type { Group, Plan, Ticket } from '../model/plan';
import { childrenOf } from './outline';

type Entity = Group | Ticket;

/**
 * The ids of a plan's items: the document's URI and the keys on the way down, so that they stay the same as long as those do.
 * Made as they are asked for, and kept from one version of the plan to the next.
 */
export class TreeIds implements Keeper {
  readonly #ids = new Map<Entity, string>();
  /** By what holds them; null: the plan. */
  readonly #children = new Map<Entity | null, ReadonlyMap<string, Entity>>();
  #plan: Plan;

  private constructor(
    plan: Plan,
    readonly uri: string,
  ) {
    this.#plan = plan;
  }

  static of(analysis: Analysis): TreeIds {
    const { plan, uri } = analysis;
    const ids = analysis.keeper(TreeIds, () => new TreeIds(plan, uri));
    ids.#plan = plan;
    return ids;
  }

  doubt(entities: Iterable<Entity>): void {
    for (const entity of entities) if (!this.#isSame(entity)) this.#forget(entity);
  }

  /** The id of an entity still is what it would be; one that nobody asked for is. */
  #isSame(entity: Entity): boolean {
    return this.#ids.get(entity)?.endsWith(`#${encode(stepOf(entity))}`) ?? true;
  }

  #forget(entity: Entity): void {
    this.#children.delete(parentOf(entity));
    this.#ids.delete(entity);
    for (const child of this.#children.get(entity)?.values() ?? []) this.#forget(child);
    this.#children.delete(entity);
  }

  /** The id of a plan, group or ticket; null for what the tree does not show. */
  idOf(entity: Plan | Entity): string | null {
    if (!('key' in entity)) return this.uri;
    if (!this.#ids.has(entity)) this.children(parentOf(entity) ?? this.#plan);
    return this.#ids.get(entity) ?? null;
  }

  /** What stands below, by id, in the order of the text. */
  children(parent: Plan | Entity): ReadonlyMap<string, Entity> {
    const key = 'key' in parent ? parent : null;
    const made = this.#children.get(key);
    if (made) return made;
    const children = new Map<string, Entity>();
    this.#children.set(key, children);
    const above = this.idOf(parent);
    if (above === null) return children;
    const seen = new Map<string, number>();
    for (const entity of childrenOf(parent)) {
      const own = stepOf(entity);
      const times = (seen.get(own) ?? 0) + 1;
      seen.set(own, times);
      const id = `${above}#${encode(times > 1 ? `${own}:${times}` : own)}`;
      children.set(id, entity);
      this.#ids.set(entity, id);
    }
    return children;
  }

  /** The group or ticket of an id, the plan of its own; null where there is none. */
  find(id: string): Plan | Entity | null {
    const [uri, ...steps] = id.split('#');
    if (uri !== this.uri) return null;
    let found: Plan | Entity = this.#plan;
    let path = uri;
    for (const step of steps) {
      path += `#${step}`;
      const child = this.children(found).get(path);
      if (!child) return null;
      found = child;
    }
    return found;
  }
}

/** What tells an item from those beside it. */
const stepOf = (entity: Entity): string => `${entity.type === 'group' ? entity.kind : 'ticket'}:${entity.key}`;

/** Without `#`, `/` and `>`; lone surrogates are no text that can be encoded. */
export const encode = (key: string): string => encodeURIComponent(key.replace(/\p{Cs}/gu, '\ufffd'));

import { parentOf } from '../analysis/keep';
import type { Group, Plan, Ticket } from '../model/plan';
import { childrenOf } from './outline';

type Entity = Group | Ticket;

const known = new WeakMap<Plan, TreeIds>();

/**
 * The ids of a plan's items: the document's URI and the keys on the way down, so that they stay the same as long as those do.
 * Made as they are asked for, once a reading.
 */
export class TreeIds {
  readonly #ids = new Map<Plan | Entity, string>();
  readonly #children = new Map<Plan | Entity, ReadonlyMap<string, Entity>>();

  private constructor(
    readonly plan: Plan,
    readonly uri: string,
  ) {
    this.#ids.set(plan, uri);
  }

  static of(plan: Plan, uri: string): TreeIds {
    let ids = known.get(plan);
    if (ids?.uri !== uri) {
      ids = new TreeIds(plan, uri);
      known.set(plan, ids);
    }
    return ids;
  }

  /** The id of a plan, group or ticket; null for what the tree does not show. */
  idOf(entity: Plan | Entity): string | null {
    if (!this.#ids.has(entity) && 'key' in entity) this.children(parentOf(entity) ?? this.plan);
    return this.#ids.get(entity) ?? null;
  }

  /** What stands below, by id, in the order of the text. */
  children(parent: Plan | Entity): ReadonlyMap<string, Entity> {
    const made = this.#children.get(parent);
    if (made) return made;
    const children = new Map<string, Entity>();
    this.#children.set(parent, children);
    const above = this.idOf(parent);
    if (above === null) return children;
    const seen = new Map<string, number>();
    for (const entity of childrenOf(parent)) {
      const own = entity.type === 'group' ? `${entity.kind}:${entity.key}` : `ticket:${entity.key}`;
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
    let found: Plan | Entity = this.plan;
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

/** Without `#`, `/` and `>`; lone surrogates are no text that can be encoded. */
export const encode = (key: string): string => encodeURIComponent(key.replace(/\p{Cs}/gu, '\ufffd'));

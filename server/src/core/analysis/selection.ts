import type { Group, Ticket } from '../model/plan';
import type { Analysis } from './analysis';
import type { Keeper } from './keep';

type Entity = Ticket | Group;

/**
 * Picks tickets and groups of a plan. It may look at the entity itself, at how far those below it are and what it depends on, and at
 * the names and dependencies of what stands above it; at nothing else, since it is asked again only where one of these changed.
 */
export type Selector<E extends Entity = Entity> = (entity: E, analysis: Analysis) => boolean;

/** Tickets, then groups, each in the order of the text. */
export const orderOf = (entity: Entity): number => (entity.type === 'ticket' ? entity.index : 1e9 + entity.index);

/** What a selector picks, kept from one version of a plan to the next. */
export class Selection<E extends Entity = Entity> implements Keeper {
  readonly #picked: E[];
  readonly #doubtful = new Set<E>();

  /** @param isOne Whether an entity is of the sort that is picked from. */
  constructor(
    readonly selector: Selector<E>,
    readonly isOne: (entity: Entity) => entity is E,
    analysis: Analysis,
  ) {
    const { allTickets, allGroups } = analysis.plan;
    this.#picked = [...allTickets, ...allGroups].filter(isOne).filter((entity) => selector(entity, analysis));
  }

  doubt(entities: Iterable<Entity>): void {
    for (const entity of entities) if (this.isOne(entity)) this.#doubtful.add(entity);
  }

  picked(analysis: Analysis): readonly E[] {
    for (const entity of this.#doubtful) this.#put(entity, this.selector(entity, analysis));
    this.#doubtful.clear();
    return this.#picked;
  }

  #put(entity: E, isPicked: boolean): void {
    const order = orderOf(entity);
    let low = 0;
    let high = this.#picked.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (orderOf(this.#picked[middle]!) < order) low = middle + 1;
      else high = middle;
    }
    if ((this.#picked[low] === entity) === isPicked) return;
    if (isPicked) this.#picked.splice(low, 0, entity);
    else this.#picked.splice(low, 1);
  }
}

export const isGroup = (entity: Entity): entity is Group => entity.type === 'group';
export const isTicket = (entity: Entity): entity is Ticket => entity.type === 'ticket';
export const isEntity = (_: Entity): _ is Entity => true;

import type { Group, Plan, Ticket } from '../model/plan';
import type { DocumentState, Retold } from '../model/state';
import { owned } from '../text/memo';
import type { Say } from '../text/say';
import { touches } from '../text/span';
import type { Analysis, ResolvedDependency, Target, Totals, Unclear } from './analysis';
import { handDown } from './index';
import { type Keeper, Kept, type Work } from './keep';
import { Resolutions } from './resolutions';
import type { Resolved } from './resolved';
import { isEntity, isGroup, isTicket, Selection, type Selector } from './selection';
import { totalsOf } from './totals';

type Entity = Ticket | Group;

/** The plans around one. */
export interface Neighbours {
  analysis(uri: string): PlanAnalysis | null;
  /** The ticket that an id means in another plan than that of the URI, where it means just one. */
  elsewhere(id: string, uri: string): Target | null;
  /** What depends on an entity of the plan of a URI, in any plan. */
  dependents(entity: Entity, uri: string): readonly Target[];
}

/** What changed around a plan from one version of the workspace to the next. */
export interface Surroundings {
  /** The documents of which the text is another. */
  readonly uris: readonly string[];
  /** Whether an id may mean another ticket of another plan now. */
  readonly isRenamed: (id: string) => boolean;
  /** Tickets and groups of other plans that are as far as they were, or not. */
  readonly moved: readonly Entity[];
}

/** What has to be known of a plan that rests, so that what was worked out of it can be kept. */
export interface Resting {
  readonly basis: object;
  /** Canonical ids that it names and does not have. */
  readonly farIds: readonly string[];
  /** The other documents that it looks at. */
  readonly farUris: ReadonlySet<string>;
}

/** Whether what changed around a plan that rests may make another of what was worked out of it. */
export const concerns = ({ uris, isRenamed }: Surroundings, { farIds, farUris }: Resting): boolean =>
  (farUris.size > 0 && uris.some((uri) => farUris.has(uri))) || farIds.some(isRenamed);

/** Something of it is done or being done. */
const isBegun = (ticket: Ticket): boolean =>
  ['active', 'review', 'done'].includes(ticket.status?.kind ?? '') || ticket.children.some(isBegun);

/** An open box in a list of what is in progress, in review, blocked or done: somebody has begun it. */
function isElsewhere({ group, status }: Ticket): boolean {
  const named = group?.statusName;
  return (
    /^\[.\]$/u.test(status?.text ?? '') &&
    named !== undefined &&
    named !== null &&
    named !== 'todo' &&
    named !== 'dropped'
  );
}

const isDependent: Selector = ({ dependencies }) => dependencies.length > 0;

const isUnclear: Selector = (entity, analysis) =>
  isDependent(entity, analysis) && analysis.dependencies(entity).some(isProblem);

const isProblem = ({ problem }: ResolvedDependency): boolean => problem !== null && problem !== 'none';

/** One plan, seen from the plans around it. */
export class PlanAnalysis implements Analysis {
  readonly uri: string;
  readonly source: Analysis['source'];
  #resolutions: Resolutions;
  /** What is kept, by what asks for it: selectors, works. */
  #keepers = new Map<object, Keeper>();
  #totals = new Map<Group | 'plan', Totals>();
  statuses: object = {};
  links: object = {};
  titles: object = {};
  /** The version of the workspace in which it was last asked for. */
  asked = 0;
  /** As `Snapshot.basis`. */
  readonly basis: object;

  /**
   * @param world The plans of the version that this analysis belongs to.
   * @param rested Where the plan rested before: what was worked out of it then still holds.
   */
  constructor(
    readonly world: { readonly now: Neighbours },
    readonly state: DocumentState,
    readonly plan: Plan,
    readonly say: Say,
    before?: PlanAnalysis,
    readonly rested: Resting | null = null,
  ) {
    this.basis = rested?.basis ?? {};
    this.uri = state.uri;
    this.source = state.source;
    this.#resolutions = before ? before.#resolutions : new Resolutions(plan, this);
    if (!before) return;
    this.#resolutions.serve(this);
    this.#keepers = before.#keepers;
    this.#totals = before.#totals;
    this.statuses = before.statuses;
    this.links = before.links;
    this.titles = before.titles;
    this.asked = before.asked;
  }

  get dependent(): readonly Entity[] {
    return this.select(isDependent);
  }

  get unclear(): readonly Unclear[] {
    return this.select(isUnclear).flatMap((entity) =>
      this.dependencies(entity)
        .filter(isProblem)
        .map((dependency) => ({ entity, dependency })),
    );
  }

  select(selector: Selector): readonly Entity[] {
    return this.#selection(selector, isEntity);
  }

  selectTickets(selector: Selector<Ticket>): readonly Ticket[] {
    return this.#selection(selector, isTicket);
  }

  selectGroups(selector: Selector<Group>): readonly Group[] {
    return this.#selection(selector, isGroup);
  }

  #selection<E extends Entity>(selector: Selector<E>, isOne: (entity: Entity) => entity is E): readonly E[] {
    return this.keeper(selector, () => new Selection(selector, isOne, this)).picked(this);
  }

  kept<V, S extends Entity | Plan>(work: Work<V, S>, scope: S): V {
    return this.keeper(work, () => new Kept(work)).of(scope, this);
  }

  keeper<K extends Keeper>(key: object, make: () => K): K {
    let keeper = this.#keepers.get(key) as K | undefined;
    if (!keeper) {
      keeper = make();
      this.#keepers.set(key, keeper);
    }
    return keeper;
  }

  dependencies(entity: Entity): readonly ResolvedDependency[] {
    return this.#resolved(entity);
  }

  #resolved(entity: Entity): readonly Resolved[] {
    const elsewhere = (id: string): Target | null => this.world.now.elsewhere(id, this.uri);
    return this.#resolutions.of(entity, this.plan, this.uri, elsewhere);
  }

  /**
   * The analysis after a change in the lines of some tickets of the plan, or around it, with what that changes nothing about: this one,
   * where it changes nothing, else another, and this one is of no use from then on.
   */
  next(state: DocumentState, plan: Plan, retold: readonly Retold[], around: Surroundings): PlanAnalysis {
    const forgotten = new Set(this.#resolutions.farAway(around.isRenamed));
    /** What depends on something that is further than it was, or less far. */
    const unsettled = new Set(around.moved.flatMap((entity) => this.#resolutions.dependents(entity)));
    const isMoved = around.uris.some((uri) => this.#resolutions.farUris.has(uri));
    const isOther = isMoved || (this.rested !== null && concerns(around, this.rested));
    if (state === this.state && !isOther && forgotten.size === 0 && unsettled.size === 0) return this;
    const next = new PlanAnalysis(this.world, state, plan, this.say, this);
    const asking = plan === this.plan ? [] : handDown(this.plan, plan, retold);
    let isRelinked = forgotten.size > 0;
    for (const one of retold) forgotten.add(one.ticket);
    for (const one of asking) forgotten.add(one);
    for (const { ticket, idBefore } of retold) {
      if (ticket.id === idBefore) continue;
      for (const one of this.#resolutions.dependents(ticket)) forgotten.add(one);
      for (const one of this.#resolutions.byWords) forgotten.add(one);
    }
    // Else what was forgotten is found again as it was.
    isRelinked ||= forgotten.size > retold.length || retold.some((one) => one.isRelinked);
    if (isRelinked) next.links = {};
    const moved = movedBy(retold);
    for (const entity of moved) {
      next.#totals.delete(entity.type === 'group' ? entity : 'plan');
      for (const dependent of this.#resolutions.dependents(entity)) unsettled.add(dependent);
    }
    for (const entity of forgotten) next.#resolutions.forget(entity);
    const doubtful = new Set([...moved, ...below([...forgotten, ...unsettled]), ...besides(plan, retold)]);
    const lines = retold.map(({ ticket }) => ticket);
    for (const keeper of next.#keepers.values()) keeper.doubt(doubtful, lines);
    if (retold.some(({ isRecounted }) => isRecounted)) next.statuses = {};
    if (retold.some(({ ticket, titleBefore }) => ticket.title !== titleBefore)) next.titles = {};
    return next;
  }

  /** The other documents that it looks at. */
  get farUris(): ReadonlySet<string> {
    this.#resolutions.complete(this.dependent, (one) => this.#resolved(one));
    return this.#resolutions.farUris;
  }

  /** The same as far as it was asked for: it holds tickets of these. */
  get heldUris(): ReadonlySet<string> {
    return this.#resolutions.farUris;
  }

  /** What is kept of it when its plan is let go. */
  atRest(): Resting {
    const farUris = new Set(this.farUris);
    return { basis: this.basis, farIds: Array.from(this.#resolutions.farIds, owned), farUris };
  }

  /** What of this plan depends on an entity of any, and is held up by it. */
  dependents(entity: Entity): readonly Entity[] {
    const ask = (one: Entity): readonly Resolved[] => this.#resolved(one);
    this.#resolutions.complete(this.dependent, ask);
    return this.#resolutions.heldUpBy(entity, ask);
  }

  isOver({ uri, entity }: Target): boolean {
    const analysis = uri === this.uri ? this : this.world.now.analysis(uri);
    return analysis?.isDone(entity) === true || entity.status?.kind === 'dropped';
  }

  waitsOn(entity: Entity): readonly Target[] {
    if (entity.dependencies.length === 0) return [];
    return this.dependencies(entity).flatMap(({ targets, met }) =>
      met ? [] : targets.filter((target) => !this.isOver(target)),
    );
  }

  dependentsOf(entity: Entity): readonly Target[] {
    return this.world.now.dependents(entity, this.uri);
  }

  unblocks(entity: Entity): readonly Target[] {
    return this.dependentsOf(entity).filter((target) => !this.isOver(target));
  }

  isReady(ticket: Ticket): boolean {
    if (ticket.status?.kind !== 'todo' || ticket.children.some(isBegun) || isElsewhere(ticket)) return false;
    for (let at: Ticket | null = ticket; at; at = at.parent)
      if (!this.#isFree(at) || at.status?.kind === 'dropped') return false;
    for (let group = ticket.group; group; group = group.parent) if (!this.#isFree(group)) return false;
    return true;
  }

  /** Nothing that it waits on, as far as is understood. */
  #isFree(entity: Entity): boolean {
    return entity.dependencies.length === 0 || this.dependencies(entity).every((dependency) => dependency.met);
  }

  /** By its own status; a ticket without one is done when its children are, a group also when its tickets are. */
  isDone(entity: Entity): boolean {
    if (entity.status?.kind === 'done') return true;
    if (entity.type === 'group') {
      const { total, done } = this.totals(entity);
      return total > 0 && done === total && !entity.partial;
    }
    return (
      entity.status === null &&
      entity.children.length > 0 &&
      entity.children.every((child) => this.isDone(child) || child.status?.kind === 'dropped')
    );
  }

  totals(scope: Group | Plan): Totals {
    const key = scope === this.plan ? 'plan' : (scope as Group);
    let totals = this.#totals.get(key);
    if (!totals) {
      totals = totalsOf(scope, (group) => this.totals(group));
      this.#totals.set(key, totals);
    }
    return totals;
  }
}

/** These, and all that stands below them. */
function* below(entities: Iterable<Entity>): Generator<Entity> {
  for (const entity of entities) {
    yield entity;
    if (entity.type === 'ticket') yield* below(entity.children);
    else {
      yield* below(entity.tickets);
      yield* below(entity.groups);
    }
  }
}

/** The groups that are told of in the lines of these tickets, too. */
const besides = ({ allGroups }: Plan, retold: readonly Retold[]): Group[] =>
  allGroups.filter(({ mentions }) =>
    mentions.some(({ span }) => retold.some(({ ticket }) => touches(ticket.span, span))),
  );

/** The tickets that are further than they were, or less far, and all that they are part of. */
export function movedBy(retold: readonly Retold[]): Set<Entity> {
  const moved = new Set<Entity>();
  for (const { ticket, isRecounted } of retold)
    for (let at: Ticket | null = isRecounted ? ticket : null; at; at = at.parent) {
      moved.add(at);
      for (let group = at.group; group; group = group.parent) moved.add(group);
    }
  return moved;
}

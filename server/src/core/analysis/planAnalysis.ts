import { canonicalId } from '../model/names';
import type { Dependency, Group, Plan, Ticket } from '../model/plan';
import type { DocumentState, Retold } from '../model/state';
import type { Say } from '../text/say';
import type { Analysis, ResolvedDependency, Target, Totals, Unclear } from './analysis';
import { handDown, indexOf } from './index';
import { resolve } from './resolve';
import { Resolved } from './resolved';
import { totalsOf } from './totals';

type Entity = Ticket | Group;

/** The plans around one. */
export interface Neighbours {
  readonly say: Say;
  analysis(uri: string): PlanAnalysis | null;
  /** The ticket that an id means in another plan than that of the URI, where it means just one. */
  elsewhere(id: string, uri: string): Target | null;
  /** What depends on an entity, in any plan. */
  dependents(entity: Entity): readonly Target[];
}

const none: readonly never[] = [];

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

/** One plan, seen from its graph. */
export class PlanAnalysis implements Analysis {
  readonly uri: string;
  readonly source: Analysis['source'];
  readonly say: Say;
  /** By the entity's place among its sort. */
  #ofTickets: (readonly Resolved[] | undefined)[];
  #ofGroups: (readonly Resolved[] | undefined)[];
  #dependent: readonly Entity[] | null = null;
  #unclear: readonly Unclear[] | null = null;
  /** Tickets, by their index, whose dependencies were found by the id of a ticket, and by anything else. */
  #found = { byId: new Map<string, number[]>(), byWords: new Set<number>() };
  /** What resolved dependencies ask whether they are met. */
  #now: { analysis: PlanAnalysis } = { analysis: this };
  statuses: object = {};
  #totals = new Map<Group | 'plan', Totals>();

  constructor(
    readonly graph: Neighbours,
    state: DocumentState,
    readonly plan: Plan,
  ) {
    this.uri = state.uri;
    this.source = state.source;
    this.say = graph.say;
    this.#ofTickets = new Array(plan.allTickets.length);
    this.#ofGroups = new Array(plan.allGroups.length);
  }

  get dependent(): readonly Entity[] {
    this.#dependent ??= [...this.plan.allTickets, ...this.plan.allGroups].filter(
      ({ dependencies }) => dependencies.length > 0,
    );
    return this.#dependent;
  }

  get unclear(): readonly Unclear[] {
    this.#unclear ??= this.dependent.flatMap((entity) => {
      const unclear = this.dependencies(entity).filter(({ problem }) => problem !== null && problem !== 'none');
      return unclear.length === 0 ? [] : unclear.map((dependency) => ({ entity, dependency }));
    });
    return this.#unclear;
  }

  dependencies(entity: Entity): readonly ResolvedDependency[] {
    if (entity.dependencies.length === 0) return none;
    const all = entity.type === 'ticket' ? this.#ofTickets : this.#ofGroups;
    all[entity.index] ??= entity.dependencies.map((dependency) => this.#resolved(entity, dependency));
    return all[entity.index]!;
  }

  /** The analysis of the plan after a change in the lines of some tickets, with what it changes nothing about. */
  next(graph: Neighbours, state: DocumentState, plan: Plan, retold: readonly Retold[]): PlanAnalysis {
    const next = new PlanAnalysis(graph, state, plan);
    next.#ofTickets = this.#ofTickets;
    next.#found = this.#found;
    next.#now = this.#now;
    next.#now.analysis = next;
    for (const { ticket } of retold) next.#ofTickets[ticket.index] = undefined;
    handDown(this.plan, plan, retold);
    for (const { ticket, idBefore, isRetitled } of retold)
      if (isRetitled || ticket.id !== idBefore) next.#forgetNames(ticket, idBefore);
    if (!retold.some(({ isRebound }) => isRebound)) next.#dependent = this.#dependent;
    if (retold.some(({ isRecounted }) => isRecounted)) return next;
    next.#totals = this.#totals;
    next.statuses = this.statuses;
    return next;
  }

  /** What was found by a name that is another now, or could be found by it. */
  #forgetNames(ticket: Ticket, idBefore: string | null): void {
    const { byId, byWords } = this.#found;
    for (const id of ticket.id === idBefore ? [] : [ticket.id, idBefore])
      for (const index of (id === null ? null : byId.get(canonicalId(id))) ?? none) this.#ofTickets[index] = undefined;
    for (const index of byWords) this.#ofTickets[index] = undefined;
    byWords.clear();
  }

  #resolved(entity: Entity, dependency: Dependency): Resolved {
    const { id } = dependency;
    if (entity.type === 'ticket') this.#note(id !== null && this.plan.byId.has(id) ? id : null, entity.index);
    const { found, problem, suggestion, ticked } = resolve(indexOf(this.plan), entity, dependency);
    const far = problem === 'unknown' || problem === 'none' ? this.graph.elsewhere(dependency.text, this.uri) : null;
    const targets = far ? [far] : found.map((target) => ({ uri: this.uri, entity: target }));
    const [wrong, near] = far ? [null, null] : [problem, suggestion];
    return new Resolved(dependency, targets, ticked, wrong, near, this.#now);
  }

  #note(id: string | null, index: number): void {
    const { byId, byWords } = this.#found;
    if (id === null) byWords.add(index);
    else if (!byId.has(id)) byId.set(id, [index]);
    else if (byId.get(id)!.at(-1) !== index) byId.get(id)!.push(index);
  }

  isOver({ uri, entity }: Target): boolean {
    const analysis = uri === this.uri ? this : this.graph.analysis(uri);
    return analysis?.isDone(entity) === true || entity.status?.kind === 'dropped';
  }

  waitsOn(entity: Entity): readonly Target[] {
    if (entity.dependencies.length === 0) return [];
    return this.dependencies(entity).flatMap(({ targets, met }) =>
      met ? [] : targets.filter((target) => !this.isOver(target)),
    );
  }

  unblocks(entity: Entity): readonly Target[] {
    return this.graph.dependents(entity).filter((target) => !this.isOver(target));
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
      totals = totalsOf(scope);
      this.#totals.set(key, totals);
    }
    return totals;
  }
}

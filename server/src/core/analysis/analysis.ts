import type { Dependency, Group, Plan, Ticket } from '../model/plan';
import type { Say } from '../text/say';
import type { SourceText } from '../text/source';
import type { Keeper, Work } from './keep';
import type { Selector } from './selection';

/** A ticket or a group, and the document it stands in. */
export interface Target {
  readonly uri: string;
  readonly entity: Ticket | Group;
}

/** A dependency and what it was found to mean. */
export interface ResolvedDependency extends Dependency {
  readonly targets: readonly Target[];
  /** Every target is done or dropped; a soft dependency and one that is not understood hold nothing up. */
  readonly met: boolean;
  /** `unknown`: an id that no plan has. `ambiguous`: a name that fits several tickets (the targets). `none`: free text. */
  readonly problem: 'unknown' | 'ambiguous' | 'none' | null;
  /** The name most like an unknown one, where one is near. */
  readonly suggestion: string | null;
}

/** A dependency of which it is not known what it names, and what has it. */
export interface Unclear {
  readonly entity: Ticket | Group;
  readonly dependency: ResolvedDependency;
}

/** What a plan counts: leaf tickets, dropped ones left out. */
export interface Totals {
  readonly total: number;
  readonly done: number;
  readonly byKind: Readonly<Record<'todo' | 'active' | 'review' | 'done' | 'blocked' | 'dropped' | 'none', number>>;
}

/** One plan seen in its workspace. Every answer is worked out once and kept. */
export interface Analysis {
  readonly uri: string;
  readonly source: SourceText;
  readonly plan: Plan;
  /** As the snapshot's. */
  readonly say: Say;
  /** What depends on anything: tickets, then groups, each in the order of the text. */
  readonly dependent: readonly (Ticket | Group)[];
  /** The dependencies whose names are unknown or ambiguous, in the same order. */
  readonly unclear: readonly Unclear[];
  dependencies(entity: Ticket | Group): readonly ResolvedDependency[];
  /** The unfinished targets of its dependencies. */
  waitsOn(entity: Ticket | Group): readonly Target[];
  /** Tickets and groups, of any plan, that depend on it, finished or not. */
  dependentsOf(entity: Ticket | Group): readonly Target[];
  /** The unfinished ones of these. */
  unblocks(entity: Ticket | Group): readonly Target[];
  /** Not started, and every dependency met. */
  isReady(ticket: Ticket): boolean;
  isDone(entity: Ticket | Group): boolean;
  totals(scope: Group | Plan): Totals;
  /** What a selector picks: tickets, then groups, each in the order of the text. Kept from one version of the plan to the next. */
  select(selector: Selector): readonly (Ticket | Group)[];
  /** The same of tickets alone. */
  selectTickets(selector: Selector<Ticket>): readonly Ticket[];
  /** The same of groups alone. */
  selectGroups(selector: Selector<Group>): readonly Group[];
  /** What a work makes of a part of the plan: the same object as long as nothing that the work may look at is another. */
  kept<V, S extends Group | Ticket | Plan>(work: Work<V, S>, scope: S): V;
  /** The same of what keeps in its own way. @param key What it is known by. */
  keeper<K extends Keeper>(key: object, make: () => K): K;
  /** The same object as long as every ticket is as far as it was: what is counted can be kept with it. */
  readonly statuses: object;
  /** The same object as long as everything of the plan depends on what it did. */
  readonly links: object;
  /** The same object as long as no ticket has another title. */
  readonly titles: object;
}

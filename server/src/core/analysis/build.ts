import { canonicalId } from '../model/names';
import { readsAlike } from '../model/ownWords';
import type { Group, Plan, Ticket } from '../model/plan';
import { type DocumentState, readDocument } from '../model/read';
import type { Settings } from '../settings';
import { type Say, sayIn } from '../text/say';
import type { Analysis, ResolvedDependency, Target, Totals } from './analysis';
import { indexOf } from './index';
import { resolve } from './resolve';
import type { Change, SettingsFor, Snapshot } from './snapshot';
import { totalsOf } from './totals';

type Entity = Ticket | Group;

/** A workspace without documents. */
export const emptySnapshot = (settings: Settings): Snapshot =>
  buildSnapshot(0, new Map(), () => settings, null, sayIn('en'));

/** Everything in a snapshot is worked out when it is first asked for. */
function buildSnapshot(
  version: number,
  documents: ReadonlyMap<string, DocumentState>,
  settingsFor: SettingsFor,
  today: string | null,
  say: Say,
): Snapshot {
  const uris = [...documents.keys()].sort();
  const planUris = uris.filter((uri) => documents.get(uri)!.plan !== null);
  const graph = new Graph(documents, planUris, say);
  return {
    version,
    settingsFor,
    today,
    say,
    uris,
    planUris,
    source: (uri) => documents.get(uri)?.source ?? null,
    analysis: (uri) => graph.analysis(uri),
    with(change) {
      const { settings = settingsFor, today: date = today, language } = change;
      const next = typeof settings === 'function' ? settings : () => settings;
      const read = readDocuments(documents, change, settingsFor, next);
      return buildSnapshot(version + 1, read, next, date, language ? sayIn(language) : say);
    },
  };
}

/** The documents after a change. Where settings that decide about reading become others, a document is read anew. */
function readDocuments(
  known: ReadonlyMap<string, DocumentState>,
  { documents: changed = [] }: Change,
  before: SettingsFor,
  now: SettingsFor,
): ReadonlyMap<string, DocumentState> {
  const documents = new Map(known);
  if (now !== before)
    for (const [uri, { source }] of documents)
      if (!readsAlike(before(uri), now(uri))) documents.set(uri, readDocument(uri, source.text, now(uri)));
  for (const { uri, text } of changed) {
    const old = documents.get(uri);
    if (text === null) documents.delete(uri);
    else if (old?.source.text !== text) documents.set(uri, readDocument(uri, text, now(uri), old));
  }
  return documents;
}

/** Plans and how they depend on each other. */
class Graph {
  readonly #analyses = new Map<string, PlanAnalysis>();
  #reverse: Map<Entity, Target[]> | null = null;

  constructor(
    readonly documents: ReadonlyMap<string, DocumentState>,
    readonly planUris: readonly string[],
    readonly say: Say,
  ) {}

  analysis(uri: string): PlanAnalysis | null {
    const known = this.#analyses.get(uri);
    if (known) return known;
    const state = this.documents.get(uri);
    if (!state?.plan) return null;
    const analysis = new PlanAnalysis(this, state, state.plan);
    this.#analyses.set(uri, analysis);
    return analysis;
  }

  /** The ticket that an id means in another plan of the workspace, where it means just one. */
  elsewhere(id: string, uri: string): Target | null {
    let found: Target | null = null;
    for (const other of this.planUris) {
      if (other === uri) continue;
      const tickets = indexOf(this.documents.get(other)!.plan!).byId.get(canonicalId(id));
      if (!tickets) continue;
      if (found || tickets.length > 1) return null;
      found = { uri: other, entity: tickets[0]! };
    }
    return found;
  }

  dependents(entity: Entity): readonly Target[] {
    this.#reverse ??= this.#reversed();
    return this.#reverse.get(entity) ?? [];
  }

  #reversed(): Map<Entity, Target[]> {
    const reverse = new Map<Entity, Target[]>();
    for (const uri of this.planUris) {
      const analysis = this.analysis(uri)!;
      for (const entity of [...analysis.plan.allTickets, ...analysis.plan.allGroups])
        for (const { targets, problem, soft } of entity.dependencies.length > 0 ? analysis.dependencies(entity) : []) {
          if (problem !== null || soft) continue;
          for (const target of targets) {
            const list = reverse.get(target.entity);
            if (!list) reverse.set(target.entity, [{ uri, entity }]);
            else if (!list.some((known) => known.entity === entity)) list.push({ uri, entity });
          }
        }
    }
    return reverse;
  }
}

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

class PlanAnalysis implements Analysis {
  readonly uri: string;
  readonly source: Analysis['source'];
  readonly say: Say;
  readonly #dependencies = new Map<Entity, readonly ResolvedDependency[]>();
  readonly #totals = new Map<Group | Plan, Totals>();

  constructor(
    readonly graph: Graph,
    state: DocumentState,
    readonly plan: Plan,
  ) {
    this.uri = state.uri;
    this.source = state.source;
    this.say = graph.say;
  }

  dependencies(entity: Entity): readonly ResolvedDependency[] {
    const known = this.#dependencies.get(entity);
    if (known) return known;
    const resolved = entity.dependencies.map((dependency): ResolvedDependency => {
      const { found, problem, suggestion, ticked } = resolve(this.plan, entity, dependency);
      const far = problem === 'unknown' || problem === 'none' ? this.graph.elsewhere(dependency.text, this.uri) : null;
      const targets: Target[] = far ? [far] : found.map((target) => ({ uri: this.uri, entity: target }));
      const over = targets.length > 0 && targets.every((target) => this.#isOver(target));
      const met = ticked || dependency.soft || over;
      return { ...dependency, targets, met, problem: far ? null : problem, suggestion: far ? null : suggestion };
    });
    this.#dependencies.set(entity, resolved);
    return resolved;
  }

  #isOver({ uri, entity }: Target): boolean {
    const analysis = uri === this.uri ? this : this.graph.analysis(uri);
    return analysis?.isDone(entity) === true || entity.status?.kind === 'dropped';
  }

  waitsOn(entity: Entity): readonly Target[] {
    if (entity.dependencies.length === 0) return [];
    return this.dependencies(entity).flatMap(({ targets, met }) =>
      met ? [] : targets.filter((target) => !this.#isOver(target)),
    );
  }

  unblocks(entity: Entity): readonly Target[] {
    return this.graph.dependents(entity).filter((target) => !this.#isOver(target));
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
    let totals = this.#totals.get(scope);
    if (!totals) {
      totals = totalsOf(scope);
      this.#totals.set(scope, totals);
    }
    return totals;
  }
}

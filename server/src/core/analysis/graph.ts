import { canonicalId } from '../model/names';
import type { Group, Ticket } from '../model/plan';
import type { DocumentState, Retold } from '../model/state';
import type { Say } from '../text/say';
import type { Target } from './analysis';
import { concerns, movedBy, type Neighbours, PlanAnalysis, type Resting, type Surroundings } from './planAnalysis';
import { PlansById } from './plansById';

type Entity = Ticket | Group;

/** An index costs as much as to ask so many plans. */
const fewQuestions = 1000;

/** Plans and how they depend on each other. */
export class Graph implements Neighbours {
  #analyses = new Map<string, PlanAnalysis>();
  /** Of plans whose analysis was let go. */
  #resting = new Map<string, Resting>();
  #world: { now: Neighbours } = { now: this };
  #questions = 0;
  #plansById: PlansById | null = null;
  /** The plans that look at a plan, by its URI. */
  #seenFrom: ReadonlyMap<string, ReadonlySet<string>> | null = null;

  constructor(
    readonly documents: ReadonlyMap<string, DocumentState>,
    readonly uris: readonly string[],
    readonly planUris: readonly string[],
    readonly say: Say,
    readonly version: number,
  ) {}

  analysis(uri: string): PlanAnalysis | null {
    const known = this.#analyses.get(uri) ?? this.#analyse(uri);
    if (known) known.asked = this.version;
    return known;
  }

  #analyse(uri: string): PlanAnalysis | null {
    const state = this.documents.get(uri);
    if (!state?.holdsPlan) return null;
    const rested = this.#resting.get(uri);
    const analysis = new PlanAnalysis(this.#world, state, state.plan!, this.say, undefined, rested);
    this.#analyses.set(uri, analysis);
    this.#resting.delete(uri);
    return analysis;
  }

  /** As `Snapshot.basis`. */
  basis(uri: string): object | null {
    return (this.#resting.get(uri) ?? this.#analyses.get(uri) ?? this.#analyse(uri))?.basis ?? null;
  }

  /** The documents of which more than the text is there, those first that were not asked for the longest. */
  get awake(): readonly string[] {
    const asked = (uri: string): number => this.#analyses.get(uri)?.asked ?? 0;
    return this.uris.filter((uri) => this.documents.get(uri)!.isAwake).sort((a, b) => asked(a) - asked(b));
  }

  /** As `Snapshot.resting`. */
  rest(uris: ReadonlySet<string>): void {
    // To know what it looks at, a plan may wake others.
    for (const uri of uris) {
      const analysis = this.#resting.has(uri) ? null : this.analysis(uri);
      if (analysis) this.#resting.set(uri, analysis.atRest());
    }
    const held = this.#heldBut(uris);
    for (const uri of uris) {
      if (!held.has(uri)) {
        this.#analyses.delete(uri);
        this.documents.get(uri)?.rest();
      } else if (this.#analyses.has(uri)) this.#resting.delete(uri);
    }
  }

  /** The plans of which others hold tickets, those left out that only these look at. */
  #heldBut(uris: ReadonlySet<string>): ReadonlySet<string> {
    const held = new Set<string>();
    const hold = (analysis: PlanAnalysis | undefined): void => {
      for (const uri of analysis?.heldUris ?? []) {
        if (held.has(uri)) continue;
        held.add(uri);
        hold(this.#analyses.get(uri));
      }
    };
    for (const [uri, analysis] of this.#analyses) if (!uris.has(uri)) hold(analysis);
    return held;
  }

  /**
   * Takes over what the version before knew, as far as it still holds. That one knows nothing from then on, and reads again what it
   * is asked.
   */
  inherit(before: Graph): void {
    const analyses = before.#leave();
    if (before.say !== this.say) return;
    this.#world = analyses.world;
    this.#world.now = this;
    const changes = changesBetween(before, this);
    this.#plansById = analyses.plansById;
    for (const uri of changes.keys()) this.#plansById?.follow(uri, this.documents.get(uri));
    this.#resting = analyses.resting;
    if (changes.size === 0) {
      this.#analyses = analyses.known;
      return;
    }
    const all = together([...changes]);
    for (const [uri, analysis] of analyses.known) {
      const state = this.documents.get(uri);
      const own = changes.get(uri);
      if (!state || (own && !own.retold)) continue;
      const around = own ? together([...changes].filter(([other]) => other !== uri)) : all;
      this.#analyses.set(uri, analysis.next(state, state.plan!, own?.retold ?? [], around));
    }
    if (this.#resting.size === 0) return;
    const around = { ...all, isRenamed: renamedBy([...changes.values()]) };
    for (const [uri, resting] of this.#resting)
      if (changes.has(uri) || concerns(around, resting)) this.#resting.delete(uri);
  }

  /** Gives away what is known. */
  #leave(): {
    known: Map<string, PlanAnalysis>;
    resting: Map<string, Resting>;
    world: { now: Neighbours };
    plansById: PlansById | null;
  } {
    const left = { known: this.#analyses, resting: this.#resting, world: this.#world, plansById: this.#plansById };
    this.#analyses = new Map();
    this.#resting = new Map();
    this.#world = { now: this };
    this.#plansById = null;
    this.#seenFrom = null;
    return left;
  }

  /** The ticket that an id means in another plan of the workspace, where it means just one. */
  elsewhere(id: string, uri: string): Target | null {
    const canonical = canonicalId(id);
    const others = this.#plansWith(canonical).filter((other) => other !== uri);
    const [only] = others;
    if (only === undefined || others.length > 1) return null;
    const { byId, sameIds } = this.documents.get(only)!.plan!;
    return sameIds.has(canonical) ? null : { uri: only, entity: byId.get(canonical)! };
  }

  /** The plans that have a ticket of a canonical id; not all of many. A few questions are answered without an index. */
  #plansWith(id: string): readonly string[] {
    if (!this.#plansById && this.#questions++ * this.planUris.length < fewQuestions)
      return this.planUris.filter((uri) => this.documents.get(uri)!.hasId(id));
    this.#plansById ??= new PlansById(this.documents);
    return this.#plansById.with(id);
  }

  dependents(entity: Entity, uri: string): readonly Target[] {
    const others = this.seenFrom(uri);
    const uris = others.size === 0 ? [uri] : [...others, uri].sort();
    return uris.flatMap((one) =>
      this.analysis(one)!
        .dependents(entity)
        .map((dependent) => ({ uri: one, entity: dependent })),
    );
  }

  /** As `Snapshot.looksAt`. */
  looksAt(uri: string): ReadonlySet<string> {
    return (this.#resting.get(uri) ?? this.#analyses.get(uri) ?? this.#analyse(uri))?.farUris ?? nowhere;
  }

  /** As `Snapshot.seenFrom`. */
  seenFrom(uri: string): ReadonlySet<string> {
    if (!this.#seenFrom) {
      const seen = new Map<string, Set<string>>();
      for (const from of this.planUris)
        for (const far of this.looksAt(from)) seen.set(far, (seen.get(far) ?? new Set()).add(from));
      this.#seenFrom = seen;
    }
    return this.#seenFrom.get(uri) ?? nowhere;
  }
}

const nowhere: ReadonlySet<string> = new Set();

/** What became of one document from one version to the next. */
interface PlanChange extends Omit<Surroundings, 'uris'> {
  /** Where the plan was handed down: what its lines say otherwise. */
  readonly retold: readonly Retold[] | null;
  /** All that `isRenamed` is true for; null where that is not known. */
  readonly names: Iterable<string | null> | null;
}

function changesBetween(before: Graph, after: Graph): ReadonlyMap<string, PlanChange> {
  const changes = new Map<string, PlanChange>();
  if (before.documents === after.documents) return changes;
  for (const uri of before.uris) {
    const [was, now] = [before.documents.get(uri), after.documents.get(uri)];
    if (was !== now) changes.set(uri, now?.retold ? changeOf(now.retold) : exchange(was, now));
  }
  for (const uri of after.uris)
    if (!before.documents.has(uri)) changes.set(uri, exchange(undefined, after.documents.get(uri)));
  return changes;
}

function changeOf(retold: readonly Retold[]): PlanChange {
  const names = new Set<string | null>();
  for (const { ticket, idBefore } of retold)
    if (ticket.id !== idBefore) names.add(ticket.canonicalId).add(idBefore === null ? null : canonicalId(idBefore));
  return { retold, names, isRenamed: (id) => names.has(id), moved: [...movedBy(retold)] };
}

/** Another plan in the place of one: its tickets are others, too. What was handed down to somebody else is not known any more. */
function exchange(was: DocumentState | undefined, now: DocumentState | undefined): PlanChange {
  const isKnown = was?.knowsIds !== false;
  const isRenamed = (id: string): boolean => !isKnown || was?.hasId(id) === true || now?.hasId(id) === true;
  return { retold: null, names: isKnown ? { [Symbol.iterator]: () => idsOf(was, now) } : null, isRenamed, moved: [] };
}

function* idsOf(...states: readonly (DocumentState | undefined)[]): Generator<string> {
  for (const state of states) if (state) yield* state.ids;
}

/** Whether any of the changes renames an id, for very many questions. */
function renamedBy(changes: readonly PlanChange[]): (id: string) => boolean {
  const all = new Set<string | null>();
  for (const { names } of changes) {
    if (!names) return () => true;
    for (const name of names) all.add(name);
  }
  return (id) => all.has(id);
}

const together = (changes: readonly (readonly [string, PlanChange])[]): Surroundings => ({
  uris: changes.map(([uri]) => uri),
  isRenamed: (id) => changes.some(([, { isRenamed }]) => isRenamed(id)),
  moved: changes.flatMap(([, { moved }]) => moved),
});

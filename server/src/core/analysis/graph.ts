import { canonicalId } from '../model/names';
import type { Group, Ticket } from '../model/plan';
import type { DocumentState, Retold } from '../model/state';
import type { Say } from '../text/say';
import type { Target } from './analysis';
import { movedBy, type Neighbours, PlanAnalysis, type Surroundings } from './planAnalysis';
import { PlansById } from './plansById';

type Entity = Ticket | Group;

/** An index costs as much as to ask so many plans. */
const fewQuestions = 1000;

/** Plans and how they depend on each other. */
export class Graph implements Neighbours {
  #analyses = new Map<string, PlanAnalysis>();
  #world: { now: Neighbours } = { now: this };
  #questions = 0;
  #plansById: PlansById | null = null;
  /** The plans that name what they do not have themselves. */
  #far: ReadonlySet<string> | null = null;

  constructor(
    readonly documents: ReadonlyMap<string, DocumentState>,
    readonly uris: readonly string[],
    readonly planUris: readonly string[],
    readonly say: Say,
  ) {}

  analysis(uri: string): PlanAnalysis | null {
    const known = this.#analyses.get(uri);
    if (known) return known;
    const plan = this.documents.get(uri)?.plan;
    if (!plan) return null;
    const analysis = new PlanAnalysis(this.#world, this.documents.get(uri)!, plan, this.say);
    this.#analyses.set(uri, analysis);
    return analysis;
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
    const all = together([...changes]);
    for (const [uri, analysis] of analyses.known) {
      const state = this.documents.get(uri);
      const own = changes.get(uri);
      if (!state || (own && !own.retold)) continue;
      const around = own ? together([...changes].filter(([other]) => other !== uri)) : all;
      this.#analyses.set(uri, analysis.next(state, state.plan!, own?.retold ?? [], around));
    }
  }

  /** Gives away what is known. */
  #leave(): {
    known: ReadonlyMap<string, PlanAnalysis>;
    world: { now: Neighbours };
    plansById: PlansById | null;
  } {
    const left = { known: this.#analyses, world: this.#world, plansById: this.#plansById };
    this.#analyses = new Map();
    this.#world = { now: this };
    this.#plansById = null;
    this.#far = null;
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
      return this.planUris.filter((uri) => this.documents.get(uri)!.plan!.byId.has(id));
    this.#plansById ??= new PlansById(this.documents);
    return this.#plansById.with(id);
  }

  dependents(entity: Entity, uri: string): readonly Target[] {
    this.#far ??= new Set(this.planUris.filter((one) => this.analysis(one)!.looksFar));
    const uris = this.#far.size === 0 ? [uri] : this.planUris.filter((one) => one === uri || this.#far!.has(one));
    return uris.flatMap((one) =>
      this.analysis(one)!
        .dependents(entity)
        .map((dependent) => ({ uri: one, entity: dependent })),
    );
  }
}

/** What became of one document from one version to the next. */
interface PlanChange extends Omit<Surroundings, 'uris'> {
  /** Where the plan was handed down: what its lines say otherwise. */
  readonly retold: readonly Retold[] | null;
}

function changesBetween(before: Graph, after: Graph): ReadonlyMap<string, PlanChange> {
  const changes = new Map<string, PlanChange>();
  for (const uri of new Set([...before.uris, ...after.uris])) {
    const [was, now] = [before.documents.get(uri), after.documents.get(uri)];
    if (was !== now) changes.set(uri, was && now?.retold ? changeOf(now.retold) : exchange(was, now));
  }
  return changes;
}

function changeOf(retold: readonly Retold[]): PlanChange {
  const names = new Set<string | null>();
  for (const { ticket, idBefore } of retold)
    if (ticket.id !== idBefore) names.add(ticket.canonicalId).add(idBefore === null ? null : canonicalId(idBefore));
  return { retold, isRenamed: (id) => names.has(id), moved: [...movedBy(retold)] };
}

/** Another plan in the place of one: its tickets are others, too. */
function exchange(was: DocumentState | undefined, now: DocumentState | undefined): PlanChange {
  const known = was?.handedDown;
  // What was handed down to somebody else is not known any more.
  if (was && !known) return { retold: null, isRenamed: () => true, moved: [] };
  const plans = [known?.plan, now?.plan].filter((plan) => plan);
  return { retold: null, isRenamed: (id) => plans.some((plan) => plan!.byId.has(id)), moved: [] };
}

const together = (changes: readonly (readonly [string, PlanChange])[]): Surroundings => ({
  uris: changes.map(([uri]) => uri),
  isRenamed: (id) => changes.some(([, { isRenamed }]) => isRenamed(id)),
  moved: changes.flatMap(([, { moved }]) => moved),
});

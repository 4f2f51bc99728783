import { canonicalId } from '../model/names';
import type { Group, Ticket } from '../model/plan';
import type { DocumentState } from '../model/state';
import type { Say } from '../text/say';
import type { Target } from './analysis';
import { type Neighbours, PlanAnalysis } from './planAnalysis';

type Entity = Ticket | Group;

/** An index costs as much as so many questions. */
const fewQuestions = 100;
/** One of its own, and two that leave open which is meant. */
const most = 3;

/** Plans and how they depend on each other. */
export class Graph implements Neighbours {
  readonly #analyses = new Map<string, PlanAnalysis>();
  #reverse: Map<Entity, Target[]> | null = null;
  #questions = 0;
  #plansById: Map<string, string[]> | null = null;

  /** @param before That of the version before, from which an analysis is taken with its plan. */
  constructor(
    readonly documents: ReadonlyMap<string, DocumentState>,
    readonly uris: readonly string[],
    readonly planUris: readonly string[],
    readonly say: Say,
    before: Graph | null,
  ) {
    const changed = before ? uris.filter((uri) => before.documents.get(uri) !== documents.get(uri)) : [];
    const [only] = changed;
    const state = only !== undefined && changed.length === 1 ? documents.get(only)! : null;
    const known = state?.retold ? before!.#analyses.get(only!) : null;
    if (known) this.#analyses.set(only!, known.next(this, state!, state!.plan!, state!.retold!));
  }

  analysis(uri: string): PlanAnalysis | null {
    const known = this.#analyses.get(uri);
    if (known) return known;
    const plan = this.documents.get(uri)?.plan;
    if (!plan) return null;
    const analysis = new PlanAnalysis(this, this.documents.get(uri)!, plan);
    this.#analyses.set(uri, analysis);
    return analysis;
  }

  /** Plans were handed down to the next version: nothing is known of those that are read again. */
  forget(): void {
    this.#analyses.clear();
    this.#reverse = null;
    this.#plansById = null;
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

  /** The plans that have a ticket of a canonical id; three of them at the most. A few questions are answered without an index. */
  #plansWith(id: string): readonly string[] {
    if (this.#questions++ < fewQuestions)
      return this.planUris.filter((uri) => this.documents.get(uri)!.plan!.byId.has(id)).slice(0, most);
    if (!this.#plansById) {
      this.#plansById = new Map();
      for (const uri of this.planUris)
        for (const own of this.documents.get(uri)!.plan!.byId.keys()) {
          const plans = this.#plansById.get(own);
          if (!plans) this.#plansById.set(own, [uri]);
          else if (plans.length < most) plans.push(uri);
        }
    }
    return this.#plansById.get(id) ?? [];
  }

  dependents(entity: Entity): readonly Target[] {
    this.#reverse ??= this.#reversed();
    return this.#reverse.get(entity) ?? [];
  }

  #reversed(): Map<Entity, Target[]> {
    const reverse = new Map<Entity, Target[]>();
    for (const uri of this.planUris) {
      const analysis = this.analysis(uri)!;
      for (const entity of analysis.dependent)
        for (const { targets, problem, soft } of analysis.dependencies(entity)) {
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

import { canonicalId } from '../model/names';
import type { Group, Plan, Ticket } from '../model/plan';
import { normalize } from '../model/vocabulary';
import { memoized } from '../text/memo';

/** Names of one plan, for looking dependencies up. Each is gathered when it is first asked for. */
export class PlanIndex {
  /** What names were found to fit, by phrase: the same few words are often what many depend on. */
  readonly found = new Map<string, readonly (readonly (Ticket | Group)[])[]>();
  #byBareId: Map<string, Ticket[]> | null = null;
  #groups: Map<string, Group> | null = null;
  #idForms: Set<string> | null = null;
  #titles: Map<string, Titled[]> | null = null;

  constructor(readonly plan: Plan) {}

  /** The tickets of a canonical id. */
  withId(id: string): readonly Ticket[] {
    const one = this.plan.byId.get(id);
    return this.plan.sameIds.get(id) ?? (one ? [one] : []);
  }

  /** Those of a canonical id without separators (`T001` for `T-001`). */
  withBareId(id: string): readonly Ticket[] {
    this.#byBareId ??= groupedBy(this.plan.allTickets, ({ id }) => (id === null ? null : bareId(id)));
    return this.#byBareId.get(id) ?? [];
  }

  /** By `kind:key`. */
  get groups(): ReadonlyMap<string, Group> {
    this.#groups ??= new Map(this.plan.allGroups.map((group) => [`${group.kind}:${group.key}`, group]));
    return this.#groups;
  }

  /** Forms of ids in use: `A-000` for `B-123`, so that a name can be told from an id that is not there. */
  get idForms(): ReadonlySet<string> {
    this.#idForms ??= new Set(this.ids.map(idForm));
    return this.#idForms;
  }

  /** Every id once, as written. */
  get ids(): readonly string[] {
    return Array.from(this.plan.byId.keys(), (id) => this.withId(id)[0]!.id!);
  }

  /** Every title, as written. */
  get names(): readonly string[] {
    return this.#named.map(({ title }) => title);
  }

  get #named(): readonly (Ticket | Group)[] {
    return [...this.plan.allTickets, ...this.plan.allGroups.filter((group) => group.kind !== 'section')];
  }

  /** Tickets and phase-like groups whose title may hold all of the words, or words that start like them. */
  titled(words: readonly string[]): readonly Titled[] {
    this.#titles ??= byTokens(this.#named);
    let fewest: readonly Titled[] | null = null;
    for (const token of words.flatMap(tokensOf)) {
      const list = this.#titles.get(token) ?? [];
      if (!fewest || list.length < fewest.length) fewest = list;
    }
    return fewest ?? [];
  }
}

export interface Titled {
  readonly entity: Ticket | Group;
  /** Normalized. */
  readonly title: string;
  readonly words: readonly string[];
}

const indexes = new WeakMap<Plan, PlanIndex>();

/** The names of a plan: one index a plan. */
export function indexOf(plan: Plan): PlanIndex {
  let index = indexes.get(plan);
  if (!index) {
    index = new PlanIndex(plan);
    indexes.set(plan, index);
  }
  return index;
}

export const bareId = memoized((id) => canonicalId(id).replace(/[^\p{L}\p{N}.]/gu, ''));

/** Letters become `A`, runs of digits `0`: what ids of one family have in common. */
export const idForm = memoized((id) =>
  canonicalId(id)
    .replace(/\p{L}+/gu, 'A')
    .replace(/\d+/g, '0'),
);

export const wordsOf = (title: string): string[] =>
  normalize(title)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

function byTokens(named: readonly (Ticket | Group)[]): Map<string, Titled[]> {
  const byToken = new Map<string, Titled[]>();
  for (const entity of named) {
    const { normal, words, tokens } = titleOf(entity.title);
    const titled = { entity, title: normal, words };
    for (const token of tokens) add(byToken, token, titled);
  }
  return byToken;
}

/** What there is to know of a title by itself. */
const titleOf = memoized((title) => {
  const words = wordsOf(title);
  return { normal: normalize(title), words, tokens: new Set(words.flatMap(tokensOf)) };
});

function groupedBy<V>(values: readonly V[], keyOf: (value: V) => string | null): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key !== null) add(groups, key, value);
  }
  return groups;
}

/** What two words share when one starts the other, or, without spaces between words, when one holds the other. */
function tokensOf(word: string): string[] {
  if (!/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(word)) return [word.slice(0, 4)];
  return word.length < 2 ? [] : Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

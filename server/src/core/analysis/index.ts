import { canonicalId } from '../model/names';
import type { Group, Plan, Ticket } from '../model/plan';
import type { Retold } from '../model/state';
import { normalize } from '../model/vocabulary';
import { memoized } from '../text/memo';
import { mostWords } from '../text/similar';

/** Names of one plan, for looking dependencies up. Each is gathered when it is first asked for. */
export class PlanIndex {
  /** What names were found to fit, by phrase: the same few words are often what many depend on. */
  found = new Map<string, readonly (readonly (Ticket | Group)[])[]>();
  #byBareId: Map<string, Ticket[]> | null = null;
  #groups: Map<string, Group> | null = null;
  /** How many tickets have an id of each form. */
  #idForms: Map<string, number> | null = null;
  /** Canonical ids, how many tickets have each, by what they are but for their digits. */
  #idsButDigits: Map<string, Map<string, number>> | null = null;
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

  /** Whether a name has the form of an id in use, as `A-1` has that of `B-123`: it can be told from an id that is not there. */
  hasForm(name: string): boolean {
    if (!this.#idForms) {
      this.#idForms = new Map();
      for (const { id } of this.plan.allTickets) if (id !== null) this.#countForm(id, 1);
    }
    return (this.#idForms.get(idForm(name)) ?? 0) > 0;
  }

  #countForm(id: string, by: number): void {
    const form = idForm(id);
    this.#idForms!.set(form, (this.#idForms!.get(form) ?? 0) + by);
  }

  /** The canonical ids that differ from one in more than digits; none where they are too many to be looked through. */
  idsUnlike(id: string): readonly string[] {
    if (!this.#idsButDigits) {
      this.#idsButDigits = new Map();
      for (const { canonicalId } of this.plan.allTickets) if (canonicalId !== null) this.#countId(canonicalId, 1);
    }
    const own = butDigits(id);
    const unlike = [...this.#idsButDigits].flatMap(([form, ids]) => (form === own ? [] : [ids]));
    const count = unlike.reduce((sum, { size }) => sum + size, 0);
    return count > mostWords ? [] : unlike.flatMap((ids) => [...ids.keys()]);
  }

  #countId(id: string, by: number): void {
    const form = butDigits(id);
    const ids = this.#idsButDigits!.get(form) ?? new Map<string, number>();
    const count = (ids.get(id) ?? 0) + by;
    if (count > 0) this.#idsButDigits!.set(form, ids.set(id, count));
    else if (ids.delete(id) && ids.size === 0) this.#idsButDigits!.delete(form);
  }

  /** The index of the plan after some tickets got other ids or titles, made of this one, which is of no use from then on. */
  next(plan: Plan, retold: readonly Retold[]): PlanIndex {
    const next = new PlanIndex(plan);
    next.#groups = this.#groups;
    next.#idForms = this.#idForms;
    next.#byBareId = this.#byBareId;
    next.#idsButDigits = this.#idsButDigits;
    if (!retold.some(({ isRetitled }) => isRetitled)) {
      next.#titles = this.#titles;
      next.found = this.found;
    }
    for (const { ticket, idBefore } of retold) if (ticket.id !== idBefore) next.#renamed(ticket, idBefore);
    return next;
  }

  #renamed(ticket: Ticket, before: string | null): void {
    if (this.#idForms && before !== null) this.#countForm(before, -1);
    if (this.#idForms && ticket.id !== null) this.#countForm(ticket.id, 1);
    if (this.#idsButDigits && before !== null) this.#countId(canonicalId(before), -1);
    if (this.#idsButDigits && ticket.canonicalId !== null) this.#countId(ticket.canonicalId, 1);
    if (!this.#byBareId) return;
    if (before !== null) {
      const left = this.#byBareId.get(bareId(before))!.filter((one) => one !== ticket);
      if (left.length > 0) this.#byBareId.set(bareId(before), left);
      else this.#byBareId.delete(bareId(before));
    }
    // Among those of the same name, the order is that of the text.
    const id = ticket.id === null ? null : bareId(ticket.id);
    if (id === null) return;
    const same = [...(this.#byBareId.get(id) ?? []), ticket];
    this.#byBareId.set(
      id,
      same.sort((a, b) => a.index - b.index),
    );
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

/** Gives a plan the index of the plan that it was made of. */
export function handDown(before: Plan, plan: Plan, retold: readonly Retold[]): void {
  const index = indexes.get(before);
  if (index) indexes.set(plan, index.next(plan, retold));
}

/** The names of a plan: one index a plan. */
export function indexOf(plan: Plan): PlanIndex {
  let index = indexes.get(plan);
  if (!index) {
    index = new PlanIndex(plan);
    indexes.set(plan, index);
  }
  return index;
}

export function bareId(id: string): string {
  const canonical = canonicalId(id);
  return isAscii(canonical) ? canonical.replace(/[^A-Z0-9.]+/g, '') : canonical.replace(/[^\p{L}\p{N}.]/gu, '');
}

/** Letters become `A`, runs of digits `0`: what ids of one family have in common. */
function idForm(id: string): string {
  const canonical = canonicalId(id);
  const lettered = isAscii(canonical) ? canonical.replace(/[A-Z]+/g, 'A') : canonical.replace(/\p{L}+/gu, 'A');
  return lettered.replace(/\d+/g, '0');
}

const butDigits = (id: string): string => id.replace(/\d+/g, '0');

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

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

import { canonicalId } from '../model/names';
import type { Group, Plan, Ticket } from '../model/plan';
import { normalize } from '../model/vocabulary';

/** Names of one plan, for looking dependencies up. Made once a plan. */
export interface PlanIndex {
  /** By canonical id; several where an id is not unique. */
  readonly byId: ReadonlyMap<string, readonly Ticket[]>;
  /** By canonical id without separators (`T001` for `T-001`). */
  readonly byBareId: ReadonlyMap<string, readonly Ticket[]>;
  /** By `kind:key`. */
  readonly groups: ReadonlyMap<string, Group>;
  /** Tickets and phase-like groups whose title may hold all of the words, or words that start like them. */
  titled(words: readonly string[]): readonly Titled[];
  /** What names were found to fit, by phrase: the same few words are often what many depend on. */
  readonly found: Map<string, readonly (readonly (Ticket | Group)[])[]>;
  /** Every ticket's id, and every title, as written. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Forms of ids in use: `A-000` for `B-123`, so that a name can be told from an id that is not there. */
  readonly idForms: ReadonlySet<string>;
}

export interface Titled {
  readonly entity: Ticket | Group;
  /** Normalized. */
  readonly title: string;
  readonly words: readonly string[];
}

const indexes = new WeakMap<Plan, PlanIndex>();

/** The names of a plan, made when they are first asked for. */
export function indexOf(plan: Plan): PlanIndex {
  let index = indexes.get(plan);
  if (!index) {
    index = build(plan);
    indexes.set(plan, index);
  }
  return index;
}

export const bareId = (id: string): string => canonicalId(id).replace(/[^\p{L}\p{N}.]/gu, '');

/** Letters become `A`, runs of digits `0`: what ids of one family have in common. */
export const idForm = (id: string): string =>
  canonicalId(id)
    .replace(/\p{L}+/gu, 'A')
    .replace(/\d+/g, '0');

export const wordsOf = (title: string): string[] =>
  normalize(title)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

function build(plan: Plan): PlanIndex {
  const byId = new Map<string, Ticket[]>();
  const byBareId = new Map<string, Ticket[]>();
  const idForms = new Set<string>();
  for (const ticket of plan.allTickets) {
    if (ticket.id === null) continue;
    add(byId, canonicalId(ticket.id), ticket);
    add(byBareId, bareId(ticket.id), ticket);
    idForms.add(idForm(ticket.id));
  }
  const groups = new Map(plan.allGroups.map((group) => [`${group.kind}:${group.key}`, group]));
  const named = [...plan.allTickets, ...plan.allGroups.filter((group) => group.kind !== 'section')];
  const titles = named.map((entity) => ({ entity, title: normalize(entity.title), words: wordsOf(entity.title) }));
  const byToken = new Map<string, Titled[]>();
  for (const titled of titles) for (const token of new Set(titled.words.flatMap(tokensOf))) add(byToken, token, titled);
  return {
    byId,
    byBareId,
    groups,
    idForms,
    found: new Map(),
    ids: [...byId.values()].map(([ticket]) => ticket!.id!),
    names: named.map((entity) => entity.title),
    titled(words) {
      let fewest: readonly Titled[] | null = null;
      for (const token of words.flatMap(tokensOf)) {
        const list = byToken.get(token) ?? [];
        if (!fewest || list.length < fewest.length) fewest = list;
      }
      return fewest ?? [];
    },
  };
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

import type { Group, Ticket } from '../model/plan';
import { normalize } from '../model/vocabulary';
import { memoized } from '../text/memo';
import { orderOf } from './selection';

type Entity = Ticket | Group;

/** Where more titles share the rarest word of a name, it names nothing in particular. */
const mostTitles = 2000;

/** So many are kept of each rank: enough to be told apart by the group they stand in. */
const mostRanked = 200;

/** What a phrase fits: whole titles, then runs of words, then single words. */
export type Ranks = readonly (readonly Entity[])[];

/** What there is to know of a title, or a phrase, by itself. */
interface Words {
  readonly normal: string;
  readonly words: readonly string[];
  readonly tokens: ReadonlySet<string>;
}

interface Titled {
  readonly entity: Entity;
  readonly title: Words;
}

/** A phrase that was looked up. */
interface Found {
  readonly phrase: Words;
  readonly ranks: Ranks;
  /** What named it. */
  readonly askers: Set<Entity>;
  /** A token of it, by which it is found when a title changes; null where it has none. */
  readonly token: string | null;
}

/** Titles by their words, and what phrases were found to fit: the same few words are often what many depend on. */
export class TitleIndex {
  /** By token, in the order of the text. */
  readonly #titles = new Map<string, Titled[]>();
  readonly #found = new Map<string, Found>();
  /** The phrases that were looked up, by their `Found.token`. */
  readonly #phrases = new Map<string, Set<string>>();

  constructor(named: Iterable<Entity>) {
    for (const entity of named) {
      const title = readTitle(entity.title);
      for (const token of title.tokens) add(this.#titles, token, { entity, title });
    }
  }

  /** @param normal A phrase, normalized. @param asker What names it, and is told of when that may fit something else. */
  fitting(normal: string, asker: Entity): Ranks {
    const found = this.#found.get(normal) ?? this.#find(normal);
    found.askers.add(asker);
    return found.ranks;
  }

  #find(normal: string): Found {
    const phrase = readTitle(normal);
    const token = this.#rarest(phrase);
    const ranks: Entity[][] = [[], [], []];
    const candidates = (token !== null && this.#titles.get(token)) || [];
    for (const { entity, title } of candidates.length > mostTitles ? [] : candidates) {
      const own = ranks[rankOf(title, phrase)];
      if (own && own.length < mostRanked) own.push(entity);
    }
    const found = { phrase, ranks, askers: new Set<Entity>(), token };
    this.#found.set(normal, found);
    if (token !== null) {
      const same = this.#phrases.get(token);
      if (same) same.add(normal);
      else this.#phrases.set(token, new Set([normal]));
    }
    return found;
  }

  /** The token of a phrase that the fewest titles have. */
  #rarest({ tokens }: Words): string | null {
    let rarest: string | null = null;
    let fewest = Number.POSITIVE_INFINITY;
    for (const token of tokens) {
      const { length } = this.#titles.get(token) ?? [];
      if (length < fewest) {
        rarest = token;
        fewest = length;
      }
    }
    return rarest;
  }

  /** A ticket has another title. Gives what names phrases that may fit something else by that; what fits the others is kept. */
  retitled(ticket: Ticket, before: string): Set<Entity> {
    const [old, now] = [readTitle(before), readTitle(ticket.title)];
    const tokens = new Set([...old.tokens, ...now.tokens]);
    const asking = new Set<Entity>();
    let isEverything = false;
    for (const token of tokens) {
      const list = this.#titles.get(token) ?? [];
      const next = list.filter(({ entity }) => entity !== ticket);
      if (now.tokens.has(token)) insert(next, { entity: ticket, title: now });
      // What named nothing in particular does now, or the other way round.
      isEverything ||= list.length > mostTitles !== next.length > mostTitles;
      if (next.length > 0) this.#titles.set(token, next);
      else this.#titles.delete(token);
    }
    const isAbout = ({ phrase }: Found): boolean => rankOf(old, phrase) < 3 || rankOf(now, phrase) < 3;
    for (const token of isEverything ? [...this.#phrases.keys()] : tokens)
      for (const normal of this.#phrases.get(token) ?? []) {
        const found = this.#found.get(normal)!;
        if (isEverything || isAbout(found)) this.#forget(normal, found, asking);
      }
    return asking;
  }

  #forget(normal: string, { askers, token }: Found, asking: Set<Entity>): void {
    for (const asker of askers) asking.add(asker);
    this.#found.delete(normal);
    const same = this.#phrases.get(token!)!;
    same.delete(normal);
    if (same.size === 0) this.#phrases.delete(token!);
  }
}

/** 0: the whole title, 1: a run of words of it, 2: each of the words, 3: it does not fit. What fits has all tokens of the phrase. */
function rankOf(title: Words, phrase: Words): number {
  for (const token of phrase.tokens) if (!title.tokens.has(token)) return 3;
  if (title.normal === phrase.normal) return 0;
  if (hasPhrase(title.normal, phrase.normal)) return 1;
  const { words } = phrase;
  return words.length > 1 && words.every((word) => title.words.some((other) => fits(other, word))) ? 2 : 3;
}

export const wordsOf = (title: string): string[] =>
  normalize(title)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const readTitle = memoized((title): Words => {
  const words = wordsOf(title);
  return { normal: normalize(title), words, tokens: new Set(words.flatMap(tokensOf)) };
});

/** What two words share when one starts the other, or, without spaces between words, when one holds the other. */
function tokensOf(word: string): string[] {
  if (!/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(word))
    return [word.length === 4 ? word.replace(/s$/, '') : word.slice(0, 4)];
  return word.length < 2 ? [] : Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
}

/** The phrase stands in the title at word boundaries; scripts without spaces have none. */
function hasPhrase(title: string, phrase: string): boolean {
  const at = title.indexOf(phrase);
  if (at < 0) return false;
  if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(phrase)) return phrase.length >= 3 || title.startsWith(phrase);
  const before = title[at - 1];
  const after = title[at + phrase.length];
  return !(before && /[\p{L}\p{N}]/u.test(before)) && !(after && /[\p{L}\p{N}]/u.test(after) && after !== 's');
}

const fits = (titleWord: string, word: string): boolean =>
  titleWord === word ||
  (word.length >= 4 &&
    (titleWord.startsWith(word) || word.startsWith(titleWord)) &&
    Math.abs(titleWord.length - word.length) <= 3);

function insert(list: Titled[], titled: Titled): void {
  const order = orderOf(titled.entity);
  const at = list.findIndex(({ entity }) => orderOf(entity) > order);
  list.splice(at < 0 ? list.length : at, 0, titled);
}

function add(map: Map<string, Titled[]>, token: string, titled: Titled): void {
  const list = map.get(token);
  if (list) list.push(titled);
  else map.set(token, [titled]);
}

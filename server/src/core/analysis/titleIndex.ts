import type { Group, Ticket } from '../model/plan';
import { normalize } from '../model/vocabulary';
import { memoized } from '../text/memo';
import { orderOf } from './selection';

type Entity = Ticket | Group;

/** So many titles are looked at for one name; where more share its rarest word, it names nothing in particular. */
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

/** Titles by their words, and what phrases were found to fit: the same few words are often what many depend on. */
export class TitleIndex {
  /** By token, in the order of the text. */
  readonly #titles = new Map<string, Titled[]>();
  readonly #found = new Map<string, { readonly phrase: Words; readonly ranks: Ranks }>();

  constructor(named: Iterable<Entity>) {
    for (const entity of named) {
      const title = readTitle(entity.title);
      for (const token of title.tokens) add(this.#titles, token, { entity, title });
    }
  }

  /** @param normal A phrase, normalized. */
  fitting(normal: string): Ranks {
    const known = this.#found.get(normal);
    if (known) return known.ranks;
    const phrase = readTitle(normal);
    const ranks: Entity[][] = [[], [], []];
    for (const { entity, title } of this.#candidates(phrase).slice(0, mostTitles)) {
      const own = ranks[rankOf(title, phrase)];
      if (own && own.length < mostRanked) own.push(entity);
    }
    this.#found.set(normal, { phrase, ranks });
    return ranks;
  }

  /** Those whose title may hold all words of a phrase, or words that start like them: those that share its rarest token. */
  #candidates({ tokens }: Words): readonly Titled[] {
    let fewest: readonly Titled[] | null = null;
    for (const token of tokens) {
      const list = this.#titles.get(token) ?? [];
      if (!fewest || list.length < fewest.length) fewest = list;
    }
    return fewest ?? [];
  }

  /** A ticket has another title. What it changes nothing about is kept. */
  retitled(ticket: Ticket, before: string): void {
    const [old, now] = [readTitle(before), readTitle(ticket.title)];
    const all = new Set([...old.tokens, ...now.tokens]);
    const changed = [...all].filter((token) => old.tokens.has(token) !== now.tokens.has(token));
    let isCut = false;
    for (const token of all) {
      const list = this.#titles.get(token) ?? [];
      isCut ||= list.length >= mostTitles;
      const next = list.filter(({ entity }) => entity !== ticket);
      if (now.tokens.has(token)) insert(next, { entity: ticket, title: now });
      if (next.length > 0) this.#titles.set(token, next);
      else this.#titles.delete(token);
    }
    // Where not all titles are looked at, it is not known which ones are.
    if (isCut) this.#found.clear();
    for (const [normal, { phrase }] of this.#found) {
      const isAbout = rankOf(old, phrase) < 3 || rankOf(now, phrase) < 3;
      if (isAbout || changed.some((token) => phrase.tokens.has(token))) this.#found.delete(normal);
    }
  }
}

/** 0: the whole title, 1: a run of words of it, 2: each of the words, 3: it does not fit. */
function rankOf(title: Words, phrase: Words): number {
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
  if (!/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(word)) return [word.slice(0, 4)];
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

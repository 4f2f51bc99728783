import type { Plan, Status, StatusKind } from '../model/plan';
import { normalize } from '../model/vocabulary';
import { plain, shorten } from './markdown';
import { boxChoices, type Choice, wordChoices } from './statuses';

/** A column of the board. */
export interface Column {
  /** The plan's own word; null for a box, for what has no status and for words that mean nothing to us. */
  readonly label: string | null;
  readonly kind: StatusKind | null;
  /** The statuses that stand in it, as written; none: its tickets have no status. */
  readonly words: readonly string[];
}

const kinds: readonly (StatusKind | null)[] = ['todo', 'active', 'review', 'done', 'blocked', 'dropped', null];
const isBox = (text: string): boolean => /^\[.?\]$/u.test(text.trim());

/**
 * The columns of a plan's board, and where a status stands. A legend gives its entries in its order; without one there is
 * a column for each meaning, under the word most used for it. A status that fits none gets a column of its own meaning.
 */
export class Columns {
  readonly #columns: { label: string | null; kind: StatusKind | null; words: string[] }[] = [];
  readonly #byWord = new Map<string, number>();
  /** The same by what is written: there are few ways to write a status. */
  readonly #byText = new Map<string, number>();
  /** Where legend entries end: what comes later stands behind them. */
  readonly #fixed: number;

  constructor(plan: Plan) {
    const uses = usesOf(plan);
    const worded = [...uses.keys()].some((word) => !isBox(word));
    const boxed = plan.allTickets.some(({ shape }) => shape === 'task');
    const choices = worded || !boxed ? wordChoices(plan, null) : boxChoices(plan).map(asBox);
    const legend = new Set(plan.legend.map(({ text }) => normalize(text)));
    const byLegend = choices.length > 1 && choices.every(({ text }) => legend.has(normalize(text)));
    for (const choice of byLegend ? choices : [...choices].sort((a, b) => countOf(uses, b) - countOf(uses, a)))
      this.#add(choice, byLegend);
    this.#fixed = byLegend ? this.#columns.length : 0;
  }

  /** The number of a status's column, made where there is none; final once every status was asked for. */
  of(status: Status | null): number {
    if (status === null) return this.#find(({ words }) => words.length === 0) ?? this.#push(null, null, []);
    const { text } = status;
    const at = this.#byText.get(text) ?? this.#place(status);
    this.#byText.set(text, at);
    return at;
  }

  #place({ text, kind }: Status): number {
    const known = this.#byWord.get(normalize(text));
    if (known !== undefined) return known;
    const at =
      this.#find((column) => column.kind === kind && column.words.length > 0) ??
      this.#push(kind === null || isBox(text) ? null : text, kind, []);
    this.#columns[at]!.words.push(text);
    this.#byWord.set(normalize(text), at);
    return at;
  }

  /** The columns in the order of the board, and for each number of `of` where it stands there. */
  inOrder(): { columns: Column[]; places: readonly number[] } {
    const numbers = this.#columns.map((_, i) => i);
    const rank = (i: number) => {
      const { kind, words } = this.#columns[i]!;
      return i < this.#fixed ? 0 : 1 + (words.length === 0 ? -0.5 : kinds.indexOf(kind));
    };
    const order = numbers.sort((a, b) => rank(a) - rank(b) || a - b);
    const places: number[] = [];
    for (const [place, i] of order.entries()) places[i] = place;
    return { columns: order.map((i) => this.#shown(this.#columns[i]!)), places };
  }

  #add({ text, kind }: Choice, alone: boolean): void {
    const at = (alone ? undefined : this.#find((column) => column.kind === kind)) ?? this.#push(text, kind, []);
    this.#columns[at]!.words.push(text);
    this.#byWord.set(normalize(text), at);
  }

  #find(fits: (column: { kind: StatusKind | null; words: readonly string[] }) => boolean): number | undefined {
    const at = this.#columns.findIndex(fits);
    return at < 0 ? undefined : at;
  }

  #push(text: string | null, kind: StatusKind | null, words: string[]): number {
    return this.#columns.push({ label: text === null || isBox(text) ? null : text, kind, words }) - 1;
  }

  #shown({ label, kind, words }: Column): Column {
    return { label: label === null ? null : shorten(plain(label)), kind, words };
  }
}

const asBox = ({ text, kind }: Choice): Choice => ({ text: `[${text}]`, kind });

function usesOf(plan: Plan): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { status } of plan.allTickets) if (status) uses.set(status.text, (uses.get(status.text) ?? 0) + 1);
  return uses;
}

const countOf = (uses: ReadonlyMap<string, number>, { text }: Choice): number => uses.get(text) ?? 0;

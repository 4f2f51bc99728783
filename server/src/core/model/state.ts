import type { Settings } from '../settings';
import type { SyntaxDocument } from '../syntax/document';
import { owned } from '../text/memo';
import type { SourceText } from '../text/source';
import type { Plan, Ticket } from './plan';
import type { Reading } from './reading';

/** The settings that decide how a text is read. */
export type ReadingSettings = Pick<Settings, 'fences' | 'vocabulary' | 'columns' | 'ids'>;

/** A ticket whose line says something else than it did in the version before. */
export interface Retold {
  readonly ticket: Ticket;
  /** Its id in the version before. */
  readonly idBefore: string | null;
  readonly titleBefore: string;
  /** It is as far as it was, or not: its status is another, or whether it may be left out. */
  readonly isRecounted: boolean;
  /** It is said to depend on something else. */
  readonly isRelinked: boolean;
}

/** Words that change how all of a document is read: whether it has them anywhere. */
export interface KeyWords {
  readonly waives: boolean;
  readonly requires: boolean;
}

/** What was read of one text: what the next reading can take parts from. */
export interface ReadPlan {
  /** Null where the document holds no plan. */
  readonly plan: Plan | null;
  /** What the plan was made from, its text as it was then; null where a later change cannot be told from it. */
  readonly reading: Reading | null;
}

/**
 * One document as read. Its text is always there; what was made of the text comes and goes: the next version takes it, or it is let go
 * because nobody asks for it. Whoever asks again makes it read again.
 */
export class DocumentState {
  #syntax: SyntaxDocument | null;
  #read: ReadPlan | null;
  /** The ids of a plan that was let go. */
  #ids: readonly string[] | null = null;
  readonly holdsPlan: boolean;

  /**
   * @param retold Where the plan was handed on by the version before: the tickets whose lines say something else.
   * @param again Reads it from its text.
   */
  constructor(
    readonly uri: string,
    readonly source: SourceText,
    readonly settings: ReadingSettings,
    readonly words: KeyWords,
    syntax: SyntaxDocument,
    read: ReadPlan,
    readonly retold: readonly Retold[] | null,
    readonly again: () => DocumentState,
  ) {
    this.#syntax = syntax;
    this.#read = read;
    this.holdsPlan = read.plan !== null;
  }

  /** Null where the document holds no plan. */
  get plan(): Plan | null {
    if (!this.#read) {
      const again = this.again();
      this.#syntax = again.#syntax;
      this.#read = again.#read;
    }
    return this.#read!.plan;
  }

  /** Null where it was let go. */
  get syntax(): SyntaxDocument | null {
    return this.#syntax;
  }

  /** What the next version may take and change; null where another already did, or where it was let go. */
  get handedDown(): ReadPlan | null {
    return this.#read;
  }

  /** The next version has the plan now, with all that is in it. */
  handDown(): void {
    this.#read = null;
    this.#ids = null;
  }

  /** Whether more than its text is there. */
  get isAwake(): boolean {
    return this.#syntax !== null;
  }

  /** Keeps its text, and of what was made of it the ids alone. */
  rest(): void {
    this.#ids ??= this.holdsPlan ? Array.from(this.plan!.byId.keys(), owned) : [];
    this.#syntax = null;
    this.#read = null;
  }

  /** Canonical ids of its tickets. */
  get ids(): Iterable<string> {
    return this.#ids ?? this.plan?.byId.keys() ?? [];
  }

  hasId(id: string): boolean {
    return this.#ids ? this.#ids.includes(id) : this.plan?.byId.has(id) === true;
  }

  /** Whether its ids can be told without reading it again. */
  get knowsIds(): boolean {
    return this.#ids !== null || this.#read !== null;
  }
}

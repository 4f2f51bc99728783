import type { Settings } from '../settings';
import type { SyntaxDocument } from '../syntax/document';
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

/** One document as read. */
export class DocumentState {
  #read: ReadPlan | null;

  /**
   * @param retold Where the plan was handed on by the version before: the tickets whose lines say something else.
   * @param again Reads it from its text.
   */
  constructor(
    readonly uri: string,
    readonly source: SourceText,
    readonly syntax: SyntaxDocument,
    readonly settings: ReadingSettings,
    readonly words: KeyWords,
    read: ReadPlan,
    readonly retold: readonly Retold[] | null,
    readonly again: () => ReadPlan,
  ) {
    this.#read = read;
  }

  /** Null where the document holds no plan. */
  get plan(): Plan | null {
    this.#read ??= this.again();
    return this.#read.plan;
  }

  /** What the next version may take and change; null where another already did. */
  get handedDown(): ReadPlan | null {
    return this.#read;
  }

  /** The next version has the plan now, with all that is in it. Whoever asks this one again makes it read its text again. */
  handDown(): void {
    this.#read = null;
  }
}

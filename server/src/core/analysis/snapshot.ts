import type { Settings } from '../settings';
import type { Language, Say } from '../text/say';
import type { SourceText } from '../text/source';
import type { Analysis } from './analysis';

/** The settings of a document: those of its folder may differ from those of another. */
export type SettingsFor = (uri: string) => Settings;

/** What may change at once. A document with `text: null` goes away. */
export interface Change {
  readonly documents?: readonly {
    readonly uri: string;
    /** With its lines where these are known. */
    readonly text: string | SourceText | null;
  }[];
  /** For all documents, or for each. */
  readonly settings?: Settings | SettingsFor;
  /** `YYYY-MM-DD`. */
  readonly today?: string | null;
  /** Of the texts for people; nothing else depends on it. */
  readonly language?: Language;
}

/** One version of a workspace: every document read, settings and date. Immutable. */
export interface Snapshot {
  readonly version: number;
  readonly settingsFor: SettingsFor;
  /** `YYYY-MM-DD`, null where the host did not say. */
  readonly today: string | null;
  /** Says a text for people in their language. */
  readonly say: Say;
  /** Every document, plan or not, sorted. */
  readonly uris: readonly string[];
  /** The documents that hold a plan, sorted. */
  readonly planUris: readonly string[];
  source(uri: string): SourceText | null;
  /** Null where the document is unknown or holds no plan. */
  analysis(uri: string): Analysis | null;
  /**
   * The same object as long as neither the plan nor anything that it looks at is another: what was worked out of them can be kept with
   * it, also while the plan rests. Holds nothing of the plan. Null where the document is unknown or holds no plan.
   */
  basis(uri: string): object | null;
  /** The other plans in which a plan names tickets. */
  looksAt(uri: string): ReadonlySet<string>;
  /** The other plans that name tickets of a plan. */
  seenFrom(uri: string): ReadonlySet<string>;
  /** The snapshot after a change. Documents that did not change are not read again; this snapshot stays as it is. */
  with(change: Change): Snapshot;
  /**
   * The same for whoever has no more use for this snapshot: what it read is handed down, and moved and mended where the change is
   * small. Tickets and groups that were got from it are the next snapshot's from then on. Asked again, it reads its texts again.
   */
  next(change: Change): Snapshot;
  /** The documents of which more is kept than text, ids and findings, those first that were not asked for the longest. */
  readonly awake: readonly string[];
  /**
   * The same snapshot for whoever has no more use for this one, in which these documents rest, but for those that others hold tickets
   * of. Whoever asks for one makes it read its text again.
   */
  resting(uris: ReadonlySet<string>): Snapshot;
}

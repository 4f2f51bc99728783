import { buildSnapshot } from './analysis/build';
import type { Snapshot } from './analysis/snapshot';
import { type DocumentState, readDocument } from './model/read';
import { defaultSettings, type Settings } from './settings';

/** What may change at once. A document with `text: null` goes away. */
export interface Change {
  readonly documents?: readonly { readonly uri: string; readonly text: string | null }[];
  readonly settings?: Settings;
  /** `YYYY-MM-DD`. */
  readonly today?: string | null;
}

/** The documents known and what was read from them: the only mutable state of the core. */
export class Workspace {
  #documents = new Map<string, DocumentState>();
  #settings: Settings = defaultSettings;
  #today: string | null = null;
  #snapshot: Snapshot = buildSnapshot(0, this.#documents, this.#settings, null);

  /** A workspace that starts from a snapshot and goes its own way. */
  static from(snapshot: Snapshot): Workspace {
    const workspace = new Workspace();
    workspace.apply({
      settings: snapshot.settings,
      today: snapshot.today,
      documents: snapshot.uris.map((uri) => ({ uri, text: snapshot.source(uri)!.text })),
    });
    return workspace;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** The snapshot after the change. Documents that did not change are not read again. */
  apply(change: Change): Snapshot {
    const fencesChanged = change.settings !== undefined && change.settings.fences !== this.#settings.fences;
    if (change.settings) this.#settings = change.settings;
    if (change.today !== undefined) this.#today = change.today;
    const documents = new Map(this.#documents);
    for (const { uri, text } of change.documents ?? []) {
      if (text === null) documents.delete(uri);
      else if (fencesChanged || documents.get(uri)?.source.text !== text)
        documents.set(uri, readDocument(uri, text, this.#settings, documents.get(uri)));
    }
    if (fencesChanged)
      for (const [uri, state] of documents) documents.set(uri, readDocument(uri, state.source.text, this.#settings));
    this.#documents = documents;
    this.#snapshot = buildSnapshot(this.#snapshot.version + 1, documents, this.#settings, this.#today);
    return this.#snapshot;
  }
}

import { emptySnapshot, readAhead } from './analysis/build';
import type { Change, Snapshot } from './analysis/snapshot';
import { defaultSettings } from './settings';
import type { SourceText } from './text/source';

/** The documents known and what was read from them: the only mutable state of the core. */
export class Workspace {
  #snapshot: Snapshot = emptySnapshot(defaultSettings);

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Reads a text that `apply` is then told to be a new document: of many, each can be read in its own time. */
  readAhead(uri: string, source: SourceText): void {
    readAhead(uri, source, this.#snapshot.settingsFor(uri));
  }

  apply(change: Change): Snapshot {
    this.#snapshot = this.#snapshot.next(change);
    return this.#snapshot;
  }
}

import { emptySnapshot } from './analysis/build';
import type { Change, Snapshot } from './analysis/snapshot';
import { defaultSettings } from './settings';

/** The documents known and what was read from them: the only mutable state of the core. */
export class Workspace {
  #snapshot: Snapshot = emptySnapshot(defaultSettings);

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  apply(change: Change): Snapshot {
    this.#snapshot = this.#snapshot.next(change);
    return this.#snapshot;
  }
}

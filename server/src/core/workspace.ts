import { emptySnapshot, readAhead } from './analysis/build';
import type { Change, Snapshot } from './analysis/snapshot';
import { settleReady } from './features/ready';
import { overviewOf, titleOf } from './features/treeItem';
import { checkForGood } from './rules/check';
import { defaultSettings } from './settings';
import type { SourceText } from './text/source';

/** So many characters of plans are kept as they were read, beside those that somebody has open: some 25 MB of memory. */
const mostAwake = 1_000_000;

/** The documents known and what was read from them: the only mutable state of the core. */
export class Workspace {
  #snapshot: Snapshot = emptySnapshot(defaultSettings);
  /** Somebody looks at the tree of all plans: what it shows of them is kept, too. */
  showsTree = false;

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

  /**
   * The documents that should rest, so that those that do not are no more than so many characters, those left out that are to stay as
   * they are.
   */
  tired(staysAwake: (uri: string) => boolean, most = mostAwake): readonly string[] {
    const { snapshot } = this;
    const awake = snapshot.awake.filter((uri) => !staysAwake(uri));
    const lengthOf = (uri: string): number => snapshot.source(uri)!.chars.length;
    let length = awake.reduce((sum, uri) => sum + lengthOf(uri), 0);
    return awake.filter((uri) => {
      if (length <= most) return false;
      length -= lengthOf(uri);
      return true;
    });
  }

  /** Works out what is kept of a plan that rests. */
  settle(uri: string): void {
    const { snapshot } = this;
    if (!snapshot.basis(uri)) return;
    checkForGood(snapshot, uri);
    titleOf(snapshot, uri);
    if (!this.showsTree) return;
    overviewOf(snapshot, uri);
    settleReady(snapshot, uri);
  }

  /** Keeps of these documents text, ids and what `settle` works out: all else is read again when it is asked for. */
  rest(uris: readonly string[]): void {
    if (uris.length === 0) return;
    for (const uri of uris) this.settle(uri);
    this.#snapshot = this.#snapshot.resting(new Set(uris));
  }
}

import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { isMarkdownPath, isOrdinaryDocument } from '../names';
import { canonical, type Documents } from './documents';
import { breathe, type FileSystem, type Host, Quiet } from './host';
import type { FileScope } from './scopes';

const quietMilliseconds = 150;
/** So many files are read, and handed over, at once. */
const batchSize = 25;

/** Keeps what the server knows of the disk true: finds the plan files of the workspace and follows their changes. */
export class Indexer {
  #scopes: readonly FileScope[] = [];
  readonly #rescan: Quiet;
  readonly #changed = new Set<string>();
  readonly #unreadable = new Set<string>();
  readonly #reread: Quiet;
  #found = (): void => {};
  /** Settled once it is known which plans there are: before that, an empty workspace cannot be told from a full one. */
  readonly scanned = new Promise<void>((settled) => {
    this.#found = settled;
  });
  /** Counts the scans, so that an older one stops. */
  #scan = 0;

  constructor(
    readonly host: Host,
    readonly fileSystem: FileSystem,
    readonly documents: Documents,
    readonly log: (name: string, error: unknown) => void,
  ) {
    const logged = (name: string, work: () => Promise<void>) => () => void work().catch((error) => log(name, error));
    this.#rescan = new Quiet(
      host,
      quietMilliseconds,
      logged('find plan files', () => this.#findAll().finally(() => this.#found())),
    );
    this.#reread = new Quiet(
      host,
      quietMilliseconds,
      logged('read plan files', () => this.#readChanged()),
    );
  }

  /** Files that are there and could not be read: too long, or nobody may. */
  get unreadable(): readonly string[] {
    return [...this.#unreadable];
  }

  /** Looks for the plan files of these folders. What is known and found again is not read again. */
  look(scopes: readonly FileScope[]): void {
    this.#scopes = scopes;
    this.#rescan.touch();
  }

  /** Files came, changed or went. What comes may be ignored by git, so that it must be looked for. */
  filesChanged(events: readonly FileEvent[]): void {
    const known = new Set(this.documents.onDisk);
    for (const { uri, type } of events) {
      if (known.has(canonical(uri)) && type !== FileChangeType.Deleted) this.fileChanged(uri);
      else if (known.has(canonical(uri))) this.documents.setDisk([[uri, null]]);
      else if (type !== FileChangeType.Changed || !isMarkdownPath(uri)) this.#rescan.touch();
    }
  }

  /** Files or folders were made, renamed or deleted in the editor. */
  rescan(): void {
    this.#rescan.touch();
  }

  /** A file's text may be another now: it was saved, closed or changed from outside. */
  fileChanged(uri: string): void {
    this.#changed.add(canonical(uri));
    this.#reread.touch();
  }

  stop(): void {
    this.#scan++;
    this.#rescan.stop();
    this.#reread.stop();
  }

  async #findAll(): Promise<void> {
    const scan = ++this.#scan;
    const found = await Promise.all(
      this.#scopes.map(async ({ folder, include, exclude }) => {
        const uris = await this.fileSystem.findFiles([folder], include, exclude);
        return uris.filter((uri) => !isOrdinaryDocument(uri, include)).map(canonical);
      }),
    );
    if (scan !== this.#scan) return;
    const uris = new Set(found.flat());
    const known = new Set(this.documents.onDisk);
    this.documents.setDisk([...known].filter((uri) => !uris.has(uri)).map((uri) => [uri, null]));
    for (const uri of this.#unreadable) if (!uris.has(uri)) this.#unreadable.delete(uri);
    const fresh = [...uris].filter((uri) => !known.has(uri));
    // What is read already can be shown while the rest is read.
    if (fresh.length > batchSize * 4) this.#found();
    for (let i = 0; i < fresh.length && scan === this.#scan; i += batchSize) {
      await this.#read(fresh.slice(i, i + batchSize));
      // Reading the texts of a batch now, not all of them at the next request.
      void this.documents.snapshot;
      await breathe(this.host);
    }
  }

  async #readChanged(): Promise<void> {
    const known = new Set(this.documents.onDisk);
    const uris = [...this.#changed].filter((uri) => known.has(uri));
    this.#changed.clear();
    await this.#read(uris);
  }

  async #read(uris: readonly string[]): Promise<void> {
    const texts = await Promise.all(
      uris.map(async (uri) => [uri, await this.fileSystem.readFile(uri).catch(() => null)] as const),
    );
    for (const [uri, text] of texts) {
      if (text !== null) this.#unreadable.delete(uri);
      else if (!this.#unreadable.has(uri)) {
        this.#unreadable.add(uri);
        this.log('could not be read', uri);
      }
    }
    this.documents.setDisk(texts);
  }
}

import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { isMarkdownPath, isOrdinaryDocument } from '../names';
import { canonical, type Documents, restSize } from './documents';
import { type FileSystem, type Host, Quiet, Slices } from './host';
import type { FileScope } from './scopes';

const quietMilliseconds = 150;
/** So many files are read from the disk at once. */
const batchSize = 24;
/** Fewer files are read before anybody could look at how far it is. */
const worthTelling = 100;

/** How the client shows that the workspace is being read. */
export interface Work {
  readonly isCancelled: boolean;
  report(percent: number): void;
  done(): void;
}

/** Keeps what the server knows of the disk true: finds the plan files of the workspace and follows their changes. */
export class Indexer {
  #scopes: readonly FileScope[] = [];
  readonly #rescan: Quiet;
  readonly #changed = new Set<string>();
  readonly #unreadable = new Set<string>();
  /** What tells whether a file has to be read again. */
  readonly #stamps = new Map<string, string>();
  readonly #reread: Quiet;
  #found = (): void => {};
  /** Settled once it is known which plans there are: before that, an empty workspace cannot be told from a full one. */
  readonly scanned = new Promise<void>((settled) => {
    this.#found = settled;
  });
  #settled = (): void => {};
  /** Settled once the plans there are have been read as well, or the user let that be. */
  readonly read = new Promise<void>((settled) => {
    this.#settled = settled;
  });
  readonly #slices: Slices;
  /** Counts the scans, so that an older one stops. */
  #scan = 0;

  constructor(
    readonly host: Host,
    readonly fileSystem: FileSystem,
    readonly documents: Documents,
    readonly log: (name: string, error: unknown) => void,
    /** Begins to show it. The client may take its time, or never answer. */
    readonly begin: () => Promise<Work>,
  ) {
    this.#slices = new Slices(host);
    const logged = (name: string, work: () => Promise<void>) => () => void work().catch((error) => log(name, error));
    this.#rescan = new Quiet(
      host,
      quietMilliseconds,
      logged('find plan files', () =>
        this.#findAll().finally(() => {
          this.#found();
          this.#settled();
        }),
      ),
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
    await this.#readAll(scan, this.#openFirst([...uris].filter((uri) => !known.has(uri))));
  }

  /** What lies beside open documents first: it is what they most likely tell of. */
  #openFirst(uris: readonly string[]): string[] {
    const folders = new Set(this.documents.openUris.map(folderAbove));
    const near = (uri: string): boolean => folders.has(folderAbove(uri));
    return [...uris.filter(near), ...uris.filter((uri) => !near(uri))];
  }

  /** Reads files that were not known, for as long as no later scan has begun and the user lets it. */
  async #readAll(scan: number, uris: readonly string[]): Promise<void> {
    if (uris.length <= worthTelling) {
      for (let i = 0; i < uris.length && scan === this.#scan; i += batchSize)
        await this.#read(uris.slice(i, i + batchSize));
      return;
    }
    // What is read already can be shown while the rest is read.
    this.#found();
    const shown = this.begin().catch(() => null);
    let work: Work | null = null;
    void shown.then((one) => {
      work = one;
    });
    const isCancelled = (): boolean => work?.isCancelled === true;
    for (let i = 0; i < uris.length && scan === this.#scan && !isCancelled(); i += batchSize) {
      await this.#read(uris.slice(i, i + batchSize), true);
      (work as Work | null)?.report(Math.round((100 * i) / uris.length));
    }
    void shown.then((one) => one?.done());
  }

  async #readChanged(): Promise<void> {
    const known = new Set(this.documents.onDisk);
    const uris = [...this.#changed].filter((uri) => known.has(uri));
    this.#changed.clear();
    await this.#read(uris);
  }

  /** @param rest They are so many that what was made of them is let go at once. */
  async #read(uris: readonly string[], rest = false): Promise<void> {
    const read = await Promise.all(uris.map((uri) => this.#textOf(uri)));
    const texts = read.filter((one) => one !== null);
    for (const [uri, text] of texts) {
      if (text !== null) this.#unreadable.delete(uri);
      else if (!this.#unreadable.has(uri)) {
        this.#unreadable.add(uri);
        this.log('could not be read', uri);
      }
    }
    for (let i = 0; i < texts.length; i++) {
      this.documents.setDisk([texts[i]!]);
      await this.#slices.pause();
      if (rest && (i + 1) % restSize === 0)
        await this.documents.rest(texts.slice(i + 1 - restSize, i + 1).map(([uri]) => uri));
    }
  }

  /** A file's text; null where the file is as it was when it was last read. */
  async #textOf(uri: string): Promise<readonly [uri: string, text: string | null] | null> {
    // Before the text: one that changes meanwhile is read again.
    const stamp = await this.#stampOf(uri);
    if (stamp === gone) return this.#forget(uri);
    if (stamp !== null && stamp === this.#stamps.get(uri) && this.documents.isOnDisk(uri)) return null;
    const text = await this.fileSystem.readFile(uri).catch(() => null);
    if (text === null && (await this.#stampOf(uri)) === gone) return this.#forget(uri);
    if (stamp === null || text === null) this.#stamps.delete(uri);
    else this.#stamps.set(uri, stamp);
    return [uri, text];
  }

  async #stampOf(uri: string): Promise<string | typeof gone | null> {
    return (await this.fileSystem.stamp?.(uri).catch((): typeof gone => gone)) ?? null;
  }

  /** A file that is not there any more. */
  #forget(uri: string): null {
    this.#stamps.delete(uri);
    this.#unreadable.delete(uri);
    this.documents.setDisk([[uri, null]]);
    return null;
  }
}

/** Of a file that is no longer there. */
const gone = Symbol();

const folderAbove = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { SettingsFor, Snapshot } from '../core/analysis/snapshot';
import type { Language } from '../core/text/say';
import { SourceText } from '../core/text/source';
import { Workspace } from '../core/workspace';
import type { Encoding } from './encoding';
import { type Host, Slices } from './host';

/** So many plans are let go together: what was made of them is gone before it is old, which is when memory is cheap to have back. */
export const restSize = 8;

/** A document as the editor has it. */
interface OpenDocument {
  readonly version: number;
  readonly source: SourceText;
}

/** What a request is about, as it was when the request came in. */
export interface Moment {
  /** In the spelling of the snapshot. */
  readonly uri: string;
  /** Null where the document is not open. */
  readonly version: number | null;
  readonly snapshot: Snapshot;
}

/**
 * The texts that the server knows, open or on disk, and the snapshot of them. What is open wins over the disk. URIs
 * are compared in one spelling, since clients escape differently; `clientUri` gives back the client's own.
 */
export class Documents {
  readonly #workspace = new Workspace();
  readonly #open = new Map<string, OpenDocument>();
  readonly #disk = new Map<string, SourceText>();
  readonly #pending = new Set<string>();
  readonly #spelling = new Map<string, string>();
  #today: string | null = null;
  #treeSettled: Promise<void> | null = null;
  #isExcluded: (uri: string) => boolean = () => false;

  constructor(
    readonly host: Host,
    readonly encoding: Encoding,
    /** Called after every change with the documents it touched; null where all may differ. */
    readonly onChange: (uris: readonly string[] | null) => void,
    language: Language = 'en',
    /** Called when somebody asks for the texts. */
    readonly onAsked: () => void = () => {},
  ) {
    this.#workspace.apply({ language });
  }

  /** The texts as they are now. Changes since the last call are read here, together. */
  get snapshot(): Snapshot {
    this.onAsked();
    this.#read();
    return this.#workspace.snapshot;
  }

  #read(): void {
    const today = this.host.today();
    if (this.#pending.size === 0 && today === this.#today) return;
    const documents = [...this.#pending].map((uri) => ({ uri, text: this.#text(uri) }));
    this.#pending.clear();
    this.#today = today;
    this.#workspace.apply({ documents, today });
  }

  /** @param isExcluded Whether a document is left out, open or not. */
  configure(settings: SettingsFor, isExcluded: (uri: string) => boolean): void {
    this.#isExcluded = isExcluded;
    for (const uri of this.#open.keys()) this.#pending.add(uri);
    this.#workspace.apply({ settings });
    this.onChange(null);
  }

  open(uri: string, version: number, text: string): void {
    const key = canonical(uri);
    this.#open.set(key, { version, source: new SourceText(text) });
    if (key !== uri) this.#spelling.set(key, uri);
    this.#touch([key]);
  }

  /** Edits of an open document, each on the text that the one before it left. Ignored where it is not open. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const document = this.#open.get(canonical(uri));
    if (!document) return;
    let { source } = document;
    for (const one of changes) source = this.#edited(source, one);
    this.#open.set(canonical(uri), { version, source });
    this.#touch([canonical(uri)]);
  }

  /** The editor lets go of a document: what the disk has counts again. */
  close(uri: string): void {
    if (this.#open.delete(canonical(uri))) this.#touch([canonical(uri)]);
  }

  /** What the disk has; null for a file that is gone or is no longer one of the workspace's. */
  setDisk(texts: Iterable<readonly [uri: string, text: string | null]>): void {
    const touched: string[] = [];
    for (const [uri, text] of texts) {
      const key = canonical(uri);
      if (text === null ? !this.#disk.delete(key) : this.#disk.get(key)?.text === text) continue;
      if (text !== null) this.#disk.set(key, this.#readAhead(key, text));
      if (!this.#open.has(key)) touched.push(key);
    }
    this.#touch(touched);
  }

  /** A file that nobody knew: it is read now, so that the next snapshot of many need not read all of them. */
  #readAhead(key: string, text: string): SourceText {
    const source = new SourceText(text);
    const isNew = !this.#disk.has(key) && !this.#open.has(key) && !this.#isExcluded(key);
    if (isNew) this.#workspace.readAhead(key, source);
    return source;
  }

  /**
   * Lets go of what was made of plans that nobody has open, as far as it is more than is kept. What is kept of them is worked out
   * before, in pieces.
   * @param uris These alone, and all of them.
   */
  async rest(uris?: readonly string[]): Promise<void> {
    const slices = new Slices(this.host);
    const tired = uris ? () => this.#closed(uris) : () => this.#tired();
    for (const uri of tired()) {
      this.#workspace.settle(uri);
      await slices.pause();
    }
    this.#workspace.rest(tired());
  }

  /** What the tree shows of plans is kept from now on. */
  showTree(): void {
    this.#workspace.showsTree = true;
  }

  /** Works that out of plans that rest already, in pieces: no key waits for all of them. */
  settleTree(): Promise<void> {
    this.#treeSettled ??= this.#settleResting();
    return this.#treeSettled;
  }

  async #settleResting(): Promise<void> {
    this.#read();
    const { planUris, awake } = this.#workspace.snapshot;
    const isAwake = new Set(awake);
    const resting = planUris.filter((uri) => !isAwake.has(uri));
    for (let i = 0; i < resting.length; i += restSize) await this.rest(resting.slice(i, i + restSize));
  }

  #closed(uris: readonly string[]): readonly string[] {
    this.#read();
    return uris.filter((uri) => !this.#open.has(uri) && this.#workspace.snapshot.source(uri) !== null);
  }

  #tired(): readonly string[] {
    this.#read();
    return this.#workspace.tired((uri) => this.#open.has(uri));
  }

  isOpen(uri: string): boolean {
    return this.#open.has(canonical(uri));
  }

  /** The files of the workspace, open or not. */
  get onDisk(): readonly string[] {
    return [...this.#disk.keys()];
  }

  isOnDisk(uri: string): boolean {
    return this.#disk.has(uri);
  }

  get openUris(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** The version of an open document, null for one on disk. */
  version(uri: string): number | null {
    return this.#open.get(canonical(uri))?.version ?? null;
  }

  /** How the client writes the URI, as far as it ever did. */
  clientUri(uri: string): string {
    return this.#spelling.get(uri) ?? uri;
  }

  moment(clientUri: string): Moment {
    return { uri: canonical(clientUri), version: this.version(clientUri), snapshot: this.snapshot };
  }

  /** The texts of this moment and their versions: an edit for one is no edit for another. */
  now(): { snapshot: Snapshot; versionOf: (uri: string) => number | null } {
    const versions = new Map([...this.#open].map(([uri, { version }]) => [uri, version]));
    return { snapshot: this.snapshot, versionOf: (uri) => versions.get(uri) ?? null };
  }

  #text(uri: string): SourceText | null {
    if (this.#isExcluded(uri)) return null;
    return this.#open.get(uri)?.source ?? this.#disk.get(uri) ?? null;
  }

  #touch(uris: readonly string[]): void {
    if (uris.length === 0) return;
    for (const uri of uris) this.#pending.add(uri);
    this.onChange(uris);
  }

  #edited(source: SourceText, change: TextDocumentContentChangeEvent): SourceText {
    if (!('range' in change)) return source.becoming(change.text);
    const from = this.encoding.offset(source, change.range.start);
    const to = this.encoding.offset(source, change.range.end);
    return source.replaced({ start: Math.min(from, to), end: Math.max(from, to) }, change.text);
  }
}

/** A folder's URI in one spelling, with `/` at its end. */
export const folderOf = (uri: string): string => canonical(uri).replace(/\/?$/, '/');

/** One spelling for every way a URI can be escaped. */
export function canonical(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

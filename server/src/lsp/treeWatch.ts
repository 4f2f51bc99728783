import type { Connection } from 'vscode-languageserver';
import { treeSignature } from '../core/features/tree';
import { type TreeChangedParams, treeChangedNotification } from '../protocol';
import type { Documents } from './documents';
import type { Guard } from './guard';
import { type Host, Quiet } from './host';

const quietMilliseconds = 120;

/** Tells the client which plans' trees look otherwise than before. Silent until the client has asked for a tree. */
export class TreeWatch {
  #seen: ReadonlyMap<string, string> | null = null;
  readonly #quiet: Quiet;

  constructor(
    readonly connection: Connection,
    host: Host,
    guard: Guard,
    readonly documents: Documents,
  ) {
    this.#quiet = new Quiet(
      host,
      quietMilliseconds,
      guard.run('tree', () => this.#compare()),
    );
  }

  /** The client shows the tree. */
  asked(): void {
    this.#seen ??= this.#signatures();
  }

  changed(): void {
    if (this.#seen) this.#quiet.touch();
  }

  stop(): void {
    this.#quiet.stop();
  }

  #compare(): void {
    const before = this.#seen ?? new Map<string, string>();
    const now = this.#signatures();
    this.#seen = now;
    const samePlans = before.size === now.size && [...now.keys()].every((uri) => before.has(uri));
    const uris = [...now.keys()].filter((uri) => now.get(uri) !== before.get(uri));
    if (samePlans && uris.length === 0) return;
    const params: TreeChangedParams = { uris: samePlans ? uris.map((uri) => this.documents.clientUri(uri)) : null };
    void this.connection.sendNotification(treeChangedNotification, params);
  }

  #signatures(): ReadonlyMap<string, string> {
    const { snapshot } = this.documents;
    return new Map(snapshot.planUris.map((uri) => [uri, treeSignature(snapshot, uri)]));
  }
}

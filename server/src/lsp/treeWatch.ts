import type { Connection } from 'vscode-languageserver';
import type { Snapshot } from '../core/analysis/snapshot';
import { type TreeItem, treeChildren } from '../core/features/tree';
import { nameOfView, type TreeView } from '../core/features/treeView';
import { type TreeChangedParams, type TreeNode, treeChangedNotification } from '../protocol';
import type { Converter } from './convert';
import { canonical, type Documents } from './documents';
import type { Guard } from './guard';
import { type Host, Quiet } from './host';

const quietMilliseconds = 120;
/** Where more of a list changed, the client asks for it anew. */
const maxItems = 100;

/** Children of an item as the client has them: how each looks, by its id. */
interface List {
  readonly parent: string | null;
  readonly rows: ReadonlyMap<string, string>;
}

/** What the client was told beside the tree. */
interface Answer {
  readonly kind: 'ready' | 'progress' | 'marks';
  readonly uri: string;
  readonly look: (snapshot: Snapshot) => string;
  seen: string;
}

/**
 * Tells the client what of that which it asked for is otherwise by now, and nothing else: what it never opened costs nothing.
 * Silent until it has asked for something.
 */
export class TreeWatch {
  readonly #lists = new Map<string | null, List>();
  readonly #answers = new Map<string, Answer>();
  readonly #quiet: Quiet;
  #view: TreeView | null = null;
  #visible = true;
  #plans: string | null = null;
  /** Documents that changed since the client was told; null: any may have. */
  #touched: Set<string> | null = new Set();

  constructor(
    readonly connection: Connection,
    host: Host,
    readonly guard: Guard,
    readonly documents: Documents,
    readonly converter: Converter,
  ) {
    this.#quiet = new Quiet(
      host,
      quietMilliseconds,
      guard.run('tree', () => this.#compare()),
    );
  }

  /**
   * What the tree shows of all plans is kept from now on. Resolves when it is known, as far as it can be.
   * @param scanned Resolves when the workspace is read.
   */
  async begin(scanned: Promise<void> | null): Promise<void> {
    this.documents.showTree();
    await scanned;
    await this.documents.settleTree().catch((error: unknown) => this.guard.log('tree', error));
  }

  /** The children of an item for the client, which holds them from now on. It holds those of one view. */
  list(snapshot: Snapshot, parent: string | null, view: TreeView): TreeItem[] {
    if (!this.#view || nameOfView(this.#view) !== nameOfView(view)) this.#lists.clear();
    this.#view = view;
    const items = treeChildren(snapshot, parent, view);
    this.#lists.set(parent, { parent, rows: rowsOf(items) });
    this.hold(snapshot);
    return items;
  }

  /**
   * An answer for the client, which holds it from now on.
   * @param uri The document that it is about; empty for all.
   * @param seenOf What of it is seen; all, where it is left out.
   */
  answer<T>(
    kind: Answer['kind'],
    uri: string,
    snapshot: Snapshot,
    look: (snapshot: Snapshot) => T,
    seenOf: (answer: T) => unknown = (answer) => answer,
  ): T {
    const answer = look(snapshot);
    const see = (now: T) => JSON.stringify(seenOf(now));
    this.#answers.set(`${kind} ${uri}`, { kind, uri, look: (now) => see(look(now)), seen: see(answer) });
    this.hold(snapshot);
    return answer;
  }

  /** Whether the client shows the tree. */
  show(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.changed([]);
  }

  /** These documents changed; null: any may have. */
  changed(uris: readonly string[] | null): void {
    if (uris === null) this.#touched = null;
    else for (const uri of uris) this.#touched?.add(uri);
    if (this.#plans !== null) this.#quiet.touch();
  }

  /** The client wants to hear of changes. Whoever has asked for nothing has missed nothing. */
  hold(snapshot: Snapshot): void {
    if (this.#plans !== null) return;
    this.#plans = plansOf(snapshot);
    this.#touched = new Set();
  }

  stop(): void {
    this.#quiet.stop();
  }

  #compare(): void {
    const { snapshot } = this.documents;
    const params: TreeChangedParams = {
      uris: this.#uris(snapshot),
      parents: [],
      items: [],
      ready: false,
      progress: [],
      marks: [],
    };
    if (this.#visible && this.#view)
      for (const list of [...this.#lists.values()]) this.#compareList(snapshot, list, this.#view, params);
    for (const answer of this.#answers.values()) {
      const now = answer.look(snapshot);
      if (now === answer.seen) continue;
      answer.seen = now;
      if (answer.kind === 'ready') params.ready = true;
      else params[answer.kind].push(answer.uri);
    }
    const { uris, parents, items, ready, progress, marks } = params;
    if (uris?.length !== 0 || ready || [parents, items, progress, marks].some((list) => list.length > 0))
      void this.connection.sendNotification(treeChangedNotification, params);
  }

  #uris(snapshot: Snapshot): string[] | null {
    const plans = plansOf(snapshot);
    const touched = plans === this.#plans ? this.#touched : null;
    this.#plans = plans;
    this.#touched = new Set();
    return touched && [...touched].filter((uri) => snapshot.analysis(uri)).map((uri) => this.documents.clientUri(uri));
  }

  #compareList(
    snapshot: Snapshot,
    { parent, rows: before }: List,
    view: TreeView,
    { parents, items }: TreeChangedParams,
  ): void {
    const now = treeChildren(snapshot, parent, view);
    const rows = rowsOf(now);
    if (now.length === 0) this.#lists.delete(parent);
    else this.#lists.set(parent, { parent, rows });
    const changed = now.filter(({ id }) => rows.get(id) !== before.get(id));
    const ids = [...before.keys()];
    const same = ids.length === now.length && now.every(({ id }, i) => id === ids[i]);
    if (!same || changed.length > maxItems) parents.push(parent);
    else items.push(...changed.map((item) => this.node(snapshot, item)));
  }

  /** The item as it goes over the wire. */
  node(snapshot: Snapshot, item: TreeItem): TreeNode {
    return this.converter.treeNode(snapshot.source(item.uri), item);
  }
}

/** What is seen of each: the line that it leads to is asked for when it is gone to. */
function rowsOf(items: readonly TreeItem[]): Map<string, string> {
  return new Map(items.map(({ span: _, ...seen }) => [seen.id, JSON.stringify(seen)]));
}

const plansOf = ({ planUris }: Snapshot): string => planUris.map(canonical).join('\n');

import {
  type CancellationToken,
  commands,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
} from 'vscode';
import {
  type TreeChangedParams,
  type TreeNode,
  type TreeParams,
  type TreePathParams,
  type TreePathToParams,
  type TreeResult,
  type TreeVisibleParams,
  treePathRequest,
  treePathToRequest,
  treeRequest,
  treeVisibleNotification,
  type UnreadableResult,
  unreadableRequest,
  type WireTreeView,
} from '../../server/src/protocol';
import type { PlanServer } from './client';
import { askTooltip, toTreeItem } from './treeItem';

/** An item of the tree. The object lasts as long as its id, so that the view keeps what is expanded and selected. */
export interface PlanItem {
  node: TreeNode;
  parent: PlanItem | null;
  /** Null until asked for. */
  children: PlanItem[] | null;
  /** The children are those that the server has, as far as it has told. */
  fresh: boolean;
}

/** In milliseconds; a window that opens has much to do. */
const breath = 40;
const firstBreath = 400;

/** The plans, phases and tickets as the server tells them: asked for as they are opened, and again where it says so. */
export class PlanTree implements TreeDataProvider<PlanItem>, Disposable {
  private readonly changeEmitter = new EventEmitter<PlanItem[] | undefined>();
  private readonly loadEmitter = new EventEmitter<void>();
  private readonly items = new Map<string, PlanItem>();
  private readonly subscriptions: Disposable[];
  /** What lies open, by id: also for items that go and come back, as a heading cut and pasted does. */
  private readonly opened = new Map<string, boolean>();
  /** Holds what stands at the top. */
  private readonly top: Pick<PlanItem, 'children' | 'fresh'> = { children: null, fresh: false };
  /** The URIs of files that could not be read. */
  unreadable: readonly string[] = [];
  /** When it last waited, in milliseconds. */
  private breathed = 0;
  private look: WireTreeView = { groupBy: 'phase', filter: [], me: [] };

  readonly onDidChangeTreeData = this.changeEmitter.event;
  /** What stands at the top was read. */
  readonly onDidLoad = this.loadEmitter.event;

  constructor(
    private readonly server: PlanServer,
    private readonly output: LogOutputChannel,
  ) {
    this.subscriptions = [
      server.onDidChangeTree((params) => this.update(params)),
      server.onDidChangeState((state) => {
        if (state === 'running') void this.compare();
      }),
    ];
  }

  /** How it is looked at. */
  get how(): WireTreeView {
    return this.look;
  }

  /** Whether there is anything to show. */
  get isFilled(): boolean {
    return (this.top.children?.length ?? 0) > 0;
  }

  /** Whether it is known what there is. */
  get isLoaded(): boolean {
    return this.top.fresh;
  }

  /** Shows it in another way. */
  show(look: WireTreeView): void {
    if (JSON.stringify(look) === JSON.stringify(this.look)) return;
    this.look = look;
    this.items.clear();
    this.top.children = null;
    this.readAnew();
  }

  /** Ties the tree to its view. While nobody sees it, the server need not tell what becomes of it. */
  attach(view: TreeView<PlanItem>): void {
    const tell = () => {
      const params: TreeVisibleParams = { visible: view.visible };
      this.server.notify(treeVisibleNotification, params);
    };
    this.subscriptions.push(
      view.onDidChangeVisibility(tell),
      this.server.onDidChangeState((state) => state === 'running' && tell()),
      view.onDidExpandElement(({ element }) => this.opened.set(element.node.id, true)),
      view.onDidCollapseElement(({ element }) => this.opened.set(element.node.id, false)),
    );
  }

  async getChildren(parent?: PlanItem): Promise<PlanItem[]> {
    const isNew = !parent?.children;
    const children = await this.childrenOf(parent);
    if (parent && children.some(({ node }) => node.hasChildren && this.opened.get(node.id)))
      await this.breathe(isNew ? firstBreath : breath);
    return children;
  }

  /**
   * VS Code asks for the children of several items together. Where the answer comes so soon that it asks for those below before
   * it has sent for them all, it shows some of them below the wrong item: microsoft/vscode#243911. Of several that are asked for
   * together, the first one waits.
   */
  private async breathe(milliseconds: number): Promise<void> {
    if (Date.now() - this.breathed < breath) return;
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    this.breathed = Date.now();
  }

  private async childrenOf(parent?: PlanItem): Promise<PlanItem[]> {
    const holder = parent ?? this.top;
    if (holder.children && holder.fresh) return holder.children;
    try {
      return await this.load(parent ?? null);
    } catch (error) {
      // What was known stays in sight while the server is away, and is read again when it is back.
      this.output.debug(String(error));
      return holder.children ?? [];
    }
  }

  getTreeItem(item: PlanItem): TreeItem {
    return toTreeItem(item.node, this.opened.get(item.node.id) ?? false);
  }

  getParent(item: PlanItem): PlanItem | null {
    return item.parent;
  }

  async resolveTreeItem(treeItem: TreeItem, { node }: PlanItem, token: CancellationToken): Promise<TreeItem> {
    treeItem.tooltip = await askTooltip(this.server, node, token);
    return treeItem;
  }

  /** The item at a position of a document; undefined where there is none. */
  itemAt(params: TreePathParams, token?: CancellationToken): Promise<PlanItem | undefined> {
    return this.follow(treePathRequest, { ...params, view: this.look }, token);
  }

  /** The item that an id meant, where it is now; undefined where it is gone. */
  itemOf(id: string): Promise<PlanItem | undefined> {
    const params: TreePathToParams = { id, view: this.look };
    return this.follow(treePathToRequest, params);
  }

  /** Has the view show items anew, as where it shows a check that was not made. */
  refresh(items: PlanItem[]): void {
    this.changeEmitter.fire(items);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changeEmitter.dispose();
    this.loadEmitter.dispose();
  }

  private async follow(method: string, params: unknown, token?: CancellationToken): Promise<PlanItem | undefined> {
    const { look } = this;
    const path = await this.server.request<TreeNode[]>(method, params, token);
    if (look !== this.look) return undefined;
    let item: PlanItem | null = null;
    for (const node of path) {
      // What the view has of the children may be older than the path: it could not find the item among them.
      const holder: Pick<PlanItem, 'children'> = item ?? this.top;
      const child = this.adopt(node, item);
      if (holder.children && !holder.children.includes(child)) {
        await this.load(item);
        this.changeEmitter.fire(item ? [item] : undefined);
      }
      item = child;
    }
    return item ?? undefined;
  }

  /** Tells the view of what changed, and of nothing else. */
  private update({ parents, items }: TreeChangedParams): void {
    const changed = new Set<PlanItem | null>();
    for (const id of parents) {
      const item = id === null ? null : this.items.get(id);
      if (item === undefined) continue;
      (item ?? this.top).fresh = false;
      changed.add(item);
    }
    for (const node of items) {
      const item = this.items.get(node.id);
      if (!item) continue;
      item.node = node;
      changed.add(item);
    }
    this.draw(changed);
  }

  private readAnew(): void {
    this.forgetAnswers();
    this.changeEmitter.fire(undefined);
  }

  private forgetAnswers(): void {
    this.top.fresh = false;
    for (const item of this.items.values()) item.fresh = false;
  }

  /**
   * Another server is there, and tells what it has. Mostly that is what is in sight already, and what is drawn anew loses the menu
   * that is open on it: only what differs is.
   */
  private async compare(): Promise<void> {
    if (!this.top.children) return this.readAnew();
    this.forgetAnswers();
    const { look } = this;
    const changed = new Set<PlanItem | null>();
    try {
      for (const parent of [null, ...this.items.values()]) {
        const before = (parent ?? this.top).children?.map(({ node }) => node);
        if (!before || (parent && !(before.length > 0 && this.items.has(parent.node.id)))) continue;
        const now = await this.load(parent);
        if (look !== this.look) return;
        if (now.map(({ node }) => node.id).join() !== before.map(({ id }) => id).join()) changed.add(parent);
        const looks = new Map(before.map((node) => [node.id, JSON.stringify(node)]));
        for (const item of now)
          if ((looks.get(item.node.id) ?? JSON.stringify(item.node)) !== JSON.stringify(item.node)) changed.add(item);
      }
    } catch (error) {
      this.output.debug(String(error));
    }
    this.draw(changed);
  }

  /** @param items Null: what stands at the top, and with it everything. */
  private draw(items: ReadonlySet<PlanItem | null>): void {
    if (items.has(null)) this.changeEmitter.fire(undefined);
    else if (items.size > 0) this.changeEmitter.fire([...items].filter((item) => item !== null));
  }

  private async load(parent: PlanItem | null): Promise<PlanItem[]> {
    const { look } = this;
    const holder = parent ?? this.top;
    const params: TreeParams = { parent: parent?.node.id ?? null, view: look };
    const nodes = await this.server.request<TreeResult>(treeRequest, params);
    if (look !== this.look) return [];
    const before = holder.children ?? [];
    const children = nodes.map((node) => this.adopt(node, parent));
    const kept = new Set(children);
    for (const item of before) if (!kept.has(item) && item.parent === parent) this.forget(item);
    holder.children = children;
    holder.fresh = true;
    if (!parent) {
      const none = children.length === 0 && look.filter.length === 0;
      this.unreadable = await this.server.request<UnreadableResult>(unreadableRequest, null);
      void commands.executeCommand('setContext', 'planTruth.noPlans', none);
      void commands.executeCommand('setContext', 'planTruth.unreadable', this.unreadable.length > 0);
      this.loadEmitter.fire();
    }
    return children;
  }

  private adopt(node: TreeNode, parent: PlanItem | null): PlanItem {
    const known = this.items.get(node.id);
    if (known) {
      known.node = node;
      known.parent = parent;
      return known;
    }
    if (node.hasChildren && !this.opened.has(node.id)) this.opened.set(node.id, this.isOpenAtFirst(node));
    const item: PlanItem = { node, parent, children: null, fresh: false };
    this.items.set(node.id, item);
    return item;
  }

  private forget(item: PlanItem): void {
    this.items.delete(item.node.id);
    for (const child of item.children ?? []) if (child.parent === item) this.forget(child);
  }

  /** Plans and what is being worked on lie open; finished and future phases wait to be opened. What a filter left lies open. */
  private isOpenAtFirst({ type, status }: TreeNode): boolean {
    if (this.look.filter.length > 0) return true;
    const over = status === 'done' || status === 'dropped';
    return type === 'group' ? !over && status !== 'todo' : type !== 'ticket' && !over;
  }
}

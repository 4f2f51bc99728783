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
  type TreeResult,
  treePathRequest,
  treeRequest,
} from '../../server/src/protocol';
import type { PlanServer } from './client';
import { tooltipOf, toTreeItem } from './treeItem';

/** An item of the tree. The object lasts as long as its id, so that the view keeps what is expanded and selected. */
export interface PlanItem {
  node: TreeNode;
  parent: PlanItem | null;
  /** Null until asked for. */
  children: PlanItem[] | null;
}

/** The plans, phases and tickets as the server tells them, asked for as they are opened. */
export class PlanTree implements TreeDataProvider<PlanItem>, Disposable {
  private readonly changeEmitter = new EventEmitter<PlanItem[] | undefined>();
  private readonly items = new Map<string, PlanItem>();
  private readonly subscriptions: Disposable[];
  /** What lies open, by id: also for items that go and come back, as a heading cut and pasted does. */
  private readonly opened = new Map<string, boolean>();
  private plans: PlanItem[] | null = null;
  private view: TreeView<PlanItem> | undefined;
  /** Plans that changed since the view last heard of them; null where plans came or went. */
  private changed: Set<string> | null = new Set();
  private updating = false;

  readonly onDidChangeTreeData = this.changeEmitter.event;

  constructor(
    private readonly server: PlanServer,
    private readonly output: LogOutputChannel,
  ) {
    this.subscriptions = [
      server.onDidChangeTree((params) => this.note(params)),
      server.onDidChangeState((state) => {
        if (state !== 'running') return;
        if (this.plans) this.changed = null;
        void this.update();
      }),
    ];
  }

  /** Whether there is anything to show. */
  get isFilled(): boolean {
    return (this.plans?.length ?? 0) > 0;
  }

  /** Ties the tree to its view: what changes while the view is hidden is read when it is shown again. */
  attach(view: TreeView<PlanItem>): void {
    this.view = view;
    this.subscriptions.push(
      view.onDidChangeVisibility(() => void this.update()),
      view.onDidExpandElement(({ element }) => this.opened.set(element.node.id, true)),
      view.onDidCollapseElement(({ element }) => this.opened.set(element.node.id, false)),
    );
  }

  async getChildren(parent?: PlanItem): Promise<PlanItem[]> {
    try {
      return await this.load(parent ?? null);
    } catch (error) {
      // What was known stays in sight while the server is away, and is read again when it is back.
      this.output.debug(String(error));
      this.changed = null;
      return (parent ? parent.children : this.plans) ?? [];
    }
  }

  getTreeItem(item: PlanItem): TreeItem {
    return toTreeItem(item.node, this.opened.get(item.node.id) ?? false);
  }

  getParent(item: PlanItem): PlanItem | null {
    return item.parent;
  }

  resolveTreeItem(treeItem: TreeItem, item: PlanItem): TreeItem {
    treeItem.tooltip = tooltipOf(item.node);
    return treeItem;
  }

  /** The item at a position of a document; undefined where there is none. */
  async itemAt(params: TreePathParams, token?: CancellationToken): Promise<PlanItem | undefined> {
    const path = await this.server.request<TreeNode[]>(treePathRequest, params, token);
    let item: PlanItem | null = null;
    for (const node of path) item = this.adopt(node, item);
    return item ?? undefined;
  }

  /** Has the view show items anew, as where it shows a check that was not made. */
  refresh(items: PlanItem[]): void {
    this.changeEmitter.fire(items);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changeEmitter.dispose();
  }

  private note({ uris }: TreeChangedParams): void {
    if (uris === null) this.changed = null;
    else for (const uri of uris) this.changed?.add(uri);
    void this.update();
  }

  /** Tells the view of what changed: of single plans where only they did, so that the others stand still. */
  private async update(): Promise<void> {
    if (this.updating || !this.view?.visible) return;
    this.updating = true;
    try {
      while (this.changed === null || this.changed.size > 0) {
        const changed = this.changed;
        this.changed = new Set();
        const before = this.plans;
        // A plan's own line, with its count, is known to the list of plans alone.
        const plans = await this.load(null);
        const same = before?.length === plans.length && before.every((plan, i) => plan === plans[i]);
        if (changed === null || !same) this.changeEmitter.fire(undefined);
        else this.changeEmitter.fire(plans.filter((plan) => changed.has(plan.node.uri)));
      }
    } catch (error) {
      this.output.debug(String(error));
      this.changed = null;
    } finally {
      this.updating = false;
    }
  }

  private async load(parent: PlanItem | null): Promise<PlanItem[]> {
    const params: TreeParams = { parent: parent?.node.id ?? null };
    const nodes = await this.server.request<TreeResult>(treeRequest, params);
    const before = (parent ? parent.children : this.plans) ?? [];
    const children = nodes.map((node) => this.adopt(node, parent));
    const kept = new Set(children);
    for (const item of before) if (!kept.has(item) && item.parent === parent) this.forget(item);
    if (parent) parent.children = children;
    else {
      this.plans = children;
      void commands.executeCommand('setContext', 'planTruth.noPlans', children.length === 0);
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
    if (node.hasChildren && !this.opened.has(node.id)) this.opened.set(node.id, isOpenAtFirst(node));
    const item: PlanItem = { node, parent, children: null };
    this.items.set(node.id, item);
    return item;
  }

  private forget(item: PlanItem): void {
    this.items.delete(item.node.id);
    for (const child of item.children ?? []) if (child.parent === item) this.forget(child);
  }
}

/** Plans and what is being worked on lie open; finished and future phases wait to be opened. */
function isOpenAtFirst(node: TreeNode): boolean {
  return (
    node.type === 'plan' ||
    (node.type === 'group' && node.status !== 'done' && node.status !== 'dropped' && node.status !== 'todo')
  );
}

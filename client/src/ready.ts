import {
  type CancellationToken,
  commands,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  type TreeDataProvider,
  type TreeItem,
} from 'vscode';
import { type ReadyResult, type ReadyTicket, readyRequest } from '../../server/src/protocol';
import type { PlanServer } from './client';
import { askTooltip, toTreeItem } from './treeItem';

/** The tickets that can be started now, of all plans: what most others wait for comes first. */
export class ReadyList implements TreeDataProvider<ReadyTicket>, Disposable {
  private readonly changeEmitter = new EventEmitter<undefined>();
  private readonly loadEmitter = new EventEmitter<string>();
  private readonly subscriptions: Disposable[];
  private known: ReadyTicket[] = [];

  readonly onDidChangeTreeData = this.changeEmitter.event;
  /** Says how many of how many there are, where not all are shown. */
  readonly onDidLoad = this.loadEmitter.event;

  constructor(
    private readonly server: PlanServer,
    private readonly output: LogOutputChannel,
  ) {
    this.subscriptions = [
      server.onDidChangeTree(({ ready }) => {
        if (ready) this.changeEmitter.fire(undefined);
      }),
      server.onDidChangeState((state) => {
        if (state === 'running') void this.compare();
      }),
    ];
  }

  async getChildren(): Promise<ReadyTicket[]> {
    await this.load();
    return this.known;
  }

  private async load(): Promise<void> {
    try {
      const { tickets, total } = await this.server.request<ReadyResult>(readyRequest, null);
      this.known = tickets;
      this.loadEmitter.fire(total > tickets.length ? l10n.t('{0} of {1}', tickets.length, total) : '');
      void commands.executeCommand('setContext', 'planTruth.noneReady', this.known.length === 0);
    } catch (error) {
      // What was known stays in sight while the server is away, and is read again when it is back.
      this.output.debug(String(error));
    }
  }

  /** Another server is there: what it tells is drawn where it differs, as a menu may be open on what is drawn. */
  private async compare(): Promise<void> {
    const before = this.known;
    if (before.length > 0) await this.load();
    if (before.length === 0 || JSON.stringify(this.known) !== JSON.stringify(before))
      this.changeEmitter.fire(undefined);
  }

  getTreeItem({ node, plan, unblocks }: ReadyTicket): TreeItem {
    const item = toTreeItem({ ...node, hasChildren: false, checked: null }, false);
    item.description = [unblocks > 0 && l10n.t('unblocks {0}', unblocks), plan].filter(Boolean).join(' · ');
    item.accessibilityInformation = { label: `${node.accessibleLabel}, ${item.description}` };
    return item;
  }

  async resolveTreeItem(treeItem: TreeItem, { node }: ReadyTicket, token: CancellationToken): Promise<TreeItem> {
    treeItem.tooltip = await askTooltip(this.server, node, token);
    return treeItem;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changeEmitter.dispose();
    this.loadEmitter.dispose();
  }
}

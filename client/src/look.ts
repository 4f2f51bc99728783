import {
  ConfigurationTarget,
  commands,
  Disposable,
  type LogOutputChannel,
  l10n,
  type QuickPickItem,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type OwnersResult, ownersRequest, type WireTreeView } from '../../server/src/protocol';
import type { PlanServer } from './client';
import { plainLabel } from './selected';
import type { PlanTree } from './tree';

type Grouping = WireTreeView['groupBy'];
type Filter = WireTreeView['filter'][number];

/** How the tree is looked at: grouped as the setting says, and filtered for as long as the window lasts. */
export class TreeLook implements Disposable {
  private filter: Filter[] = [];
  private readonly subscriptions: Disposable;

  constructor(
    private readonly view: TreeView<unknown>,
    private readonly tree: PlanTree,
    private readonly server: PlanServer,
    readonly output: LogOutputChannel,
  ) {
    const logged = (work: Promise<unknown>) => work.catch((error: unknown) => output.error(String(error)));
    this.subscriptions = Disposable.from(
      commands.registerCommand('planTruth.groupByPhase', () => logged(group('phase'))),
      commands.registerCommand('planTruth.groupByStatus', () => logged(group('status'))),
      commands.registerCommand('planTruth.groupByOwner', () => logged(group('owner'))),
      commands.registerCommand('planTruth.groupByFile', () => logged(group('file'))),
      // Menus cannot show that an entry is on: an entry of its own does.
      commands.registerCommand('planTruth.groupedByPhase', () => undefined),
      commands.registerCommand('planTruth.groupedByStatus', () => undefined),
      commands.registerCommand('planTruth.groupedByOwner', () => undefined),
      commands.registerCommand('planTruth.groupedByFile', () => undefined),
      commands.registerCommand('planTruth.filter', () => logged(this.choose())),
      commands.registerCommand('planTruth.changeFilter', () => logged(this.choose())),
      commands.registerCommand('planTruth.clearFilter', () => this.set([])),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('planTruth.tree')) this.update();
      }),
      server.onDidChangeState(() => this.update()),
      tree.onDidLoad(() => this.tell()),
    );
    this.update();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async choose(): Promise<void> {
    await commands.executeCommand('planTruth.plans.focus');
    const names: [Filter, string, string][] = [
      ['ready', l10n.t('Ready'), l10n.t('could be started now')],
      ['waiting', l10n.t('Waiting'), l10n.t('depends on what is not done')],
      ['blocked', l10n.t('Blocked'), l10n.t('its status says so')],
      ['mine', l10n.t('Mine'), me().join(', ')],
      ['problems', l10n.t('With Problems'), l10n.t('it, or something below it')],
    ];
    const items = names.map(([filter, label, description]): QuickPickItem & { filter: Filter } => ({
      filter,
      label,
      description: plainLabel(description),
      picked: this.filter.includes(filter),
    }));
    const picked = await window.showQuickPick(items, {
      canPickMany: true,
      title: l10n.t('Filter Plans'),
      placeHolder: l10n.t('Show only these; nothing chosen shows all'),
    });
    if (!picked) return;
    const filter = picked.map((item) => item.filter);
    if (filter.includes('mine') && me().length === 0 && !(await this.askWhoIAm())) return;
    this.set(filter);
  }

  /** Asks once by which names the plans know the user, and keeps them in the settings. */
  private async askWhoIAm(): Promise<boolean> {
    const owners = await this.server.request<OwnersResult>(ownersRequest, null);
    const title = l10n.t('Who are you in the plans?');
    const names =
      owners.length > 0
        ? (
            await window.showQuickPick(
              owners.map((name) => ({ label: plainLabel(name), name })),
              { canPickMany: true, title, placeHolder: l10n.t('The owners that mean you; kept in your settings') },
            )
          )?.map(({ name }) => name)
        : [await window.showInputBox({ title, prompt: l10n.t('Your name, as plans give it as an owner') })];
    const given = (names ?? []).filter((name) => name !== undefined && name.trim() !== '');
    if (given.length === 0) return false;
    await workspace.getConfiguration('planTruth').update('tree.me', given, ConfigurationTarget.Global);
    return true;
  }

  private set(filter: Filter[]): void {
    this.filter = filter;
    this.update();
  }

  private update(): void {
    const groupBy = grouping();
    // Without the server there is nothing to show in another way: what is there stays.
    if (this.server.state !== 'failed') this.tree.show({ groupBy, filter: this.filter, me: me() });
    void commands.executeCommand('setContext', 'planTruth.groupBy', groupBy);
    void commands.executeCommand('setContext', 'planTruth.filtered', this.filter.length > 0);
    this.tell();
  }

  /** Says on the view what is filtered, and whether what it shows may be old. */
  private tell(): void {
    const states = this.filter.flatMap((one) => stateWord(one) ?? []);
    const more = this.filter.flatMap((one) =>
      stateWord(one) ? [] : [one === 'mine' ? l10n.t('mine') : l10n.t('with problems')],
    );
    const words = [states.join(l10n.t(' or ')), ...more].filter(Boolean).join(', ');
    this.view.description = words;
    this.view.message = this.message(words);
  }

  private message(filter: string): string | undefined {
    const { isFilled } = this.tree;
    if (this.server.state === 'failed' && isFilled) return l10n.t('The server has stopped: this may be out of date.');
    if (this.server.state === 'starting' && isFilled)
      return l10n.t('The server is starting again: this may be out of date.');
    const files = this.tree.unreadable.map((uri) => workspace.asRelativePath(Uri.parse(uri)));
    if (files.length > 0 && isFilled) return l10n.t('Could not be read: {0}', files.join(', '));
    if (filter !== '' && !isFilled && this.tree.isLoaded) return l10n.t('Nothing in the plans is {0}.', filter);
    return undefined;
  }
}

/** Where it is set, or for the user. */
function group(groupBy: Grouping): Promise<void> {
  const configuration = workspace.getConfiguration('planTruth');
  const { workspaceValue } = configuration.inspect('tree.groupBy') ?? {};
  const target = workspaceValue === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  return Promise.resolve(configuration.update('tree.groupBy', groupBy, target));
}

const grouping = (): Grouping => workspace.getConfiguration('planTruth').get<Grouping>('tree.groupBy', 'phase');
const me = (): string[] => workspace.getConfiguration('planTruth').get<string[]>('tree.me', []);

function stateWord(filter: Filter): string | undefined {
  if (filter === 'ready') return l10n.t('ready');
  if (filter === 'waiting') return l10n.t('waiting');
  if (filter === 'blocked') return l10n.t('blocked');
  return undefined;
}

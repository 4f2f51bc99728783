import {
  commands,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  Position,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import type { PictureResult } from '../../../server/src/protocol';
import { applyStatus } from '../applyStatus';
import type { PlanServer } from '../client';
import { OwnChanges } from '../ownChanges';
import { unchanged } from './changes';
import type { CurrentPlan } from './currentPlan';
import type { Guard } from './guards';
import {
  type CommonRequest,
  isCommonRequest,
  type PanelState,
  type SetStatusRequest,
  type ShowMessage,
  type TellMessage,
} from './messages';
import { bundles, page } from './page';
import { type Picture, PlanSource } from './planSource';

const longestTitle = 60;

/** What all panels have in common. */
export interface PanelServices {
  readonly context: ExtensionContext;
  readonly server: PlanServer;
  readonly output: LogOutputChannel;
  readonly current: CurrentPlan;
}

/** A sort of panel: what it is called, what it asks the server, and what it does beyond the common requests. */
export interface PanelKind<D extends { uri: string; title: string }, M = never> {
  /** The name of its bundle; its view type is `planTruth.<name>`. */
  readonly name: string;
  /** Behind the plan's name in the tab. */
  readonly title: string;
  /** The custom request that takes `PictureParams` and gives a `PictureResult` of what the webview draws. */
  readonly request: string;
  /** What its page may do beyond the bundle's own script and style, as the content security policy says it. */
  readonly policy?: string;
  /** Its own messages from the webview. */
  readonly isRequest?: Guard<M>;
  receive?(message: M, panel: PlanPanel<D, M>): void | Promise<void>;
}

/** A webview that draws one plan, and draws it again as often as the server says that it may have changed. */
export class PlanPanel<D extends { uri: string; title: string }, M = never> implements Disposable {
  private readonly subscriptions: Disposable[];
  private readonly endings = new Set<() => void>();
  private readonly changes = new OwnChanges();
  private readonly source: PlanSource<D>;
  private bound: string | null;
  private shown: Picture<D> | undefined;
  private wanted: string | null;
  /** What was sent last, in short. */
  private sent: string | undefined;
  /** The number of the picture that the page has. */
  private has: number | null = null;
  private listening = false;
  private updating = false;
  private outdated = false;
  private plansOutdated = false;
  private changing: Promise<void> = Promise.resolve();

  constructor(
    readonly panel: WebviewPanel,
    private readonly kind: PanelKind<D, M>,
    private readonly services: PanelServices,
    { uri, bound }: PanelState,
  ) {
    const { server, current, context } = services;
    this.source = new PlanSource(server, kind.request);
    this.bound = bound;
    this.wanted = bound ?? uri ?? current.uri;
    panel.webview.options = { enableScripts: true, localResourceRoots: [bundles(context.extensionUri)] };
    const icon = (name: string) => Uri.joinPath(context.extensionUri, 'media', name);
    panel.iconPath = { light: icon('plan-truth.svg'), dark: icon('plan-truth-dark.svg') };
    this.subscriptions = [
      panel.webview.onDidReceiveMessage((message: unknown) => this.logged(this.receive(message))),
      panel.onDidChangeViewState(() => this.update()),
      panel.onDidDispose(() => this.dispose()),
      server.onDidChangePictures(() => this.update()),
      server.onDidChangeTree(() => this.updatePlans()),
      server.onDidChangeState(() => {
        this.source.forgetAnswers();
        this.has = null;
        this.update();
      }),
      current.onDidChange(() => {
        if (this.bound === null) this.wanted = current.uri;
        this.update();
      }),
    ];
    panel.webview.html = page(panel.webview, context.extensionUri, kind);
  }

  /** The plan that it stays with; null where it follows the editor. */
  get boundTo(): string | null {
    return this.bound;
  }

  /** What it shows; undefined before the first answer. */
  get data(): D | undefined {
    return this.shown?.data;
  }

  /** Shows another plan, and follows the editor from there on where it did. */
  turnTo(uri: string): void {
    if (this.bound !== null) this.bound = uri;
    this.wanted = uri;
    this.update();
  }

  /** Sends a message of the kind's own, or one of those in `messages.ts`. */
  post(message: object): void {
    void this.panel.webview.postMessage(message);
  }

  /** Reads something out, and shows it for a while. */
  tell(text: string): void {
    this.post({ type: 'tell', text } satisfies TellMessage);
  }

  onDidDispose(run: () => void): void {
    this.endings.add(run);
  }

  dispose(): void {
    for (const subscription of this.subscriptions.splice(0)) subscription.dispose();
    for (const run of this.endings) run();
    this.endings.clear();
  }

  private async receive(message: unknown): Promise<void> {
    if (isCommonRequest(message)) return this.receiveCommon(message);
    if (this.kind.isRequest?.(message)) return this.kind.receive?.(message, this);
    this.services.output.warn(`${this.kind.name}: a message that is not understood`);
  }

  private async receiveCommon(message: CommonRequest): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.listening = true;
        this.has = null;
        this.sent = undefined;
        if (this.shown) this.send();
        return this.update();
      case 'open':
        return this.open(message.uri, message.line);
      case 'bind':
        this.bound = message.uri;
        this.wanted = message.uri ?? this.services.current.uri ?? this.wanted;
        return this.update();
      case 'setStatus':
        return this.afterOthers(() => this.setStatus(message));
      case 'undo':
        return this.afterOthers(() => this.undo());
    }
  }

  /** Only what it shows or names can be opened from it. */
  private async open(uri: string, line: number): Promise<void> {
    if (uri !== this.shown?.data.uri && !this.source.plans.some((plan) => plan.uri === uri)) return;
    const at = new Position(line, 0);
    const beside = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri)?.viewColumn;
    await commands.executeCommand('vscode.open', Uri.parse(uri), {
      selection: new Range(at, at),
      preview: true,
      viewColumn: beside ?? (this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One),
    });
  }

  private async setStatus({ ids, words, kind }: SetStatusRequest): Promise<void> {
    const done = await applyStatus(this.services.server, ids, this.changes, (choices) => {
      const word = words.find((one) => choices.some((choice) => choice.word === one));
      return choices.find((choice) =>
        word === undefined ? kind !== null && choice.kind === kind : choice.word === word,
      );
    });
    if (done) return;
    this.tell(l10n.t('The status was not changed.'));
    this.sent = undefined;
    this.send();
  }

  private async undo(): Promise<void> {
    const outcome = await this.changes.undo();
    if (outcome === 'changed') this.tell(l10n.t('Nothing was taken back: the text has changed since.'));
  }

  /** Changes are made one after the other: what is to be taken back may be on its way still. */
  private afterOthers(change: () => Promise<void>): Promise<void> {
    this.changing = this.changing.catch(() => undefined).then(change);
    return this.changing;
  }

  /** Asks the server anew; what is hidden asks once it is seen. */
  private update(): void {
    this.outdated = true;
    this.logged(this.bringUpToDate());
  }

  /** There may be other plans than before. That the picture may be another as well, the server tells by itself. */
  private updatePlans(): void {
    this.source.forget();
    this.plansOutdated = true;
    this.logged(this.bringUpToDate());
  }

  private async bringUpToDate(): Promise<void> {
    if (this.updating || !this.listening || !this.panel.visible) return;
    this.updating = true;
    try {
      while (this.outdated || this.plansOutdated) {
        const plansOnly = !this.outdated && this.shown;
        this.outdated = this.plansOutdated = false;
        if (this.services.server.state === 'running') await (plansOnly ? this.source.readPlans() : this.ask());
        this.send();
      }
    } finally {
      this.updating = false;
    }
  }

  private async ask(): Promise<void> {
    this.shown = (await this.source.read(this.wanted, this.bound === null)) ?? undefined;
    if (!this.shown) return;
    const { uri, title } = this.shown.data;
    this.wanted = uri;
    const label = this.source.plans.find((plan) => plan.uri === uri)?.label ?? title;
    this.panel.title = `${label.slice(0, longestTitle)} — ${this.kind.title}`;
  }

  /** Sends what there is to draw, unless the webview has just that. */
  private send(): void {
    if (!this.listening) return;
    const rest = { plans: this.source.plans, bound: this.bound, stale: this.services.server.state === 'failed' };
    const sent = `${JSON.stringify(rest)} ${this.shown?.number}`;
    if (sent === this.sent) return;
    this.sent = sent;
    const message: ShowMessage<D> = { type: 'show', picture: this.forPage(), ...rest };
    this.has = this.shown?.number ?? null;
    this.post(message);
  }

  /** The picture for a page that has another one, the same or none. */
  private forPage(): PictureResult<D> {
    if (!this.shown) return null;
    const { number, data, change } = this.shown;
    if (this.has === number) return { number, since: number, changes: unchanged };
    return change && change.since === this.has ? change : { number, whole: data };
  }

  private logged(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.services.output.error(`${this.kind.name}: ${error}`));
  }
}

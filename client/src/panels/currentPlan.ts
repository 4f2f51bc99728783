import {
  CancellationTokenSource,
  commands,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  window,
} from 'vscode';
import { type ProgressParams, type ProgressResult, progressRequest } from '../../../server/src/protocol';
import type { PlanServer } from '../client';

/** The plan in the editor, or the last one that was: a panel that has the focus takes nothing away. */
export class CurrentPlan implements Disposable {
  private readonly emitter = new EventEmitter<void>();
  private readonly subscriptions: Disposable[];
  private asked: CancellationTokenSource | undefined;
  private current: string | null = null;

  readonly onDidChange = this.emitter.event;

  constructor(
    private readonly server: PlanServer,
    private readonly output: LogOutputChannel,
  ) {
    this.subscriptions = [
      window.onDidChangeActiveTextEditor(() => this.look()),
      server.onDidChangeTree(() => this.look()),
      server.onDidChangeState(() => this.look()),
    ];
    this.look();
  }

  /** Null where none was seen yet. */
  get uri(): string | null {
    return this.current;
  }

  dispose(): void {
    this.asked?.cancel();
    for (const subscription of this.subscriptions) subscription.dispose();
    this.emitter.dispose();
  }

  private look(): void {
    void this.ask().catch((error: unknown) => this.output.debug(String(error)));
  }

  /** Asks whether what the editor has is a plan; the buttons in its title are for plans alone. */
  private async ask(): Promise<void> {
    this.asked?.cancel();
    const document = window.activeTextEditor?.document;
    if (!document || this.server.state !== 'running') return;
    this.asked = new CancellationTokenSource();
    const { token } = this.asked;
    const params: ProgressParams = { uri: document.uri.toString() };
    const isPlan =
      document.languageId === 'markdown' &&
      (await this.server.request<ProgressResult>(progressRequest, params, token)) !== null;
    if (token.isCancellationRequested) return;
    void commands.executeCommand('setContext', 'planTruth.planInEditor', isPlan);
    if (!isPlan || this.current === params.uri) return;
    this.current = params.uri;
    this.emitter.fire();
  }
}

import {
  type CancellationToken,
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, State } from 'vscode-languageclient';
import {
  findFilesRequest,
  type InitializationOptions,
  picturesChangedNotification,
  readFileRequest,
  type TreeChangedParams,
  treeChangedNotification,
} from '../../server/src/protocol';
import { findFiles, planSchemes, readFile } from './files';
import { settingsByHand } from './settings';

/** Reads the library that makes the language client of the platform: a Node process on the desktop, a worker in the browser. */
export type LoadLibrary = () => Promise<Library>;
type Library = Pick<
  typeof import('vscode-languageclient'),
  'CloseAction' | 'ErrorAction' | 'RevealOutputChannelOn' | 'State'
> & {
  createClient(places: Places, options: LanguageClientOptions): BaseLanguageClient;
};
/** Where the extension is, and where it may keep what it can do without. */
export type Places = Pick<ExtensionContext, 'extensionUri' | 'globalStorageUri'>;
export type ServerState = 'starting' | 'running' | 'failed';

const maxRestarts = 4;
const restartWindow = 3 * 60 * 1000;

/** The language server as the rest of the client sees it: one connection that is restarted, or is told to have failed. */
export class PlanServer implements Disposable {
  private readonly stateEmitter = new EventEmitter<ServerState>();
  private readonly treeEmitter = new EventEmitter<TreeChangedParams>();
  private readonly picturesEmitter = new EventEmitter<void>();
  private readonly watcher = workspace.createFileSystemWatcher(
    '**/{*.md,*.markdown,.gitignore,plan-truth.config.json,package.json}',
  );
  private client: BaseLanguageClient | undefined;
  private queue: Promise<void> = Promise.resolve();
  private crashes: number[] = [];
  private restarting = false;
  private current: ServerState = 'starting';

  readonly onDidChangeState = this.stateEmitter.event;
  readonly onDidChangeTree = this.treeEmitter.event;
  readonly onDidChangePictures = this.picturesEmitter.event;

  constructor(
    private readonly loadLibrary: LoadLibrary,
    private readonly places: Places,
    private readonly output: LogOutputChannel,
    /** The names of our settings, as the manifest has them. */
    private readonly settings: readonly string[],
  ) {}

  get state(): ServerState {
    return this.current;
  }

  /** Starts the server. Never rejects: a failure shows in `state` and is told to the user, once. */
  start(): Promise<void> {
    return this.inTurn(() => this.launch());
  }

  restart(): Promise<void> {
    return this.inTurn(async () => {
      await this.end();
      await this.launch();
    });
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.end());
  }

  /**
   * Asks the server; waits for it where it is starting.
   * @throws Where the server has failed, or fails before it answers.
   */
  async request<R>(method: string, params: unknown, token?: CancellationToken): Promise<R> {
    if (!this.client) await this.queue;
    if (!this.client) throw new Error('The server is not running');
    return token ? this.client.sendRequest<R>(method, params, token) : this.client.sendRequest<R>(method, params);
  }

  /** Tells the server something, where it is there to hear it. */
  notify(method: string, params: unknown): void {
    if (this.current !== 'running') return;
    this.client?.sendNotification(method, params).catch((error: unknown) => this.output.debug(String(error)));
  }

  dispose(): void {
    void this.stop();
    this.watcher.dispose();
    this.stateEmitter.dispose();
    this.treeEmitter.dispose();
    this.picturesEmitter.dispose();
  }

  private inTurn(task: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(task);
    return this.queue;
  }

  private async launch(): Promise<void> {
    if (this.client) return;
    this.become('starting');
    try {
      // What was registered comes into sight first.
      await new Promise((resolve) => setTimeout(resolve));
      await this.connect(await this.loadLibrary());
    } catch (error) {
      this.output.error(String(error));
      this.fail();
    }
  }

  private async connect(library: Library): Promise<void> {
    const client = quiet(library.createClient(this.places, this.options(library)));
    this.client = client;
    this.crashes = [];
    this.restarting = false;
    client.onRequest(findFilesRequest, findFiles);
    client.onRequest(readFileRequest, readFile);
    client.onNotification(treeChangedNotification, (params: TreeChangedParams) => this.treeEmitter.fire(params));
    client.onNotification(picturesChangedNotification, () => this.picturesEmitter.fire());
    client.onDidChangeState(({ newState }) => {
      if (client === this.client) this.follow(newState, library.State);
    });
    await client.start();
  }

  /** A client that failed to start cannot be started again, so an ended one is thrown away. */
  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.dispose().catch((error: unknown) => this.output.debug(String(error)));
  }

  private follow(state: State, { Running, Starting }: Library['State']): void {
    if (state === Running) {
      this.restarting = false;
      this.become('running');
    } else if (state === Starting || this.restarting) this.become('starting');
    else this.fail();
  }

  private fail(): void {
    if (this.current === 'failed') return;
    this.become('failed');
    const restart = l10n.t('Restart Server');
    const show = l10n.t('Show Output');
    void window
      .showErrorMessage(l10n.t('The Plan Truth server has stopped: plans are not being checked.'), restart, show)
      .then((choice) => {
        if (choice === restart) void commands.executeCommand('planTruth.restartServer');
        if (choice === show) void commands.executeCommand('planTruth.showOutput');
      });
  }

  private become(state: ServerState): void {
    if (state === this.current) return;
    this.current = state;
    this.stateEmitter.fire(state);
  }

  private options({ CloseAction, ErrorAction, RevealOutputChannelOn }: Library): LanguageClientOptions {
    const initializationOptions: InitializationOptions = {
      fileSystem: 'client',
      trusted: workspace.isTrusted,
      foldsMarkdown: true,
    };
    return {
      documentSelector: planSchemes().map((scheme) => ({ language: 'markdown', scheme })),
      synchronize: { fileEvents: this.watcher },
      middleware: {
        workspace: {
          configuration: ({ items }) => items.map(({ scopeUri }) => settingsByHand(this.settings, scopeUri)),
        },
      },
      initializationOptions,
      outputChannel: this.output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (_error, _message, count) => ({
          action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
          handled: true,
        }),
        closed: () => ({
          action: this.mayRestart() ? CloseAction.Restart : CloseAction.DoNotRestart,
          handled: true,
        }),
      },
    };
  }

  /** A server that ends while it starts will do so again; one that ends later gets a few more lives. */
  private mayRestart(): boolean {
    const now = Date.now();
    this.crashes = [...this.crashes.filter((time) => now - time < restartWindow), now];
    this.restarting = this.current === 'running' && this.crashes.length <= maxRestarts;
    return this.restarting;
  }
}

/** The library tells of failures in notifications of its own; here they go to the output, and `PlanServer` tells once. */
function quiet(client: BaseLanguageClient): BaseLanguageClient {
  const error = client.error.bind(client);
  client.error = (message: string, data?: unknown) => error(message, data, false);
  return client;
}

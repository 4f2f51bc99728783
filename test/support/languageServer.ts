import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  type ConfigurationParams,
  createMessageConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { serverBundles } from '../../scripts/lib/serverBundles.mjs';

const root = join(import.meta.dirname, '..', '..');

/** Bundles the server as it is in the tree. Gives the file to run. */
export async function buildServer(): Promise<string> {
  const outdir = join(root, '.cache', 'test', process.env.VITEST_POOL_ID ?? '0');
  const common = { absWorkingDir: root, bundle: true, logLevel: 'error' } as const;
  await Promise.all(serverBundles(outdir).map((options) => build({ ...common, ...options })));
  return join(outdir, 'server.js');
}

/** A client that can do nothing but what LSP asks of every client. */
export const plainClient: ClientCapabilities = {};

/** A client as able as VS Code's. */
export const ableClient: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true, codeDescriptionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source', 'source.fixAll'] } },
      isPreferredSupport: true,
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
    completion: { completionItem: { labelDetailsSupport: true, preselectSupport: true } },
    rename: { prepareSupport: true },
  },
  workspace: { diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
};

/** A server process and the client's end of the line to it. Ended with the test. */
export class Session {
  readonly published: { uri: string; version?: number; diagnostics: Diagnostic[] }[] = [];
  readonly logged: { type: number; message: string }[] = [];
  readonly refreshed: number[] = [];
  readonly registered: string[] = [];
  /** What the process wrote to its error stream. */
  errors = '';
  /** What the client answers when it is asked. */
  settings: unknown = null;
  /** And where it is asked for a folder, by its URI. */
  folderSettings: Record<string, unknown> = {};
  folders: string[] = [];
  readonly #waiting = new Set<() => void>();

  private constructor(
    readonly process: ChildProcess,
    readonly connection: MessageConnection,
  ) {
    connection.onNotification('textDocument/publishDiagnostics', (params) => this.#came(this.published, params));
    connection.onNotification('window/logMessage', (params) => this.#came(this.logged, params));
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.#came(this.refreshed, Date.now());
      return null;
    });
    connection.onRequest('client/registerCapability', (params: RegistrationParams) => {
      for (const { method } of params.registrations) this.#came(this.registered, method);
      return null;
    });
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      items.map(({ scopeUri }) => this.folderSettings[scopeUri ?? ''] ?? this.settings),
    );
    connection.onRequest('workspace/workspaceFolders', () => this.folders.map((uri) => ({ uri, name: uri })));
    connection.listen();
  }

  static start(server: string): Session {
    const arguments_ = ['--expose-gc', '--require', join(import.meta.dirname, 'heap.cjs'), server, '--stdio'];
    const child = spawn(process.execPath, arguments_, { stdio: ['pipe', 'pipe', 'pipe', 'ipc'] });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout!),
      new StreamMessageWriter(child.stdin!),
    );
    const session = new Session(child, connection);
    child.stderr!.on('data', (chunk) => {
      session.errors += chunk;
      process.stderr.write(chunk);
    });
    onTestFinished(() => {
      connection.dispose();
      child.kill();
    });
    return session;
  }

  async initialize(
    capabilities: ClientCapabilities,
    params: Partial<InitializeParams> = {},
  ): Promise<InitializeResult> {
    const result = await this.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities,
      ...params,
    });
    this.notify('initialized', {});
    return result;
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  notify(method: string, params: unknown): void {
    this.connection.sendNotification(method, params).catch((error: unknown) => {
      // What is said to a server that has ended is lost.
      if (this.process.exitCode === null && !this.process.killed) throw error;
    });
  }

  /** The bytes that the server keeps, once all that it can spare is gone. */
  heap(): Promise<number> {
    return new Promise((resolve) => {
      this.process.once('message', ({ heap }: { heap: number }) => resolve(heap));
      this.process.send({});
    });
  }

  open(uri: string, text: string, version = 1, languageId = 'markdown'): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Waits until `look` finds something, looking again whenever something comes from the server. */
  async until<T>(look: () => T | undefined | false): Promise<T> {
    for (;;) {
      const found = look();
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** Waits for the server to say this of its own accord. */
  listen<T>(method: string): Promise<T> {
    return new Promise((resolve) => this.connection.onNotification(method, resolve));
  }

  /** Something came that `until` may be waiting for. */
  wake(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  #came<T>(list: T[], item: T): void {
    list.push(item);
    this.wake();
  }
}

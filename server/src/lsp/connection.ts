import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol';
import { type Client, readClient } from './client';
import { clientFileSystem } from './clientFiles';
import { Converter } from './convert';
import { type Diagnostics, PulledDiagnostics, PushedDiagnostics } from './diagnostics';
import { Documents } from './documents';
import { type Encoding, negotiate } from './encoding';
import { excluder } from './exclude';
import { Guard } from './guard';
import { answerRequests, codeActionKinds } from './handlers';
import type { Host } from './host';
import { Indexer } from './indexer';
import { SettingsSource } from './settings';
import { followDocuments } from './sync';
import { TreeWatch } from './treeWatch';

/** Serves one client until it leaves. Never writes a file. */
export function serve(connection: Connection, host: Host): void {
  connection.onInitialize((params) => {
    const client = readClient(params.capabilities);
    const encoding = negotiate(params.capabilities.general?.positionEncodings);
    wire(connection, host, client, encoding, params);
    return {
      capabilities: capabilities(client, encoding),
      serverInfo: { name: 'plan-truth' },
    } satisfies InitializeResult;
  });
  connection.listen();
}

function capabilities(client: Client, encoding: Encoding): ServerCapabilities {
  const files = { filters: [{ pattern: { glob: '**' } }] };
  return {
    positionEncoding: encoding.kind,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    hoverProvider: true,
    documentSymbolProvider: { label: 'Plan Truth' },
    ...(client.codeActionLiterals ? { codeActionProvider: { codeActionKinds } } : {}),
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'plan-truth', interFileDependencies: true, workspaceDiagnostics: false } }
      : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didCreate: files, didRename: files, didDelete: files },
    },
  };
}

/** Builds what serves this client, and sets it going once the client says that it is ready. */
function wire(connection: Connection, host: Host, client: Client, encoding: Encoding, params: InitializeParams): void {
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const guard = new Guard(connection, host);
  const documents = new Documents(host, encoding, (uris) => {
    diagnostics.changed(uris);
    treeWatch.changed();
  });
  const converter = new Converter(client, encoding, (uri) => documents.clientUri(uri));
  const treeWatch = new TreeWatch(connection, host, guard, documents);
  const delivery = { connection, host, guard, documents, converter };
  const pulled = client.pullsDiagnostics ? new PulledDiagnostics(delivery) : null;
  const diagnostics: Diagnostics = pulled ?? new PushedDiagnostics(delivery);
  const fileSystem = options.fileSystem === 'client' ? clientFileSystem(connection, host.fileSystem) : host.fileSystem;
  const log = guard.log.bind(guard);
  const indexer = fileSystem ? new Indexer(host, fileSystem, documents, log) : null;
  const settings = new SettingsSource(connection, client, options.settings);

  const configure = async () => {
    const now = await settings.read();
    const roots = await folders(connection, client, params);
    documents.configure(now, excluder(roots, now.files.exclude));
    indexer?.look(roots, now.files);
  };

  followDocuments(connection, guard, documents, indexer);
  answerRequests({ connection, guard, documents, converter, treeWatch, pulled, scanned: indexer?.scanned ?? null });
  connection.onDidChangeConfiguration(
    guard.run('settings', (change) => {
      settings.changed(change.settings);
      return configure();
    }),
  );
  connection.onInitialized(
    guard.run('initialized', async () => {
      if (client.folders) connection.workspace.onDidChangeWorkspaceFolders(guard.run('folders', configure));
      await configure();
      await settings.register();
      // A client that offers its file system watches it too.
      if (client.registersWatchers && options.fileSystem !== 'client')
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: '**/*.{md,markdown}' }, { globPattern: '**/.gitignore' }],
        });
    }),
  );
  connection.onShutdown(() => {
    diagnostics.stop();
    treeWatch.stop();
    indexer?.stop();
  });
}

/** The workspace's folders as they are now. */
async function folders(connection: Connection, client: Client, params: InitializeParams): Promise<string[]> {
  const now = client.folders ? await connection.workspace.getWorkspaceFolders() : null;
  const known = now ?? params.workspaceFolders;
  if (known) return known.map(({ uri }) => uri);
  return params.rootUri ? [params.rootUri] : [];
}

import { type Connection, DidChangeWatchedFilesNotification, type InitializeParams } from 'vscode-languageserver';
import { configName, packageName } from '../config/config';
import { type Language, languageOf, sayIn } from '../core/text/say';
import type { InitializationOptions } from '../protocol';
import { answerActions } from './actions';
import { answerCalls } from './calls';
import { answerChanges } from './changes';
import type { Client } from './client';
import { clientFileSystem } from './clientFiles';
import { ConfigFiles } from './configFiles';
import { Converter } from './convert';
import { Decorations } from './decorations';
import { type Diagnostics, PulledDiagnostics, PushedDiagnostics } from './diagnostics';
import { Documents } from './documents';
import { answerEditing } from './editing';
import { Guard } from './guard';
import { answerRequests } from './handlers';
import { type Host, Quiet } from './host';
import { Indexer, type Work } from './indexer';
import type { Agreement } from './initialize';
import { answerNavigation } from './navigation';
import { Pictures } from './pictures';
import { scopesOf } from './scopes';
import { SettingsSource } from './settings';
import { answerSidebar } from './sidebar';
import { followDocuments } from './sync';
import { answerTree } from './treeRequests';
import { TreeWatch } from './treeWatch';

/** A file that is saved is often told of twice. */
const quietMilliseconds = 100;
/** After so long without a question, what was asked about is let go: who asks about all plans does so again and again. */
const restMilliseconds = 10_000;

/**
 * Serves one client until it leaves, from the answer to `initialize` on. Never writes a file. Builds what serves this client,
 * and sets it going once the client says that it is ready.
 */
export function serve(connection: Connection, host: Host, { client, encoding, params }: Agreement): void {
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const guard = new Guard(connection, host);
  const language = languageOf(params.locale);
  const changed = (uris: readonly string[] | null) => {
    diagnostics.changed(uris);
    treeWatch.changed(uris);
    pictures.changed();
    decorations.changed();
  };
  const documents = new Documents(host, encoding, changed, language, () => rest.touch());
  const rest = new Quiet(
    host,
    restMilliseconds,
    guard.run('rest', () => documents.rest()),
  );
  const converter = new Converter(client, encoding, (uri) => documents.clientUri(uri));
  const treeWatch = new TreeWatch(connection, host, guard, documents, converter);
  const fileSystem = options.fileSystem === 'client' ? clientFileSystem(connection, host.fileSystem) : host.fileSystem;
  const log = guard.log.bind(guard);
  const reading = () => showReading(connection, language);
  const indexer = fileSystem ? new Indexer(host, fileSystem, documents, log, reading) : null;
  const settings = new SettingsSource(connection, client, options.settings);
  const scanned = indexer?.scanned ?? null;
  const workspace = () => settings.editor.workspaceDiagnostics;
  const delivery = { connection, host, guard, documents, converter, workspace };
  const pulled = client.pullsDiagnostics ? new PulledDiagnostics(delivery, indexer?.read ?? null) : null;
  const diagnostics: Diagnostics = pulled ?? new PushedDiagnostics(delivery);
  const answers = { connection, guard, documents, converter, scanned };
  const decorations = new Decorations(answers, host, settings.editor);

  const pictures = new Pictures(answers, host);
  const configs = fileSystem ? new ConfigFiles(connection, fileSystem, converter, log, language) : null;

  const readSettings = async () => {
    const roots = await folders(connection, client, params);
    const own = await settings.read(roots);
    const files = (await configs?.read(roots)) ?? [];
    const scopes = scopesOf(own, files, options.trusted !== false);
    const before = documents.snapshot;
    documents.configure(scopes.settingsFor, scopes.isExcluded);
    decorations.configure(settings.editor, before);
    indexer?.look(scopes.files);
  };
  // One after the other, so that what was read last is what holds.
  let settled = Promise.resolve();
  const configure = (): Promise<void> => {
    settled = settled.then(readSettings, readSettings);
    return settled;
  };
  const configChanged = new Quiet(host, quietMilliseconds, guard.run('settings', configure));

  followDocuments(connection, guard, documents, indexer, () => configChanged.touch());
  answerRequests({ ...answers, pulled });
  const sidebar = { ...answers, treeWatch, unreadable: () => indexer?.unreadable ?? [] };
  answerSidebar(sidebar);
  answerTree(sidebar);
  answerNavigation(answers, options.foldsMarkdown === true);
  answerEditing(answers);
  answerActions(answers);
  answerCalls(answers);
  answerChanges(answers);
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
          watchers: ['*.{md,markdown}', '.gitignore', configName, packageName].map((name) => ({
            globPattern: `**/${name}`,
          })),
        });
    }),
  );
  connection.onShutdown(() => {
    configChanged.stop();
    diagnostics.stop();
    treeWatch.stop();
    pictures.stop();
    decorations.stop();
    indexer?.stop();
    rest.stop();
  });
}

/** Shows that the workspace is being read, where the client can; the user may take it back. */
async function showReading(connection: Connection, language: Language): Promise<Work> {
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin(sayIn(language)('Plan Truth: reading the plans of the workspace'), 0, undefined, true);
  return {
    get isCancelled() {
      return progress.token.isCancellationRequested;
    },
    report: (percent) => progress.report(percent),
    done: () => progress.done(),
  };
}

/** The workspace's folders as they are now. */
async function folders(connection: Connection, client: Client, params: InitializeParams): Promise<string[]> {
  const now = client.folders ? await connection.workspace.getWorkspaceFolders() : null;
  const known = now ?? params.workspaceFolders;
  if (known) return known.map(({ uri }) => uri);
  return params.rootUri ? [params.rootUri] : [];
}

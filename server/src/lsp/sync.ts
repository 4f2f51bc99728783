import type { Connection } from 'vscode-languageserver';
import { isMarkdownPath } from '../names';
import { isConfigFile, isConfigName } from './configFiles';
import type { Documents } from './documents';
import type { Guard } from './guard';
import type { Indexer } from './indexer';

/** Follows what the client says of its documents and files. Only Markdown counts. */
export function followDocuments(
  connection: Connection,
  guard: Guard,
  documents: Documents,
  indexer: Indexer | null,
  /** A file of settings may be another now. */
  configChanged: () => void,
): void {
  connection.onDidOpenTextDocument(
    guard.run('didOpen', ({ textDocument: { uri, languageId, version, text } }) => {
      if (languageId === 'markdown' || isMarkdownPath(uri)) documents.open(uri, version, text);
    }),
  );
  connection.onDidChangeTextDocument(
    guard.run('didChange', ({ textDocument, contentChanges }) =>
      documents.change(textDocument.uri, textDocument.version, contentChanges),
    ),
  );
  connection.onDidCloseTextDocument(
    guard.run('didClose', ({ textDocument }) => {
      documents.close(textDocument.uri);
      indexer?.fileChanged(textDocument.uri);
    }),
  );
  connection.onDidSaveTextDocument(
    guard.run('didSave', ({ textDocument: { uri } }) => {
      if (isConfigFile(uri)) configChanged();
      else indexer?.fileChanged(uri);
    }),
  );
  connection.onDidChangeWatchedFiles(
    guard.run('watchedFiles', ({ changes }) => {
      if (changes.some(({ uri }) => isConfigFile(uri))) configChanged();
      indexer?.filesChanged(changes.filter(({ uri }) => !isConfigName(uri)));
    }),
  );
  // Of a folder that came or went, it is not said what it holds.
  const moved = () => {
    configChanged();
    indexer?.rescan();
  };
  connection.workspace.onDidCreateFiles(guard.run('didCreate', moved));
  connection.workspace.onDidRenameFiles(guard.run('didRename', moved));
  connection.workspace.onDidDeleteFiles(guard.run('didDelete', moved));
}

import type { Connection } from 'vscode-languageserver';
import { isMarkdownPath } from '../names';
import type { Documents } from './documents';
import type { Guard } from './guard';
import type { Indexer } from './indexer';

/** Follows what the client says of its documents and files. Only Markdown counts. */
export function followDocuments(
  connection: Connection,
  guard: Guard,
  documents: Documents,
  indexer: Indexer | null,
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
  connection.onDidSaveTextDocument(guard.run('didSave', ({ textDocument }) => indexer?.fileChanged(textDocument.uri)));
  connection.onDidChangeWatchedFiles(guard.run('watchedFiles', ({ changes }) => indexer?.filesChanged(changes)));
  connection.workspace.onDidCreateFiles(guard.run('didCreate', () => indexer?.rescan()));
  connection.workspace.onDidRenameFiles(guard.run('didRename', () => indexer?.rescan()));
  connection.workspace.onDidDeleteFiles(guard.run('didDelete', () => indexer?.rescan()));
}

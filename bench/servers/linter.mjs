// A server around a linter that has none of its own: every text is given to `lint` whole, as its editors do.
import {
  createConnection,
  DocumentDiagnosticReportKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * @typedef {{ line: number, code: string, message: string }} Finding `line` is 0-based
 * @param {(text: string) => Finding[]} lint
 */
export function serve(lint) {
  const connection = createConnection(process.stdin, process.stdout);
  const documents = new TextDocuments(TextDocument);
  documents.listen(connection);
  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    },
  }));
  connection.languages.diagnostics.on(({ textDocument }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: lint(documents.get(textDocument.uri)?.getText() ?? '').map(({ line, code, message }) => ({
      range: { start: { line, character: 0 }, end: { line, character: 1 } },
      code,
      message,
    })),
  }));
  connection.listen();
}

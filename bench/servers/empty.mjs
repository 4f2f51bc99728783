// The floor: a server that does nothing but keep its documents with the usual library and answer. It looks at the end of
// the text once, as a server has to that knows what it answers about.
import {
  createConnection,
  DocumentDiagnosticReportKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
documents.listen(connection);

/** @param {string} uri */
function look(uri) {
  const document = documents.get(uri);
  if (!document) return 'not open';
  const text = document.getText();
  return `version ${document.version}, ends with ${text.charCodeAt(text.length - 1)}`;
}

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.languages.diagnostics.on(({ textDocument }) => ({
  kind: DocumentDiagnosticReportKind.Full,
  items: [{ range: nowhere, message: look(textDocument.uri) }],
}));
connection.onHover(({ textDocument }) => ({ contents: look(textDocument.uri), range: nowhere }));
connection.listen();

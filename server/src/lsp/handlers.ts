import type {
  Connection,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReportPartialResult,
} from 'vscode-languageserver';
import { hover } from '../core/features/hover';
import { symbols } from '../core/features/symbols';
import type { Converter } from './convert';
import type { PulledDiagnostics } from './diagnostics';
import type { Documents } from './documents';
import type { Guard } from './guard';
import type { Parts } from './parts';

export interface Answering {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly documents: Documents;
  readonly converter: Converter;
  /** Null for a client that cannot ask for diagnostics. */
  readonly pulled: PulledDiagnostics | null;
}

/** Answers the client's requests: finds the place, asks the core, converts. */
export function answerRequests({ connection, guard, documents, converter, pulled }: Answering): void {
  const about = <P extends { textDocument: { uri: string } }>({ textDocument }: P) =>
    documents.moment(textDocument.uri);

  connection.onHover(
    guard.request('hover', about, ({ position }, { uri, snapshot }) => {
      const source = snapshot.source(uri);
      const found = source && hover(snapshot, uri, converter.encoding.offset(source, position));
      return found ? converter.hover(source, found) : null;
    }),
  );

  connection.onDocumentSymbol(
    guard.request('documentSymbol', about, (_params, { uri, snapshot }) => {
      const source = snapshot.source(uri);
      if (!source) return [];
      const found = symbols(snapshot, uri);
      return converter.client.nestedSymbols
        ? found.map((symbol) => converter.symbol(source, symbol))
        : converter.flatSymbols(source, uri, found);
    }),
  );

  if (pulled) {
    connection.languages.diagnostics.on(
      guard.request('diagnostic', about, ({ previousResultId }, moment) => pulled.report(moment, previousResultId)),
    );
    const workspace = guard.request(
      'workspace diagnostic',
      () => null,
      (params: WorkspaceDiagnosticParams, _, token, parts: Parts<WorkspaceDiagnosticReportPartialResult>) =>
        pulled.workspace.report(params, parts, token),
    );
    connection.languages.diagnostics.onWorkspace(workspace);
  }
}

import type { Connection, Location, SymbolInformation } from 'vscode-languageserver';
import { definition, highlights, references } from '../core/features/navigation';
import type { Use } from '../core/features/occurrences';
import { selection } from '../core/features/selection';
import { type FoundSymbol, workspaceSymbols } from '../core/features/workspaceSymbols';
import type { Converter } from './convert';
import type { Documents, Moment } from './documents';
import { contentModified, type Guard } from './guard';
import { inParts, type Parts } from './parts';

/** What requests about a place in a document need. */
export interface Answers {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly documents: Documents;
  readonly converter: Converter;
  /** Settled once the workspace's plans are known; null where nobody looks for them. */
  readonly scanned: Promise<void> | null;
}

/**
 * The moment at which a request came in, or, where plans of the workspace were not read yet, the one at which they all were: a file that
 * nobody knew would keep the old name.
 */
export async function inAllPlans({ documents, scanned }: Answers, asked: Moment): Promise<Moment> {
  if (!scanned) return asked;
  const text = asked.snapshot.source(asked.uri);
  await scanned;
  const { snapshot } = documents;
  if (snapshot.source(asked.uri) !== text) throw contentModified();
  return { ...asked, snapshot };
}

/**
 * Answers where something is told of, and where it is named.
 * @param foldsMarkdown Whether the client's editor folds any Markdown by itself.
 */
export function answerNavigation(answers: Answers, foldsMarkdown: boolean): void {
  const { connection, guard, documents, converter } = answers;
  const about = <P extends { textDocument: { uri: string } }>({ textDocument }: P) =>
    documents.moment(textDocument.uri);

  connection.onDefinition(
    guard.request('definition', about, ({ position }, { uri, snapshot }) => {
      const source = snapshot.source(uri);
      if (!source) return [];
      const found = definition(snapshot, uri, converter.encoding.offset(source, position));
      return converter.client.definitionLinks
        ? found.map((one) => converter.definitionLink(snapshot, source, one))
        : found.map(({ uri: at, nameSpan }) => converter.location(snapshot, at, nameSpan));
    }),
  );

  connection.onReferences(
    guard.request('references', about, async ({ position, context }, asked, token, parts: Parts<Location[]>) => {
      const { uri, snapshot } = await inAllPlans(answers, asked);
      const source = snapshot.source(uri);
      const found = source ? references(snapshot, uri, converter.encoding.offset(source, position)) : [];
      const wanted = found.filter(({ role }) => context.includeDeclaration || role !== 'definition');
      const convert = (use: Use) => converter.location(snapshot, use.uri, use.span);
      return inParts(wanted, convert, { parts, token, host: guard.host });
    }),
  );

  connection.onDocumentHighlight(
    guard.request('documentHighlight', about, ({ position }, { uri, snapshot }) => {
      const source = snapshot.source(uri);
      if (!source) return [];
      const found = highlights(snapshot, uri, converter.encoding.offset(source, position));
      return found.map((use) => converter.highlight(source, use));
    }),
  );

  connection.onWorkspaceSymbol(
    guard.request(
      'workspaceSymbol',
      () => documents.snapshot,
      ({ query }, snapshot, token, parts: Parts<SymbolInformation[]>) => {
        const convert = (symbol: FoundSymbol) => converter.workspaceSymbol(snapshot, symbol);
        return inParts(workspaceSymbols(snapshot, query), convert, { parts, token, host: guard.host });
      },
    ),
  );

  connection.onFoldingRanges(
    guard.request('foldingRange', about, (_params, { uri, snapshot }) => {
      const analysis = snapshot.analysis(uri);
      return analysis ? [...converter.folds(snapshot, analysis, foldsMarkdown)] : [];
    }),
  );

  connection.onSelectionRanges(
    guard.request('selectionRange', about, ({ positions }, { uri, snapshot }) => {
      const source = snapshot.source(uri);
      if (!source) return null;
      return positions.map((position) => {
        const spans = selection(snapshot, uri, converter.encoding.offset(source, position));
        return converter.selection(source, position, spans);
      });
    }),
  );
}

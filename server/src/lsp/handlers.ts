import {
  type CodeActionContext,
  CodeActionKind,
  type Connection,
  type WorkspaceDiagnosticParams,
} from 'vscode-languageserver';
import type { Snapshot } from '../core/analysis/snapshot';
import { type Action, fixAllAction, fixAllKind, quickActions } from '../core/features/actions';
import { hover } from '../core/features/hover';
import { symbols } from '../core/features/symbols';
import { type TreeItem, treeChildren, treePath, treeTooltip } from '../core/features/tree';
import { isOrdinaryDocument } from '../names';
import {
  type TreeNode,
  type TreeParams,
  type TreePathParams,
  type TreeResult,
  treePathRequest,
  treeRequest,
} from '../protocol';
import type { Converter } from './convert';
import type { PulledDiagnostics } from './diagnostics';
import { canonical, type Documents } from './documents';
import { contentModified, type Guard } from './guard';
import type { TreeWatch } from './treeWatch';

export interface Answering {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly documents: Documents;
  readonly converter: Converter;
  readonly treeWatch: TreeWatch;
  /** Null for a client that cannot ask for diagnostics. */
  readonly pulled: PulledDiagnostics | null;
  /** Settled once the workspace's plans are known; null where only open documents are. */
  readonly scanned: Promise<void> | null;
}

interface WorkspaceQuestion {
  readonly params: WorkspaceDiagnosticParams;
  readonly waits: boolean;
}

export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind];

/** Answers the client's requests: finds the place, asks the core, converts. */
export function answerRequests({
  connection,
  guard,
  documents,
  converter,
  treeWatch,
  pulled,
  scanned,
}: Answering): void {
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

  connection.onCodeAction(
    guard.request('codeAction', about, ({ range, context, textDocument }, { uri, version, snapshot }) => {
      const source = snapshot.source(uri);
      if (!source || !converter.client.codeActionLiterals) return [];
      if (documents.version(textDocument.uri) !== version) throw contentModified();
      return actions(snapshot, uri, converter.span(source, range), context.only).map((action) =>
        converter.action(snapshot, uri, version, action),
      );
    }),
  );

  if (pulled) {
    connection.languages.diagnostics.on(
      guard.request('diagnostic', about, ({ previousResultId }, moment) => pulled.report(moment, previousResultId)),
    );
    const workspace = guard.request(
      'workspace diagnostic',
      () => null,
      ({ params, waits }: WorkspaceQuestion, _, token) => pulled.workspace.report(params, waits, token),
    );
    // Whoever offers to take partial results takes its time.
    connection.languages.diagnostics.onWorkspace((params, token, _progress, partial) =>
      workspace({ params, waits: partial !== undefined }, token),
    );
  }

  const node = (snapshot: Snapshot, item: TreeItem): TreeNode =>
    converter.treeNode(snapshot.source(item.uri)!, item, treeTooltip(snapshot, item.id));

  connection.onRequest(
    treeRequest,
    guard.request(
      'tree',
      () => documents.snapshot,
      async ({ parent }: TreeParams, now): Promise<TreeResult> => {
        if (parent !== null) return treeChildren(now, parent).map((item) => node(now, item));
        await scanned;
        treeWatch.asked();
        const { snapshot } = documents;
        const plans = treeChildren(snapshot, null).filter(({ uri }) => !isOrdinaryDocument(uri));
        return plans.map((item) => node(snapshot, item));
      },
    ),
  );

  connection.onRequest(
    treePathRequest,
    guard.request(
      'treePath',
      () => documents.snapshot,
      ({ uri, position }: TreePathParams, snapshot): TreeResult => {
        const source = snapshot.source(canonical(uri));
        if (!source) return [];
        const offset = converter.encoding.offset(source, position);
        return treePath(snapshot, canonical(uri), offset).map((item) => node(snapshot, item));
      },
    ),
  );
}

/** Quick fixes unless other kinds are asked for; fix-all only where it is asked for. */
function actions(
  snapshot: Snapshot,
  uri: string,
  span: { start: number; end: number },
  only: CodeActionContext['only'],
) {
  const wanted = (kind: string) => only?.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
  const found: Action[] = !only || wanted(CodeActionKind.QuickFix) ? quickActions(snapshot, uri, span) : [];
  const all = wanted(fixAllKind) ? fixAllAction(snapshot, uri) : null;
  return all ? [...found, all] : found;
}

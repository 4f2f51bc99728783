import type { CallHierarchyItem } from 'vscode-languageserver';
import type { Target } from '../core/analysis/analysis';
import type { Snapshot } from '../core/analysis/snapshot';
import { blockers, type CallKey, callTarget, callTargetOf, unblocked } from '../core/features/calls';
import { links } from '../core/features/links';
import { canonical } from './documents';
import type { Answers } from './navigation';

/** Answers where ids lead: as links, and as chains of what blocks what. */
export function answerCalls({ connection, guard, documents, converter }: Answers): void {
  const about = <P extends { textDocument: { uri: string } }>({ textDocument }: P) =>
    documents.moment(textDocument.uri);

  connection.onDocumentLinks(
    guard.request('documentLink', about, (_params, { uri, snapshot }) => {
      const source = snapshot.source(uri);
      return source ? links(snapshot, uri).map((link) => converter.documentLink(snapshot, source, link)) : [];
    }),
  );

  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(
    guard.request('prepareCallHierarchy', about, ({ position }, { uri, snapshot }) => {
      const source = snapshot.source(uri);
      const target = source && callTarget(snapshot, uri, converter.encoding.offset(source, position));
      return target ? [converter.callItem(snapshot, target)] : null;
    }),
  );

  const now = () => documents.snapshot;
  const targetOf = (snapshot: Snapshot, item: CallHierarchyItem): Target | null => {
    const { uri, type, key } = item.data as CallKey;
    return callTargetOf(snapshot, { uri: canonical(uri), type, key });
  };

  callHierarchy.onOutgoingCalls(
    guard.request('outgoingCalls', now, ({ item }, snapshot) => {
      const target = targetOf(snapshot, item);
      if (!target) return null;
      const source = snapshot.source(target.uri)!;
      return blockers(snapshot, target).map(({ target: to, spans }) => ({
        to: converter.callItem(snapshot, to),
        fromRanges: spans.map((span) => converter.range(source, span)),
      }));
    }),
  );

  callHierarchy.onIncomingCalls(
    guard.request('incomingCalls', now, ({ item }, snapshot) => {
      const target = targetOf(snapshot, item);
      if (!target) return null;
      return unblocked(snapshot, target).map(({ target: from, spans }) => ({
        from: converter.callItem(snapshot, from),
        fromRanges: spans.map((span) => converter.range(snapshot.source(from.uri)!, span)),
      }));
    }),
  );
}

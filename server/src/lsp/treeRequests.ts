import type { Snapshot } from '../core/analysis/snapshot';
import { itemTarget, type TreeItem, treeChildren, treePath, treePathTo, treeTooltip } from '../core/features/tree';
import {
  type Filter,
  filters,
  type Grouping,
  groupings,
  owners,
  type TreeView,
  wholeTree,
} from '../core/features/treeView';
import { isOrdinaryDocument } from '../names';
import {
  type LocateParams,
  type LocateResult,
  locateRequest,
  type OwnersResult,
  ownersRequest,
  type TreeParams,
  type TreePathParams,
  type TreePathToParams,
  type TreeResult,
  type TreeTooltipParams,
  type TreeTooltipResult,
  type TreeVisibleParams,
  treePathRequest,
  treePathToRequest,
  treeRequest,
  treeTooltipRequest,
  treeVisibleNotification,
  type UnreadableResult,
  unreadableRequest,
  type WireTreeView,
} from '../protocol';
import { canonical } from './documents';
import type { Sidebar } from './sidebar';

/** Whether a document's plan is shown in the sidebar. */
export const isShownPlan = (uri: string): boolean => !isOrdinaryDocument(uri);

/** Answers what the client asks for its tree. */
export function answerTree({ connection, guard, documents, converter, treeWatch, scanned, unreadable }: Sidebar): void {
  const nodes = (snapshot: Snapshot, items: readonly TreeItem[]) => items.map((item) => treeWatch.node(snapshot, item));
  const now = () => documents.snapshot;

  connection.onRequest(
    treeRequest,
    guard.request('tree', now, async ({ parent, view }: TreeParams, before): Promise<TreeResult> => {
      if (parent === null) await treeWatch.begin(scanned);
      const snapshot = parent === null ? documents.snapshot : before;
      if (view) return nodes(snapshot, treeWatch.list(snapshot, parent, viewOf(view)));
      treeWatch.hold(snapshot);
      return nodes(snapshot, treeChildren(snapshot, parent, viewOf(undefined)));
    }),
  );

  connection.onRequest(
    treePathRequest,
    guard.request('treePath', now, ({ uri, position, view }: TreePathParams, snapshot): TreeResult => {
      const source = snapshot.source(canonical(uri));
      if (!source) return [];
      const offset = converter.encoding.offset(source, position);
      return nodes(snapshot, treePath(snapshot, canonical(uri), offset, viewOf(view)));
    }),
  );

  connection.onRequest(
    treePathToRequest,
    guard.request('treePathTo', now, ({ id, view }: TreePathToParams, snapshot): TreeResult => {
      return nodes(snapshot, treePathTo(snapshot, id, viewOf(view)));
    }),
  );

  connection.onRequest(
    treeTooltipRequest,
    guard.request('treeTooltip', now, ({ id }: TreeTooltipParams, snapshot): TreeTooltipResult => {
      return treeTooltip(snapshot, id);
    }),
  );

  connection.onRequest(
    locateRequest,
    guard.request('locate', now, ({ id }: LocateParams, snapshot): LocateResult => {
      const target = itemTarget(snapshot, id);
      if (!target) return null;
      const { uri, source } = target.analysis;
      return { uri: converter.clientUri(uri), range: converter.range(source, target.entity.span) };
    }),
  );

  connection.onRequest(
    unreadableRequest,
    guard.request(
      'unreadable',
      () => null,
      async (): Promise<UnreadableResult> => {
        await scanned;
        return unreadable().map((uri) => documents.clientUri(uri));
      },
    ),
  );

  connection.onRequest(
    ownersRequest,
    guard.request('owners', now, (_: null, snapshot): OwnersResult => owners(snapshot, isShownPlan)),
  );

  connection.onNotification(
    treeVisibleNotification,
    guard.run('treeVisible', ({ visible }: TreeVisibleParams) => treeWatch.show(visible)),
  );
}

/** A view as the client asks for it; what is none of ours is left out. */
function viewOf(view: WireTreeView | undefined): TreeView {
  const isOne = <T extends string>(known: readonly T[], word: unknown): word is T =>
    (known as readonly unknown[]).includes(word);
  const groupBy: Grouping = isOne(groupings, view?.groupBy) ? view.groupBy : wholeTree.groupBy;
  const filter = [...new Set((view?.filter ?? []).filter((word): word is Filter => isOne(filters, word)))];
  const me = (view?.me ?? []).filter((name) => typeof name === 'string');
  return { groupBy, filter, me, isWanted: isShownPlan };
}

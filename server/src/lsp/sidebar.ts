import { progressOf } from '../core/features/progress';
import { readyTickets } from '../core/features/ready';
import { statusChoices } from '../core/features/statusChoices';
import { treeChildren } from '../core/features/tree';
import { isOrdinaryDocument } from '../names';
import {
  type ProgressParams,
  type ProgressResult,
  progressRequest,
  type ReadyResult,
  readyRequest,
  type StatusChoicesParams,
  type StatusChoicesResult,
  statusChoicesRequest,
} from '../protocol';
import { canonical } from './documents';
import type { Answers } from './navigation';
import type { TreeWatch } from './treeWatch';

interface Sidebar extends Answers {
  readonly treeWatch: TreeWatch;
  /** Settled once the workspace's plans are known; null where only open documents are. */
  readonly scanned: Promise<void> | null;
}

/** Answers what the client's sidebar and status bar ask beside the tree itself. */
export function answerSidebar({ connection, guard, documents, converter, treeWatch, scanned }: Sidebar): void {
  connection.onRequest(
    statusChoicesRequest,
    guard.request(
      'statusChoices',
      () => documents.now(),
      ({ ids }: StatusChoicesParams, { snapshot, versionOf }): StatusChoicesResult =>
        statusChoices(snapshot, ids).map(({ edits, ...choice }) => ({
          ...choice,
          edit: converter.wireEdit(snapshot, edits, versionOf),
        })),
    ),
  );

  connection.onRequest(
    readyRequest,
    guard.request(
      'ready',
      () => null,
      async (): Promise<ReadyResult> => {
        await scanned;
        treeWatch.asked();
        const { snapshot } = documents;
        return readyTickets(snapshot, (uri) => !isOrdinaryDocument(uri)).map(({ item, tooltip, ...rest }) => ({
          ...rest,
          node: converter.treeNode(snapshot.source(item.uri)!, item, tooltip),
        }));
      },
    ),
  );

  connection.onRequest(
    progressRequest,
    guard.request(
      'progress',
      () => documents.snapshot,
      ({ uri }: ProgressParams, snapshot): ProgressResult => {
        treeWatch.asked();
        const plan = treeChildren(snapshot, null).find((item) => item.uri === canonical(uri));
        const analysis = snapshot.analysis(canonical(uri));
        if (!plan || !analysis || isOrdinaryDocument(uri)) return null;
        return { label: plan.label, ...progressOf(analysis, analysis.plan) };
      },
    ),
  );
}

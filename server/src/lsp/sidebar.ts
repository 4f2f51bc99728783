import type { Snapshot } from '../core/analysis/snapshot';
import { plansOf } from '../core/features/heaps';
import { progressOf } from '../core/features/progress';
import { readyTickets } from '../core/features/ready';
import { statusChoices } from '../core/features/statusChoices';
import { wholeTree } from '../core/features/treeView';
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
import { isShownPlan } from './treeRequests';
import type { TreeWatch } from './treeWatch';

export interface Sidebar extends Answers {
  readonly treeWatch: TreeWatch;
  /** Settled once the workspace's plans are known; null where only open documents are. */
  readonly scanned: Promise<void> | null;
}

/** More than anyone reads of what comes next. */
const maxReady = 500;

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
        const { snapshot } = documents;
        const { total, first } = treeWatch.answer('ready', snapshot, (now) => {
          const all = readyTickets(now, isShownPlan);
          return { total: all.length, first: all.slice(0, maxReady) };
        });
        const tickets = first.map(({ item, ...rest }) => ({ ...rest, node: treeWatch.node(snapshot, item) }));
        return { tickets, total };
      },
    ),
  );

  connection.onRequest(
    progressRequest,
    guard.request(
      'progress',
      () => documents.snapshot,
      ({ uri }: ProgressParams, snapshot): ProgressResult =>
        treeWatch.answer(uri, snapshot, (now) => progress(now, canonical(uri))),
    ),
  );
}

function progress(snapshot: Snapshot, uri: string): ProgressResult {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return null;
  const label = plansOf(snapshot, { ...wholeTree, isWanted: isShownPlan }).get(analysis);
  return label === undefined ? null : { label, ...progressOf(analysis, analysis.plan) };
}

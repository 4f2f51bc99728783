import type { Target } from '../core/analysis/analysis';
import type { Snapshot } from '../core/analysis/snapshot';
import { fileName } from '../core/features/describe';
import { plansOf } from '../core/features/heaps';
import { marks } from '../core/features/marks';
import { dependenciesOf, dependencyPicks, groupPicks } from '../core/features/picks';
import { progressOf } from '../core/features/progress';
import { promptFor } from '../core/features/prompt';
import { readyTickets } from '../core/features/ready';
import { statusChoices } from '../core/features/statusChoices';
import { itemTarget } from '../core/features/tree';
import { wholeTree } from '../core/features/treeView';
import type { Ticket } from '../core/model/plan';
import {
  type MarksParams,
  type MarksResult,
  marksRequest,
  type PicksParams,
  type PicksResult,
  type ProgressParams,
  type ProgressResult,
  type PromptParams,
  type PromptResult,
  picksRequest,
  progressRequest,
  promptRequest,
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
  /** Files that could not be read. */
  readonly unreadable: () => readonly string[];
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
    picksRequest,
    guard.request(
      'picks',
      () => documents.snapshot,
      ({ of, ids }: PicksParams, snapshot): PicksResult => {
        const targets = targetsOf(snapshot, ids);
        const [first] = targets;
        if (!first) return [];
        if (of === 'moveTickets') return groupPicks(snapshot, targets);
        return of === 'addDependency' ? dependencyPicks(snapshot, first) : dependenciesOf(snapshot, first);
      },
    ),
  );

  connection.onRequest(
    promptRequest,
    guard.request(
      'prompt',
      () => documents.snapshot,
      ({ ids, paths }: PromptParams, snapshot): PromptResult => {
        const byUri = new Map(Object.entries(paths).map(([uri, path]) => [canonical(uri), path]));
        return promptFor(snapshot, targetsOf(snapshot, ids), (uri) => byUri.get(uri) ?? fileName(uri));
      },
    ),
  );

  connection.onRequest(
    readyRequest,
    guard.request(
      'ready',
      () => null,
      async (): Promise<ReadyResult> => {
        await treeWatch.begin(scanned);
        const { snapshot } = documents;
        const { total, first } = treeWatch.answer(
          'ready',
          '',
          snapshot,
          (now) => {
            const all = readyTickets(now, isShownPlan);
            return { total: all.length, first: all.slice(0, maxReady) };
          },
          // Where they stand is asked for when they are gone to.
          ({ total, first }) => [total, first.map(({ item: { span: _, ...seen }, ...rest }) => [seen, rest])],
        );
        const tickets = first.map(({ item, ...rest }) => ({ ...rest, node: treeWatch.node(snapshot, item) }));
        return { tickets, total };
      },
    ),
  );

  connection.onRequest(
    marksRequest,
    guard.request(
      'marks',
      () => documents.snapshot,
      ({ uri, kinds }: MarksParams, snapshot): MarksResult => {
        const own = canonical(uri);
        const source = snapshot.source(own);
        const keys = (tickets: readonly Ticket[]) => tickets.map(({ key }) => key);
        const isWanted = (kind: keyof MarksResult): boolean => kinds?.includes(kind) ?? true;
        const { ready, waiting } = treeWatch.answer(
          'marks',
          uri,
          snapshot,
          (now) => {
            const { ready, waiting } = marks(now, isShownPlan(own) ? own : '');
            return { ready: isWanted('ready') ? ready : [], waiting: isWanted('waiting') ? waiting : [] };
          },
          // Where they stand is followed by the client itself.
          (now) => [keys(now.ready), keys(now.waiting)],
        );
        const ranges = (tickets: readonly Ticket[]) => tickets.map(({ span }) => converter.range(source!, span));
        return { ready: ranges(ready), waiting: ranges(waiting) };
      },
    ),
  );

  connection.onRequest(
    progressRequest,
    guard.request(
      'progress',
      () => documents.snapshot,
      ({ uri }: ProgressParams, snapshot): ProgressResult =>
        treeWatch.answer('progress', uri, snapshot, (now) => progress(now, canonical(uri))),
    ),
  );
}

const targetsOf = (snapshot: Snapshot, ids: readonly string[]): Target[] =>
  ids.flatMap((id) => {
    const found = itemTarget(snapshot, id);
    return found ? { uri: found.analysis.uri, entity: found.entity } : [];
  });

function progress(snapshot: Snapshot, uri: string): ProgressResult {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return null;
  const label = plansOf(snapshot, { ...wholeTree, isWanted: isShownPlan }).get(uri);
  return label === undefined ? null : { label, ...progressOf(analysis, analysis.plan) };
}

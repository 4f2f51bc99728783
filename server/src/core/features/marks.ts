import type { Selector } from '../analysis/selection';
import type { Snapshot } from '../analysis/snapshot';
import type { Ticket } from '../model/plan';
import { isReadyLeaf } from './ready';
import { isWaiting } from './treeItem';

/** The tickets of a document that an editor marks. */
export interface Marks {
  /** Those that could be started now. */
  readonly ready: readonly Ticket[];
  /** Those that are not done and depend on what is not done. */
  readonly waiting: readonly Ticket[];
}

const waits: Selector<Ticket> = (ticket, analysis) => isWaiting(analysis, ticket);

/** Both empty where the document holds no plan. */
export function marks(snapshot: Snapshot, uri: string): Marks {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return { ready: [], waiting: [] };
  return { ready: analysis.selectTickets(isReadyLeaf), waiting: analysis.selectTickets(waits) };
}

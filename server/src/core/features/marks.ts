import type { Snapshot } from '../analysis/snapshot';
import type { Ticket } from '../model/plan';
import { isReady, isWaiting } from './treeItem';

/** The tickets of a document that an editor marks. */
export interface Marks {
  /** Those that could be started now. */
  readonly ready: readonly Ticket[];
  /** Those that are not done and depend on what is not done. */
  readonly waiting: readonly Ticket[];
}

/** Both empty where the document holds no plan. */
export function marks(snapshot: Snapshot, uri: string): Marks {
  const analysis = snapshot.analysis(uri);
  const tickets = analysis?.plan.allTickets ?? [];
  return {
    ready: tickets.filter((ticket) => isReady(analysis!, ticket)),
    waiting: tickets.filter((ticket) => isWaiting(analysis!, ticket)),
  };
}

import type { Target } from '../analysis/analysis';
import type { Group, Status, Ticket } from '../model/plan';
import type { Related } from './finding';

/** What a message calls a ticket or group: its id unless that is a mere number, else its title, cut where it is long. */
export function nameOf(entity: Ticket | Group): string {
  if (entity.type === 'ticket' && entity.id !== null && !/^\d+$/.test(entity.id)) return entity.id;
  return entity.title.length > 60 ? `${entity.title.slice(0, 59)}…` : entity.title;
}

export const statusText = (status: Status | null): string => status?.text ?? 'no status';

/** A related place with what it says. */
export const relatedTo = ({ uri, entity }: Target): Related => ({
  uri,
  span: entity.status && !entity.status.inherited ? entity.status.span : entity.span,
  message: `${nameOf(entity)} is ${statusText(entity.status)}`,
});

import type { Target } from '../analysis/analysis';
import type { Group, Status, Ticket } from '../model/plan';
import type { Related } from './finding';

/** A piece of the plan's text in a message: no longer than a reader takes in. */
export const clipped = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** What a message calls a ticket or group: its id unless that is a mere number, else its title, cut where it is long. */
export function nameOf(entity: Ticket | Group): string {
  if (entity.type === 'ticket' && entity.id !== null && !/^\d+$/.test(entity.id)) return entity.id;
  return clipped(entity.title);
}

export const statusText = (status: Status | null): string => clipped(status?.text ?? 'no status');

/** A related place with what it says. */
export const relatedTo = ({ uri, entity }: Target): Related => ({
  uri,
  span: entity.status && !entity.status.inherited ? entity.status.span : entity.span,
  message: entity.status ? `${nameOf(entity)} is ${entity.status.text}` : `${nameOf(entity)} has no status`,
});

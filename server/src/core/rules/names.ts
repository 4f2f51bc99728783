import type { Target } from '../analysis/analysis';
import type { Group, GroupKind, Status, Ticket } from '../model/plan';
import type { Say, Template } from '../text/say';
import type { Related } from './finding';

/** A piece of the plan's text in a message: no longer than a reader takes in. */
export const clipped = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** What a message calls a ticket or group: its id unless that is a mere number, else its title, cut where it is long. */
export function nameOf(entity: Ticket | Group): string {
  if (entity.type === 'ticket' && entity.id !== null && !/^\d+$/.test(entity.id)) return entity.id;
  return clipped(entity.title);
}

export const statusText = (status: Status): string => clipped(status.text);

/** `A-1 is Done`, `A-1 has no status`. */
export const standing = (say: Say, entity: Ticket | Group): string =>
  entity.status
    ? say('{0} is {1}', nameOf(entity), statusText(entity.status))
    : say('{0} has no status', nameOf(entity));

/** `Phase 1`. */
export const kindAndKey = (say: Say, kind: GroupKind, key: string): string => say(kindTemplates[kind], key);

const kindTemplates = {
  phase: 'Phase {0}',
  sprint: 'Sprint {0}',
  epic: 'Epic {0}',
  milestone: 'Milestone {0}',
  section: 'Section {0}',
} as const satisfies Record<GroupKind, Template>;

/** A related place with what it says. */
export const relatedTo = (say: Say, { uri, entity }: Target): Related => ({
  uri,
  span: entity.status && !entity.status.inherited ? entity.status.span : entity.span,
  message: standing(say, entity),
});

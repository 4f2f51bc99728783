import type { Group, Plan, Ticket } from '../model/plan';

/** The groups and tickets that stand side by side in a plan, a group or a ticket, in the order of the text. */
export function childrenOf(parent: Plan | Group | Ticket): (Group | Ticket)[] {
  if ('children' in parent) return [...parent.children];
  const groups = parent.groups.filter(isShown);
  if (groups.length === 0) return [...parent.tickets];
  return [...groups, ...parent.tickets].sort((a, b) => a.span.start - b.span.start);
}

/** A section that holds no tickets is a heading like any other; a phase or one with a status is part of the plan. */
export function isShown(group: Group): boolean {
  if (group.kind !== 'section' || group.tickets.length > 0 || group.status) return true;
  return group.mentions.some((mention) => mention.status) || group.groups.some(isShown);
}

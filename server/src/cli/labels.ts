import type { GroupListing, PlanListing, TicketListing } from './listing';
import { cellsOf } from './terminal/display';

/** What people call the target of a dependency, which the JSON names by its key. */
export type Labels = (plan: PlanListing, name: string) => string;

const longest = 40;

/** Ids stay as they are; groups, tickets without an id and those whose id is a bare number are called by their titles. */
export function labelsOf(plans: readonly PlanListing[]): Labels {
  const labels = new Map<string, string>();
  for (const plan of plans) {
    const add = (name: string, label: string) => labels.set(`${plan.path}#${name}`, shortened(label));
    const tickets = (list: readonly TicketListing[]): void => {
      for (const { key, id, title, children } of list) {
        add(key, id === null ? title || key : /^[\d.]+$/.test(id) && title ? titled(id, title) : id);
        tickets(children);
      }
    };
    const groups = (list: readonly GroupListing[]): void => {
      for (const group of list) {
        add(`${group.kind}:${group.key}`, group.title);
        groups(group.groups);
        tickets(group.tickets);
      }
    };
    groups(plan.groups);
    tickets(plan.tickets);
  }
  return (plan, name) => {
    const own = labels.get(`${plan.path}#${name}`);
    if (own !== undefined) return own;
    const other = labels.get(name);
    return other === undefined ? name : `${name.slice(0, name.indexOf('#'))}: ${other}`;
  };
}

/** `2.1 Set up`; a title that begins with the id says it already. */
export const titled = (id: string | null, title: string): string =>
  id === null || title.startsWith(id) ? title : `${id} ${title}`.trim();

/** At most about `width` characters. */
export function shortened(text: string, width = longest): string {
  const start = text.slice(0, width * 8);
  const cells = cellsOf(start);
  if (cells.length <= width && start === text) return text;
  return `${cells
    .slice(0, width)
    .map((cell) => cell.text)
    .join('')
    .trimEnd()}…`;
}

import type { Analysis } from '../analysis/analysis';
import { countLeaves } from '../analysis/totals';
import type { Group, Plan, Ticket } from '../model/plan';
import type { Say } from '../text/say';

/** How far a plan, a group or a ticket with children is, in leaf tickets; dropped ones are left out. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly ready: number;
  readonly waiting: number;
}

export function progressOf(analysis: Analysis, scope: Group | Plan | Ticket): Progress {
  const { done, total } = 'children' in scope ? countLeaves(scope.children) : analysis.totals(scope);
  let ready = 0;
  let waiting = 0;
  for (const ticket of leaves(scope)) {
    if (analysis.isDone(ticket)) continue;
    if (analysis.isReady(ticket)) ready++;
    else if (analysis.waitsOn(ticket).length > 0) waiting++;
  }
  return { done, total, ready, waiting };
}

/** `3/5 done · 1 ready · 1 waiting`; empty where there is nothing to count. */
export function progressWords(say: Say, { done, total, ready, waiting }: Progress): string {
  if (total === 0) return '';
  const parts = [say('{0}/{1} done', done, total)];
  if (ready > 0) parts.push(say('{0} ready', ready));
  if (waiting > 0) parts.push(say('{0} waiting', waiting));
  return parts.join(' · ');
}

/** The tickets below a scope that have no children, without what was dropped and all that it holds. */
export function* leaves(scope: Group | Plan | Ticket): Generator<Ticket> {
  for (const ticket of 'children' in scope ? scope.children : scope.tickets) {
    if (ticket.status?.kind === 'dropped') continue;
    if (ticket.children.length === 0) yield ticket;
    else yield* leaves(ticket);
  }
  if ('groups' in scope) for (const group of scope.groups) if (group.status?.kind !== 'dropped') yield* leaves(group);
}

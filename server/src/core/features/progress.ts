import type { Analysis } from '../analysis/analysis';
import type { Work } from '../analysis/keep';
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
  if ('children' in scope && scope.children.length === 0) return nothing;
  const { done, total } = 'children' in scope ? countLeaves(scope.children) : analysis.totals(scope);
  return { done, total, ...analysis.kept(openIn, scope) };
}

const nothing: Progress = { done: 0, total: 0, ready: 0, waiting: 0 };

type Open = Pick<Progress, 'ready' | 'waiting'>;

const noneOpen: Open = { ready: 0, waiting: 0 };
const oneReady: Open = { ready: 1, waiting: 0 };
const oneWaiting: Open = { ready: 0, waiting: 1 };

/** What is ready and what waits among the tickets without children that a part of a plan is or holds. */
const openIn: Work<Open> = (scope, analysis) => {
  if ('children' in scope && scope.children.length === 0) return standingOf(scope, analysis);
  let ready = 0;
  let waiting = 0;
  for (const part of countedIn(scope)) {
    const open = analysis.kept(openIn, part);
    ready += open.ready;
    waiting += open.waiting;
  }
  return { ready, waiting };
};

function standingOf(ticket: Ticket, analysis: Analysis): Open {
  if (analysis.isDone(ticket)) return noneOpen;
  if (analysis.isReady(ticket)) return oneReady;
  return analysis.waitsOn(ticket).length > 0 ? oneWaiting : noneOpen;
}

/** What stands right below, without what was dropped. */
function* countedIn(scope: Group | Plan | Ticket): Generator<Group | Ticket> {
  for (const ticket of 'children' in scope ? scope.children : scope.tickets)
    if (ticket.status?.kind !== 'dropped') yield ticket;
  if ('groups' in scope) for (const group of scope.groups) if (group.status?.kind !== 'dropped') yield group;
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
  for (const part of countedIn(scope)) {
    if (part.type === 'ticket' && part.children.length === 0) yield part;
    else yield* leaves(part);
  }
}

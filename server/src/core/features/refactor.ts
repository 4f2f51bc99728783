import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Ticket } from '../model/plan';
import { type Span, touches } from '../text/span';
import { addTicket } from './addTicket';
import type { Change, Refusal } from './change';
import { dependable } from './dependencyChoices';
import { addDependency, removeDependency } from './dependencyEdits';
import { dependencyPlace } from './dependencyPlace';
import { fitsList, listAround, listToTable, tableToList } from './listsAndTables';
import { plain } from './markdown';
import { formOf, moveTickets } from './moveTickets';
import { nameOf } from './names';
import { ticketsNear } from './near';
import { isShown } from './outline';
import { setStatus } from './setStatus';
import { sortedOrder, sortTickets } from './sortTickets';
import { insertSummary, isStale, lacksSummary, refreshSummary } from './summaryEdits';
import { tableAt } from './tables';

/** Something that can be made of a place and is no fix. */
export interface Refactoring {
  /** Tells it apart from the others at its place. */
  readonly name: string;
  readonly title: string;
  readonly kind: 'refactor.rewrite' | 'refactor.move';
  /** The natural next step. */
  readonly preferred: boolean;
  /** It costs nothing to work it out. */
  readonly quick?: true;
  /** Works it out; null where there is nothing to be done after all. */
  readonly change: () => Change | Refusal | null;
}

/** So many tickets to depend on, and phases to move to, are offered: the nearest. */
const mostDependencies = 3;
const mostGroups = 8;

/** What can be made of the tickets, phases and figures that a span touches: only what makes sense there. */
export function refactorings(snapshot: Snapshot, uri: string, span: Span): Refactoring[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return [];
  const tickets = ticketsNear(analysis.plan, span).filter((one) =>
    one.mentions.some((mention) => touches(mention.span, span)),
  );
  const group = analysis.plan.allGroups.find((one) => one.body !== null && touches(one.span, span)) ?? null;
  const [ticket] = tickets;
  const found: Refactoring[] = setStatus(snapshot, uri, span.start).map(({ title, edits, next, along }) => ({
    name: title,
    title,
    kind: 'refactor.rewrite',
    preferred: next,
    ...(along ? {} : { quick: true }),
    change: () => ({ edits: new Map([[uri, along ? along() : edits]]) }),
  }));
  const rewrite = (name: string, title: string, change: Refactoring['change']): void => {
    found.push({ name, title, kind: 'refactor.rewrite', preferred: false, change });
  };
  const { say } = snapshot;
  const owner = tickets.length === 1 ? ticket! : tickets.length === 0 ? group : null;
  if (tickets.length === 1)
    rewrite('add', say('Add a ticket below'), () => addTicket(snapshot, uri, { below: ticket! }));
  else if (tickets.length === 0 && group)
    rewrite('add', say('Add a ticket to {0}', nameOf(say, group)), () => addTicket(snapshot, uri, { group }));
  if (owner) found.push(...dependencies(snapshot, analysis, owner, span));
  if (ticket) found.push(...moves(snapshot, analysis, tickets));
  if (ticket && listAround(analysis, ticket).length > 1)
    rewrite('table', say('Turn this check list into a table'), () => listToTable(snapshot, uri, ticket));
  const table = tableAt(analysis.plan, span.start);
  if (table && fitsList(analysis, table))
    rewrite('list', say('Turn this table into a check list'), () => tableToList(snapshot, uri, table));
  if (ticket && sortedOrder(analysis, ticket))
    rewrite('sort', say('Sort by dependency order'), () => sortTickets(snapshot, uri, ticket));
  if (isAboutFigures(analysis, span) && isStale(snapshot, uri))
    rewrite('refresh', say('Refresh the summary'), () => refreshSummary(snapshot, uri));
  if (isHeading(analysis, span) && lacksSummary(analysis))
    rewrite('summary', say('Insert a summary'), () => insertSummary(snapshot, uri));
  return found;
}

/** To depend on what is near, and no longer on what is named at the cursor. */
function dependencies(snapshot: Snapshot, analysis: Analysis, owner: Ticket | Group, span: Span): Refactoring[] {
  const { uri, say } = analysis;
  const target = { uri, entity: owner };
  const found: Refactoring[] = [];
  const here = analysis
    .dependencies(owner)
    .filter((one) => touches(one.span, span) && one.problem === null && !one.told);
  for (const { targets } of here)
    for (const on of targets.length === 1 ? targets : [])
      found.push({
        name: `undepend ${on.uri} ${on.entity.key}`,
        title: say('Remove the dependency on {0}', nameOf(say, on.entity)),
        kind: 'refactor.rewrite',
        preferred: false,
        change: () => removeDependency(snapshot, target, on),
      });
  const isItem = owner.type === 'ticket' && (owner.shape === 'task' || owner.shape === 'item');
  if (
    !isItem &&
    !dependencyPlace(analysis, owner) &&
    !(owner.body && (owner.type === 'group' || owner.shape === 'heading'))
  )
    return found;
  for (const entity of dependable(analysis, owner, mostDependencies))
    found.push({
      name: `depend ${entity.key}`,
      title: say('Add a dependency on {0}', nameOf(say, entity)),
      kind: 'refactor.rewrite',
      preferred: false,
      change: () => addDependency(snapshot, target, { uri, entity }),
    });
  return found;
}

/** To the phases and sections near that keep their tickets in the same form. */
function moves(snapshot: Snapshot, analysis: Analysis, tickets: readonly Ticket[]): Refactoring[] {
  const { uri, plan, say } = analysis;
  const [first] = tickets;
  const targets = tickets.map((entity) => ({ uri, entity }));
  const others = plan.allGroups.filter((group) => {
    const like = group.tickets.at(-1);
    if (!isShown(group) || tickets.every((one) => one.group === group && !one.parent)) return false;
    return like ? formOf(like) === formOf(first!) : group.body !== null && group.kind !== 'section';
  });
  const from = others.findIndex(({ span }) => span.start > first!.span.start);
  const middle = from < 0 ? others.length : from;
  const start = Math.max(0, Math.min(middle - mostGroups / 2, others.length - mostGroups));
  return others.slice(start, start + mostGroups).map((group) => ({
    name: `move ${group.kind}:${group.key}`,
    title:
      tickets.length === 1
        ? say('Move to {0}', nameOf(say, group))
        : say('Move {0} tickets to {1}', tickets.length, nameOf(say, group)),
    kind: 'refactor.move',
    preferred: false,
    change: () => moveTickets(snapshot, targets, { uri, group }),
  }));
}

/** In a line that holds a figure of the plan, or is a heading. */
function isAboutFigures(analysis: Analysis, span: Span): boolean {
  const { plan, source } = analysis;
  const line = source.line(source.lineAt(span.start));
  return plan.claims.some((claim) => touches(claim.span, line)) || isHeading(analysis, span);
}

/** In the title of the plan or in the heading of a phase. */
function isHeading({ plan, source }: Analysis, span: Span): boolean {
  const line = source.line(source.lineAt(span.start));
  const text = source.slice(line);
  if (plan.allGroups.some((group) => group.body !== null && touches(group.span, span))) return true;
  return plan.title !== null && /^[\ufeff\s>]*#\s/.test(text) && plain(text).includes(plan.title);
}

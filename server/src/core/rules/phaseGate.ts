import type { Analysis } from '../analysis/analysis';
import type { Selector } from '../analysis/selection';
import type { Group, PhaseOrder, Ticket } from '../model/plan';
import { nameOf, relatedTo, statusText } from './names';
import type { Rule } from './rule';

export const phaseGate: Rule = {
  id: 'phase-gate',
  severity: 'info',
  summary: 'Work started in a phase before the one that the plan puts first is complete.',
  details: `Where the plan gives an order ("A → B → C", "Phase 2 starts when Phase 1 is done", "Phase 1 must be complete before Phase 2"), a phase has
a gate ("Gate: Phase 1 complete", "Exit criteria: all of Phase 1 merged"), depends on another, or is headed "(Blocking
Prerequisites)", work in the later phase before the earlier one is complete is early. Without such words phases may run side by side.
Tickets that are optional hold nothing up.`,
  examples: [
    {
      bad: `Order: Phase 1 → Phase 2

## Phase 1

- [ ] Schema

## Phase 2

- [x] Login
   ^ info phase-gate: Login is [x], but Phase 1 comes first and is not complete
`,
      good: `Order: Phase 1 → Phase 2

## Phase 1

- [x] Schema

## Phase 2

- [x] Login
`,
    },
  ],
  *check({ analysis }) {
    const { say } = analysis;
    const told = new Set<Group>();
    for (const { groups, span } of ordersOf(analysis))
      for (const [i, group] of groups.entries()) {
        const before = groups.slice(0, i).find((earlier) => isOpen(analysis, earlier));
        const begun = before && !told.has(group) && firstBegun(group);
        if (!begun) continue;
        told.add(group);
        yield {
          message: say(
            '{0} is {1}, but {2} comes first and is not complete',
            nameOf(begun),
            statusText(begun.status!),
            before.title,
          ),
          span: begun.status!.span,
          related: [
            { uri: analysis.uri, span, message: say('the order of the phases') },
            relatedTo(say, { uri: analysis.uri, entity: before }),
          ],
        };
      }
  },
};

/** What lines say of the order, then what the phases themselves depend on. */
function* ordersOf(analysis: Analysis): Generator<PhaseOrder> {
  yield* analysis.plan.orders;
  for (const group of analysis.selectGroups(isDependent))
    for (const { targets, problem, soft, span } of analysis.dependencies(group))
      for (const { entity, uri } of problem === null && !soft ? targets : [])
        if (entity.type === 'group' && uri === analysis.uri) yield { span, groups: [entity, group] };
}

/** Something of it is open that is not optional. */
function isOpen(analysis: Analysis, group: Group): boolean {
  if (group.partial || analysis.isDone(group)) return false;
  const open = ({ status, optional, children }: Ticket): boolean =>
    !optional &&
    status?.kind !== 'dropped' &&
    (children.length > 0 && status?.kind !== 'done' ? children.some(open) : status !== null && status.kind !== 'done');
  return group.tickets.some(open) || group.groups.some((inner) => isOpen(analysis, inner));
}

function firstBegun(group: Group): Ticket | null {
  const begun = (ticket: Ticket): Ticket | null =>
    ticket.status && !ticket.status.inherited && ['active', 'review', 'done'].includes(ticket.status.kind ?? '')
      ? ticket
      : (ticket.children.map(begun).find((child) => child !== null) ?? null);
  return (
    group.tickets.map(begun).find((ticket) => ticket !== null) ??
    group.groups.map(firstBegun).find((ticket) => ticket !== null) ??
    null
  );
}

const isDependent: Selector<Group> = ({ dependencies }) => dependencies.length > 0;

import type { Group, Ticket } from '../model/plan';
import { nameOf, relatedTo, statusText } from './names';
import type { Rule } from './rule';

export const phaseGate: Rule = {
  id: 'phase-gate',
  severity: 'info',
  summary: 'Work started in a phase before the one that the plan puts first is complete.',
  details: `Where the plan gives an order ("A → B → C", "Phase 1 → Phase 2"), or a phase says that it depends on another, work in the later one before the
earlier one is complete is early. Without such words phases may run side by side.`,
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
    for (const { groups, span } of analysis.plan.orders)
      for (const [i, group] of groups.entries()) {
        const before = groups
          .slice(0, i)
          .find((earlier) => !analysis.isDone(earlier) && analysis.totals(earlier).total > 0);
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

import type { Selector } from '../analysis/selection';
import type { Ticket } from '../model/plan';
import { nameOf, relatedTo, statusText } from './names';
import type { Rule } from './rule';

export const unfinishedParent: Rule = {
  id: 'unfinished-parent',
  severity: 'warning',
  summary: 'A ticket is done while tickets below it are not.',
  details: `A ticked box over open boxes is either ticked too early, or the open ones were forgotten. What was dropped does not count; where all that
is open is optional, it is only an information. Headings are the matter of \`stale-status\`.`,
  examples: [
    {
      bad: `## Phase 1

- [x] Login
   ^ warning unfinished-parent: Login is [x], but "Reset password" below it is open
  - [x] Form
  - [ ] Reset password
`,
      good: `## Phase 1

- [ ] Login
  - [x] Form
  - [ ] Reset password
`,
    },
  ],
  *check({ analysis }) {
    const { say } = analysis;
    for (const ticket of analysis.selectTickets(isDoneTooEarly)) {
      const open = openBelow(ticket);
      const first = open[0]!;
      const [name, text] = [nameOf(ticket), statusText(ticket.status!)];
      yield {
        severity: open.every((child) => child.optional) ? 'info' : 'warning',
        message:
          open.length > 1
            ? say('{0} is {1}, but "{2}" and {3} more below it are open', name, text, nameOf(first), open.length - 1)
            : say('{0} is {1}, but "{2}" below it is open', name, text, nameOf(first)),
        span: ticket.status!.span,
        related: open.slice(0, 20).map((entity) => relatedTo(say, { uri: analysis.uri, entity })),
      };
    }
  },
};

const isDoneTooEarly: Selector<Ticket> = (entity) =>
  entity.children.length > 0 &&
  entity.shape !== 'heading' &&
  entity.status?.kind === 'done' &&
  !entity.status.inherited &&
  openBelow(entity).length > 0;

/** Tickets below that have a status and are neither done nor dropped; of those, only the lowest. */
export function openBelow(ticket: Pick<Ticket, 'children'>): Ticket[] {
  return ticket.children.flatMap((child) => {
    const below = openBelow(child);
    if (below.length > 0) return below;
    const kind = child.status?.kind;
    return kind && kind !== 'done' && kind !== 'dropped' ? [child] : [];
  });
}

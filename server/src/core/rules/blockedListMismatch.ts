import type { Selector } from '../analysis/selection';
import type { Ticket } from '../model/plan';
import { clipped, nameOf, standing, statusText } from './names';
import type { Rule } from './rule';

export const blockedListMismatch: Rule = {
  id: 'blocked-list-mismatch',
  severity: 'info',
  summary: 'The list of blocked tickets and the tickets themselves disagree.',
  details: `A ticket in the list "Blocked" whose own status says otherwise, a blocked ticket that a list of tickets leaves out, or "no blocked
tasks" beside a ticket that is blocked: whoever reads only one of the two is misled. An open box cannot say that it is blocked.`,
  examples: [
    {
      bad: `| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Done |
| A-2 | Login | Open |

## Blocked

- A-1: waits for the review
  ^^^^^^^^^^^^^^^^^^^^^^^^^ info blocked-list-mismatch: A-1 is in the list of what is blocked, but it is Done
`,
      good: `| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Blocked |
| A-2 | Login | Open |

## Blocked

- A-1: waits for the review
`,
    },
  ],
  *check({ analysis }) {
    const { plan, uri, say } = analysis;
    for (const { span, ticket } of plan.blocked) {
      // A box cannot say that it is blocked.
      const { kind, text } = ticket?.status ?? { kind: null, text: '' };
      if (!ticket?.status || !kind || kind === 'blocked' || (kind === 'todo' && /^\[.\]$/u.test(text))) continue;
      yield {
        message: say('{0} is in the list of what is blocked, but it is {1}', nameOf(ticket), statusText(ticket.status)),
        span,
        related: [{ uri, span: ticket.status.span, message: standing(say, ticket) }],
      };
    }
    if (plan.nothingBlocked.length === 0 && plan.blocked.length === 0) return;
    const blocked = analysis.selectTickets(isBlocked);
    const [first] = blocked;
    if (!first) return;
    // A list that names tickets alone names all of them.
    if (plan.blocked.length > 0 && plan.blocked.every(({ ticket }) => ticket !== null)) {
      const listed = new Set(plan.blocked.map(({ ticket }) => ticket));
      for (const ticket of blocked.filter((one) => !listed.has(one)))
        yield {
          message: say(
            '{0} is {1}, but not in the list of what is blocked',
            nameOf(ticket),
            statusText(ticket.status!),
          ),
          span: ticket.status!.span,
          related: plan.blocked.slice(0, 20).map((entry) => ({ uri, span: entry.span, message: clipped(entry.text) })),
        };
    }
    if (plan.blocked.length > 0) return;
    for (const span of plan.nothingBlocked)
      yield {
        message: say('Nothing is said to be blocked, but {0} is {1}', nameOf(first), statusText(first.status!)),
        span,
        related: blocked.slice(0, 20).map((ticket) => ({
          uri,
          span: ticket.status!.span,
          message: standing(say, ticket),
        })),
      };
  },
};

const isBlocked: Selector<Ticket> = ({ status }) => status?.kind === 'blocked' && !status.inherited;

import * as z from 'zod/mini';
import type { Analysis } from '../analysis/analysis';
import type { Ticket } from '../model/plan';
import type { Span } from '../text/span';
import { nameOf, statusText } from './names';
import type { Rule, RuleFinding } from './rule';

const options = z.strictObject({
  inProgress: z._default(
    z
      .int()
      .check(
        z.gte(0),
        z.lte(1000),
        z.describe('How many tickets of a plan may be in progress at once; `0` sets no limit.'),
      ),
    0,
  ),
});

export const overLimit: Rule<typeof options> = {
  id: 'over-limit',
  severity: 'warning',
  summary: 'A list is longer than its heading allows.',
  details: `A heading such as "Next actions (max 3)" or 次アクション（最大3つ） is a promise to choose. A fourth entry breaks it.

A team that limits its work in progress sets \`inProgress\`: what is begun beyond that number is told as well.`,
  options,
  examples: [
    {
      bad: `## Phase 1

- [ ] Schema

## Next actions (max 2)

1. Write the schema
2. Review it
3. Ship it
^^^^^^^^^^ warning over-limit: 3 entries, but the heading allows 2
`,
      good: `## Phase 1

- [ ] Schema

## Next actions (max 2)

1. Write the schema
2. Review it
`,
    },
    {
      options: { inProgress: 1 },
      bad: `| Task | Status |
| --- | --- |
| Schema | In Progress |
| Login | In Progress |
          ^^^^^^^^^^^ warning over-limit: 2 tickets in progress, but the settings allow 1
`,
      good: `| Task | Status |
| --- | --- |
| Schema | In Progress |
| Login | Todo |
`,
    },
  ],
  *check({ analysis, options }) {
    const { say } = analysis;
    for (const { limit, items, headingSpan } of analysis.plan.limits) {
      const first = items[limit.value];
      if (!first) continue;
      yield {
        message: say('{0} {0|entry|entries}, but the heading allows {1}', items.length, limit.value),
        span: first,
        related: [{ uri: analysis.uri, span: headingSpan, message: say('at most {0}', limit.value) }],
      };
    }
    if (options.inProgress > 0) yield* tooManyAtOnce(analysis, options.inProgress);
  },
};

/** Told at the first ticket in progress that is one too many. */
function* tooManyAtOnce({ plan, uri, say }: Analysis, limit: number): Iterable<RuleFinding> {
  const active = plan.allTickets.filter(isInProgress);
  const first = active[limit];
  if (!first) return;
  yield {
    message: say('{0} {0|ticket|tickets} in progress, but the settings allow {1}', active.length, limit),
    span: placeOf(first),
    related: active
      .filter((ticket) => ticket !== first)
      .slice(0, 20)
      .map((ticket) => ({
        uri,
        span: placeOf(ticket),
        message: say('{0} is {1}', nameOf(ticket), statusText(ticket.status!)),
      })),
  };
}

/** By its own word, and not only as the sum of what is below it. */
const isInProgress = ({ status, children }: Ticket): boolean =>
  status?.kind === 'active' && !children.some(isInProgress);

const placeOf = ({ status, span }: Ticket): Span => (status && !status.inherited ? status.span : span);

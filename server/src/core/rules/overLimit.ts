import type { Rule } from './rule';

export const overLimit: Rule = {
  id: 'over-limit',
  severity: 'warning',
  summary: 'A list is longer than its heading allows.',
  details:
    'A heading such as "Next actions (max 3)" or 次アクション（最大3つ） is a promise to choose. A fourth entry breaks it.',
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
  ],
  *check({ analysis }) {
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
  },
};

import type { Rule } from './rule';

export const wrongWeekday: Rule = {
  id: 'wrong-weekday',
  severity: 'info',
  summary: 'A weekday is not that of the date beside it.',
  details:
    'One of the two is wrong, and which one cannot be told: the fix that writes the right weekday is offered, never applied unasked.',
  examples: [
    {
      bad: `## 2026-01-16 (Thursday)
               ^^^^^^^^ info wrong-weekday: 2026-01-16 is a Friday

- [ ] Schema
`,
      good: `## 2026-01-16 (Friday)

- [ ] Schema
`,
    },
  ],
  *check({ analysis }) {
    const { say } = analysis;
    for (const { span, date, actual } of analysis.plan.dates.weekdays)
      yield {
        message: say(/^\p{Script=Latin}/u.test(actual) ? '{0} is a {1}' : '{0} is {1}', date, actual),
        span,
        fixes: [{ title: say('Change to {0}', actual), safety: 'unsafe', edits: [{ span, newText: actual }] }],
      };
  },
};

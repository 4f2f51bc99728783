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
    for (const { span, date, actual } of analysis.plan.dates.weekdays)
      yield {
        message: /^\p{Script=Latin}/u.test(actual) ? `${date} is a ${actual}` : `${date} is ${actual}`,
        span,
        fixes: [{ title: `Change to ${actual}`, safety: 'unsafe', edits: [{ span, newText: actual }] }],
      };
  },
};

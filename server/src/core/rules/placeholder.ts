import type { Rule } from './rule';

export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'warning',
  summary: "A template's placeholder was never filled in.",
  details: `\`[Your Project Name]\` or \`YYYY-MM-DD\` in a field of a plan that is in use tells readers nothing, and agents take it for a fact.
Reported in labelled fields and table rows, once a line; formats in code spans are left alone.`,
  examples: [
    {
      bad: `**Last updated:** YYYY-MM-DD
                  ^^^^^^^^^^ warning placeholder: YYYY-MM-DD was never filled in

- [ ] Write the schema
`,
      good: `**Last updated:** 2026-01-16

- [ ] Write the schema
`,
    },
  ],
  *check({ analysis }) {
    for (const { span, text } of analysis.plan.placeholders)
      yield { message: analysis.say('{0} was never filled in', text), span };
  },
};

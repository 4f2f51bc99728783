import * as z from 'zod/mini';
import { normalize } from '../model/vocabulary';
import type { Rule } from './rule';

const options = z.strictObject({
  allow: z._default(
    z.array(z.string()).check(z.describe('Texts that look like placeholders and are none, such as `[Project Atlas]`.')),
    [],
  ),
});

export const placeholder: Rule<typeof options> = {
  id: 'placeholder',
  severity: 'warning',
  summary: "A template's placeholder was never filled in.",
  details: `\`[Your Project Name]\` or \`YYYY-MM-DD\` in a field of a plan that is in use tells readers nothing, and agents take it for a fact.
Reported in labelled fields and table rows, once a line; formats in code spans are left alone.`,
  options,
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
  *check({ analysis, options }) {
    const allowed = new Set(options.allow.map(normalize));
    for (const { span, text } of analysis.plan.placeholders)
      if (!allowed.has(normalize(text))) yield { message: analysis.say('{0} was never filled in', text), span };
  },
};

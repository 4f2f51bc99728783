import type { Rule } from './rule';

export const unexplainedWaiver: Rule = {
  id: 'unexplained-waiver',
  severity: 'info',
  summary: 'A comment waives findings and does not say why.',
  details: `Whoever comes next cannot tell whether the reason still holds. It stands behind a colon, as in the example; the \`why?\` that
the editor writes is none. A comment that only ends a waiver needs none.

No [waiver](../configuration.md#waivers) holds for findings of this rule.`,
  examples: [
    {
      bad: `<!-- plan-truth-disable-next-line unfinished-parent -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info unexplained-waiver: this waiver does not say why
- [x] Manual
  - [ ] Translation
`,
      good: `<!-- plan-truth-disable-next-line unfinished-parent: the translation may come later -->
- [x] Manual
  - [ ] Translation
`,
    },
  ],
  aboutWaivers: true,
  *check({ analysis }) {
    for (const { form, reason, span } of analysis.plan.waivers)
      if (form !== null && form !== 'enable' && reason === null)
        yield { message: analysis.say('this waiver does not say why'), span };
  },
};

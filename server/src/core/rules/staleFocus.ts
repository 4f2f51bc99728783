import { nameOf, relatedTo } from './names';
import type { Rule } from './rule';

export const staleFocus: Rule = {
  id: 'stale-focus',
  severity: 'warning',
  summary: 'The stated focus is finished.',
  details: `"Current phase: Phase 4" sends people and agents to Phase 4. When all of it is done, they look for work where there is none.
Silent where the line itself says that the phase is complete.`,
  examples: [
    {
      bad: `Current phase: Phase 1
               ^^^^^^^ warning stale-focus: The focus is Phase 1: Base, which is finished

- [x] Phase 1: Base
- [ ] Phase 2: Tools
`,
      good: `Current phase: Phase 2

- [x] Phase 1: Base
- [ ] Phase 2: Tools
`,
    },
  ],
  *check({ analysis }) {
    for (const { span, target } of analysis.plan.focus) {
      if (!analysis.isDone(target)) continue;
      if (target.type === 'group' && isContradicted(analysis.totals(target))) continue;
      yield {
        message: analysis.say('The focus is {0}, which is finished', nameOf(target)),
        span,
        related: [relatedTo(analysis.say, { uri: analysis.uri, entity: target })],
      };
    }
  },
};

/** A phase that is called done over open tickets is another rule's matter. */
const isContradicted = ({ total, done }: { total: number; done: number }): boolean => done < total;

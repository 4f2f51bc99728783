import { either } from '../text/lists';
import { clipped, nameOf, standing } from './names';
import type { Rule } from './rule';

export const ambiguousDependency: Rule = {
  id: 'ambiguous-dependency',
  severity: 'info',
  summary: 'A dependency could mean more than one ticket.',
  details: `A name that fits several tickets means one of them to its author and another to the next reader, and neither is checked. Fixes bind it to
one of the tickets, by id or by whole title.`,
  examples: [
    {
      bad: `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Request logging | Open | - |
| A-2 | Audit logging | Open | - |
| A-3 | Handbook | Open | logging |
                          ^^^^^^^ info ambiguous-dependency: logging could be A-1 or A-2
`,
      good: `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Request logging | Open | - |
| A-2 | Audit logging | Open | - |
| A-3 | Handbook | Open | A-2 |
`,
    },
  ],
  *check({ analysis }) {
    const { say } = analysis;
    for (const { dependency } of analysis.unclear) {
      const { text, span, problem, targets } = dependency;
      if (problem !== 'ambiguous') continue;
      const names = targets.map((target) => nameOf(target.entity));
      yield {
        message: say('{0} could be {1}', clipped(text), either(say, names)),
        span,
        related: targets.map(({ uri, entity: target }) => ({
          uri,
          span: target.titleSpan,
          message: standing(say, target),
        })),
        fixes: targets.map(({ entity: target }) => {
          const newText = target.type === 'ticket' && target.id !== null ? target.id : target.title;
          return { title: say('Change to {0}', clipped(newText)), safety: 'unsafe', edits: [{ span, newText }] };
        }),
      };
    }
  },
};

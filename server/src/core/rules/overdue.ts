import { nameOf, statusText } from './names';
import type { Rule } from './rule';

export const overdue: Rule = {
  id: 'overdue',
  severity: 'info',
  summary: 'A target date has passed, and its ticket or phase is not done.',
  details: `Either the work is late or the date is old; a plan that shows neither cannot be relied on. Needs today's date, which the editor and the command
line give; the finding goes when the status or the date is changed.`,
  examples: [
    {
      bad: `| Task | Owner | Status | Target |
| --- | --- | --- | --- |
| Schema | Ann | Open | 2026-01-10 |
                        ^^^^^^^^^^ info overdue: Schema is Open, and its target was 2026-01-10
`,
      good: `| Task | Owner | Status | Target |
| --- | --- | --- | --- |
| Schema | Ann | Done | 2026-01-10 |
`,
    },
  ],
  *check({ analysis, today }) {
    if (today === null) return;
    for (const { entity, date, span } of analysis.plan.dates.targets) {
      if (date >= today || !entity.status?.kind || analysis.isDone(entity) || entity.status.kind === 'dropped')
        continue;
      yield {
        message: analysis.say('{0} is {1}, and its target was {2}', nameOf(entity), statusText(entity.status), date),
        span,
      };
    }
  },
};

import * as z from 'zod/mini';
import { daysBetween } from '../model/dates';
import { nameOf, statusText } from './names';
import { days, someOf } from './options';
import type { Rule } from './rule';

const options = z.strictObject({
  graceDays: days('How many days a target may be past.'),
  of: someOf(
    ['tickets', 'groups'],
    ['tickets', 'groups'],
    'Whose targets are watched: those of `tickets`, and of `groups` such as phases and sprints.',
  ),
});

export const overdue: Rule<typeof options> = {
  id: 'overdue',
  severity: 'info',
  summary: 'A target date has passed, and its ticket or phase is not done.',
  details: `Either the work is late or the date is old; a plan that shows neither cannot be relied on. Needs today's date, which the editor and the command
line give; the finding goes when the status or the date is changed.`,
  options,
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
  *check({ analysis, options, today }) {
    if (today === null) return;
    for (const { entity, date, span } of analysis.plan.dates.targets) {
      const late = daysBetween(date, today) > options.graceDays && options.of.includes(`${entity.type}s`);
      if (!late || !entity.status?.kind || analysis.isDone(entity) || entity.status.kind === 'dropped') continue;
      yield {
        message: analysis.say('{0} is {1}, and its target was {2}', nameOf(entity), statusText(entity.status), date),
        span,
      };
    }
  },
};

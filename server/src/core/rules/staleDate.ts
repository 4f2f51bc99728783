import * as z from 'zod/mini';
import { daysBetween } from '../model/dates';
import { days } from './options';
import type { Rule } from './rule';

const options = z.strictObject({
  graceDays: days('How many days the date may be behind the newest entry.'),
});

export const staleDate: Rule<typeof options> = {
  id: 'stale-date',
  severity: 'info',
  summary: '"Last updated" is older than the file itself says.',
  details: `The file's own log has an entry that is newer than its "last updated", or it gives two such dates that differ. Readers who trust the date take
what is new for old. The fix writes the date of the newest entry.`,
  options,
  examples: [
    {
      bad: `Last updated: 2026-01-10
              ^^^^^^^^^^ info stale-date: Last updated 2026-01-10, but there is an entry of 2026-01-16

- [ ] Schema

## Log

- 2026-01-16: Wrote the plan
`,
      good: `Last updated: 2026-01-16

- [ ] Schema

## Log

- 2026-01-16: Wrote the plan
`,
      fixed: true,
    },
  ],
  *check({ analysis, options, today }) {
    const { say } = analysis;
    const { updated, entries } = analysis.plan.dates;
    const past = entries.filter(({ date }) => today === null || date <= today);
    const newest = past.reduce<(typeof past)[number] | null>(
      (best, entry) => (!best || entry.date > best.date ? entry : best),
      null,
    );
    for (const { date, span } of updated) {
      const other = updated[0]!.date === date ? undefined : updated[0];
      if (other) {
        yield {
          message: say(
            'Last updated {0}, but {1} in line {2}',
            date,
            other.date,
            analysis.source.lineAt(other.span.start) + 1,
          ),
          span,
          related: [{ uri: analysis.uri, span: other.span, message: say('last updated {0}', other.date) }],
        };
      } else if (newest && daysBetween(date, newest.date) > options.graceDays) {
        const iso = /^\d{4}-\d\d-\d\d$/.test(analysis.source.slice(span));
        yield {
          message: say('Last updated {0}, but there is an entry of {1}', date, newest.date),
          span,
          related: [{ uri: analysis.uri, span: newest.span, message: say('entry of {0}', newest.date) }],
          fixes: iso
            ? [{ title: say('Change to {0}', newest.date), safety: 'safe', edits: [{ span, newText: newest.date }] }]
            : [],
        };
      }
    }
  },
};

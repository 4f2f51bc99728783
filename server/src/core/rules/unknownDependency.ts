import * as z from 'zod/mini';
import { idPattern, ownIds } from '../model/ids';
import { clipped, nameOf } from './names';
import type { Rule } from './rule';

const options = z.strictObject({
  elsewhere: z._default(
    z
      .array(z.string().check(z.regex(idPattern)))
      .check(
        z.describe(
          'Forms of ids that no plan of the workspace has to have, such as `JIRA-#`: `#` is a digit, `@` a letter.',
        ),
      ),
    [],
  ),
});

export const unknownDependency: Rule<typeof options> = {
  id: 'unknown-dependency',
  severity: 'warning',
  summary: 'A dependency names a ticket that no plan has.',
  details: `A dependency on a ticket that is not there can never be met, and whoever looks for work is sent to nothing. Where an id or title is
nearly the same, a fix offers it.

Silent for free text ("IT answer"), for ids of another family than the plan's own, and for what a remark in brackets places
elsewhere ("API-02 (Sprint 2)").`,
  options,
  examples: [
    {
      bad: `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Schema | Done | - |
| A-2 | Login | Open | A-7 |
                       ^^^ warning unknown-dependency: A-2 depends on A-7, which no plan has
`,
      good: `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Schema | Done | - |
| A-2 | Login | Open | A-1 |
`,
    },
    {
      bad: `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| AUTH-1 | Schema | Done | - |
| AUTH-2 | Login | Open | AUHT-1 |
                          ^^^^^^ warning unknown-dependency: AUTH-2 depends on AUHT-1, which no plan has; did you mean AUTH-1?
`,
      good: `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| AUTH-1 | Schema | Done | - |
| AUTH-2 | Login | Open | AUTH-1 |
`,
    },
  ],
  *check({ analysis, options }) {
    const { say } = analysis;
    const elsewhere = ownIds(options.elsewhere);
    for (const { entity, dependency } of analysis.unclear) {
      const { text, span, problem, suggestion } = dependency;
      if (problem !== 'unknown' || elsewhere?.whole.test(text)) continue;
      yield {
        message: suggestion
          ? say('{0} depends on {1}, which no plan has; did you mean {2}?', nameOf(entity), clipped(text), suggestion)
          : say('{0} depends on {1}, which no plan has', nameOf(entity), clipped(text)),
        span,
        fixes: suggestion
          ? [{ title: say('Change to {0}', suggestion), safety: 'unsafe', edits: [{ span, newText: suggestion }] }]
          : [],
      };
    }
  },
};

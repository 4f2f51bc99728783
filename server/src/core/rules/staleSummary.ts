import * as z from 'zod/mini';
import type { Analysis } from '../analysis/analysis';
import type { Claim, Figure } from '../model/plan';
import { listed } from '../text/lists';
import type { Say } from '../text/say';
import type { Span } from '../text/span';
import { staleEfforts } from './efforts';
import { correct, type Expected, expected, unitOf } from './figures';
import { staleGroupCounts } from './groupCounts';
import { nameOf } from './names';
import type { Rule } from './rule';
import { staleTallies } from './tallies';

const options = z.strictObject({
  tolerance: z._default(
    z.number().check(z.gte(0), z.lte(100), z.describe('By how many points a percent may be off.')),
    0,
  ),
  meanOfPhases: z._default(
    z.boolean().check(z.describe("Whether an overall percent may be the mean of the phases' own.")),
    true,
  ),
});

export const staleSummary: Rule<typeof options> = {
  id: 'stale-summary',
  severity: 'warning',
  summary: 'A count, total or percent is not what the tickets say.',
  details: `"Phase A: 2 / 5 MERGED" was true once. The finding tells what the plan's own tickets add up to, and its fix changes the number, not the
line: \`~18%\` keeps its \`~\`.

A figure is wrong only when it fits no way of counting: leaf tickets or all boxes, with or without what was dropped, each
title once, an overall percent as share of the tickets or as mean of the phases. Numbers by status ("In progress: 2", rows such
as \`| Done | 12 |\`, columns by status) are held together against one way of counting; what no number names ("blocked", where only
done and open are told) may be counted with its neighbour.

Figures are read in lines, tables, headings ("(7 items)", "(3/5)"), front matter (\`progress: 40\`, \`tasks_done: 3\`) and badges of
shields.io. Those that count phases ("Phases complete: 4/7") are held against the phases. A ratio that counts something else (tests,
coverage, goals) is left alone, and so is a list that says that it is not all ("remaining tasks").`,
  options,
  examples: [
    {
      bad: `## Phase A

| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Done |
| A-2 | Login | Done |
| A-3 | Logout | Open |

Phase A: 1 / 3 done
         ^^^^^ warning stale-summary: Says 1 of 3, but Phase A has 2 of 3 done
`,
      good: `## Phase A

| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Done |
| A-2 | Login | Done |
| A-3 | Logout | Open |

Phase A: 2 / 3 done
`,
      fixed: true,
    },
  ],
  *check({ analysis, options }) {
    yield* staleEfforts(analysis);
    yield* staleTallies(analysis);
    yield* staleGroupCounts(analysis);
    for (const claim of analysis.plan.claims) {
      if (isStatus(claim)) continue;
      const count = expected(analysis, claim, options.meanOfPhases);
      if (!count || isTolerated(claim, count, options.tolerance)) continue;
      const edits = correct(analysis, claim, count);
      if (edits.length === 0) continue;
      yield {
        message: describe(analysis.say, claim, count),
        span: figuresOf(claim),
        related: (claim.done || claim.percent ? count.counted : []).slice(0, 20).map((ticket) => ({
          uri: analysis.uri,
          span: ticket.status && !ticket.status.inherited ? ticket.status.span : ticket.span,
          message: analysis.say('{0} is {1}', nameOf(ticket), ticket.status?.text ?? analysis.say('done')),
        })),
        fixes: [
          { title: titleOf(analysis, edits), safety: claim.beside ? 'unsafe' : 'safe', edits, ...waiting(claim) },
        ],
      };
    }
  },
};

/** "❌ 0%" in a status column: `stale-status` tells of that. */
function isStatus({ scope, percent, done }: Claim): boolean {
  if (!percent || done || scope?.type !== 'group') return false;
  const { start } = percent.span;
  return scope.group.mentions.some(
    ({ status }) =>
      (status?.kind === 'todo' || status?.kind === 'done') && status.span.start <= start && start < status.span.end,
  );
}

/** An overall percent may be the mean of the phases' own. */
const waiting = ({ percent, done, scope }: Claim): { waits?: true } =>
  percent && !done && scope?.type === 'plan' ? { waits: true } : {};

/** Only its percent is wrong, and by no more than is allowed. */
function isTolerated({ done, total, percent }: Claim, count: Expected, tolerance: number): boolean {
  if (!percent || tolerance === 0) return false;
  const counts = (!done || done.value === count.done) && (!total || total.value === count.total);
  return counts && Math.abs(percent.value - (100 * count.done) / count.total) <= tolerance;
}

/** Ratio and percent; a bar of the same claim is corrected with them. */
function figuresOf(claim: Claim): Span {
  const figures = [claim.done, claim.total, claim.percent].filter((figure) => figure !== null);
  return {
    start: Math.min(...figures.map(({ span }) => span.start)),
    end: Math.max(...figures.map(({ span }) => span.end)),
  };
}

function describe(say: Say, claim: Claim, count: Expected): string {
  const { scope } = count;
  const name = 'type' in scope ? nameOf(scope) : say('the plan');
  const { done, total, percent } = claim;
  const share = Math.round((100 * count.done) / count.total);
  const written = (figure: Figure): string => (figure.approximate ? '~' : '') + figure.value;
  if (total && !done && !percent) return say('Says {0} tickets, but {1} has {2}', written(total), name, count.total);
  const says = [
    done && total ? say('{0} of {1}', written(done), written(total)) : null,
    percent ? `${written(percent)}%` : null,
  ];
  const said = listed(
    say,
    says.filter((one) => one !== null),
  );
  const unit = unitOf(say, claim);
  return percent
    ? say('Says {0}, but {1} has {2} of {3} {4} ({5}%)', said, name, count.done, count.total, unit, share)
    : say('Says {0}, but {1} has {2} of {3} {4}', said, name, count.done, count.total, unit);
}

function titleOf({ say, source }: Analysis, edits: readonly { span: Span; newText: string }[]): string {
  const [first] = edits;
  const changed = edits.filter(({ newText }) => newText.trim() !== '');
  const old = source.slice(first!.span);
  return changed.length > 1
    ? say('Change {0} to {1} and {2} more', old, first!.newText, changed.length - 1)
    : say('Change {0} to {1}', old, first!.newText);
}

import type { Analysis } from '../analysis/analysis';
import type { Claim, Figure } from '../model/plan';
import type { Span } from '../text/span';
import { staleEfforts } from './efforts';
import { correct, type Expected, expected } from './figures';
import { nameOf } from './names';
import type { Rule } from './rule';

export const staleSummary: Rule = {
  id: 'stale-summary',
  severity: 'warning',
  summary: 'A count, total or percent is not what the tickets say.',
  details: `"Phase A: 2 / 5 MERGED" was true once. The finding tells what the plan's own tickets add up to, and its fix changes the number, not the
line: \`~18%\` keeps its \`~\`.

A figure is wrong only when it fits no way of counting: leaf tickets or all boxes, with or without what was dropped, each
title once, an overall percent as share of the tickets or as mean of the phases. A ratio that counts something else (tests,
coverage, goals) is left alone, and so is a list that says that it is not all ("remaining tasks").`,
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
  *check({ analysis }) {
    yield* staleEfforts(analysis);
    for (const claim of analysis.plan.claims) {
      const count = expected(analysis, claim);
      if (!count) continue;
      const edits = correct(analysis, claim, count);
      if (edits.length === 0) continue;
      yield {
        message: describe(claim, count),
        span: figuresOf(claim),
        related: (claim.done || claim.percent ? count.counted : []).slice(0, 20).map((ticket) => ({
          uri: analysis.uri,
          span: ticket.status && !ticket.status.inherited ? ticket.status.span : ticket.span,
          message: `${nameOf(ticket)} is ${ticket.status?.text ?? 'done'}`,
        })),
        fixes: [{ title: titleOf(analysis, edits), safety: claim.beside ? 'unsafe' : 'safe', edits }],
      };
    }
  },
};

/** Ratio and percent; a bar of the same claim is corrected with them. */
function figuresOf(claim: Claim): Span {
  const figures = [claim.done, claim.total, claim.percent].filter((figure) => figure !== null);
  return {
    start: Math.min(...figures.map(({ span }) => span.start)),
    end: Math.max(...figures.map(({ span }) => span.end)),
  };
}

function describe(claim: Claim, count: Expected): string {
  const { scope } = count;
  const name = 'type' in scope ? nameOf(scope) : 'the plan';
  const { done, total, percent } = claim;
  const share = Math.round((100 * count.done) / count.total);
  const written = (figure: Figure): string => (figure.approximate ? '~' : '') + figure.value;
  if (total && !done && !percent) return `Says ${written(total)} tickets, but ${name} has ${count.total}`;
  const says = [
    done && total ? `${written(done)} of ${written(total)}` : null,
    percent ? `${written(percent)}%` : null,
  ];
  const unit = claim.unit?.text ?? 'done';
  const also = percent ? ` (${share}%)` : '';
  return `Says ${says.filter((one) => one !== null).join(', ')}, but ${name} has ${count.done} of ${count.total} ${unit}${also}`;
}

function titleOf(analysis: Analysis, edits: readonly { span: Span; newText: string }[]): string {
  const [first] = edits;
  const changed = edits.filter(({ newText }) => newText.trim() !== '');
  const others = changed.length > 1 ? ` and ${changed.length - 1} more` : '';
  return `Change ${analysis.source.slice(first!.span)} to ${first!.newText}${others}`;
}

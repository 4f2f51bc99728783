import type { Analysis } from '../analysis/analysis';
import { type Correction, corrections } from '../analysis/tallies';
import type { Tally } from '../model/plan';
import { keepingWidths } from '../text/cell';
import type { TextEdit } from '../text/edit';
import { scopesOf } from './figures';
import { nameOf } from './names';
import type { RuleFinding } from './rule';

/** Numbers by status that are not what the tickets say: "In progress: 2" beside one that is. */
export function* staleTallies(analysis: Analysis): Generator<RuleFinding> {
  for (const tally of analysis.plan.tallies)
    for (const correction of corrections(analysis, tally, scopesOf(analysis, tally.scope)))
      yield finding(analysis, tally, correction);
}

function finding(analysis: Analysis, tally: Tally, correction: Correction): RuleFinding {
  const { say } = analysis;
  const { entry, value, total, scope, counted, certain } = correction;
  const { span, value: said } = entry?.figure ?? tally.total!;
  const name = 'type' in scope ? nameOf(scope) : say('the plan');
  const edits: TextEdit[] = [{ span, newText: String(value) }];
  const share = Math.round((100 * value) / total);
  if (entry?.percent && entry.percent.value !== share) edits.push({ span: entry.percent.span, newText: String(share) });
  return {
    message: entry
      ? say('Says {0}, but {1} has {2} of {3} {4}', said, name, value, total, entry.text)
      : say('Says {0} tickets, but {1} has {2}', said, name, value),
    span,
    related: counted.slice(0, 20).map((ticket) => ({
      uri: analysis.uri,
      span: ticket.status && !ticket.status.inherited ? ticket.status.span : ticket.span,
      message: say('{0} is {1}', nameOf(ticket), ticket.status?.text ?? say('done')),
    })),
    fixes: [
      {
        title: say('Change {0} to {1}', said, value),
        safety: certain ? 'safe' : 'unsafe',
        edits: keepingWidths(analysis.source, edits),
      },
    ],
  };
}

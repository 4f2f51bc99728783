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
  const { entry, value, total, scope, counted, certain } = correction;
  const { span, value: said } = entry?.figure ?? tally.total!;
  const name = 'type' in scope ? nameOf(scope) : 'the plan';
  const edits: TextEdit[] = [{ span, newText: String(value) }];
  const share = Math.round((100 * value) / total);
  if (entry?.percent && entry.percent.value !== share) edits.push({ span: entry.percent.span, newText: String(share) });
  return {
    message: entry
      ? `Says ${said} ${entry.text}, but ${name} has ${value} of ${total}`
      : `Says ${said} tickets, but ${name} has ${value}`,
    span,
    related: counted.slice(0, 20).map((ticket) => ({
      uri: analysis.uri,
      span: ticket.status && !ticket.status.inherited ? ticket.status.span : ticket.span,
      message: `${nameOf(ticket)} is ${ticket.status?.text ?? 'done'}`,
    })),
    fixes: [
      {
        title: `Change ${said} to ${value}`,
        safety: certain ? 'safe' : 'unsafe',
        edits: keepingWidths(analysis.source, edits),
      },
    ],
  };
}

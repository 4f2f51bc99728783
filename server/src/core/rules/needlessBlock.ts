import type { Selector } from '../analysis/selection';
import { withoutSigns } from '../model/inline';
import type { Ticket } from '../model/plan';
import { kindOfPhrase } from '../model/status';
import { listed } from '../text/lists';
import { nameOf, standing, statusText } from './names';
import type { Rule } from './rule';

export const needlessBlock: Rule = {
  id: 'needless-block',
  severity: 'info',
  summary: 'A ticket is blocked, and all that it depends on is done.',
  details: `When the last dependency is finished, nobody tells the tickets that waited for it. The finding means that this one may be started, or that it is
blocked by something that the plan does not say.`,
  examples: [
    {
      bad: `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Schema | Done | - |
| A-2 | Login | Blocked | A-1 |
                ^^^^^^^ info needless-block: A-2 is Blocked, but A-1 is done
`,
      good: `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Schema | Open | - |
| A-2 | Login | Blocked | A-1 |
`,
    },
  ],
  *check({ analysis }) {
    const { say } = analysis;
    const inList = new Set(analysis.plan.blocked.map(({ ticket }) => ticket));
    for (const ticket of analysis.selectTickets(isBlocked)) {
      // "Awaiting reply", "blocked on legal": it waits for something that is no ticket.
      if (inList.has(ticket) || kindOfPhrase(withoutSigns(ticket.status!.text)) !== 'blocked') continue;
      const dependencies = analysis.dependencies(ticket);
      if (!dependencies.every(({ met, problem, soft }) => met && problem === null && !soft)) continue;
      const targets = dependencies.flatMap((dependency) => dependency.targets);
      if (targets.length === 0) continue;
      yield {
        message: say(
          targets.length === 1 ? '{0} is {1}, but {2} is done' : '{0} is {1}, but {2} are done',
          nameOf(ticket),
          statusText(ticket.status!),
          listed(
            say,
            targets.map(({ entity }) => nameOf(entity)),
          ),
        ),
        span: ticket.status!.span,
        related: targets.map(({ uri, entity }) => ({
          uri,
          span: entity.span,
          message: standing(say, entity),
        })),
      };
    }
  },
};

const isBlocked: Selector<Ticket> = ({ status, dependencies }) =>
  status?.kind === 'blocked' && !status.inherited && dependencies.length > 0;

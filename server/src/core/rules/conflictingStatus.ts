import type { Mention, Status, StatusKind } from '../model/plan';
import { nameOf } from './names';
import type { Rule } from './rule';

export const conflictingStatus: Rule = {
  id: 'conflicting-status',
  severity: 'warning',
  summary: 'One ticket or phase is shown in two places with two statuses.',
  details: `A ticket may stand in a table by phase and in another by priority, or be told in detail under a heading of its own. Where one place says
done and the other open, one of them is old. Tickets are the same by their id; phases by their kind and key. Where a phase has tickets,
\`stale-status\` compares each place with them instead.`,
  examples: [
    {
      bad: `## Now

| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Open |

## All

| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Done |
                 ^^^^ warning conflicting-status: A-1 is Done here, but Open in line 5
`,
      good: `## Now

| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Open |

## All

| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Open |
`,
    },
  ],
  *check({ analysis }) {
    const { plan, say } = analysis;
    const groups = plan.allGroups.filter((group) => group.kind !== 'section' && analysis.totals(group).total === 0);
    for (const entity of [...plan.allTickets, ...groups]) {
      const stated = entity.mentions
        .map(({ status }: Mention) => status)
        .filter((status) => status !== null && !status.inherited) as Status[];
      const [first, ...others] = stated;
      for (const status of others) {
        if (!first?.kind || !status.kind || !contradict(first.kind, status.kind)) continue;
        const line = analysis.source.lineAt(first.span.start) + 1;
        yield {
          message: say('{0} is {1} here, but {2} in line {3}', nameOf(entity), status.text, first.text, line),
          span: status.span,
          related: [{ uri: analysis.uri, span: first.span, message: say('{0} is {1}', nameOf(entity), first.text) }],
        };
      }
    }
  },
};

/** Finished or not, begun or not: other differences are shades of one state. */
function contradict(a: StatusKind, b: StatusKind): boolean {
  const over = (kind: StatusKind): boolean => kind === 'done' || kind === 'dropped';
  if (over(a) || over(b)) return over(a) !== over(b) || a !== b;
  return (a === 'todo') !== (b === 'todo') && a !== 'blocked' && b !== 'blocked';
}

import type { Selector } from '../analysis/selection';
import type { Group, Mention, Plan, Status, StatusKind, Ticket } from '../model/plan';
import { kindAndKey, nameOf, relatedTo, statusText } from './names';
import type { Rule } from './rule';

export const conflictingStatus: Rule = {
  id: 'conflicting-status',
  severity: 'warning',
  summary: 'One ticket or phase has two statuses.',
  details: `A ticket may stand in a table by phase and in another by priority, or be told in detail under a heading of its own. Where one place says
done and the other open, one of them is old. One place can say two things, too: an open box before ✅, "Done" beside 80 % in a column
of its own, a ticked box left in "To do" on a board that has a list "Done". A sign that most boxes carry is decoration, and percents
that add up to 100 are weights. Nor is it known whose status a row gives that calls a phase by the title of another one. Tickets are the same by their id; phases by their kind and key. Where a phase has tickets,
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
    {
      bad: `- [x] Schema
- [ ] ✅ Login
      ^ warning conflicting-status: ✅ Login is [ ], but ✅ beside it
`,
      good: `- [x] Schema
- [x] ✅ Login
`,
    },
  ],
  *check({ analysis }) {
    const { plan, say, uri } = analysis;
    for (const { entity, status, own } of plan.asides) {
      // What a phase with tickets says is held against these.
      if (entity.type === 'group' && analysis.totals(entity).total > 0) continue;
      yield {
        message: say('{0} is {1}, but {2} beside it', nameOf(entity), statusText(own), statusText(status)),
        span: status.span,
        related: [{ uri, span: own.span, message: say('{0} is {1}', nameOf(entity), statusText(own)) }],
      };
    }
    for (const { span, group, other } of plan.misnomers)
      yield {
        message: say('{0} has the title of {1} here', kindAndKey(say, group.kind, group.key), nameOf(other)),
        span,
        related: [group, other].map((entity) => relatedTo(say, { uri, entity })),
      };
    for (const group of analysis.selectGroups(isToDo))
      for (const { status, ...ticket } of leftOnBoard(plan, group))
        yield {
          message: say('{0} is {1} in the section "{2}"', nameOf(ticket.entity), statusText(status), group.title),
          span: status.span,
          related: [{ uri, span: group.titleSpan, message: say('the section "{0}"', group.title) }],
        };
    const groups = analysis.selectGroups(isSaidAgain).filter((group) => analysis.totals(group).total === 0);
    for (const entity of [...analysis.selectTickets(isToldAgain), ...groups]) {
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

const isToDo: Selector<Group> = ({ statusName }) => statusName === 'todo';
const isSaidAgain: Selector<Group> = ({ kind, mentions }) => kind !== 'section' && mentions.length > 1;
const isToldAgain: Selector<Ticket> = ({ isToldAgain }) => isToldAgain;

/** On a board that has a list of what is done, the boxes that are ticked in the list of what is to do; none where most of them are. */
function leftOnBoard(plan: Plan, group: Group): { entity: Ticket; status: Status }[] {
  if (group.statusName !== 'todo') return [];
  const beside = group.parent?.groups ?? plan.groups;
  if (!beside.some(({ statusName, tickets }) => statusName === 'done' && tickets.length > 0)) return [];
  const ticked = group.tickets.flatMap((entity) =>
    entity.shape === 'task' && entity.status?.kind === 'done' ? [{ entity, status: entity.status }] : [],
  );
  return ticked.length * 3 <= group.tickets.length ? ticked : [];
}

/** Finished or not, begun or not: other differences are shades of one state. */
function contradict(a: StatusKind, b: StatusKind): boolean {
  const over = (kind: StatusKind): boolean => kind === 'done' || kind === 'dropped';
  if (over(a) || over(b)) return over(a) !== over(b) || a !== b;
  return (a === 'todo') !== (b === 'todo') && a !== 'blocked' && b !== 'blocked';
}

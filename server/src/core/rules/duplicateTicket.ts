import type { Plan, Ticket } from '../model/plan';
import type { Rule } from './rule';

export const duplicateTicket: Rule = {
  id: 'duplicate-ticket',
  severity: 'warning',
  summary: 'Two tickets have one id.',
  details: `Whoever names the id means one of them, and nobody knows which. The same ticket shown in several tables or told in detail under a
heading of its own is one ticket, not two. Counts, categories and numbers that start again in each table are no ids.`,
  examples: [
    {
      bad: `| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Done |
| A-1 | Login | Open |
  ^^^ warning duplicate-ticket: A-1 is the id of two tickets: "Login" here and "Schema" before
`,
      good: `| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Done |
| A-2 | Login | Open |
`,
    },
  ],
  *check({ analysis }) {
    const tables = repeatedIds(analysis.plan);
    const sizes = new Map<number, number>();
    for (const { table, id } of tables.size === 0 ? [] : analysis.plan.allTickets)
      if (table !== null && id !== null) sizes.set(table, (sizes.get(table) ?? 0) + 1);
    for (const [table, repeated] of tables) {
      // A column in which several ids repeat is a category or a cross reference, whatever its header says.
      const share = repeated.reduce((sum, same) => sum + same.length, 0) / sizes.get(table)!;
      if (repeated.length > 1 && share > 0.3) continue;
      for (const [first, ...others] of repeated)
        for (const ticket of others)
          yield {
            message: analysis.say(
              '{0} is the id of two tickets: "{1}" here and "{2}" before',
              ticket.id!,
              ticket.title,
              first!.title,
            ),
            span: ticket.idSpan!,
            related: [
              { uri: analysis.uri, span: first!.idSpan!, message: analysis.say('{0}: {1}', first!.id!, first!.title) },
            ],
          };
    }
  },
};

/** The tickets that have one id in one table, by table. */
function repeatedIds({ sameIds }: Plan): Map<number, Ticket[][]> {
  const tables = new Map<number, Ticket[][]>();
  for (const same of sameIds.values())
    for (const number of new Set(same.map(({ table }) => table))) {
      const inTable = same.filter(({ table }) => table === number);
      if (number === null || inTable.length < 2) continue;
      const known = tables.get(number);
      if (known) known.push(inTable);
      else tables.set(number, [inTable]);
    }
  return tables;
}

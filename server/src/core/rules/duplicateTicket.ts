import { canonicalId } from '../model/names';
import type { Ticket } from '../model/plan';
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
    const tables = new Map<number, Map<string, Ticket[]>>();
    for (const ticket of analysis.plan.allTickets) {
      if (ticket.table === null || ticket.id === null) continue;
      const byId = tables.get(ticket.table) ?? new Map<string, Ticket[]>();
      tables.set(ticket.table, byId);
      const id = canonicalId(ticket.id);
      const same = byId.get(id);
      if (same) same.push(ticket);
      else byId.set(id, [ticket]);
    }
    for (const byId of tables.values()) {
      const repeated = [...byId.values()].filter((same) => same.length > 1);
      // A column in which several ids repeat is a category or a cross reference, whatever its header says.
      const share =
        repeated.reduce((sum, same) => sum + same.length, 0) /
        [...byId.values()].reduce((sum, same) => sum + same.length, 0);
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

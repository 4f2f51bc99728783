import type { Rule } from './rule';

export const malformedRow: Rule = {
  id: 'malformed-row',
  severity: 'warning',
  summary: 'A row has other cells than its table has columns.',
  details: `A stray or missing \`|\` moves every cell behind it: the status is read as the owner, and GitHub drops the cells that are too many. A \`|\` that belongs to a
cell is written \`\\|\`, in code, too. Rows with fewer cells are filled up with empty ones and are no finding, but for lines that
were turned into list items.`,
  examples: [
    {
      bad: `| ID | Task | Status |
| --- | --- | --- |
| A-1 | Read a|b | Done |
^^^^^^^^^^^^^^^^^^^^^^^^^ warning malformed-row: 4 cells, but the table has 3 columns
`,
      good: `| ID | Task | Status |
| --- | --- | --- |
| A-1 | Read a\\|b | Done |
`,
    },
  ],
  *check({ analysis }) {
    for (const { span, cells, columns } of analysis.plan.malformed)
      yield {
        message: analysis.say('{0} {0|cell|cells}, but the table has {1} {1|column|columns}', cells, columns),
        span,
      };
  },
};

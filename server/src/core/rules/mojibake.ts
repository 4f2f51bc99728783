import type { TextIssue } from '../model/plan';
import { clipped } from './names';
import type { Rule } from './rule';

export const mojibake: Rule = {
  id: 'mojibake',
  severity: 'warning',
  independent: true,
  summary: 'Garbled text: UTF-8 that was read as another encoding.',
  details: `\`‚úÖ\` was ✅ before a tool read the file as Mac OS Roman; \`âœ…\` is the same by way of Windows-1252. The garbled bytes still hold the text,
so the repair is exact: every byte must decode. Where a character was lost on the way (\`ÔøΩ\`), there is no fix.`,
  examples: [
    {
      bad: `## ‚úÖ Completed
   ^^^ warning mojibake: ‚úÖ is a garbled ✅

- [x] Write the schema
`,
      good: `## ✅ Completed

- [x] Write the schema
`,
      fixed: true,
    },
  ],
  *check({ analysis }) {
    const { say } = analysis;
    const lines = new Map<number, TextIssue[]>();
    const issues = analysis.plan.mojibake;
    for (const issue of issues) {
      const line = analysis.source.lineAt(issue.span.start);
      const known = lines.get(line);
      if (known) known.push(issue);
      else lines.set(line, [issue]);
    }
    for (const onLine of lines.values()) {
      const repaired = onLine.filter((issue) => issue.repair !== null);
      const [first] = repaired.length > 0 ? repaired : onLine;
      yield {
        message:
          first!.repair === null
            ? say('{0} is garbled, and what it was is lost', clipped(first!.text))
            : say('{0} is a garbled {1}', clipped(first!.text), clipped(first!.repair)),
        span: first!.span,
        fixes:
          repaired.length > 0
            ? [
                {
                  title:
                    repaired.length > 1
                      ? say('Repair to {0} and {1} more on the line', clipped(first!.repair!), repaired.length - 1)
                      : say('Repair to {0}', clipped(first!.repair!)),
                  safety: 'safe',
                  edits: repaired.map(({ span, repair }) => ({ span, newText: repair! })),
                },
              ]
            : [],
      };
    }
  },
};

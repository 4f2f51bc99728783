import { barFits, drawBar, expected, scopeOf } from './figures';
import type { Rule } from './rule';

export const barMismatch: Rule = {
  id: 'bar-mismatch',
  severity: 'warning',
  summary: 'A progress bar shows something else than its own number, or than its phase.',
  details: `A bar is right within its grain: of ten cells, two or three may stand for 25 %. Where the bar has a percent or ratio beside it, the two
are compared; a bar alone is compared with what it counts.`,
  examples: [
    {
      bad: `## Phase 1

- [x] Schema
- [ ] Login

Phase 1 [████████░░] 50%
         ^^^^^^^^^^ warning bar-mismatch: The bar shows 80%, the number beside it 50%
`,
      good: `## Phase 1

- [x] Schema
- [ ] Login

Phase 1 [█████░░░░░] 50%
`,
      fixed: true,
    },
  ],
  *check({ analysis }) {
    const { say } = analysis;
    for (const claim of analysis.plan.claims) {
      const { bar, done, total, percent } = claim;
      if (!bar) continue;
      const shown = Math.round((100 * bar.filled) / bar.cells);
      const own = percent?.value ?? (done && total ? (100 * done.value) / total.value : null);
      if (own !== null) {
        if (barFits(bar, own) || own > 100 || !claim.scope) continue;
        // Where the number is wrong, too, its own fix redraws the bar.
        const numberHolds = expected(analysis, claim) === null;
        yield {
          message: say('The bar shows {0}%, the number beside it {1}%', shown, Math.round(own)),
          span: bar.span,
          fixes: numberHolds
            ? [
                {
                  title: say('Redraw the bar for {0}%', Math.round(own)),
                  safety: 'safe',
                  edits: [{ span: bar.span, newText: drawBar(bar, own) }],
                },
              ]
            : [],
        };
        continue;
      }
      const scope = scopeOf(analysis, claim);
      const totals = scope && analysis.totals(scope);
      if (!totals || totals.total < 2 || totals.byKind.none > 0) continue;
      const counted = (100 * totals.done) / totals.total;
      const begun = (100 * (totals.done + totals.byKind.active + totals.byKind.review)) / totals.total;
      if (barFits(bar, counted) || (shown > counted && shown <= begun)) continue;
      yield {
        message: say('The bar shows {0}%, but {1} of {2} tickets {1|is|are} done', shown, totals.done, totals.total),
        span: bar.span,
        fixes: [
          {
            title: say('Redraw the bar for {0}%', Math.round(counted)),
            safety: 'safe',
            edits: [{ span: bar.span, newText: drawBar(bar, counted) }],
          },
        ],
      };
    }
  },
};

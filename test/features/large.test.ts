import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../server/src/core/analysis/snapshot';
import { addTicket } from '../../server/src/core/features/addTicket';
import { board } from '../../server/src/core/features/board';
import { completion } from '../../server/src/core/features/completion';
import { folding } from '../../server/src/core/features/folding';
import { planGraph } from '../../server/src/core/features/graph';
import { hints } from '../../server/src/core/features/hints';
import { hover } from '../../server/src/core/features/hover';
import { lenses, lensWords } from '../../server/src/core/features/lenses';
import { links } from '../../server/src/core/features/links';
import { marks } from '../../server/src/core/features/marks';
import { definition, highlights, references } from '../../server/src/core/features/navigation';
import { dependenciesOf, dependencyPicks, groupPicks } from '../../server/src/core/features/picks';
import { previewMarks } from '../../server/src/core/features/preview';
import { promptFor } from '../../server/src/core/features/prompt';
import { readyTickets } from '../../server/src/core/features/ready';
import { refactorings } from '../../server/src/core/features/refactor';
import { rename } from '../../server/src/core/features/rename';
import { report } from '../../server/src/core/features/report';
import { selection } from '../../server/src/core/features/selection';
import { statusChoices } from '../../server/src/core/features/statusChoices';
import { tokens } from '../../server/src/core/features/tokens';
import { treeChildren, treePath } from '../../server/src/core/features/tree';
import { filters, groupings, wholeTree } from '../../server/src/core/features/treeView';
import { workspaceSymbols } from '../../server/src/core/features/workspaceSymbols';
import { Workspace } from '../../server/src/core/workspace';
import { sizesOf } from '../../server/src/graph/draw';
import { layOut } from '../../server/src/graph/layout';
import { everything, visibleIn } from '../../server/src/graph/visible';

const uri = 'file:///plan.md';

/** Rows in phases of a hundred, each waiting on the one before it and on the first of all. */
function planOf(tickets: number): string {
  const rows = Array.from({ length: tickets }, (_, i) => {
    const heading = `\n## Phase ${i / 100 + 1}\n\n| ID | Task | Status | Depends on |\n|---|---|---|---|\n`;
    const row = `| T-${i} | Piece ${i} of T-0 | Open | ${i === 0 ? '-' : `T-${i - 1}, T-0`} |\n`;
    return (i % 100 === 0 ? heading : '') + row;
  });
  return `# P\n${rows.join('')}`;
}

/** Milliseconds for every request once, on a plan that was read but not looked at. */
function time(tickets: number): Record<string, number> {
  const text = planOf(tickets);
  const offset = text.indexOf('T-0');
  const last = text.lastIndexOf('T-0');
  const requests: Record<string, (snapshot: Snapshot) => unknown> = {
    board: (snapshot) => board(snapshot, uri),
    graph: (snapshot) => {
      const graph = planGraph(snapshot, [uri]);
      layOut(visibleIn(graph, everything), sizesOf(graph));
    },
    report: (snapshot) => report(snapshot, uri),
    preview: (snapshot) => previewMarks(snapshot, uri),
    definition: (snapshot) => definition(snapshot, uri, last),
    highlights: (snapshot) => highlights(snapshot, uri, last),
    references: (snapshot) => references(snapshot, uri, offset),
    completion: (snapshot) => completion(snapshot, uri, last),
    lenses: (snapshot) => lenses(snapshot, uri).map(({ phase }) => lensWords(snapshot, uri, phase)),
    hints: (snapshot) => hints(snapshot, uri, { start: 0, end: text.length }),
    symbols: (snapshot) => workspaceSymbols(snapshot, 'zzz'),
    folding: (snapshot) => folding(snapshot, uri, false),
    selection: (snapshot) => selection(snapshot, uri, last),
    tokens: (snapshot) => tokens(snapshot, uri, { start: 0, end: text.length }),
    ready: (snapshot) => readyTickets(snapshot),
    tree: (snapshot) =>
      groupings.map((groupBy) => {
        const view = { ...wholeTree, groupBy };
        return treeChildren(snapshot, null, view).map(({ id }) => treeChildren(snapshot, id, view));
      }),
    filters: (snapshot) => filters.map((filter) => treeChildren(snapshot, null, { ...wholeTree, filter: [filter] })),
    marks: (snapshot) => marks(snapshot, uri),
    picks: (snapshot) => {
      const { allTickets } = snapshot.analysis(uri)!.plan;
      const target = { uri, entity: allTickets.at(-1)! };
      return [dependencyPicks(snapshot, target), dependenciesOf(snapshot, target), groupPicks(snapshot, [target])];
    },
    prompt: (snapshot) => promptFor(snapshot, [{ uri, entity: snapshot.analysis(uri)!.plan.allTickets[0]! }]),
    choices: (snapshot) =>
      statusChoices(
        snapshot,
        treePath(snapshot, uri, last)
          .slice(-1)
          .map(({ id }) => id),
      ),
    rename: (snapshot) => rename(snapshot, uri, offset, 'X-1'),
    phase: (snapshot) => rename(snapshot, uri, text.indexOf('Phase 1') + 1, 'Phase 0'),
    hover: (snapshot) => [offset, last, text.indexOf('Phase 1')].map((at) => hover(snapshot, uri, at)),
    links: (snapshot) => links(snapshot, uri),
    actions: (snapshot) => [offset, last].map((at) => refactorings(snapshot, uri, { start: at, end: at })),
    added: (snapshot) => addTicket(snapshot, uri, { below: snapshot.analysis(uri)!.plan.allTickets[0]! }),
  };
  return Object.fromEntries(
    Object.entries(requests).map(([name, request]) => {
      const snapshot = new Workspace().apply({ documents: [{ uri, text }] });
      const start = performance.now();
      request(snapshot);
      return [name, performance.now() - start];
    }),
  );
}

describe('a plan of 10,000 tickets', () => {
  it('is answered in time that grows with it, not with its square', () => {
    time(500);
    const small = time(1000);
    const large = time(10_000);
    for (const [name, milliseconds] of Object.entries(large))
      expect(milliseconds, name).toBeLessThan(Math.max(1500, 40 * small[name]!));
    if (process.env.SHOW_TIMES) console.log(small, large);
  });
});

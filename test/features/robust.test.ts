import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixAllAction, quickActions } from '../../server/src/core/features/actions';
import { board } from '../../server/src/core/features/board';
import { blockers, callTarget, unblocked } from '../../server/src/core/features/calls';
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
import { prepareRename, rename } from '../../server/src/core/features/rename';
import { report } from '../../server/src/core/features/report';
import { selection } from '../../server/src/core/features/selection';
import { statusChoices } from '../../server/src/core/features/statusChoices';
import { type PlanSymbol, symbols } from '../../server/src/core/features/symbols';
import { tokens } from '../../server/src/core/features/tokens';
import {
  itemTarget,
  type TreeItem,
  treeChildren,
  treePath,
  treePathTo,
  treeTooltip,
} from '../../server/src/core/features/tree';
import { filters, groupings, wholeTree } from '../../server/src/core/features/treeView';
import { workspaceSymbols } from '../../server/src/core/features/workspaceSymbols';
import { applyEdits } from '../../server/src/core/text/edit';
import { contains, type Span } from '../../server/src/core/text/span';
import { Workspace } from '../../server/src/core/workspace';
import { sizesOf } from '../../server/src/graph/draw';
import { layOut } from '../../server/src/graph/layout';
import { everything, visibleIn } from '../../server/src/graph/visible';
import { kite } from '../support/plans';

const uri = 'file:///plan.md';
const piece = fc.constantFrom(
  ...kite.split(/(?<=\n)/),
  ...[
    '| ',
    ' |',
    '- [ ] ',
    '- [~] x\n',
    '  - [x] y\n',
    '# ',
    '## Phase 3\n',
    '**',
    '`',
    '```\n',
    '\r\n',
    '\t',
    '済',
    '🚧',
  ],
  ...['\ud83d', 'K-001', 'OPEN', ' 2/3 ', '[██░░] 50%', '**Status:** Done\n', '<!-- ', ' -->', '\ufeff', '&lt;', 'a|b'],
);
const text = fc.array(piece, { maxLength: 50 }).map((parts) => parts.join(''));
/** The plan itself, with something cut out and something else put in. */
const broken = fc
  .tuple(fc.nat(kite.length), fc.nat(40), fc.array(piece, { maxLength: 3 }))
  .map(([at, length, parts]) => kite.slice(0, at) + parts.join('') + kite.slice(at + length));

describe('whatever the text', () => {
  it('every feature answers, inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(text, broken), fc.nat(), (content, seed) => {
        const snapshot = new Workspace().apply({ documents: [{ uri, text: content }], today: '2026-01-31' });
        const offset = content.length === 0 ? 0 : seed % content.length;
        const inside = ({ start, end }: Span) => expect(0 <= start && start <= end && end <= content.length).toBe(true);

        const drawn = board(snapshot, uri);
        for (const { column, phase, span } of drawn?.cards ?? []) {
          inside(span);
          expect(drawn!.columns[column]).toBeDefined();
          if (phase !== null) expect(drawn!.phases[phase]).toBeDefined();
        }
        const graph = planGraph(snapshot, null);
        for (const { span } of [...graph.bands, ...graph.nodes]) inside(span);
        const visible = visibleIn(graph, everything);
        const { nodes, edges } = layOut(visible, sizesOf(graph));
        expect([nodes.size, edges.length]).toEqual([graph.nodes.length, visible.edges.length]);
        expect(edges.join('')).not.toMatch(/NaN|Infinity|undefined/);
        for (const { span, text: words } of previewMarks(snapshot, uri)?.marks ?? []) {
          inside(span);
          expect(content.slice(span.start, span.end)).toBe(words);
        }
        const told = report(snapshot, uri);
        for (const { span } of [...(told?.phases ?? []), ...(told?.claims ?? []), ...(told?.ready ?? [])]) inside(span);
        const found = hover(snapshot, uri, offset);
        if (found) inside(found.span);
        const all = fixAllAction(snapshot, uri);
        for (const { edits } of [
          ...quickActions(snapshot, uri, { start: offset, end: offset }),
          ...(all ? [all] : []),
        ]) {
          for (const { span } of edits) inside(span);
          applyEdits(content, edits);
        }
        for (const { origin, span, nameSpan } of definition(snapshot, uri, offset))
          for (const one of [origin, span, nameSpan]) inside(one);
        const named = references(snapshot, uri, offset);
        expect(highlights(snapshot, uri, offset)).toEqual(named);
        for (const [i, { span }] of named.entries()) {
          inside(span);
          expect(span.start).toBeGreaterThanOrEqual(named[i - 1]?.span.start ?? 0);
        }
        for (const { edit } of completion(snapshot, uri, offset).items) {
          inside(edit.span);
          expect(edit.span.start <= offset && offset <= edit.span.end).toBe(true);
        }
        const renamable = prepareRename(snapshot, uri, offset);
        if (renamable && 'span' in renamable) inside(renamable.span);
        const renamed = rename(snapshot, uri, offset, 'Q-77');
        if ('edits' in renamed) for (const edits of renamed.edits.values()) applyEdits(content, edits);

        const called = callTarget(snapshot, uri, offset);
        for (const { spans } of called ? [...blockers(snapshot, called), ...unblocked(snapshot, called)] : [])
          spans.forEach(inside);
        for (const { span } of links(snapshot, uri)) inside(span);

        const whole = { start: 0, end: content.length };
        for (const { span, phase } of lenses(snapshot, uri)) {
          inside(span);
          expect(lensWords(snapshot, uri, phase)).not.toBe('');
        }
        for (const { offset: at } of hints(snapshot, uri, whole)) inside({ start: at, end: at });
        for (const { span } of workspaceSymbols(snapshot, '')) inside(span);
        for (const span of folding(snapshot, uri, false)) inside(span);
        const coloured = tokens(snapshot, uri, whole);
        for (const [i, { span }] of coloured.entries()) {
          inside(span);
          expect(span.start).toBeGreaterThanOrEqual(coloured[i - 1]?.span.end ?? 0);
        }
        const chain = selection(snapshot, uri, offset);
        for (const [i, span] of chain.entries()) {
          inside(span);
          if (i > 0) expect(contains(span, chain[i - 1]!)).toBe(true);
        }

        const nested = (symbol: PlanSymbol): void => {
          inside(symbol.span);
          expect(symbol.name).not.toBe('');
          expect(symbol.nameSpan.start).toBeGreaterThanOrEqual(symbol.span.start);
          expect(symbol.nameSpan.end).toBeLessThanOrEqual(symbol.span.end);
          symbol.children.forEach(nested);
        };
        symbols(snapshot, uri).forEach(nested);

        const ids = new Set<string>();
        const walk = (item: TreeItem, view = wholeTree): void => {
          expect(ids.has(item.id)).toBe(false);
          ids.add(item.id);
          if (item.span) inside(item.span);
          treeTooltip(snapshot, item.id);
          const children = treeChildren(snapshot, item.id, view);
          expect(children.length > 0).toBe(item.hasChildren);
          for (const child of children) walk(child, view);
        };
        for (const item of treeChildren(snapshot, null)) walk(item);
        const path = treePath(snapshot, uri, offset);
        for (const { id } of path) expect(ids.has(id)).toBe(true);
        for (const { item, unblocks } of readyTickets(snapshot)) {
          expect(ids.has(item.id)).toBe(true);
          expect(unblocks).toBeGreaterThanOrEqual(0);
        }
        const some = [...ids].slice(-2);
        for (const list of [some, some.slice(0, 1), path.slice(-1).map(({ id }) => id)])
          for (const { edits } of statusChoices(snapshot, list)) applyEdits(content, edits.get(uri)!);

        const { ready, waiting } = marks(snapshot, uri);
        for (const { span } of [...ready, ...waiting]) inside(span);
        for (const id of some) {
          const target = itemTarget(snapshot, id);
          if (!target) continue;
          const one = { uri, entity: target.entity };
          for (const picks of [
            dependencyPicks(snapshot, one),
            dependenciesOf(snapshot, one),
            groupPicks(snapshot, [one]),
          ])
            for (const pick of picks) expect(ids.has(pick.id)).toBe(true);
          expect(promptFor(snapshot, [one])).toMatch(/^# /);
        }
        for (const groupBy of groupings)
          for (const filter of [[], ...filters.map((one) => [one])]) {
            const view = { ...wholeTree, groupBy, filter, me: ['a'] };
            ids.clear();
            for (const item of treeChildren(snapshot, null, view)) walk(item, view);
            for (const { id } of treePath(snapshot, uri, offset, view)) expect(ids.has(id)).toBe(true);
            for (const id of [...ids].slice(-2))
              for (const one of treePathTo(snapshot, id, view)) expect(ids.has(one.id)).toBe(true);
          }
      }),
      { numRuns: 80 },
    );
  });
});

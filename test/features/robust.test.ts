import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixAllAction, quickActions } from '../../server/src/core/features/actions';
import { hover } from '../../server/src/core/features/hover';
import { type Symbol as PlanSymbol, symbols } from '../../server/src/core/features/symbols';
import { type TreeItem, treeChildren, treePath, treeSignature, treeTooltip } from '../../server/src/core/features/tree';
import { applyEdits } from '../../server/src/core/text/edit';
import type { Span } from '../../server/src/core/text/span';
import { Workspace } from '../../server/src/core/workspace';
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
        const nested = (symbol: PlanSymbol): void => {
          inside(symbol.span);
          expect(symbol.name).not.toBe('');
          expect(symbol.nameSpan.start).toBeGreaterThanOrEqual(symbol.span.start);
          expect(symbol.nameSpan.end).toBeLessThanOrEqual(symbol.span.end);
          symbol.children.forEach(nested);
        };
        symbols(snapshot, uri).forEach(nested);

        const ids = new Set<string>();
        const walk = (item: TreeItem): void => {
          expect(ids.has(item.id)).toBe(false);
          ids.add(item.id);
          inside(item.span);
          treeTooltip(snapshot, item.id);
          const children = treeChildren(snapshot, item.id);
          expect(children.length > 0).toBe(item.hasChildren);
          children.forEach(walk);
        };
        treeChildren(snapshot, null).forEach(walk);
        for (const { id } of treePath(snapshot, uri, offset)) expect(ids.has(id)).toBe(true);
        treeSignature(snapshot, uri);
      }),
      { numRuns: 80 },
    );
  });
});

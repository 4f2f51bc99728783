import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimalEdits } from '../../server/src/core/text/diff';
import { applyEdits } from '../../server/src/core/text/edit';

const piece = fc.constantFrom('a', 'b', 'word', '12', ' ', '|', '\n', '\r\n', '\r', '済', '🚧', '\ud83d');
const text = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));

describe('minimalEdits', () => {
  it('touches only what differs', () => {
    expect(minimalEdits('Phase A: 2 / 5\nTotal: 11\n', 'Phase A: 3 / 5\nTotal: 10\n')).toEqual([
      { span: { start: 9, end: 10 }, newText: '3' },
      { span: { start: 22, end: 24 }, newText: '10' },
    ]);
    expect(minimalEdits('same', 'same')).toEqual([]);
    expect(minimalEdits('', 'new\n')).toEqual([{ span: { start: 0, end: 0 }, newText: 'new\n' }]);
    expect(minimalEdits('a\nb\nc\n', 'a\nc\n')).toEqual([{ span: { start: 2, end: 4 }, newText: '' }]);
  });

  it('always gives the other text, in order, without overlap and without halving a pair', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = minimalEdits(before, after);
        expect(applyEdits(before, edits)).toBe(after);
        for (const [i, { span }] of edits.entries()) {
          if (i > 0) expect(span.start).toBeGreaterThanOrEqual(edits[i - 1]!.span.end);
          expect(before.slice(span.start - 1, span.start + 1)).not.toBe('\r\n');
        }
      }),
    );
  });

  it('ends on texts that have nothing in common', () => {
    const before = Array.from({ length: 3000 }, (_, i) => `old ${i}\n`).join('');
    const after = Array.from({ length: 3000 }, (_, i) => `new ${i * 7}\n`).join('');
    expect(applyEdits(before, minimalEdits(before, after))).toBe(after);
  });
});

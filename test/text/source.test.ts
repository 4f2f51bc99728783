import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SourceText } from '../../server/src/core/text/source';

const edit = fc.record({
  at: fc.nat(40),
  length: fc.nat(6),
  text: fc.constantFrom('', 'a', 'ab', 'b\n', '\r\n', 'abcabc'),
});

it('tells the one stretch in which it differs from what it was made of, however many edits ago', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', '\n'), { maxLength: 40 }),
      fc.array(edit, { maxLength: 10 }),
      (parts, edits) => {
        const before = new SourceText(parts.join(''));
        let after = before;
        for (const { at, length, text } of edits) {
          const start = Math.min(at, after.text.length);
          after = after.replaced({ start, end: Math.min(start + length, after.text.length) }, text);
        }
        const change = after.changeSince(before);
        if (!change) {
          expect(after.text).toBe(before.text);
          return;
        }
        const { start, oldEnd, newEnd } = change;
        expect(before.text.slice(0, start) + after.text.slice(start, newEnd) + before.text.slice(oldEnd)).toBe(
          after.text,
        );
        expect(before.text.slice(start, oldEnd)).not.toBe(after.text.slice(start, newEnd));
      },
    ),
    { numRuns: 2000 },
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Rope } from '../../server/src/core/text/rope';

/** Where lines start, by the plainest of ways. */
const starts = (text: string): number[] => [
  0,
  ...Array.from(text.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length),
];

const piece = fc.constantFrom(
  '\n',
  '\r',
  '\r\n',
  'a',
  'bc',
  '🚧',
  'x'.repeat(3000),
  'y\r\n'.repeat(2000),
  `${'z'.repeat(4095)}\r\n`,
);
const edit = fc.record({
  at: fc.nat(30_000),
  length: fc.oneof(fc.nat(3), fc.nat(9000)),
  text: fc.oneof(fc.constant(''), piece),
});

it('says what a string says, whatever was edited', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.array(edit, { maxLength: 12 }), (parts, edits) => {
      let text = parts.join('');
      let rope = Rope.of(text);
      for (const { at, length, text: more } of edits) {
        const start = Math.min(at, text.length);
        const end = Math.min(start + length, text.length);
        const before = rope;
        rope = rope.replaced(start, end, more);
        expect(before.length).toBe(text.length);
        text = text.slice(0, start) + more + text.slice(end);
        expect(rope.length).toBe(text.length);
        expect(rope.slice(Math.max(0, start - 5), start + 5000)).toBe(text.slice(Math.max(0, start - 5), start + 5000));
        expect(rope.charCodeAt(start)).toBe(text.charCodeAt(start));
        const lines = starts(text);
        expect(rope.lineCount).toBe(lines.length);
        for (const line of [0, 1, lines.length >> 1, lines.length - 1, lines.length])
          expect(rope.lineStart(line)).toBe(line < lines.length ? lines[line] : text.length);
        const near = [start, start + 1, end, text.length].filter((offset) => offset <= text.length);
        for (const offset of near) expect(rope.lineAt(offset)).toBe(lines.filter((one) => one <= offset).length - 1);
      }
      expect(rope.toString()).toBe(text);
      expect(rope.slice(0)).toBe(text);
    }),
  );
});

it('does not part the halves of a line end that come together', () => {
  const [a, b] = ['a'.repeat(4095), 'b'.repeat(4096)];
  const rope = Rope.of(`${a}\r${b}\n`).replaced(4096, 8192, '');
  expect(rope.toString()).toBe(`${a}\r\n`);
  expect([rope.lineCount, rope.lineStart(1)]).toEqual([2, 4097]);
});

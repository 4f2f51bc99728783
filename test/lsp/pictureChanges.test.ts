import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changed } from '../../client/src/panels/changes';
import { isShow } from '../../client/src/panels/messages';
import { SentPictures } from '../../server/src/lsp/pictureChanges';

const item = (id: string, line: number, text = '') => ({ id, line, text });
const items = (count: number, from = 0) => Array.from({ length: count }, (_, i) => item(`T-${i}`, i + from));

/** What a client has that had `before` and is told the changes, and how long that was as JSON. */
function told<D extends object>(before: D, after: D): { data: object | null; size: number } {
  const sent = new SentPictures();
  const first = sent.answer('a', null, before)!;
  const second = sent.answer('a', first.number, after)!;
  expect(first).toEqual({ number: first.number, whole: before });
  if (!('changes' in second)) throw new Error('expected changes');
  const wire: unknown = JSON.parse(JSON.stringify(second));
  expect(isShow({ type: 'show', picture: wire, plans: [], bound: null, stale: false })).toBe(true);
  return { data: changed(before, (wire as typeof second).changes), size: JSON.stringify(second).length };
}

describe('what has changed in a picture', () => {
  it('makes the one of the other, whatever they are', () => {
    const list = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '0'),
        line: fc.nat(5),
        text: fc.constantFrom('', 'x'),
      }),
      { maxLength: 12 },
    );
    const picture = fc.record({
      title: fc.string({ maxLength: 3 }),
      cards: list,
      nodes: list,
      owners: fc.array(fc.string({ maxLength: 2 }), { maxLength: 3 }),
      critical: fc.option(fc.record({ nodes: fc.array(fc.nat(9)) })),
    });
    fc.assert(
      fc.property(picture, picture, (before, after) => {
        expect(told(before, after).data).toEqual(after);
      }),
    );
  });

  it('is short where one of many is another, is new or is gone, and where all lines have moved', () => {
    const cards = items(1000);
    const of = (list: object[]) => told({ cards }, { cards: list });
    const whole = JSON.stringify(cards).length;
    for (const [list, most] of [
      [cards.with(500, item('T-500', 500, 'another')), 200],
      [[...items(300), item('new', 300), ...items(1000, 1).slice(300)], whole / 4],
      [cards.toSpliced(10, 1), 200],
      [items(1000, 1), whole / 4],
      [[...cards.slice(900), ...cards.slice(0, 900)], 200],
    ] as const) {
      const { data, size } = of([...list]);
      expect(data).toEqual({ cards: list });
      expect(size).toBeLessThan(most);
    }
  });

  it('is told of the answer that the client has, and of no other', () => {
    const sent = new SentPictures();
    const ask = (have: number | null, title: string, key = 'a') => sent.answer(key, have, { title })!;
    const first = ask(null, 'x');
    expect(ask(first.number, 'x').number).toBe(first.number);
    const second = ask(first.number, 'y');
    expect(second).toMatchObject({ since: first.number, changes: { fields: { title: 'y' } } });
    expect(ask(first.number, 'z')).toMatchObject({ whole: { title: 'z' } });
    expect(ask(second.number, 'z', 'b')).toMatchObject({ whole: { title: 'z' } });
    expect(sent.answer('a', second.number, null)).toBeNull();
    expect(ask(second.number, 'y')).toMatchObject({ whole: { title: 'y' } });
  });
});

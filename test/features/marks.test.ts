import { describe, expect, it } from 'vitest';
import { marks } from '../../server/src/core/features/marks';
import { parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

const uri = 'file:///plan.md';

function of(text: string) {
  const { ready, waiting } = marks(snapshotOf(parseFixture(text)), uri);
  const titles = (tickets: typeof ready) => tickets.map(({ title }) => title);
  return { ready: titles(ready), waiting: titles(waiting) };
}

describe('marks in the editor', () => {
  it('are for tickets that could be started, and for those that wait', () => {
    expect(of(kite)).toEqual({ ready: ['Line and reel'], waiting: ['First flight', 'Tricks'] });
  });

  it('are none where there is no plan', () => {
    expect(of('# Notes\n\n- [x](y)\n')).toEqual({ ready: [], waiting: [] });
  });
});

import { expect } from 'vitest';
import { check } from '../../server/src/core/rules/check';
import { fixAll } from '../../server/src/core/rules/fix';
import { type CheckOptions, parseFixture, snapshotOf } from './fixture';

const place = /\{([^{}→|]*)→([^{}→|]*)(?:\|([a-z-]+)(!?))?\}/g;

/**
 * A plan with places of two readings, `{wrong→right}`. Where all are right, nothing is found. With any one of them wrong, `rule`
 * finds it, and the safe fixes put right exactly that place; with `fix: false`, there are none. A place may name a rule of its own,
 * `{wrong→right|rule}`, with `!` behind it where fixes may change other figures; `|-`: it is no contradiction, and nothing is found.
 */
export function expectSwaps(rule: string, marked: string, options: CheckOptions & { fix?: boolean } = {}): void {
  const read = (wrong: number): string => {
    let at = 0;
    return marked.replace(place, (_, bad: string, good: string) => (at++ === wrong ? bad : good));
  };
  const run = (text: string) => {
    const fixture = parseFixture(text);
    const snapshot = snapshotOf(fixture, options);
    const { uri } = fixture.files[0]!;
    return {
      text: fixture.files[0]!.text,
      found: check(snapshot, uri).map((finding) => `${finding.rule}: ${finding.message}`),
      fixed: fixAll(snapshot, uri).text,
    };
  };
  const right = run(read(-1));
  expect(right.found, 'all of them right').toEqual([]);
  for (const [i, [written, , , own = rule, mark]] of [...marked.matchAll(place)].entries()) {
    const wrong = run(read(i));
    const found = wrong.found.filter((one) => one.startsWith(`${own}:`));
    if (own === '-') expect(wrong.found, written).toEqual([]);
    else expect(found, `${written}: ${wrong.found.join('; ')}`).not.toEqual([]);
    const isFixed = own !== '-' && options.fix !== false;
    if (mark !== '!') expect(wrong.fixed, written).toBe(isFixed ? right.text : wrong.text);
  }
}

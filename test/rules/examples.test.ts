import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/core/rules';
import { expectFindings, expectFixed, parseFixture } from '../support/fixture';

/** What the documentation shows is what happens. */
describe.each(rules.map((rule) => [rule.id, rule] as const))('%s: examples', (id, rule) => {
  it('has some', () => expect(rule.examples.length).toBeGreaterThan(0));
  it.each(rule.examples.map((example, i) => [i + 1, example] as const))('%i: bad', (_, { bad }) => {
    expect(parseFixture(bad).files[0]!.annotations.length, 'annotations').toBeGreaterThan(0);
    expectFindings(bad, { rules: [id], today: '2026-06-15' });
  });
  it.each(rule.examples.map((example, i) => [i + 1, example] as const))('%i: good', (_, { good }) => {
    expectFindings(good, { today: '2026-06-15' });
  });
  it.each(rule.examples.flatMap(({ bad, good, fixed }) => (fixed ? [[bad, good] as const] : [])))(
    'fixed',
    (bad, fixed) => {
      expectFixed(bad, fixed, { today: '2026-06-15' });
    },
  );
});

it('ids are words, and never two the same', () => {
  const ids = rules.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
});

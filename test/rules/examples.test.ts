import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/core/rules';
import type { Example, Rule } from '../../server/src/core/rules/rule';
import { type CheckOptions, expectFindings, expectFixed, parseFixture } from '../support/fixture';

const checked = (rule: Rule, { options }: Example): CheckOptions => ({
  today: '2026-06-15',
  ...(options ? { settings: { options: { [rule.id]: options } } } : {}),
});

/** What the documentation shows is what happens. */
describe.each(rules.map((rule) => [rule.id, rule] as const))('%s: examples', (id, rule) => {
  const examples = rule.examples.map((example, i) => [i + 1, example] as const);
  it('has some', () => expect(rule.examples.length).toBeGreaterThan(0));
  it.each(examples)('%i: bad', (_, example) => {
    expect(parseFixture(example.bad).files[0]!.annotations.length, 'annotations').toBeGreaterThan(0);
    expectFindings(example.bad, { rules: [id], ...checked(rule, example) });
  });
  it.each(examples)('%i: good', (_, example) => {
    expectFindings(example.good, checked(rule, example));
  });
  it.each(examples.filter(([, { fixed }]) => fixed))('%i: fixed', (_, example) => {
    expectFixed(example.bad, example.good, checked(rule, example));
  });
});

it('ids are words, and never two the same', () => {
  const ids = rules.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
});

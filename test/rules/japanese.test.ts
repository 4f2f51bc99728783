import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/core/rules';
import { check } from '../../server/src/core/rules/check';
import type { Finding } from '../../server/src/core/rules/finding';
import type { Language } from '../../server/src/core/text/say';
import { parseFixture, snapshotOf } from '../support/fixture';

const latinWords = (text: string): string[] => text.match(/[A-Za-z]{2,}/g) ?? [];
const examples = rules.flatMap(({ id, examples }) => examples.map(({ bad }) => [id, bad] as const));

function findingsIn(bad: string, language: Language): Finding[] {
  const fixture = parseFixture(bad);
  const snapshot = snapshotOf(fixture, { today: '2026-06-15', language });
  return fixture.files.flatMap(({ uri }) => check(snapshot, uri));
}

const withoutTexts = (findings: readonly Finding[]) =>
  findings.map(({ message: _, related, fixes, ...rest }) => ({
    ...rest,
    related: related.map(({ message: _, ...place }) => place),
    fixes: fixes.map(({ title: _, ...fix }) => fix),
  }));

describe.each(examples)('%s', (_, bad) => {
  const found = findingsIn(bad, 'ja');

  it('is told in Japanese but for words of the plan', () => {
    for (const { message, related, fixes } of found)
      for (const text of [message, ...related.map((place) => place.message), ...fixes.map(({ title }) => title)])
        for (const word of latinWords(text)) expect(latinWords(bad), text).toContain(word);
  });

  it('is the same finding in both languages', () => {
    expect(withoutTexts(found)).toEqual(withoutTexts(findingsIn(bad, 'en')));
  });
});

it('reads as a sentence', () => {
  const plan = `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Schema | In Progress | - |
| A-2 | Login | Done | A-1 |
`;
  expect(findingsIn(plan, 'ja').map(({ message }) => message)).toEqual([
    '「A-2」は「Done」ですが、依存先の「A-1」(In Progress)が完了していません',
  ]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { japanese as commandLine } from '../../server/src/cli/japanese';
import { japanese as core } from '../../server/src/core/text/japanese';
import { either, listed, together } from '../../server/src/core/text/lists';
import { languageOf, sayIn, speaker } from '../../server/src/core/text/say';
import { japanese as graph } from '../../server/src/graph/japanese';

/** The server's code, without the tables. */
function codeIn(isOurs: (name: string) => boolean): string {
  const source = new URL('../../server/src/', import.meta.url);
  return readdirSync(fileURLToPath(source), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.includes('japanese') && isOurs(name))
    .map((name) => readFileSync(new URL(name, source), 'utf8'))
    .join('\n');
}

const inCommandLine = (name: string): boolean => /^(?:cli|node)\//.test(name);
const inGraph = (name: string): boolean => name.startsWith('graph/');
const elsewhere = codeIn((name) => !inCommandLine(name) && !inGraph(name));
const commands = codeIn(inCommandLine);
const pictures = codeIn(inGraph);
const texts = [
  ...Object.entries(core).map((entry) => [...entry, elsewhere] as const),
  ...Object.entries(commandLine).map((entry) => [...entry, commands] as const),
  ...Object.entries(graph).map((entry) => [...entry, pictures] as const),
];

const numbers = (template: string): string[] =>
  [...new Set([...template.matchAll(/\{(\d)/g)].map((match) => match[1]!))].sort();

describe.each(texts)('%s', (english, text, code) => {
  it('is said somewhere', () => {
    const written = JSON.stringify(english).slice(1, -1).replaceAll('\\"', '"');
    expect(code.includes(`'${written}'`) || code.includes(`"${written}"`)).toBe(true);
  });

  it('tells the same values in Japanese', () => {
    expect(numbers(text)).toEqual(numbers(english));
    expect(text).not.toContain('|');
  });

  it('is Japanese, written as the other texts are', () => {
    if (/\p{L}/u.test(english.replace(/\{[^}]*\}/g, '')))
      expect(text).toMatch(/[、。「」\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
    expect(text, 'half-width marks, as in the manifest').not.toMatch(/[：（）？！]/u);
    expect(text, 'half-width digits and letters').not.toMatch(/[０-９Ａ-Ｚａ-ｚ]/u);
  });
});

describe('saying', () => {
  it('puts values in as they are', () => {
    const say = speaker({ '{0} depends on {1}': '{0} → {1}' }, 'en');
    expect(say('{0} depends on {1}', '{1}', '$&')).toBe('{1} depends on $&');
  });

  it('has a word for one and a word for several', () => {
    const say = sayIn('en');
    expect(say('{0} {0|entry|entries}, but the heading allows {1}', 1, 3)).toMatch(/^1 entry,/);
    expect(say('{0} {0|entry|entries}, but the heading allows {1}', 0, 3)).toMatch(/^0 entries,/);
    expect(sayIn('ja')('{0} {0|entry|entries}, but the heading allows {1}', 4, 3)).toMatch(/^項目が 4 件/);
  });

  it('tells lists', () => {
    const say = sayIn('en');
    expect(listed(say, ['A', 'B', 'C'])).toBe('A, B, C');
    expect(either(say, ['A', 'B', 'C'])).toBe('A, B or C');
    expect(together(say, ['A', 'B'])).toBe('A and B');
    expect([listed(say, []), either(say, ['A']), together(say, ['A'])]).toEqual(['', 'A', 'A']);
  });

  it.each([
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['ja_JP.UTF-8', 'ja'],
    ['JA', 'ja'],
    ['jam', 'en'],
    ['en-US', 'en'],
    ['de', 'en'],
    ['C.UTF-8', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('knows the language of %s: %s', (locale, language) => expect(languageOf(locale)).toBe(language));
});

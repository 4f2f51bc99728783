import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { japanese as commandLine } from '../../server/src/cli/japanese';
import { japanese as core } from '../../server/src/core/text/japanese';
import { japanese as graph } from '../../server/src/graph/japanese';

const json = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

/** One word for one thing, wherever a user meets it. */
const glossary: readonly (readonly [instead: RegExp, say: string])[] = [
  [/状態/, 'ステータス'],
  [/チェック リスト/, 'チェックリスト'],
  [/依存関係先|依存元/, '依存先'],
  [/実行可能|開始可能/, '着手可能'],
  [/進捗状況/, '進捗'],
  [/他 ?\{/, 'ほか {'],
  [/サーバ(?!ー)|エディタ(?!ー)|フォルダ(?!ー)/, 'サーバー, エディター, フォルダー'],
  [/[：（）？！％]/u, 'half-width marks'],
];

describe.each([
  ['the core', core],
  ['the command line', commandLine],
  ['the graph', graph],
  ['the client', json('l10n/bundle.l10n.ja.json')],
  ['the manifest', json('package.nls.ja.json')],
])('%s speaks one Japanese', (_, texts: Readonly<Record<string, string>>) => {
  it.each(glossary)('%s is said as %s', (instead) => {
    for (const [key, text] of Object.entries(texts)) expect(text, key).not.toMatch(instead);
  });
});

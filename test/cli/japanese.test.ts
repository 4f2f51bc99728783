import { describe, expect, it } from 'vitest';
import { languageFor } from '../../server/src/cli/say';
import { folderWith, run } from './support';

const plan = `
  # Kite

  | ID | Task | Status | Depends on |
  | --- | --- | --- | --- |
  | K-1 | Frame | Done | K-2 |
  | K-2 | Sail | Open | - |
  | K-3 | Line | Done | K-9 |

  - [w] Rope

  Total: 1 / 3 done
`;
const ja = { LANG: 'ja_JP.UTF-8' };
/** Words that are no text of ours: the plan's, those of options, rules and files. */
const known = new Set(
  `${plan} plan-truth check list fix help config json stdin filename dry run max warnings fail on rule id quiet color no
  format locale version graph text sarif github junit error warning info hint never severity options paths command tag name
  file ja en md PLAN Markdown UTF`.match(/[A-Za-z]+/g),
);
const englishOf = (text: string): string[] =>
  (text.replace(/[a-z]+(?:-[a-z]+)+/g, '').match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !known.has(word));

describe('in Japanese', () => {
  it.each([
    [['check', '.']],
    [['check', '.', '--max-warnings', '0']],
    [['check', 'none.md']],
    [['check', '.', '--rule', 'stale-sumary']],
    [['list', '.']],
    [['fix', '--dry-run', '.']],
    [['fix', '.']],
    [['--help']],
    [['check', '--help']],
    [['list', '--help']],
    [['fix', '--help']],
    [[]],
    [['chek']],
    [['check', '--fromat', 'json']],
    [['check', '--format', 'xml']],
    [['check', '--max-warnings', 'few']],
    [['check', '--config']],
    [['check', '.', '--stdin-filename', 'x.md']],
  ])('%j', async (argv) => {
    const { out, err } = await run(folderWith({ 'PLAN.md': plan }), argv, { env: ja });
    const told = (out + err).replace(/^[-+@ ].*$/gm, argv.includes('--dry-run') ? '' : '$&');
    expect(told).toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u);
    expect(englishOf(told.replace(/'(?:chek|--fromat|xml|few)'|none\.md|stale-sumary|"(?:[a-z]+)"/g, ''))).toEqual([]);
  });

  it('settings that are wrong', async () => {
    const config = '{ "rules": { "overdue": "loud", "stale-focs": "off" }, "fences": 3 }';
    const cwd = folderWith({ 'PLAN.md': plan, 'plan-truth.config.json': config });
    const { code, err } = await run(cwd, ['check', '.'], { env: ja });
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(3);
    for (const line of err.trim().split('\n')) expect(line).toMatch(/[\p{Script=Hiragana}]/u);
    const broken = folderWith({ 'PLAN.md': plan, 'plan-truth.config.json': '{ "rules": ' });
    expect((await run(broken, ['check', '.'], { env: ja })).err).toContain('値が必要です');
  });

  it('a finding keeps its rule, its severity and its place in JSON', async () => {
    const cwd = folderWith({ 'PLAN.md': plan });
    const found = async (env: Record<string, string>) =>
      JSON.parse((await run(cwd, ['check', '.', '--format', 'json'], { env })).out).files[0].findings;
    const bare = (findings: { message: string; related: { message: string }[] }[]) =>
      findings.map(({ message: _, related, ...rest }) => ({
        ...rest,
        related: related.map(({ message: _, ...place }) => place),
      }));
    const [japanese, inEnglish] = [await found(ja), await found({})];
    expect(bare(japanese)).toEqual(bare(inEnglish));
    expect(japanese[0].message).not.toBe(inEnglish[0].message);
  });
});

it.each([
  [[], {}, 'en'],
  [[], { LANG: 'ja_JP.UTF-8' }, 'ja'],
  [[], { LANG: 'ja_JP.UTF-8', LC_MESSAGES: 'C' }, 'en'],
  [[], { LANG: 'C', LC_MESSAGES: 'ja_JP' }, 'ja'],
  [[], { LC_ALL: 'C.UTF-8', LC_MESSAGES: 'ja_JP', LANG: 'ja_JP' }, 'en'],
  [[], { LC_ALL: '', LANG: 'ja' }, 'ja'],
  [['--locale', 'ja'], { LANG: 'en_US.UTF-8' }, 'ja'],
  [['check', '--locale=en', '.'], { LANG: 'ja_JP.UTF-8' }, 'en'],
  [['check', '--', '--locale=ja'], {}, 'en'],
])('%j with %j speaks %s', (argv, env, language) => expect(languageFor(argv, env)).toBe(language));

it('--locale holds before and behind the command', async () => {
  const cwd = folderWith({ 'PLAN.md': plan });
  for (const argv of [
    ['--locale', 'ja', 'check', '.'],
    ['check', '.', '--locale', 'ja'],
  ])
    expect((await run(cwd, argv)).out).toContain('依存先');
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate';
import { grammars } from '../../server/src/dev/grammar';

const require = createRequire(import.meta.url);
const generated = grammars();
const injected = Object.values(generated).map((one) => (one as IRawGrammar).scopeName);

/** VS Code's own Markdown grammar, with and without ours injected as VS Code does it. */
async function load(inject: boolean): Promise<IGrammar> {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope): Promise<IRawGrammar | null> => {
      const one = Object.values(generated).find((grammar) => (grammar as IRawGrammar).scopeName === scope);
      if (one) return one as IRawGrammar;
      if (scope !== 'text.html.markdown') return null;
      const file = require.resolve('tm-grammars/grammars/markdown.json');
      return textmate.parseRawGrammar(readFileSync(file, 'utf8'), 'markdown.json');
    },
    getInjections: (scope) => (inject && scope === 'text.html.markdown' ? injected : []),
  });
  return (await registry.loadGrammar('text.html.markdown'))!;
}

interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

function tokens(of: IGrammar, text: string): Token[] {
  let state = textmate.INITIAL;
  return text.split('\n').flatMap((line) => {
    const result = of.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}

let plain: IGrammar;
let ours: IGrammar;
beforeAll(async () => {
  plain = await load(false);
  ours = await load(true);
});

/** What is coloured: `A-001 id`, `MERGED done`. */
function coloured(text: string): string[] {
  return tokens(ours, text).flatMap((token) => {
    const scope = token.scopes.find((name) => name.endsWith('.plan-truth') && !name.startsWith('punctuation'));
    return scope ? [`${token.text} ${scope.includes('ticket-id') ? 'id' : scope.split('.').at(-2)}`] : [];
  });
}

const head = '| ID | Title | Status | Depends On |\n|---|---|---|---|\n';

describe('the injection grammars', () => {
  it.each(['table', 'list'] as const)('%s is what the generator makes of the vocabulary', async (name) => {
    const file = new URL(`../../syntaxes/plan-truth.${name}.tmLanguage.json`, import.meta.url);
    await expect(`${JSON.stringify(generated[name], null, 2)}\n`).toMatchFileSnapshot(fileURLToPath(file));
  });

  it('colours ids and statuses that fill a cell', () => {
    expect(coloured(`${head}| A-001 | DB schema | MERGED | B-003, WP01 |`)).toEqual([
      'A-001 id',
      'MERGED done',
      'B-003, WP01 id',
    ]);
    expect(coloured(`${head}| T12 | x | IN_PROGRESS | - |`)).toEqual(['T12 id', 'IN_PROGRESS active']);
    expect(coloured(`${head}| x | y | PR_OPEN | z |`)).toEqual(['PR_OPEN review']);
    expect(coloured(`${head}| x | y | In Progress | z |`)).toEqual(['In Progress active']);
    expect(coloured(`${head}| x | y | BLOCKED | z |`)).toEqual(['BLOCKED blocked']);
    expect(coloured(`${head}| x | y | Cancelled | z |`)).toEqual(['Cancelled dropped']);
    expect(coloured(`${head}|A-1|完了|進行中|未着手|`)).toEqual([
      'A-1 id',
      '完了 done',
      '進行中 active',
      '未着手 todo',
    ]);
    expect(coloured(`${head}| 未開始 | Planned | Todo | Complete |`)).toEqual([
      '未開始 todo',
      'Planned todo',
      'Todo todo',
      'Complete done',
    ]);
  });

  it('sees through emphasis, code and signs', () => {
    expect(coloured('| Status | 意味 |\n|---|---|\n| `OPEN` | 未着手 |')).toEqual(['OPEN todo', '未着手 todo']);
    expect(coloured(`${head}| **A-001** | x | ✅ Complete | \`B-1\` |`)).toEqual([
      'A-001 id',
      '✅ Complete done',
      'B-1 id',
    ]);
    expect(coloured(`${head}| x | y | Done ✅ | ⏸️ Paused |`)).toEqual(['Done ✅ done', '⏸️ Paused blocked']);
  });

  it('colours the id at the start and the status at the end of an item', () => {
    expect(coloured('- A-001: DB schema')).toEqual(['A-001 id']);
    expect(coloured('- [x] T12 Write it')).toEqual(['T12 id']);
    expect(coloured('1. [ ] WP01 — Set up (MERGED)')).toEqual(['WP01 id', 'MERGED done']);
    expect(coloured('- [ ] **T001** Create it')).toEqual(['T001 id']);
    expect(coloured('- **Status**: In Progress')).toEqual(['In Progress active']);
    expect(coloured('  - [ ] B-003 Portal [BLOCKED]')).toEqual(['B-003 id', 'BLOCKED blocked']);
    expect(coloured('- [ ] 実装 - 完了')).toEqual(['完了 done']);
  });

  it('works inside a Markdown fence, and in no other', () => {
    const table = `${head}| A-001 | x | OPEN | - |`;
    expect(coloured(`\`\`\`markdown\n${table}\n\`\`\``)).toEqual(['A-001 id', 'OPEN todo']);
    expect(coloured(`\`\`\`text\n${table}\n\`\`\``)).toEqual([]);
    expect(coloured(`<!--\n${table}\n-->`)).toEqual([]);
  });

  it.each([
    'A-001 is open and B-003 is done.',
    'MERGED',
    '# A-001 DB schema: DONE',
    '> Blocked by A-001',
    '- The work is done',
    '- UTF-8 is the encoding',
    '- call me when it is (done)',
    '- [ ] S3 bucket for the EC2 host',
    '| Open the door | Done with it | P1 | UTF-8 | Q3 | new |\n|---|---|---|---|---|---|\n| is open | A-001 shows | OPENED UP | P0 | 3 | N/A |',
    'a | OPEN | b',
  ])('leaves prose alone: %s', (text) => {
    expect(coloured(text)).toEqual([]);
  });

  it('changes nothing else of a line', () => {
    const text = `${head}| A-001 | **bold** \\| \`code\` | MERGED | [link](x) |\n| B | c | OPEN | [d](e) |\n\n- [ ] A-001 **bold** and \`code\` (DONE)\n- [x] next`;
    const bare = (list: Token[]): string[] =>
      list.flatMap(({ text, scopes }) => {
        const kept = scopes.filter((scope) => !scope.endsWith('.plan-truth')).join(' ');
        return [...text].filter((c) => c.trim() !== '').map((c) => `${c} ${kept}`);
      });
    expect(bare(tokens(ours, text))).toEqual(bare(tokens(plain, text)));
  });

  it.each(['| ', '| A-', '|A-001,', '| A-001 | DONE ', '- [ ] ', '**', '`', '| `', '| ✅ ', '(', ' - A-1', ': Done '])(
    'takes time in proportion to the line: %j',
    (part) => {
      for (const start of [`${head}| `, '- [ ] ']) {
        const time = (of: IGrammar): number => {
          const before = performance.now();
          tokens(of, start + part.repeat(5000 / part.length));
          return performance.now() - before;
        };
        time(ours);
        expect(time(ours)).toBeLessThan(5 * time(plain) + 300);
      }
    },
  );
});

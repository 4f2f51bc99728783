import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../server/src/core/text/say';
import { Workspace } from '../../server/src/core/workspace';
import { type Shown, shownOf } from '../support/texts';

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

const attacks = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<a href="command:workbench.action.quit">go</a>',
  '[click](command:workbench.action.quit)',
  '[click][ref]',
  '<command:workbench.action.quit>',
  '![pic](https://evil.example/p.png)',
  'x](command:workbench.action.quit) [y',
  'https://evil.example/?q www.evil.example me@evil.example',
  '`code` **bold** $(bug) &lt;b&gt; &#60;',
  'right\u202eleft\u2066\u200f\u0007bell',
  'command:workbench.action.quit javascript:alert(1) data:text/html,x',
];

/** Whatever can be named is named so. */
const planOf = (attack: string): string => {
  const cell = attack.replace(/\|/g, '');
  return `# ${attack}

[ref]: command:workbench.action.quit

Current phase: ${attack}
Last updated: 2020-01-01

## Phase 1: ${attack} ✅

| ID | Task | Status | Depends on | Owner | Branch | Estimate | Priority |
| --- | --- | --- | --- | --- | --- | --- | --- |
| A-1 | ${cell} | Done | A-2, ${cell} | ${cell} | ${cell} | ${cell} | ${cell} |
| A-2 | ${cell} | ${cell} | A-1 | | | | |
| A-2 | B ${cell} | Open | A-9 | | | | |
| ${cell} | ${cell} | In Progress | A-1 | | | | |

## Phase 2: ${attack}

- [ ] ${attack} (depends on: ${attack})
- [x] ${attack} done
  - [ ] ${attack} below

Phase 1: 9 / 3 ${attack}
Total: 5 / 7 done
<!-- plan-truth-disable-line ${attack.replace(/[<>]/g, '')} -->
`;
};

const fileNames = [
  'plan.md',
  '%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E.md',
  'a%5D(command%3Ax)%20%5Bb.md',
  '$(bug).md',
];

const shown = (attack: string, name: string, language: Language): Shown[] => {
  const uri = `file:///w/${name}`;
  const other = `file:///w/other/${name}`;
  const documents = [
    { uri, text: planOf(attack) },
    { uri: other, text: planOf(attack).replaceAll('A-', 'B-') },
  ];
  return shownOf(new Workspace().apply({ documents, today: '2026-02-03', language }), uri);
};

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}
const parse = (markdown: string): Node => unified().use(remarkParse).parse(markdown) as Node;

/** What we write ourselves: no HTML, image, code or definition is among it. */
const harmless = new Set(['root', 'paragraph', 'text', 'strong', 'link', 'list', 'listItem']);

/** What GitHub's Markdown, which editors read, makes a link of without being asked. */
const bareLink = /(?<![\w\\])(?:https?:|ftp:|www\.)|[\w.+-]@[\w-]+\.\w/i;

describe.each(['en', 'ja'] as const)('%s: hostile text stays text', (language) => {
  it.each(attacks.flatMap((attack) => [[attack, fileNames[0]!]]))('%j', (attack, name) =>
    expectHarmless(shown(attack, name, language)),
  );

  it.each(fileNames)('in the file name %s', (name) => expectHarmless(shown('Plain', name, language)));
});

function expectHarmless(texts: readonly Shown[]): void {
  expect(texts.filter(({ markdown }) => markdown).length).toBeGreaterThan(5);
  for (const { by, text, markdown } of texts) {
    const said = `${by}: ${text}`;
    // Nothing turns the reading direction, rings a bell, or goes on on a line of its own.
    expect(text.replace(markdown ? /\n/g : /(?!)/, ''), said).not.toMatch(
      /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u,
    );
    if (!markdown) continue;
    for (const { type, url } of nodesOf(parse(text))) {
      if (!harmless.has(type)) expect.fail(`a ${type} in ${said}`);
      if (type === 'link') expect(url, said).toMatch(/^file:\/\/\/w\/[^\s<>()]*(?:#L\d+)?$/);
    }
    const words = text.replace(/\]\([^)\s]*\)/g, ']');
    expect(words, said).not.toMatch(bareLink);
    // An icon of the editor's, where an editor reads icons.
    expect(words, said).not.toMatch(/(?<!\\)\$\(/);
  }
}

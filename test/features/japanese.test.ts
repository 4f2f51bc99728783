import { expect, it } from 'vitest';
import { treeChildren } from '../../server/src/core/features/tree';
import type { Language } from '../../server/src/core/text/say';
import { Workspace } from '../../server/src/core/workspace';
import { kite } from '../support/plans';
import { shownOf } from '../support/texts';

const uri = 'file:///plan.md';
const more = `
## Phase C

| ID | Title | Status | Depends On | Owner | Estimate | Priority |
| --- | --- | --- | --- | --- | --- | --- |
| K-201 | Crew | OPEN | K-999, Phase B, K-002 | Ann | 3d | P1 |
| K-202 | Winch | BLOKED | K-103, K-101, K-001 | | | |
| K-202 | Winch two | MERGED | K-002, K-003, K-101, K-102 | | | |
| | | | | | | |

- [ ] Tidy up (depends on Crew)
- [x] Pack
  - [ ] Rope

| Phase | Status |
| --- | --- |
| D | OPEN |

Total Tickets: 99
`;

const open = (language: Language) =>
  new Workspace().apply({ documents: [{ uri, text: kite + more }], today: '2026-02-03', language });
const words = (text: string): string[] => text.match(/[A-Za-z]{3,}/g) ?? [];

it('no text has a word of English that is not the plan’s', () => {
  const known = new Set([...words(kite + more), ...words('file plan-truth md'), ...words(ruleIds())]);
  for (const { by, text } of shownOf(open('ja'), uri))
    for (const word of words(text)) expect(known, `${by}: ${text}`).toContain(word);
});

it('something of every kind is said', () => {
  const said = new Set(shownOf(open('ja'), uri).map(({ by }) => by));
  for (const by of [
    'finding',
    'fix all',
    'hover',
    'completion',
    'rename',
    'code action',
    'hint',
    'lens',
    'tree',
    'ready',
  ])
    expect(said).toContain(by);
});

it('a tree is told as people speak', () => {
  const [plan] = treeChildren(open('ja'), null);
  expect(plan!.accessibleLabel).toMatch(/^計画, Kite, \d+\/\d+ 完了 · 着手可能 \d+ · 待ち \d+, 問題 \d+ 件$/);
});

/** Titles of waivers name the rule. */
function ruleIds(): string {
  return shownOf(open('en'), uri)
    .filter(({ text }) => text.startsWith('Waive '))
    .map(({ text }) => text.split(' ')[1])
    .join(' ');
}

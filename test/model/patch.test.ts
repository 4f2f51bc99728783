import { expect, it } from 'vitest';
import { check } from '../../server/src/core/rules/check';
import { Workspace } from '../../server/src/core/workspace';
import { derived, plainPlan } from '../support/plainPlan';
import { kite } from '../support/plans';

const uri = 'file:///plan.md';
/** Nothing in it looks at the names of tickets but dependencies of lines. */
const plain = `${kite}
## Phase C

- [ ] **T-1** Crew (depends on: K-001)
  - [x] Ann
- [ ] Tidy up
`;

/** Orders and signs beside boxes look at the names of other tickets. */
const worded = `# Reef

Order: R-1 → R-92 → R-3

## Phase 1
| ID | Title | Status |
| --- | --- | --- |
| R-1 | Rope | DONE |
| R-2 | Knots | OPEN |

## Phase 2
- [x] **R-3** Wind
- [ ] ✅ Water
- [x] ✅ Weather
- [ ] Ways (in progress)
`;

/** Counts beside points count points. */
const counted = `# Ebb

## Tasks
- [x] **E-1** Wind
- [x] **E-2** Wax
## Summary
Done: 2, In Progress: 1
`;

/** Two tickets have one id: their titles say whether they are one. */
const twice = `# Bay

## Phase 1
| ID | Title | Status |
| --- | --- | --- |
| B-1 | Rope | DONE |

## Phase 2
| ID | Title | Status |
| --- | --- | --- |
| B-1 | Dock | OPEN |
`;

/** Random edits over random plans are in `test/incremental.test.ts`: these are the ones that people make, each with the next. */
it.each<[string, (line: string) => string]>([
  ['another status', (line) => line.replace(/OPEN|MERGED|IN_PROGRESS|DONE/, 'BLOCKED')],
  ['a box ticked', (line) => line.replace('[ ]', '[x]')],
  ['a letter more in a title', (line) => line.replace(/(Frame|Sail|Crew|Tricks)/, '$1s')],
  ['a dependency less', (line) => line.replace(/K-\d{3}(, K-\d{3})? +\|$/, '- |')],
  ['another id', (line) => line.replace(/(K-\d|R-)0?(\d)/, '$19$2')],
  ['a sign before a title', (line) => line.replace(/(Crew|Wind|Ways)/, '🎈 $1')],
  ['a title that says nothing', (line) => line.replace('Dock', 'x')],
  ['a title that speaks of points', (line) => line.replace(/Wax/, 'points')],
  ['a line more', (line) => `${line}\n`],
  [
    'a row that comes and goes',
    (line) => (line.startsWith('| K-') ? `${line}\n| K-777 | New | wt/x | OPEN | - |` : line),
  ],
])('%s in any line reads as from the start', (_, edit) => {
  const workspace = new Workspace();
  const read = (now: string) => {
    const after = workspace.apply({ documents: [{ uri, text: now }], today: '2026-02-03' });
    const fresh = new Workspace().apply({ documents: [{ uri, text: now }], today: '2026-02-03' });
    expect(plainPlan(after.analysis(uri)?.plan)).toEqual(plainPlan(fresh.analysis(uri)?.plan));
    expect(derived(after.analysis(uri))).toEqual(derived(fresh.analysis(uri)));
    expect(check(after, uri)).toEqual(check(fresh, uri));
  };
  for (const text of [plain, worded, counted, twice]) {
    const lines = text.split('\n');
    read(text);
    for (const [i, line] of lines.entries()) {
      if (edit(line) === line) continue;
      read(lines.with(i, edit(line)).join('\n'));
      read(text);
    }
  }
});

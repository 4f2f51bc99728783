import { describe, expect, it } from 'vitest';
import { promptFor } from '../../server/src/core/features/prompt';
import { parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

const uri = 'file:///plan.md';

function prompt(text: string, ...keys: string[]): string {
  const snapshot = snapshotOf(parseFixture(text));
  const { allTickets, allGroups } = snapshot.analysis(uri)!.plan;
  const targets = keys.map((key) => ({
    uri,
    entity: [...allTickets, ...allGroups].find((one) => one.key === key || one.title === key)!,
  }));
  return promptFor(snapshot, targets, () => 'docs/plan.md');
}

describe('a ticket with its context', () => {
  it('says where it stands, what it waits on, what waits on it and how it is done', () => {
    const line = kite.split('\n').findIndex((one) => one.startsWith('| K-002')) + 1;
    expect(prompt(kite, 'K-002')).toBe(
      `# K-002 Sail

docs/plan.md, line ${line}, in Phase A — Ground

- Status: IN_PROGRESS
- Branch: wt/sail

Depends on:
- K-001 Frame of spars · MERGED (done)

Unblocks:
- K-101 First flight · OPEN (not started)

\`\`\`markdown
| ID    | Title          | Branch    | Status      | Depends On |
| ----- | -------------- | --------- | ----------- | ---------- |
| K-002 | Sail           | wt/sail   | IN_PROGRESS | K-001      |
\`\`\`

When it is done, set its status in docs/plan.md to MERGED (one of OPEN, IN_PROGRESS, PR_OPEN, MERGED, BLOCKED) and bring the counts along.
`,
    );
  });

  it('tells of what was found on it', () => {
    const text = prompt(
      kite.replace('| MERGED      | -', '| OPEN        | -').replace('| IN_PROGRESS | K-001', '| MERGED      | K-001'),
      'K-002',
    );
    expect(text).toContain('Waits on:\n- K-001 Frame of spars · OPEN (not started)');
    expect(text).toContain('Problems that were found:\n- K-002 is MERGED but depends on K-001');
  });

  it('has all that stands below it, in a fence that the text cannot close', () => {
    const text = prompt(
      '# P\n\n## Phase 1\n\n- [ ] Build\n  ```sh\n  make\n  ```\n  - [x] Part\n- [ ] Rest\n',
      'Build',
    );
    expect(text).toContain('````markdown\n- [ ] Build\n  ```sh\n  make\n  ```\n  - [x] Part\n````');
    expect(text).not.toContain('Rest');
  });

  it('is of several tickets one after the other, and of a phase', () => {
    expect(prompt(kite, 'K-001', 'B').match(/^# .*/gm)).toEqual(['# K-001 Frame of spars', '# Phase B — Air']);
  });
});

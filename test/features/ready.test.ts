import { describe, expect, it } from 'vitest';
import { readyTickets } from '../../server/src/core/features/ready';
import { parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

/** `id unblocks`, in order. */
const ready = (text: string) =>
  readyTickets(snapshotOf(parseFixture(text))).map(({ item, unblocks }) => `${item.label} ${unblocks}`);

const table = (rows: string) =>
  `| ID | Title | Status | Depends on |\n|--|--|--|--|\n${rows
    .trim()
    .split('\n')
    .map((row) => {
      const [id, status, ...on] = row.trim().split(' ');
      return `| ${id} | ${id!.toLowerCase()} | ${status} | ${on.join(', ')} |\n`;
    })
    .join('')}\n`;

describe('what is ready next', () => {
  it('tells of each the plan and what waits on it, at whatever remove', () => {
    const [first, ...rest] = readyTickets(snapshotOf(parseFixture(kite)));
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ plan: 'Kite', unblocks: 2, item: { label: 'K-003 Line and reel', ready: true } });
  });

  it('puts first what most others wait for, then goes by the plan', () => {
    expect(
      ready(`# P\n\n${table('T-1 Open\nT-2 Open\nT-3 Open T-2\nT-4 Open T-3 T-5\nT-5 Open\nT-6 Done\nT-7 Open T-6')}`),
    ).toEqual(['T-2 t-2 2', 'T-5 t-5 1', 'T-1 t-1 0', 'T-7 t-7 0']);
  });

  it('goes across files, each ticket counted once', () => {
    const a = `# A\n\n${table('A-1 Open\nA-2 Open A-1')}`;
    const b = `# B\n\n${table('B-1 Open\nB-2 Open A-1 A-2\nB-3 Open B-1 B-2')}`;
    expect(ready(`//- a.md\n${a}\n//- b.md\n${b}`)).toEqual(['A-1 a-1 3', 'B-1 b-1 1']);
  });

  it('counts what waits on the phase, and all of a phase that waits', () => {
    const one = `## Phase 1\n\n${table('T-1 Open\nT-2 Open')}`;
    const two = `## Phase 2\n\n**Depends on:** Phase 1\n\n${table('T-3 Open\nT-4 Done\nT-5 Open T-3')}`;
    expect(ready(`# P\n\n${one}${two}`)).toEqual(['T-1 t-1 2', 'T-2 t-2 2']);
  });

  it('leaves out what was dropped, what is begun, and tickets that hold others', () => {
    const plan = '# P\n\n## Phase 1\n\n- [ ] all\n  - [x] one\n  - [ ] two\n- [-] never\n- [ ] last\n';
    expect(ready(plan)).toEqual(['two 0', 'last 0']);
  });

  it('survives a circle', () => {
    expect(ready(`# P\n\n${table('T-1 Open\nT-2 Open T-1 T-3\nT-3 Open T-2')}`)).toEqual(['T-1 t-1 2']);
  });
});

import { describe, expect, it } from 'vitest';
import type { GroupListing, PlanListing, TicketListing } from '../../server/src/cli/listing';
import { listText } from '../../server/src/cli/reporters/list-text';
import { sayIn } from '../../server/src/cli/say';
import { plainStyle } from '../../server/src/cli/terminal/style';

const nothing = { text: '', kind: null };
const links = { dependsOn: [], waitsOn: [], unblocks: [] };
const ticket = (line: number, more: Partial<TicketListing>): TicketListing => ({
  ...links,
  key: `t${line}`,
  id: null,
  title: `Task ${line}`,
  line,
  status: nothing,
  ready: false,
  branch: null,
  children: [],
  ...more,
});
const group = (line: number, more: Partial<GroupListing>): GroupListing => ({
  ...links,
  kind: 'phase',
  key: '1',
  title: 'Phase 1',
  line,
  status: nothing,
  done: 0,
  total: 0,
  groups: [],
  tickets: [],
  ...more,
});
const plan = (more: Partial<PlanListing>): PlanListing => ({
  path: 'PLAN.md',
  title: null,
  done: 0,
  total: 0,
  groups: [],
  tickets: [],
  unread: [],
  ...more,
});
const todo = { text: '[ ]', kind: 'todo' } as const;

describe('the outline', () => {
  it('keeps the order of the text and marks every kind of status', () => {
    const kinds = ['todo', 'active', 'review', 'done', 'blocked', 'dropped'] as const;
    const tickets = kinds.map((kind, i) => ticket(10 + i, { status: { text: kind.toUpperCase(), kind } }));
    const groups = [
      group(20, { title: 'Later' }),
      group(5, { title: 'Sooner', status: { text: '[x]', kind: 'done' } }),
    ];
    expect(listText([plan({ groups, tickets })], 1, plainStyle, sayIn('en'))).toBe(
      [
        'PLAN.md',
        '    5  [x] Sooner',
        '   10  [ ] Task 10  TODO',
        '   11  [~] Task 11  ACTIVE',
        '   12  [?] Task 12  REVIEW',
        '   13  [x] Task 13  DONE',
        '   14  [!] Task 14  BLOCKED',
        '   15  [-] Task 15  DROPPED',
        '   20  Later',
        '',
      ].join('\n'),
    );
  });

  it('calls what a ticket waits on by the name that people know', () => {
    const waits = ['A-1', 't2', '3', 'phase:1', 'other.md#B-1', 'gone', 'x'];
    const tickets = [
      ticket(1, { id: 'A-1', key: 'A-1', title: 'With an id' }),
      ticket(2, { title: 'A title so long that it is cut somewhere past its middle' }),
      ticket(3, { key: '3', id: '3', title: 'Third' }),
      ticket(4, { waitsOn: waits.slice(0, 5) }),
      ticket(5, { waitsOn: waits }),
    ];
    const one = plan({ tickets, groups: [group(9, { title: 'Phase 1: Base' })] });
    const other = plan({ path: 'other.md', tickets: [ticket(1, { key: 'B-1', id: 'B-1' })] });
    const out = listText([one, other], 2, plainStyle, sayIn('en'));
    const said = 'A-1, A title so long that it is cut somewhere…, 3 Third, Phase 1: Base, other.md: B-1';
    expect(out).toContain(`    4   ·  Task 4  waits on ${said}\n`);
    expect(out).toContain(`    5   ·  Task 5  waits on ${said} and 2 more\n`);
  });

  it('counts leaf tickets that are ready', () => {
    const parent = ticket(1, { ready: true, children: [ticket(2, { ready: true, status: todo })] });
    expect(listText([plan({ tickets: [parent], total: 1 })], 1, plainStyle, sayIn('en'))).toMatch(
      /^PLAN\.md {2}0 of 1 done, 1 ready\n/,
    );
  });

  it('ends with what was not understood, made visible and cut', () => {
    const unread = [{ line: 7, text: `| \x1b[31m${'x'.repeat(200)}`, reason: 'no\ncells' }];
    expect(listText([plan({ unread })], 1, plainStyle, sayIn('en'))).toBe(
      `PLAN.md\n       not understood:\n    7  | ␛[31m${'x'.repeat(73)}…  no cells\n`,
    );
    const many = Array.from({ length: 102 }, (_, i) => ({ line: i + 1, text: 'x', reason: 'y' }));
    expect(listText([plan({ unread: many })], 1, plainStyle, sayIn('en'))).toContain('and 2 more lines\n');
  });
});

import { describe, expect, it } from 'vitest';
import { soundOrchard } from './plans';
import { folderWith, run } from './support';

describe('plan-truth list', () => {
  it('draws an outline', async () => {
    const { code, out, err } = await run(folderWith({ 'PROGRESS.md': soundOrchard }), ['list']);
    expect(err).toBe('');
    expect(out).toMatchInlineSnapshot(`
      "PROGRESS.md  Orchard  2 of 4 done, 1 ready
          3  Phase A — Soil  2/4
          7    [x] A-001 Test the soil  DONE
          8    [x] A-002 土を耕す  DONE
          9    [ ] A-003 Buy compost  TODO  ready
         10    [ ] A-004 Sow the clover  TODO  waits on A-003
      "
    `);
    expect(code).toBe(0);
  });

  it('holds the contract in JSON', async () => {
    const cwd = folderWith({ 'PROGRESS.md': soundOrchard, 'essay.md': 'An essay.\n\nAbout nothing.\n' });
    const { version, plans } = JSON.parse((await run(cwd, ['list', '--format', 'json'])).out);
    expect(version).toBe(1);
    expect(plans).toHaveLength(1);
    const [plan] = plans;
    expect(plan).toMatchObject({ path: 'PROGRESS.md', title: 'Orchard', tickets: [], unread: [], done: 2, total: 4 });
    const phase = plan.groups.find((group: { kind: string }) => group.kind === 'phase');
    expect(phase).toMatchObject({ kind: 'phase', key: 'A', line: 3, done: 2, total: 4, dependsOn: [], groups: [] });
    expect(phase.tickets).toHaveLength(4);
    expect(phase.tickets[2]).toEqual({
      key: 'A-003',
      id: 'A-003',
      title: 'Buy compost',
      line: 9,
      status: { text: 'TODO', kind: 'todo' },
      dependsOn: [{ text: 'A-001', targets: ['A-001'], met: true }],
      waitsOn: [],
      unblocks: ['A-004'],
      ready: true,
      branch: null,
      children: [],
    });
    expect(phase.tickets[3]).toMatchObject({ waitsOn: ['A-003'], ready: false });
  });

  it('names tickets of other files with their paths', async () => {
    const one = (id: string, on: string) =>
      `# P\n\n| ID | Task | Status | Depends on |\n|---|---|---|---|\n| ${id} | Do it | TODO | ${on} |\n`;
    const cwd = folderWith({ 'docs/a.md': one('API-001', 'WEB-001'), 'b.md': one('WEB-001', '-') });
    const { plans } = JSON.parse((await run(cwd, ['list', '--format', 'json'])).out);
    const tickets = plans.flatMap((plan: { tickets: unknown[]; groups: { tickets: unknown[] }[] }) => [
      ...plan.tickets,
      ...plan.groups.flatMap((group) => group.tickets),
    ]);
    expect(tickets.find(({ id }: { id: string }) => id === 'API-001').waitsOn).toEqual(['b.md#WEB-001']);
    expect(tickets.find(({ id }: { id: string }) => id === 'WEB-001').unblocks).toEqual(['docs/a.md#API-001']);
  });

  it('says where there is nothing', async () => {
    expect((await run(folderWith(), ['list'])).out).toBe('No plan files found.\n');
    expect((await run(folderWith({ 'essay.md': 'Words.\n' }), ['list'])).out).toBe('No plan in 1 file.\n');
    expect((await run(folderWith(), ['list', 'nope'])).code).toBe(2);
  });
});

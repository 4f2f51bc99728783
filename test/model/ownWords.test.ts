import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/core/rules/check';
import { defaultSettings, parseSettings } from '../../server/src/core/settings';
import { Workspace } from '../../server/src/core/workspace';
import { expectFindings } from '../support/fixture';
import { analyse, outline, read } from './read';

const vocabulary = { LGTM: 'review', ほぼ完了: 'active', '🦄': 'done', Done: 'blocked' };

describe('words of the settings', () => {
  it('are statuses wherever a status can stand', () => {
    const text = `
      ## Phase 1 (LGTM)

      | ID | Task | Status |
      | --- | --- | --- |
      | A-1 | Schema | lgtm |
      | A-2 | Login | **ほぼ完了** |
      | A-3 | Logout | 🦄 |
      | A-4 | Later | LGTM (PR #4) |
      | A-5 | Other | Open |

      ### T1: Hooks
      **Status:** LGTM

      - [ ] write
    `;
    expect(outline(text, { vocabulary })).toBe(
      [
        'phase 1 Phase 1 · review',
        '  [A-1] Schema · review',
        '  [A-2] Login · active',
        '  [A-3] Logout · done',
        '  [A-4] Later · review',
        '  [A-5] Other · todo',
        '  [T1] Hooks · review',
        '    write · todo',
      ].join('\n'),
    );
  });

  it('go before what we know, and behind what the plan says itself', () => {
    const table = '\n\n| Task | Status |\n| --- | --- |\n| a | Done |\n| b | LGTM |\n';
    expect(outline(table, { vocabulary })).toBe('a · blocked\nb · review');
    const legend = '**Status key:** Done = finished | LGTM = not started';
    expect(outline(legend + table, { vocabulary })).toBe('a · done\nb · todo');
  });

  it('explain what the legend of a plan only lists, and add nothing to it', () => {
    const text = '**Status key:** Open | Flown | Done\n\n| Task | Status |\n| --- | --- |\n| a | Flown |\n';
    const plan = read(text, { vocabulary: { flown: 'review', LGTM: 'done' } });
    expect(plan.allTickets[0]!.status).toMatchObject({ text: 'Flown', kind: 'review' });
    expect(plan.legend.map((entry) => [entry.text, entry.kind])).toEqual([
      ['Open', 'todo'],
      ['Flown', 'review'],
      ['Done', 'done'],
    ]);
  });

  it('are known, and what is none of them is judged as before', () => {
    const text = `
      | ID | Task | Status |
      | --- | --- | --- |
      | A-1 | Schema | LGTM |
      | A-2 | Login | Dnoe |
                      ^^^^ warning unknown-status: Dnoe is no status of this plan; did you mean Done?
      | A-3 | Logout | Something |
      | A-4 | Other | Done |
      | A-5 | Other one | Open |
    `;
    expectFindings(text, { settings: { vocabulary: { LGTM: 'review', ROFL: 'done' } } });
  });
});

describe('columns of the settings', () => {
  it('are found by their headers, however these are written', () => {
    const columns = {
      Lage: 'status',
      'wartet auf was': 'depends',
      'Posten no': 'id',
      Trupp: 'owner',
      Worum: 'title',
    };
    const text = `
      | **posten  No** | Worum (kurz) | LAGE | Wartet auf was | Trupp |
      | --- | --- | --- | --- | --- |
      | A-1 | Schema | Done | - | Ann |
      | A-2 | Login | Open | A-1 | - |
    `;
    const plan = read(text, { columns });
    expect(plan.allTickets).toMatchObject([
      { id: 'A-1', title: 'Schema', owner: 'Ann', status: { kind: 'done' } },
      { id: 'A-2', title: 'Login', owner: null, dependencies: [{ text: 'A-1' }] },
    ]);
    expect(analyse(text)?.plan.allTickets[0]?.owner).not.toBe('Ann');
  });

  it('go before what we know', () => {
    const text = '| ID | Task | Status | Zustand |\n| --- | --- | --- | --- |\n| A-1 | a | see below | Done |\n';
    expect(read(text, { columns: { Zustand: 'status', Status: 'notes' } }).allTickets[0]!.status).toMatchObject({
      kind: 'done',
    });
  });

  it('make a table of tickets where a title says so', () => {
    const text = '| Posten | Trupp |\n| --- | --- |\n| Schema | Ann |\n| Login | Bob |\n';
    expect(analyse(text)).toBeNull();
    expect(outline(text, { columns: { Posten: 'title', Trupp: 'owner' } })).toBe('Schema\nLogin');
  });
});

describe('settings of reading', () => {
  const text = '| ID | Task | Status |\n| --- | --- | --- |\n| A-1 | a | Flown |\n| A-2 | b | Done |\n';
  const uri = 'file:///plan.md';
  const kinds = (snapshot: Workspace['snapshot']) =>
    snapshot.analysis(uri)!.plan.allTickets.map(({ status }) => status?.kind);
  const settings = parseSettings({ vocabulary: { Flown: 'done' } }).settings;

  it('are followed: what was read before is read anew', () => {
    const workspace = new Workspace();
    expect(kinds(workspace.apply({ documents: [{ uri, text }] }))).toEqual([null, 'done']);
    expect(kinds(workspace.apply({ settings }))).toEqual(['done', 'done']);
    const before = workspace.snapshot.analysis(uri)!.plan;
    const same = parseSettings({ vocabulary: { Flown: 'done' }, rules: { placeholder: 'off' } }).settings;
    expect(workspace.apply({ settings: same }).analysis(uri)!.plan).toBe(before);
    expect(kinds(workspace.apply({ settings: defaultSettings }))).toEqual([null, 'done']);
  });

  it('may differ from document to document', () => {
    const other = 'file:///other/plan.md';
    const off = parseSettings({ rules: { 'unknown-status': 'off' } }).settings;
    const snapshot = new Workspace().apply({
      documents: [uri, other].map((one) => ({ uri: one, text: text.replace('Flown', 'Dnoe') })),
      settings: (one) => (one === other ? off : settings),
    });
    expect(check(snapshot, uri).map(({ rule }) => rule)).toEqual(['unknown-status']);
    expect(check(snapshot, other)).toEqual([]);
    const next = snapshot.with({ settings: (one) => (one === other ? settings : off) });
    expect(check(next, uri)).toEqual([]);
    expect(check(next, other)).toHaveLength(1);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { marks } from '../server/src/core/features/marks';
import { progressOf } from '../server/src/core/features/progress';
import { type PlanSymbol, symbols } from '../server/src/core/features/symbols';
import { treeChildren } from '../server/src/core/features/tree';
import { DraftTicket } from '../server/src/core/model/draftTicket';
import { check } from '../server/src/core/rules/check';
import type { Row } from '../server/src/core/syntax/blocks';
import { Workspace } from '../server/src/core/workspace';
import { readClient } from '../server/src/lsp/client';
import { Converter } from '../server/src/lsp/convert';
import { negotiate } from '../server/src/lsp/encoding';
import { editsBetween } from '../server/src/lsp/tokenLines';

const uri = 'file:///plan.md';
const converter = new Converter(readClient({}), negotiate(['utf-16']), (one) => one);
const id = (i: number): string => `T-${String(i).padStart(5, '0')}`;

/** Tables of 25 tickets, each ticket on the one before it. */
function plan(count: number): string {
  const lines = ['# Plan'];
  for (let i = 0; i < count; i++) {
    if (i % 25 === 0)
      lines.push(
        '',
        `## Phase ${i / 25 + 1}: Part`,
        '',
        '| ID | Task | Status | Depends on |',
        '| --- | --- | --- | --- |',
      );
    lines.push(
      `| ${id(i)} | Build part ${i} | ${i < count / 2 ? 'Done' : 'Open'} | ${i % 25 === 0 ? '-' : id(i - 1)} |`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** The same where titles say what depends on what. */
const wordedPlan = (count: number): string =>
  plan(count)
    .replace(/\| T-\d{5} \| Build part (\d+) \|/g, '| Build the part of house $1 |')
    .replace(/\| T-0*(\d+) \|$/gm, '| part of house $1 |')
    .replaceAll('| ID | Task |', '| Task |')
    .replaceAll('| --- | --- | --- | --- |', '| --- | --- | --- |');

/** How often the status of a ticket is asked for meanwhile. */
function visited(work: () => void): number {
  const status = vi.spyOn(DraftTicket.prototype, 'status', 'get');
  work();
  const count = status.mock.calls.length;
  status.mockRestore();
  return count;
}

/** Every symbol of the plan, those inside of others included. */
const outline = (workspace: Workspace): PlanSymbol[] => {
  const all = (symbol: PlanSymbol): PlanSymbol[] => [symbol, ...symbol.children.flatMap(all)];
  return symbols(workspace.snapshot, uri).flatMap(all);
};

/** How many of the second are not among the first. */
const anew = (a: readonly unknown[], b: readonly unknown[]): number => {
  const known = new Set(a);
  return b.filter((one) => !known.has(one)).length;
};

/** What of a plan is another object after an edit: what was read, made and worked out again. */
function work(count: number, edit: (text: string, row: string) => string) {
  const workspace = new Workspace();
  const text = plan(count);
  const seen = () => {
    const { snapshot } = workspace;
    const findings = check(snapshot, uri);
    const analysis = snapshot.analysis(uri)!;
    const { allTickets, tables } = analysis.plan;
    return {
      findings: findings.length,
      tickets: [...allTickets],
      dependencies: allTickets.flatMap((ticket) => analysis.dependencies(ticket)),
      lines: tables.flatMap(({ rows }) => rows.map(({ line }: Row) => line)),
    };
  };
  workspace.apply({ documents: [{ uri, text }] });
  const before = seen();
  const row = text.split('\n').find((line) => line.startsWith(`| ${id(count / 2 + 3)} `))!;
  const visits = visited(() => check(workspace.apply({ documents: [{ uri, text: edit(text, row) }] }), uri));
  const after = seen();
  return {
    findings: after.findings,
    visits,
    tickets: anew(before.tickets, after.tickets),
    dependencies: anew(before.dependencies, after.dependencies),
    lines: anew(before.lines, after.lines),
  };
}

const edits = {
  title: (text: string, row: string) => text.replace(row, row.replace('Build', 'Builds')),
  id: (text: string, row: string) => text.replace(row, row.replace('| T-', '| TT-')),
  status: (text: string, row: string) => text.replace(row, row.replace('Open', 'Done')),
};

describe('the work of one key', () => {
  it.each([
    ['in a title', edits.title, { findings: 0, visits: 8, tickets: 0, dependencies: 1, lines: 1 }],
    [
      'in an id that another ticket names',
      edits.id,
      { findings: 1, visits: 13, tickets: 0, dependencies: 2, lines: 1 },
    ],
    ['in a status', edits.status, { findings: 1, visits: 32, tickets: 0, dependencies: 1, lines: 1 }],
  ])('%s is the same in a plan of any size', (_, edit, expected) => {
    for (const count of [1000, 10_000]) expect(work(count, edit)).toEqual(expected);
  });
});

describe('the work of a key in a title', () => {
  it('that others depend on by its words is the same in a plan of any size', () => {
    const resolved = (count: number) => {
      const workspace = new Workspace();
      const text = wordedPlan(count);
      const dependencies = () => {
        const analysis = workspace.snapshot.analysis(uri)!;
        return analysis.plan.allTickets.flatMap((ticket) => analysis.dependencies(ticket));
      };
      workspace.apply({ documents: [{ uri, text }] });
      const before = dependencies();
      expect(before.filter(({ targets }) => targets.length === 1)).toHaveLength(count - count / 25);
      const title = `house ${count / 2 + 3} | Open`;
      return ['houses', 'house 1'].map((word) => {
        workspace.apply({ documents: [{ uri, text: text.replace(title, title.replace('house', word)) }] });
        return anew(before, dependencies());
      });
    };
    expect(resolved(1000)).toEqual([2, 3]);
    expect(resolved(10_000)).toEqual([2, 3]);
  });
});

describe('what is asked again behind a key', () => {
  it.each(['title', 'id', 'status'] as const)(
    'in a %s is made anew where it changed, in a plan of any size',
    (what) => {
      const made = (count: number) => {
        const workspace = new Workspace();
        const text = plan(count);
        workspace.apply({ documents: [{ uri, text }] });
        const lines = () => converter.tokenLines(workspace.snapshot.analysis(uri)!);
        const asked = () => {
          const { snapshot } = workspace;
          const analysis = snapshot.analysis(uri)!;
          // What the tree and the editor's margin ask besides.
          const beside = [progressOf(analysis, analysis.plan), treeChildren(snapshot, uri), marks(snapshot, uri)];
          return { outline: outline(workspace), lines: lines(), beside };
        };
        const before = asked();
        const row = text.split('\n').find((line) => line.startsWith(`| ${id(count / 2 + 3)} `))!;
        workspace.apply({ documents: [{ uri, text: edits[what](text, row) }] });
        const visits = visited(asked);
        const after = asked();
        const edit = editsBetween(before.lines, after.lines);
        return {
          symbols: anew(before.outline, after.outline),
          lines: anew(before.lines, after.lines),
          numbers: edit.reduce((sum, { data = [] }) => sum + data.length, 0),
          visits,
        };
      };
      const small = made(1000);
      expect(small.symbols).toBeLessThan(5);
      expect(small.lines).toBeLessThan(2);
      expect(made(10_000)).toEqual(small);
    },
  );
});

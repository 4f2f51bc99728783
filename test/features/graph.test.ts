import { describe, expect, it } from 'vitest';
import { planGraph } from '../../server/src/core/features/graph';
import type { GraphEnd, PlanGraph } from '../../server/src/core/features/graphData';
import { Workspace } from '../../server/src/core/workspace';
import { dedent } from '../support/marks';
import { kite } from '../support/plans';

const graphOf = (files: Readonly<Record<string, string>>, uris: readonly string[] | null = null): PlanGraph => {
  const documents = Object.entries(files).map(([name, text]) => ({ uri: `file:///${name}`, text: dedent(text) }));
  return planGraph(new Workspace().apply({ documents }), uris);
};
const graph = (text: string): PlanGraph => graphOf({ 'plan.md': text });

const nameOf = ({ nodes, bands }: PlanGraph, end: GraphEnd): string =>
  end < 0 ? `[${bands[~end]!.title}]` : (nodes[end]!.name ?? nodes[end]!.title);

/** `A-1 -> A-2 met`, in order. */
const edgesOf = (found: PlanGraph): string[] =>
  found.edges.map((edge) =>
    [
      `${nameOf(found, edge.from)} -> ${nameOf(found, edge.to)}`,
      ...(['met', 'soft', 'cycle', 'broken'] as const).filter((word) => edge[word]),
    ].join(' '),
  );
const pathOf = (found: PlanGraph): string[] => found.critical?.nodes.map((node) => nameOf(found, node)) ?? [];

describe('the graph of a plan', () => {
  const found = graph(kite);

  it('has a node for each ticket, in its phase', () => {
    expect(found.bands.map(({ title, kind, done, total }) => `${title} ${kind} ${done}/${total}`)).toEqual([
      'Phase A — Ground phase 1/3',
      'Phase B — Air phase 0/2',
    ]);
    expect(found.nodes.map(({ name, band, status }) => `${name} ${band} ${status?.kind}`)).toEqual([
      'K-001 0 done',
      'K-002 0 active',
      'K-003 0 todo',
      'K-101 1 todo',
      'K-102 1 todo',
    ]);
    expect(found.nodes[2]).toMatchObject({ title: 'Line and reel', ready: true, waiting: false, settable: true });
  });

  it('says of each dependency whether it is met', () => {
    expect(edgesOf(found)).toEqual(['K-001 -> K-002 met', 'K-002 -> K-101', 'K-003 -> K-101', 'K-101 -> K-102']);
  });

  it('finds the longest chain of what is left', () => {
    expect(pathOf(found)).toEqual(['K-002', 'K-101', 'K-102']);
    expect(found.critical).toMatchObject({ length: 3, unit: null });
  });

  it('is the same for the same plan', () => {
    expect(graph(kite)).toEqual(found);
  });

  it('calls a ticket what a reader sees: tags only where they are code', () => {
    const { nodes } = graph(`
      | ID | Title | Status |
      |--|--|--|
      | A-1 | Add \`<Button kind="x">\` and <b>bold</b> | OPEN |
    `);
    expect(nodes[0]!.title).toBe('Add <Button kind="x"> and bold');
  });
});

describe('dependencies', () => {
  it('that cannot be, circles and wishes are told from others', () => {
    const found = graph(`
      | ID | Task | Status | Depends on |
      | --- | --- | --- | --- |
      | T-1 | a | Open | T-2 |
      | T-2 | b | Open | T-1 |
      | T-3 | c | Done | T-4 |
      | T-4 | d | Open | T-1 (recommended) |
    `);
    expect(edgesOf(found)).toEqual(['T-2 -> T-1 cycle', 'T-1 -> T-2 cycle', 'T-4 -> T-3 broken', 'T-1 -> T-4 soft']);
    expect(found.nodes[2]!.findings).toEqual([
      { rule: 'unmet-dependency', severity: 'warning', message: expect.stringContaining('T-4') },
    ]);
  });

  it('on phases end at their bands', () => {
    const found = graph(`
      ## Phase 1: Ground
      - [ ] Dig
      - [ ] Pour

      ## Phase 2: Walls
      **Depends on:** Phase 1
      - [ ] Bricks
    `);
    expect(edgesOf(found)).toEqual(['[Phase 1: Ground] -> [Phase 2: Walls]']);
    expect(pathOf(found)).toEqual(['Dig', 'Bricks']);
  });

  it('of tickets below others give these a node; what is below and has none does not', () => {
    const found = graph(`
      - [ ] 1. House
        - [x] 1.1 Door
        - [ ] 1.2 Paint (depends on 1.1)
        - [ ] Sweep
    `);
    expect(found.nodes.map(({ name }) => name).sort()).toEqual(['1', '1.1', '1.2']);
    expect(found.nodes.find(({ title }) => title === 'House')).toMatchObject({ done: 1, total: 3 });
  });

  it('of other plans bring along what they name, and no more', () => {
    const row = (id: string, on: string) => `| ${id} | Do | Open | ${on} |`;
    const head = '| ID | Task | Status | Depends on |\n| --- | --- | --- | --- |';
    const files = {
      'a.md': `# One\n\n${head}\n${row('A-1', 'B-1')}\n`,
      'b.md': `# Two\n\n${head}\n${row('B-1', '-')}\n${row('B-2', '-')}\n`,
    };
    const found = graphOf(files, ['file:///a.md']);
    expect(edgesOf(found)).toEqual(['B-1 -> A-1']);
    expect(found.nodes.map(({ name }) => name)).toEqual(['A-1', 'B-1']);
    expect(found.bands.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(graphOf(files).nodes.map(({ name }) => name)).toEqual(['A-1', 'B-1', 'B-2']);
  });
});

describe('the critical path', () => {
  const estimated = (...estimates: string[]) =>
    graph(
      `| ID | Task | Status | Estimate | Depends on |\n| --- | --- | --- | --- | --- |\n${estimates
        .map((line, i) => {
          const [estimate, ...on] = line.split(' < ');
          return `| T-${i + 1} | t | Open | ${estimate} | ${on.join(', ') || '-'} |\n`;
        })
        .join('')}`,
    );

  it('goes by estimates where the plan has them', () => {
    const found = estimated('2h', '30 min', '1d < T-1', '10 min < T-2', '10 min < T-4');
    expect(pathOf(found)).toEqual(['T-1', 'T-3']);
    expect(found.critical).toMatchObject({ length: 10, unit: 'h' });
  });

  it('counts a range as its middle, and what has none as the middle of the others', () => {
    expect(estimated('1-2セッション', '1 session < T-1', ' < T-2').critical).toMatchObject({
      length: 4,
      unit: 'sessions',
    });
  });

  it('counts tickets where few have an estimate', () => {
    expect(estimated('9h', ' < T-1', '', ' < T-3', ' < T-4').critical).toMatchObject({ length: 3, unit: null });
  });

  it('is none where nothing waits', () => {
    expect(estimated('1h', '2h').critical).toBeNull();
  });
});

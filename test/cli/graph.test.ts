import { describe, expect, it } from 'vitest';
import { orchard, soundOrchard } from './plans';
import { folderWith, run } from './support';

describe('plan-truth graph', () => {
  it('draws a Mermaid flowchart where nothing else is asked for', async () => {
    const { code, out, err } = await run(folderWith({ 'PROGRESS.md': soundOrchard }), ['graph']);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/^flowchart TB\n {2}subgraph b0\["Phase A — Soil 2\/4"\]\n/);
    expect(out).toContain('n1(["A-002 土を耕す"]):::done');
  });

  it('holds the contract in JSON', async () => {
    const cwd = folderWith({ 'PROGRESS.md': orchard });
    const { version, phases, tickets, dependencies, criticalPath } = JSON.parse(
      (await run(cwd, ['graph', '--format', 'json'])).out,
    );
    expect(version).toBe(1);
    expect(phases).toEqual([
      {
        id: 'PROGRESS.md#phase:A',
        kind: 'phase',
        key: 'A',
        title: 'Phase A — Soil',
        path: 'PROGRESS.md',
        line: 3,
        parent: null,
        status: { text: '', kind: null },
        done: 2,
        total: 4,
        waitsOn: [],
      },
    ]);
    expect(tickets[1]).toEqual({
      id: 'PROGRESS.md#A-002',
      key: 'A-002',
      ticket: 'A-002',
      title: '土を耕す',
      path: 'PROGRESS.md',
      line: 8,
      phase: 'PROGRESS.md#phase:A',
      status: { text: 'DONE', kind: 'done' },
      owner: null,
      estimate: null,
      isDone: true,
      ready: false,
      waitsOn: ['PROGRESS.md#A-003'],
      below: { done: 0, total: 0 },
      critical: false,
      findings: [expect.objectContaining({ rule: 'unmet-dependency', severity: 'warning' })],
    });
    expect(dependencies).toContainEqual({
      from: 'PROGRESS.md#A-003',
      to: 'PROGRESS.md#A-002',
      met: false,
      soft: false,
      cycle: false,
      contradicts: true,
    });
    expect(criticalPath).toEqual({ tickets: ['PROGRESS.md#A-003', 'PROGRESS.md#A-004'], length: 2, unit: 'tickets' });
  });

  it('draws SVG and DOT', async () => {
    const cwd = folderWith({ 'PROGRESS.md': orchard });
    const svg = (await run(cwd, ['graph', '--format', 'svg'])).out;
    expect(svg).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg /);
    expect(svg).toContain('>Orchard</text>');
    expect((await run(cwd, ['graph', '--format', 'dot'])).out).toMatch(/^digraph plan \{\n.*\n\}\n$/s);
  });

  it('draws the chain of one ticket, and says where there is none of that name', async () => {
    const cwd = folderWith({ 'PROGRESS.md': soundOrchard });
    const { out } = await run(cwd, ['graph', '--ticket', 'a-004']);
    for (const id of ['A-001', 'A-003', 'A-004']) expect(out).toContain(id);
    expect(out).not.toContain('A-002');
    expect(await run(cwd, ['graph', '--ticket', 'A-005'])).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^plan-truth: there is no ticket A-005 in the graph; did you mean A-00\d\?\n$/),
    });
  });

  it('says where there is nothing to draw', async () => {
    const { code, err } = await run(folderWith({ 'essay.md': 'Words.\n' }), ['graph']);
    expect(err).toBe('plan-truth: there is no ticket to draw\n');
    expect(code).toBe(0);
  });
});

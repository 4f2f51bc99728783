import { describe, expect, it } from 'vitest';
import { planGraph } from '../../server/src/core/features/graph';
import type { Language } from '../../server/src/core/text/say';
import { Workspace } from '../../server/src/core/workspace';
import { chainsOf } from '../../server/src/graph/chains';
import { toDot } from '../../server/src/graph/dot';
import { sizesOf } from '../../server/src/graph/draw';
import { layOut } from '../../server/src/graph/layout';
import { toMermaid } from '../../server/src/graph/mermaid';
import { sayIn } from '../../server/src/graph/say';
import { toSvg } from '../../server/src/graph/toSvg';
import { everything, visibleIn } from '../../server/src/graph/visible';
import { kite } from '../support/plans';

const graphOf = (text: string, language: Language = 'en') =>
  planGraph(new Workspace().apply({ documents: [{ uri: 'file:///p.md', text }], language }), null);
const svgOf = (text: string, language: Language = 'en') =>
  toSvg(graphOf(text, language), { title: 'Kite', say: sayIn(language) });

describe('a graph as Mermaid', () => {
  it('has phases as subgraphs, statuses as shapes, dependencies as arrows', () => {
    expect(toMermaid(graphOf(kite))).toMatchInlineSnapshot(`
      "flowchart TB
        subgraph b0["Phase A — Ground 1/3"]
          n0(["K-001 Frame of spars"]):::done
          n1("K-002 Sail"):::active
          n2["K-003 Line and reel"]:::todo
        end
        subgraph b1["Phase B — Air 0/2"]
          n3["K-101 First flight"]:::todo
          n4["K-102 Tricks"]:::todo
        end
        n0 --> n1
        n1 -.-> n3
        n2 -.-> n3
        n3 -.-> n4
        classDef todo stroke:#7b8698,stroke-width:1px
        classDef active stroke:#a66a00,stroke-width:2px
        classDef done stroke:#1f8045,stroke-width:2px
      "
    `);
  });
});

it('no label of Mermaid is a list', () => {
  const plan = '- [ ] 1.5 times the load (T1)\n- [ ] - dash\n- [ ] + plus\n';
  expect(toMermaid(graphOf(plan))).not.toMatch(/"(?:\d+\.|[-+])/);
});

describe('a graph as Graphviz reads it', () => {
  it('has phases as clusters and dashes for what is not met', () => {
    const dot = toDot(graphOf(kite));
    expect(dot).toContain('subgraph cluster_b0 {\n    label="Phase A — Ground 1/3";');
    expect(dot).toContain('  n0 -> n1;\n  n1 -> n3 [style=dashed];');
  });
});

describe('a graph as SVG', () => {
  const svg = svgOf(kite);

  it('says titles, statuses and the critical path as text, and what the marks mean', () => {
    for (const words of [
      'K-001',
      'MERGED',
      'Frame of spars',
      'Phase B — Air',
      'Critical path: 3 tickets',
      'ready to start',
    ])
      expect(svg).toContain(words);
    expect(svg).toContain('class="edge met"');
    expect(svg).toContain('class="edge unmet critical"');
  });

  it('is light or dark as its reader is, and takes nothing from elsewhere', () => {
    expect(svg).toContain('@media (prefers-color-scheme: dark)');
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|<script|@import|url\((?!#)/);
  });

  it('writes titles from right to left, or from left to right, whatever their second line begins with', () => {
    const title = (text: string) =>
      [...svgOf(`- [ ] ${text}\n`).matchAll(/<text class="title" x="(\d+)"[^>]*?(?: direction="(\w+)")?>/g)].map(
        ([, x, direction]) => `${x} ${direction}`,
      );
    expect(title('فهرس واحد للجميع with English and more of it')).toEqual(['204 rtl', '204 rtl']);
    expect(title('One catalogue for everybody: فهرس واحد للجميع')).toEqual(['16 ltr', '16 ltr']);
    expect(title('One catalogue')).toEqual(['16 undefined']);
  });

  it('speaks Japanese', () => {
    const said = svgOf(kite, 'ja');
    expect(said).toContain('クリティカル パス: チケット 3 件');
    expect(said).not.toMatch(/not started|in progress|Critical/);
  });

  it('is the same for the same plan', () => {
    expect(svgOf(kite)).toBe(svg);
  });
});

const hostile = [
  '<img src=x onerror=alert(1)>',
  '</text></svg><script>alert(1)</script>',
  '"] --> evil["x"]; click n0 href "javascript:alert(1)"',
  '`code` "quoted\\" \\N {a} %% #35; end',
  '\u202eright to left\u2066 and \u0007 bell \ud83d alone',
  `${'長い題名'.repeat(2500)}`,
  '&lt;b&gt; &#60; ]]> <!-- -->',
  "javascript:alert('x') [link](javascript:alert(1))",
];
const rows = hostile.map(
  (title, i) => `| H-${i} | ${title.replaceAll('|', '')} | ${title.slice(0, 30).replaceAll('|', '')} | H-${i - 1} |`,
);
const plan = `# ${hostile[0]}\n\n## Phase 1: ${hostile[1]}\n\n| ID | Task | Status | Depends on |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;

describe('hostile titles', () => {
  const found = graphOf(plan);

  it('stay text in SVG', () => {
    const svg = toSvg(found, { title: hostile[0]!, say: sayIn('en') });
    const tags = new Set(Array.from(svg.matchAll(/<([a-z!/?]+)/gi), ([, tag]) => tag!.replace('/', '').toLowerCase()));
    const ours = 'circle defs g marker path rect style svg text title ?xml'.split(' ');
    expect([...tags].filter((tag) => !ours.includes(tag))).toEqual([]);
    expect(svg).toContain('&lt;img src=x');
    expect(svg).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
    expect(svg.length).toBeLessThan(60_000);
  });

  it('stay text in Mermaid, one line each', () => {
    const lines = toMermaid(found).trimEnd().split('\n');
    for (const line of lines) {
      expect(line).toMatch(
        /^(?:flowchart TB|\s*subgraph b\d+\["[^"]*"\]|\s*end|\s*n\d+(?:\[|\(|\{\{|\(\[|\[\[|\[\/)"[^"`<>&%\\{}()[\]]*"(?:\]|\)|\}\}|\]\)|\]\]|\/\])(?:::\w+)?|\s*[nb]\d+ \S+ [nb]\d+|\s*classDef .*|\s*linkStyle [\d,]+ .*)$/,
      );
      expect(line.length).toBeLessThan(800);
    }
  });

  it('stay quoted strings in DOT', () => {
    for (const line of toDot(found).trimEnd().split('\n'))
      expect(line.replace(/"(?:[^"\\]|\\.)*"/g, 'S')).toMatch(
        /^(?:digraph plan \{|\}|\s*(?:rankdir=TB;|subgraph cluster_b\d+ \{|\}|label=S;|(?:node|edge|[nb]\d+) \[[\w=, S.]*\];|[nb]\d+ -> [nb]\d+(?: \[[\w=, S.]*\])?;))$/,
      );
  });
});

/** Points along a path of lines and curves, about a pixel apart. */
function pointsOf(path: string): [x: number, y: number][] {
  const found: [number, number][] = [];
  let at: [number, number] = [0, 0];
  for (const [, sort, numbers] of path.matchAll(/([MLC])([-\d. ]+)/g)) {
    const n = numbers!.trim().split(' ').map(Number);
    const end: [number, number] = [n.at(-2)!, n.at(-1)!];
    const [x1, y1, x2, y2] = sort === 'C' ? n : [...at, ...end];
    const steps = sort === 'M' ? 1 : Math.ceil(Math.hypot(end[0] - at[0], end[1] - at[1]));
    for (let i = 1; i <= steps; i++) {
      const t = i / steps;
      const mix = (a: number, b: number, c: number, d: number) =>
        (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t * t * c + t ** 3 * d;
      found.push([mix(at[0], x1!, x2!, end[0]), mix(at[1], y1!, y2!, end[1])]);
    }
    at = end;
  }
  return found;
}

describe('the layout', () => {
  const found = graphOf(kite);
  const layout = layOut(visibleIn(found, everything), sizesOf(found));

  it('puts every ticket into its band, below what it depends on, and none on another', () => {
    const boxes = [...layout.nodes];
    expect(boxes).toHaveLength(5);
    for (const [node, box] of boxes) {
      const band = layout.bands.get(found.nodes[node]!.band)!;
      expect(box.x).toBeGreaterThanOrEqual(band.x);
      expect(box.y).toBeGreaterThanOrEqual(band.y);
      expect(box.x + box.width).toBeLessThanOrEqual(band.x + band.width);
      expect(box.y + box.height).toBeLessThanOrEqual(band.y + band.height);
      for (const [other, there] of boxes)
        if (other !== node)
          expect(
            box.x + box.width <= there.x ||
              there.x + there.width <= box.x ||
              box.y + box.height <= there.y ||
              there.y + there.height <= box.y,
          ).toBe(true);
    }
    for (const { from, to } of found.edges) expect(layout.nodes.get(from)!.y).toBeLessThan(layout.nodes.get(to)!.y);
  });

  it('leads edges into collapsed bands to the band, several as one', () => {
    const visible = visibleIn(found, { collapsed: new Set([0]), only: null });
    expect(visible.edges.filter(({ from }) => from < 0)).toEqual([
      { from: ~0, to: 3, met: false, soft: false, cycle: false, broken: false, critical: true, count: 2 },
    ]);
    expect(visible.bands[0]).toEqual({ band: 0, collapsed: true, nodes: [] });
  });

  it('leads edges past cards, not behind them, whatever is folded', () => {
    const phases = Array.from({ length: 6 }, (_, phase) => {
      const rows = Array.from({ length: 17 }, (_, i) => {
        const on = [
          i > 0 && i % 3 > 0 ? `P${phase}-${i - 1}` : '',
          phase > 0 && i % 4 === 0 ? `P${i % phase}-${i}` : '',
        ];
        return `| P${phase}-${i} | Task | Open | ${on.filter(Boolean).join(', ') || '-'} |`;
      });
      return `## Phase ${phase}\n\n| ID | Task | Status | Depends on |\n|--|--|--|--|\n${rows.join('\n')}\n`;
    });
    const wide = graphOf(`${phases.join('\n')}\n## Phase 6\n**Depends on:** Phase 0\n\n- [ ] the end (P1-3)\n`);
    for (const collapsed of [[], [0], [3], [1, 4], [0, 1, 2, 4, 5]]) {
      const visible = visibleIn(wide, { collapsed: new Set(collapsed), only: null });
      const { nodes, edges } = layOut(visible, sizesOf(wide));
      const behind = visible.edges.flatMap(({ from, to }, i) => {
        const cards = [...nodes].filter(([node]) => node !== from && node !== to).map(([, box]) => box);
        const hit = pointsOf(edges[i]!).some(([px, py]) =>
          cards.some(({ x, y, width, height }) => x < px && px < x + width && y < py && py < y + height),
        );
        return hit ? [`${from} ${to}`] : [];
      });
      expect(behind, `folded: ${collapsed.join()}`).toEqual([]);
    }
  });

  it('holds for circles, tickets that need themselves, and many in a row', () => {
    const many = Array.from(
      { length: 300 },
      (_, i) => `| M-${i} | m | Open | ${i === 0 ? 'M-0, M-299' : `M-${i - 1}, M-0`} |`,
    );
    const big = graphOf(`| ID | Task | Status | Depends on |\n| --- | --- | --- | --- |\n${many.join('\n')}\n`);
    const { nodes, edges } = layOut(visibleIn(big, everything), sizesOf(big));
    expect(nodes.size).toBe(300);
    expect(edges.every((path) => /^M[-\d. LCM]+$/.test(path))).toBe(true);
  });
});

describe('the chain of a ticket', () => {
  it('holds all that it waits for and all that waits for it', () => {
    const found = graphOf(kite);
    const { up, down } = chainsOf(found, 3);
    expect([...up].sort()).toEqual([0, 1, 2]);
    expect([...down]).toEqual([4]);
    expect(chainsOf(found, 0).up.size).toBe(0);
  });

  it('goes through phases', () => {
    const found = graphOf(
      '## Phase 1\n- [ ] a\n- [ ] b\n\n## Phase 2\n**Depends on:** Phase 1\n- [ ] c\n\n## Phase 3\n**Depends on:** Phase 2\n- [ ] d\n',
    );
    expect([...chainsOf(found, 3).up].sort()).toEqual([~0, ~1].sort());
    expect([...chainsOf(found, 0).down].sort()).toEqual([~1, ~2].sort());
  });
});

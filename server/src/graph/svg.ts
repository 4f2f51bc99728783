import { drawEdge, drawLabel, drawNode, drawStrip, round, text } from './draw';
import { type Element, element, serialize } from './elements';
import type { Layout } from './layout';
import { drawLegend } from './legend';
import type { Say } from './say';
import { type Scheme, styleSheet } from './style';
import { wrapped } from './text';
import type { Picture, Visible } from './visible';

export interface SvgOptions {
  /** The heading of the picture. */
  readonly title: string;
  readonly say: Say;
  readonly scheme?: Scheme;
}

const headRoom = 64;
const edge = 16;

/**
 * A graph as an SVG document of its own: no script, nothing from elsewhere, every text as text. The same for the same graph.
 * What lays it out stands in `toSvg.ts`, so that this can do without.
 */
export function svgOf(
  picture: Picture,
  visible: Visible,
  layout: Layout,
  { title, say, scheme = 'auto' }: SvgOptions,
): string {
  const drawn = drawGraph(picture, visible, layout, say);
  const subtitle = criticalWords(picture, say);
  const legend = drawLegend(picture, visible, layout.width - 2 * edge, say);
  const heading = wrapped(title, layout.width - 2 * edge, 18, 1)[0] ?? '';
  const top = heading === '' && subtitle === '' ? 0 : headRoom;
  const height = top + layout.height + legend.height + edge;
  const width = Math.ceil(layout.width);
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width,
      height: Math.ceil(height),
      role: 'img',
    },
    element('title', {}, title === '' ? say('Dependencies') : title),
    element('style', {}, styleSheet(scheme)),
    element('defs', {}, ...arrows),
    element('rect', { class: 'page', width, height: Math.ceil(height) }),
    heading === '' ? null : text('heading', edge, 34, 18, heading),
    subtitle === '' ? null : text('subheading', edge, 55, 12, subtitle),
    element('g', { transform: `translate(0 ${top})` }, ...drawn),
    element('g', { transform: `translate(${edge} ${round(top + layout.height)})` }, ...legend.elements),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialize(root)}`;
}

/** Bands behind edges behind cards; what matters more is drawn over what matters less. */
export function drawGraph(picture: Picture, visible: Visible, layout: Layout, say: Say): Element[] {
  const critical = new Set(picture.critical?.nodes);
  const rank = ({ cycle, broken, critical }: Visible['edges'][number]) => (cycle ? 3 : broken ? 2 : critical ? 1 : 0);
  const order = visible.edges.map((one, i) => ({ one, i })).sort((a, b) => rank(a.one) - rank(b.one) || a.i - b.i);
  return [
    ...visible.bands.map(({ band, collapsed }) => drawStrip(layout.bands.get(band)!, collapsed)),
    ...order.map(({ one, i }) => drawEdge(one, layout.edges[i]!)),
    ...visible.bands.map(({ band }) => drawLabel(picture.bands[band]!, layout.bands.get(band)!)),
    ...[...layout.nodes].map(([node, box]) => drawNode(picture.nodes[node]!, box, critical.has(node), say)),
  ];
}

/** What the critical path amounts to, in words; empty where there is none. */
export function criticalWords({ critical }: Picture, say: Say): string {
  if (!critical) return '';
  const { nodes, unit, length } = critical;
  const effort = effortWords(say, unit, length);
  return effort === null
    ? say('Critical path: {0} tickets', nodes.length)
    : say('Critical path: {0} tickets, {1}', nodes.length, effort);
}

function effortWords(say: Say, unit: string | null, length: number): string | null {
  switch (unit) {
    case 'h':
      return say('{0} h', length);
    case 'sessions':
      return say('{0} {0|session|sessions}', length);
    case 'points':
      return say('{0} {0|point|points}', length);
    default:
      return null;
  }
}

const sorts = ['met', 'unmet', 'critical', 'broken', 'cycle'] as const;

/** The heads of the edges. */
export const arrows: readonly Element[] = sorts.map((sort) =>
  element(
    'marker',
    {
      id: `arrow-${sort}`,
      viewBox: '0 0 8 8',
      refX: 7,
      refY: 4,
      markerWidth: 8,
      markerHeight: 8,
      markerUnits: 'userSpaceOnUse',
      orient: 'auto',
    },
    element('path', { class: `arrow ${sort}`, d: 'M0 .5L8 4L0 7.5L2 4Z' }),
  ),
);

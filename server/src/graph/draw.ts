import type { Element } from './elements';
import { element } from './elements';
import type { Box, Sizes } from './layout';
import { type Mark, statusMark, warningMark } from './marks';
import type { Say } from './say';
import { directionOf, textWidth, wrapped } from './text';
import type { Picture, VisibleEdge } from './visible';

type Node = Picture['nodes'][number];
type Band = Picture['bands'][number];

const padding = 12;
const titleSize = 12.5;
const smallSize = 11;
const mark = 15;

/** How big the cards of a picture are: with a line for owner and estimate where one of the tickets has them. */
export function sizesOf({ nodes }: Picture, perRow = 5): Sizes {
  const facts = nodes.some(({ owner, estimate, total }) => owner !== null || estimate !== null || total > 0);
  return { nodeWidth: 216, nodeHeight: facts ? 84 : 66, perRow };
}

/** The card of a ticket. */
export function drawNode(node: Node, { x, y, width, height }: Box, critical: boolean, say: Say): Element {
  const kind = markOf(node);
  const grave = node.findings.some(({ severity }) => severity === 'error' || severity === 'warning');
  const left = padding + 4;
  const inner = width - left - padding;
  const room = inner - mark - 8 - (node.findings.length > 0 ? 22 : 0);
  const name = node.name === null ? '' : wrapped(node.name, room * 0.62, titleSize, 1)[0]!;
  const word = statusWord(node, say);
  const wordRoom = room - (name === '' ? 0 : textWidth(name, titleSize) + 8);
  const title = node.title === '' ? node.key : node.title;
  const direction = directionOf(title);
  const lines = wrapped(title, inner, titleSize, 2);
  const facts = [node.total > 0 ? `${node.done}/${node.total}` : null, node.estimate, node.owner]
    .filter(Boolean)
    .join(' · ');
  return element(
    'g',
    {
      class: `node ${kind}${critical ? ' critical' : ''}`,
      transform: `translate(${round(x)} ${round(y)})`,
    },
    element('title', {}, node.accessibleLabel),
    element('rect', { class: 'card', width, height, rx: 8 }),
    element('path', { class: 'side', d: `M8 0H5A5 5 0 0 0 0 5V${height - 5}A5 5 0 0 0 5 ${height}H8Z` }),
    statusMark(kind, left, 10),
    name === '' ? null : text('name', padding + mark + 10, 22, titleSize, name),
    word === '' || wordRoom < 24
      ? null
      : text(
          'word',
          name === '' ? padding + mark + 10 : padding + mark + 18 + textWidth(name, titleSize),
          22,
          smallSize,
          wrapped(word, wordRoom, smallSize, 1)[0]!,
        ),
    node.findings.length === 0 ? null : warningMark(width - padding - 15, 9, grave),
    ...lines.map((line, i) =>
      text('title', direction === 'rtl' ? left + inner : left, 41 + i * 16, titleSize, line, direction),
    ),
    facts === '' ? null : text('facts', left, 75, smallSize, wrapped(facts, inner, smallSize, 1)[0]!),
  );
}

/** Its status; of a ticket that has none, how far those below it are. */
export function markOf({ status, ready, isDone, done, total }: Node): Mark {
  if (ready) return 'ready';
  if (status) return status.kind ?? 'none';
  if (total === 0) return 'none';
  return isDone ? 'done' : done > 0 ? 'active' : 'todo';
}

/** The plan's own word, unless it is a check box or says what the mark says. */
function statusWord({ status, ready }: Node, say: Say): string {
  const word = status && !/^\[?.?\]?$/u.test(status.text) ? status.text : '';
  return ready ? [word, say('ready')].filter(Boolean).join(' · ') : word;
}

/** The strip of a phase, behind edges and cards. */
export function drawStrip({ x, y, width, height }: Box, collapsed: boolean): Element {
  return element('rect', { class: `strip${collapsed ? ' collapsed' : ''}`, x, y, width, height, rx: 10 });
}

const barWidth = 96;
const labelSize = 13.5;

/**
 * The name of a phase and how far it is, on its strip and before the edges.
 * @param fold Where it can be folded, how it is
 */
export function drawLabel(band: Band, { x, y, width }: Box, fold: 'open' | 'closed' | null = null): Element {
  const right = x + width - 16;
  const share = shareOf(band);
  const left = share === '' ? right : right - barWidth;
  const meta = wrapped(bandWords(band).join(' · '), 260, smallSize, 1)[0] ?? '';
  const start = fold === null ? 16 : 32;
  const room = left - x - 24 - start - textWidth(meta, smallSize);
  return element(
    'g',
    { class: 'band' },
    fold === null ? null : element('rect', { class: 'handle', x, y, width, height: 36, rx: 10 }),
    fold === null ? null : drawFold(fold, x + 14, y + 13),
    text('label', x + start, y + 24, labelSize, wrapped(band.title, room, labelSize, 1)[0] ?? ''),
    meta === ''
      ? null
      : element(
          'text',
          { class: 'share', x: left - 10, y: y + 24, 'font-size': smallSize, 'text-anchor': 'end' },
          meta,
        ),
    ...(share === '' ? [] : drawBar(band.done / band.total, left, y + 16)),
  );
}

/** What stands behind the name of a phase: its status, unless it is a check box, and how far it is. */
export const bandWords = (band: Band): string[] =>
  [band.status && !/^\[?.?\]?$/u.test(band.status.text) ? band.status.text : '', shareOf(band)].filter(Boolean);

const shareOf = ({ done, total }: Band): string => (total > 0 ? `${done}/${total}` : '');

function drawFold(fold: 'open' | 'closed', x: number, y: number): Element {
  const d =
    fold === 'open'
      ? `M${x} ${y + 4}L${x + 5} ${y + 9}L${x + 10} ${y + 4}`
      : `M${x + 3} ${y + 1}L${x + 8} ${y + 6}L${x + 3} ${y + 11}`;
  return element('path', { class: 'fold', d });
}

function drawBar(part: number, x: number, y: number): Element[] {
  const bar = (name: string, width: number) => element('rect', { class: name, x, y, width, height: 7, rx: 3.5 });
  return part > 0 ? [bar('bar', barWidth), bar('filled', round(Math.max(7, barWidth * part)))] : [bar('bar', barWidth)];
}

/** What an edge is called in the style sheet: the gravest that holds of it, and whether it is critical. */
export function edgeClass({ met, soft, cycle, broken, critical }: VisibleEdge): string {
  const sort = cycle ? 'cycle' : broken ? 'broken' : soft ? 'soft' : met ? 'met' : 'unmet';
  return `edge ${sort}${critical && !cycle ? ' critical' : ''}`;
}

export function drawEdge(edge: VisibleEdge, d: string): Element {
  const sort = edge.cycle ? 'cycle' : edge.broken ? 'broken' : edge.critical ? 'critical' : edge.met ? 'met' : 'unmet';
  return element('path', { class: edgeClass(edge), d, 'marker-end': `url(#arrow-${sort})` });
}

/**
 * A line of text. Nothing in it reaches out of it.
 * @param x Where it starts: on the right, where its direction is from right to left
 * @param direction That of the text which it is a line of; null: that of its first letter
 */
export function text(
  name: string,
  x: number,
  y: number,
  size: number,
  content: string,
  direction: 'ltr' | 'rtl' | null = null,
): Element {
  return element('text', { class: name, x: round(x), y, 'font-size': size, ...(direction && { direction }) }, content);
}

export const round = (value: number): number => Math.round(value * 10) / 10;

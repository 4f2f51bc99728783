import { markOf, text } from './draw';
import { type Element, element } from './elements';
import { type Mark, statusMark, warningMark } from './marks';
import type { Say, Template } from './say';
import { textWidth } from './text';
import type { Picture, Visible } from './visible';

const words = {
  todo: 'not started',
  ready: 'ready to start',
  active: 'in progress',
  review: 'in review',
  done: 'done',
  blocked: 'blocked',
  dropped: 'dropped',
  none: 'no status',
} as const satisfies Record<Mark, Template>;

const edgeWords = {
  met: 'needed, and done',
  unmet: 'needed, not done yet',
  soft: 'wanted, not needed',
  critical: 'critical path',
  broken: 'further than what it needs',
  cycle: 'a circle',
} as const satisfies Record<string, Template>;

const size = 11.5;
const line = 24;

/** What the marks and lines mean, as far as they are in the picture, in as many lines as it takes. */
export function drawLegend(
  picture: Picture,
  visible: Visible,
  width: number,
  say: Say,
): { elements: Element[]; height: number } {
  const entries = [...marksIn(picture, visible), ...edgesIn(visible)];
  const elements: Element[] = [];
  let x = 0;
  let y = 0;
  for (const { draw, words: told, lead } of entries) {
    const room = Math.ceil(lead + 7 + textWidth(say(told), size) + 22);
    if (x > 0 && x + room > width) {
      x = 0;
      y += line;
    }
    elements.push(draw(x, y + 2), text('legend', x + lead + 7, y + 13.5, size, say(told)));
    x += room;
  }
  return { elements, height: entries.length === 0 ? 0 : y + line };
}

interface Entry {
  readonly words: Template;
  readonly lead: number;
  readonly draw: (x: number, y: number) => Element;
}

function marksIn({ nodes }: Picture, { bands }: Visible): Entry[] {
  const shown = bands.flatMap((band) => band.nodes.map((node) => nodes[node]!));
  const used = new Set<Mark>(shown.map(markOf));
  const marks = (Object.keys(words) as Mark[])
    .filter((mark) => used.has(mark))
    .map((mark) => ({ words: words[mark], lead: 15, draw: (x: number, y: number) => statusMark(mark, x, y) }));
  const found = shown.some(({ findings }) =>
    findings.some(({ severity }) => severity === 'error' || severity === 'warning'),
  );
  return found ? [...marks, { words: 'cannot be true', lead: 15, draw: (x, y) => warningMark(x, y, true) }] : marks;
}

function edgesIn({ edges }: Visible): Entry[] {
  const has: Readonly<Record<keyof typeof edgeWords, boolean>> = {
    met: edges.some(({ met, soft }) => met && !soft),
    unmet: edges.some(({ met, soft, broken, cycle }) => !met && !soft && !broken && !cycle),
    soft: edges.some(({ soft }) => soft),
    critical: edges.some(({ critical, cycle }) => critical && !cycle),
    broken: edges.some(({ broken, cycle }) => broken && !cycle),
    cycle: edges.some(({ cycle }) => cycle),
  };
  return (Object.keys(edgeWords) as (keyof typeof edgeWords)[])
    .filter((sort) => has[sort])
    .map((sort) => ({
      words: edgeWords[sort],
      lead: 34,
      draw: (x, y) =>
        element('path', {
          class: `edge ${sort}`,
          d: `M${x} ${y + 7.5}H${x + 33}`,
          'marker-end': `url(#arrow-${sort === 'soft' ? 'unmet' : sort})`,
        }),
    }));
}

import { scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { StatusCounts } from '../../../server/src/protocol';
import { svg } from '../kit/dom';
import { l10n } from '../kit/l10n';
import { kindWord } from '../kit/statuses';
import { type Part, parts, totalOf } from './data';

const width = 1000;
const height = 20;

/** The name of a part of a bar. */
export const partWord = (part: Part): string =>
  part === 'none' ? l10n.t('no status') : part === 'todo' ? l10n.t('open') : kindWord(part);

/** What a stacked bar shows, in words. */
export const countsInWords = (counts: StatusCounts): string =>
  parts
    .filter((part) => counts[part] > 0)
    .map((part) => `${partWord(part)} ${counts[part]}`)
    .join(', ');

/** A bar of what is done, in review, in progress, blocked and open, each in its share. */
export function stackedBar(counts: StatusCounts): SVGSVGElement {
  const x = scaleLinear([0, Math.max(1, totalOf(counts))], [0, width]);
  const series = stack<StatusCounts, Part>().keys([...parts])([counts]);
  return svg(
    'svg',
    {
      class: 'stack',
      viewBox: `0 0 ${width} ${height}`,
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': countsInWords(counts),
    },
    ...series.flatMap(({ key, 0: range }) => {
      const [from, to] = [x(range![0]), x(range![1])];
      return to > from ? [svg('rect', { class: `part ${key}`, x: from, y: 0, width: to - from, height })] : [];
    }),
  );
}

/** A bar of a claimed share, drawn as an outline under the counted one. */
export function claimedBar(share: number): SVGSVGElement {
  const x = scaleLinear([0, 1], [0, width]).clamp(true);
  return svg(
    'svg',
    { class: 'claimed', viewBox: `0 0 ${width} 6`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { x: 0, y: 0, width: x(share), height: 6 }),
  );
}

import type { StatusKind } from '../core/model/plan';
import { type Element, element } from './elements';

export type Mark = StatusKind | 'none' | 'ready';

/** A shape of 15 by 15 for each meaning of a status, so that none is told by its colour alone. */
export function statusMark(mark: Mark, x: number, y: number): Element {
  return element('g', { class: `mark ${mark}`, transform: `translate(${x} ${y})` }, ...shapes[mark]);
}

const ring = element('circle', { class: 'line', cx: 7.5, cy: 7.5, r: 6.2 });
const disc = element('circle', { class: 'fill', cx: 7.5, cy: 7.5, r: 7 });

const shapes: Readonly<Record<Mark, readonly Element[]>> = {
  none: [element('path', { class: 'line', d: 'M3 7.5H12' })],
  todo: [ring],
  ready: [ring, element('circle', { class: 'fill', cx: 7.5, cy: 7.5, r: 2.8 })],
  active: [ring, element('path', { class: 'fill', d: 'M7.5 1.3A6.2 6.2 0 0 1 7.5 13.7Z' })],
  review: [
    element('path', {
      class: 'line',
      d: 'M.9 7.5C2.6 4.6 4.8 3.2 7.5 3.2S12.4 4.6 14.1 7.5C12.4 10.4 10.2 11.8 7.5 11.8S2.6 10.4 .9 7.5Z',
    }),
    element('circle', { class: 'fill', cx: 7.5, cy: 7.5, r: 2.1 }),
  ],
  done: [disc, element('path', { class: 'cut', d: 'M4.1 7.7L6.6 10.1 11 5.2' })],
  blocked: [
    element('path', { class: 'fill', d: 'M4.6 .5H10.4L14.5 4.6V10.4L10.4 14.5H4.6L.5 10.4V4.6Z' }),
    element('path', { class: 'cut', d: 'M5 5L10 10M10 5L5 10' }),
  ],
  dropped: [ring, element('path', { class: 'line', d: 'M3.2 11.8L11.8 3.2' })],
};

/** What the checker has to say of a ticket: a triangle for a contradiction, a small letter for a remark. */
export function warningMark(x: number, y: number, grave: boolean): Element {
  const shape = grave
    ? [
        element('path', { class: 'fill', d: 'M7.5 1L14.6 13.8H.4Z' }),
        element('path', { class: 'cut', d: 'M7.5 5.4V9.4M7.5 11.2V12' }),
      ]
    : [
        element('circle', { class: 'line', cx: 7.5, cy: 7.5, r: 6.2 }),
        element('path', { class: 'line', d: 'M7.5 6.8V11M7.5 4.1V4.9' }),
      ];
  return element('g', { class: `mark ${grave ? 'warning' : 'remark'}`, transform: `translate(${x} ${y})` }, ...shape);
}

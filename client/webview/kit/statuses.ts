import type { WireStatusKind } from '../../../server/src/protocol';
import { svg } from './dom';
import { l10n } from './l10n';

/** What a status means, in words. */
export function kindWord(kind: WireStatusKind): string {
  switch (kind) {
    case 'todo':
      return l10n.t('not started');
    case 'active':
      return l10n.t('in progress');
    case 'review':
      return l10n.t('in review');
    case 'done':
      return l10n.t('done');
    case 'blocked':
      return l10n.t('blocked');
    case 'dropped':
      return l10n.t('dropped');
  }
}

/** A path of a 16 by 16 picture for each: told apart by shape, whatever the colours are. */
export const shapes: Readonly<Record<WireStatusKind | 'none', string>> = {
  todo: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0 -11z',
  active: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0 -11zM8 2.5v11',
  review: 'M1.5 8c1.8-2.8 4-4.2 6.5-4.2s4.7 1.4 6.5 4.2c-1.8 2.8-4 4.2-6.5 4.2s-4.7-1.4-6.5-4.2z',
  done: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0 -11zM5.3 8.2l1.9 1.9l3.5-3.9',
  blocked: 'M5.5 2.5h5l3 3v5l-3 3h-5l-3-3v-5zM8 5v3.7M8 10.5v.800',
  dropped: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0 -11zM4.3 4.3l7.4 7.4',
  none: 'M4 8h8',
};

/** The sign of a status; it says nothing by itself, so words stand beside it or in the label. */
export function statusSign(kind: WireStatusKind | null): SVGSVGElement {
  const sign = svg(
    'svg',
    { class: `sign ${kind ?? 'none'}`, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: shapes[kind ?? 'none'] }),
  );
  if (kind === 'active') sign.append(svg('path', { class: 'filling', d: 'M8 2.5a5.5 5.5 0 0 1 0 11z' }));
  if (kind === 'review') sign.append(svg('circle', { class: 'filling', cx: 8, cy: 8, r: 1.8 }));
  return sign;
}

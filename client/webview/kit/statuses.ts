import { statusMark } from '../../../server/src/graph/marks';
import type { WireStatusKind } from '../../../server/src/protocol';
import { svg } from './dom';
import { drawnToDom } from './drawn';
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

/** The sign of a status; it says nothing by itself, so words stand beside it or in the label. */
export const statusSign = (kind: WireStatusKind | null): SVGSVGElement =>
  svg(
    'svg',
    { class: 'sign', viewBox: '0 0 15 15', 'aria-hidden': 'true', focusable: 'false' },
    drawnToDom(statusMark(kind ?? 'none', 0, 0)),
  );

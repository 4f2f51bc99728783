import { statusMark } from '../../../server/src/graph/marks';
import type { WireStatusKind } from '../../../server/src/protocol';
import { kindWord as wordOf } from '../../src/panels/kindWord';
import { svg } from './dom';
import { drawnToDom } from './drawn';
import { l10n } from './l10n';

/** What a status means, in words. */
export const kindWord = (kind: WireStatusKind): string => wordOf(l10n, kind);

/** The sign of a status; it says nothing by itself, so words stand beside it or in the label. */
export const statusSign = (kind: WireStatusKind | null): SVGSVGElement =>
  svg(
    'svg',
    { class: 'sign', viewBox: '0 0 15 15', 'aria-hidden': 'true', focusable: 'false' },
    drawnToDom(statusMark(kind ?? 'none', 0, 0)),
  );

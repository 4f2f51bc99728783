import type { Report, ReportClaim } from '../../../server/src/protocol';
import { h } from '../kit/dom';
import { post } from '../kit/host';
import { l10n } from '../kit/l10n';

export const percent = (done: number, total: number): string => `${total > 0 ? Math.round((100 * done) / total) : 0}%`;

/** A button that leads to a line of the plan. */
export function toLine({ uri }: Report, line: number, text: string): HTMLElement {
  const button = h(
    'button',
    { class: 'to-line', type: 'button', dir: 'auto', 'data-key': `line ${line} ${text}` },
    text,
  );
  button.addEventListener('click', () => post({ type: 'open', uri, line }));
  return button;
}

/** What says the same as a picture. */
export function table(name: string, heads: readonly string[], rows: readonly HTMLElement[]): HTMLElement {
  // It may be scrolled aside.
  return h(
    'div',
    { class: 'table', tabindex: 0, role: 'group', 'aria-label': name },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, ...rows),
    ),
  );
}

/** The share that a figure claims; null where it claims none. */
export function claimedShare({ claimed: { done, total, percent: share }, counted }: ReportClaim): number | null {
  if (done !== null) return done / Math.max(1, total ?? counted.total);
  return share === null ? null : share / 100;
}

/** What a figure claims, in short. */
export function claimedWords({ claimed: { done, total, percent: share } }: ReportClaim): string {
  if (done !== null) return total === null ? String(done) : `${done}/${total}`;
  return share === null ? l10n.t('{0} in all', total ?? 0) : `${share}%`;
}

/** Claimed against counted, in words. */
export function differs(claim: ReportClaim): string {
  const { claimed, counted } = claim;
  const found =
    claimed.done !== null
      ? `${counted.done}/${counted.total}`
      : claimed.percent !== null
        ? percent(counted.done, counted.total)
        : l10n.t('{0} in all', counted.total);
  return l10n.t('The plan says {0}; its tickets say {1}.', claimedWords(claim), found);
}

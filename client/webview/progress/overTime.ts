import type { Report } from '../../../server/src/protocol';
import { h } from '../kit/dom';
import { l10n } from '../kit/l10n';
import { burnUp, burnUpInWords, dayWords } from './burnup';
import { table } from './parts';

/** The burn-up, the same as a table, and what it leaves out. */
export function overTime(report: Report, width: number): HTMLElement[] {
  const { points, stated, undated } = report.history;
  if (points.length === 0)
    return [h('p', { class: 'note' }, l10n.t('No dated entry of the plan tells when something was done.'))];
  const chart = h('figure', { class: 'picture' }, burnUp(report, width));
  const note = [burnUpInWords(report), undated > 0 ? l10n.t('Done without a date: {0}.', undated) : ''].join(' ');
  const days = [...new Set([...points, ...stated].map(({ date }) => date))].sort();
  const rows = days.map((date) => {
    const point = points.findLast((one) => one.date <= date);
    const said = stated.find((one) => one.date === date);
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, dayWords(date)),
      h('td', {}, String(point?.done ?? 0)),
      h('td', {}, said ? `${said.done}/${said.total}` : ''),
    );
  });
  return [
    chart,
    table(l10n.t('Over time'), [l10n.t('Day'), l10n.t('Done'), l10n.t('As the plan says')], rows),
    h('p', { class: 'note' }, note.trim()),
  ];
}

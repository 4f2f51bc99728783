import type { Report } from '../../../server/src/protocol';
import { h } from '../kit/dom';
import { l10n } from '../kit/l10n';
import { statusSign } from '../kit/statuses';
import { dayWords } from './burnup';
import { toLine } from './parts';

/** So many are listed; how many more there are is told. */
const mostReady = 12;
const mostWaves = 12;

/** Milestones by date. */
export function milestoneList(report: Report): HTMLElement {
  return h(
    'ol',
    { class: 'milestones' },
    ...report.milestones.map(({ date, label, line, done, late }) =>
      h(
        'li',
        { class: late ? 'late' : done ? 'done' : '' },
        statusSign(done ? 'done' : late ? 'blocked' : 'todo'),
        h('time', { datetime: date }, dayWords(date)),
        toLine(report, line, label),
        h('span', { class: 'state' }, done ? l10n.t('done') : late ? l10n.t('late') : ''),
      ),
    ),
  );
}

/** What can be started, and how many can go at the same time. */
export function whatIsNext(report: Report): HTMLElement[] {
  if (report.waves.length === 0) return [h('p', { class: 'note' }, l10n.t('Everything is done.'))];
  return [h('div', { class: 'going' }, readyList(report), waveBars(report))];
}

/** What can be started, that first which most others wait for. */
function readyList(report: Report): HTMLElement {
  const { ready } = report;
  if (ready.length === 0) return h('p', { class: 'note' }, l10n.t('Nothing is ready to start.'));
  const items = ready
    .slice(0, mostReady)
    .map(({ label, line, unblocks }) =>
      h(
        'li',
        {},
        toLine(report, line, label),
        unblocks > 0 ? h('span', { class: 'unblocks' }, l10n.t('unblocks {0}', unblocks)) : null,
      ),
    );
  if (ready.length > mostReady)
    items.push(h('li', { class: 'note' }, l10n.t('and {0} more', ready.length - mostReady)));
  return h('ul', { class: 'next' }, ...items);
}

/** How many tickets can go at the same time: those that are under way already, and what is ready. */
function waveBars({ waves, counts }: Report): HTMLElement {
  const most = Math.max(...waves);
  const underWay = counts.active + counts.review;
  const items = waves.slice(0, mostWaves).map((count, i) => {
    const bar = h('span', { class: 'wave', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', String(count / most));
    const text = i === 0 ? l10n.t('now') : l10n.t('step {0}', i + 1);
    const note =
      i === 0 && underWay > 0 ? h('span', { class: 'note under-way' }, l10n.t('{0} under way', underWay)) : null;
    return h('li', {}, h('span', { class: 'step' }, text), bar, h('span', { class: 'number' }, String(count)), note);
  });
  const more = waves.length - mostWaves;
  if (more > 0) items.push(h('li', { class: 'note' }, l10n.t('and {0} more steps', more)));
  return h(
    'div',
    { class: 'waves' },
    h('p', { class: 'note' }, l10n.t('How many can go at the same time, as far as dependencies allow:')),
    h('ol', {}, ...items),
  );
}

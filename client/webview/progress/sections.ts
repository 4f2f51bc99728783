import type { Report, ReportClaim, ReportPhase } from '../../../server/src/protocol';
import { h } from '../kit/dom';
import { post } from '../kit/host';
import { l10n } from '../kit/l10n';
import { statusSign } from '../kit/statuses';
import { burnUp, burnUpInWords, dayWords } from './burnup';
import { parts, totalOf } from './data';
import { claimedBar, partWord, stackedBar } from './stack';

/** So many are listed; how many more there are is told. */
const mostReady = 12;
const mostWaves = 12;

/** A part of the view: a heading, a picture, and a table that says the same. */
export interface Section {
  readonly key: string;
  title(): string;
  /** What it is drawn from; drawn anew where this is another. Null: it is not there. */
  data(report: Report): unknown;
  draw(report: Report, width: number): HTMLElement[];
}

export const sections: readonly Section[] = [
  {
    key: 'overview',
    title: () => l10n.t('Overview'),
    data: ({ counts, ready, milestones, waves, claims }) => [counts, ready.length, milestones, waves[0], claims],
    draw: (report) => [overview(report)],
  },
  {
    key: 'phases',
    title: () => l10n.t('Phases'),
    data: ({ phases, claims }) => (phases.length > 0 ? [phases, claims] : null),
    draw: (report) => [phaseBars(report), phaseTable(report)],
  },
  {
    key: 'claims',
    title: () => l10n.t('Figures that differ'),
    data: ({ claims, phases }) => (claims.length > 0 ? [claims, phases] : null),
    draw: (report) => [claimList(report)],
  },
  {
    key: 'time',
    title: () => l10n.t('Over time'),
    data: ({ history, milestones, today }) => [history, milestones, today],
    draw: (report, width) => overTime(report, width),
  },
  {
    key: 'milestones',
    title: () => l10n.t('Milestones'),
    data: ({ milestones }) => (milestones.length > 0 ? milestones : null),
    draw: (report) => [milestoneList(report)],
  },
  {
    key: 'next',
    title: () => l10n.t('What can go next'),
    data: ({ ready, waves }) => [ready, waves],
    draw: (report) => [readyList(report), waveBars(report)],
  },
];

const percent = (done: number, total: number): string => `${total > 0 ? Math.round((100 * done) / total) : 0}%`;

/** A button that leads to a line of the plan. */
function toLine({ uri }: Report, line: number, text: string): HTMLElement {
  const button = h(
    'button',
    { class: 'to-line', type: 'button', dir: 'auto', 'data-key': `line ${line} ${text}` },
    text,
  );
  button.addEventListener('click', () => post({ type: 'open', uri, line }));
  return button;
}

function overview(report: Report): HTMLElement {
  const { counts, ready, milestones, claims } = report;
  const total = totalOf(counts);
  const tile = (value: number, text: string, kind: string) =>
    h('div', { class: `tile ${value > 0 ? kind : ''}` }, h('strong', {}, String(value)), h('span', {}, text));
  return h(
    'div',
    { class: 'overview' },
    h(
      'div',
      { class: 'tile main' },
      h('strong', {}, percent(counts.done, total)),
      h('span', {}, l10n.t('{0} of {1} tickets done', counts.done, total)),
    ),
    h('div', { class: 'whole' }, stackedBar(counts), legend(counts)),
    h(
      'div',
      { class: 'tiles' },
      tile(ready.length, l10n.t('ready to start'), 'ready'),
      tile(counts.active + counts.review, l10n.t('under way'), 'active'),
      tile(counts.blocked, l10n.t('blocked'), 'blocked'),
      tile(milestones.filter(({ late }) => late).length, l10n.t('milestones late'), 'late'),
      tile(claims.length, l10n.t('figures that differ'), 'late'),
    ),
  );
}

function legend(counts: Report['counts']): HTMLElement {
  return h(
    'ul',
    { class: 'legend' },
    ...parts
      .filter((part) => counts[part] > 0)
      .map((part) =>
        h(
          'li',
          {},
          h('span', { class: `swatch ${part}`, 'aria-hidden': 'true' }),
          `${partWord(part)} `,
          h('span', { class: 'number' }, String(counts[part])),
        ),
      ),
  );
}

function phaseBars(report: Report): HTMLElement {
  return h(
    'ul',
    { class: 'phases picture' },
    ...report.phases.map((phase) => {
      const total = totalOf(phase.counts);
      const claim = report.claims.find(({ scope }) => scope === phase.label);
      const share = claim && claimedShare(claim);
      return h(
        'li',
        {},
        h('span', { class: 'phase' }, statusSign(phase.status), toLine(report, phase.line, phase.label)),
        h(
          'span',
          { class: 'bars' },
          stackedBar(phase.counts),
          share === null || share === undefined ? null : claimedBar(share),
        ),
        h('span', { class: 'number' }, phase.hasTickets ? `${phase.counts.done}/${total}` : ''),
        claim ? h('span', { class: 'differs' }, differs(claim)) : null,
      );
    }),
  );
}

function phaseTable({ phases }: Report): HTMLElement {
  const used = parts.filter((part) => phases.some(({ counts }) => counts[part] > 0));
  const row = ({ label, counts }: ReportPhase) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row', dir: 'auto' }, label),
      ...used.map((part) => h('td', {}, String(counts[part]))),
      h('td', {}, String(totalOf(counts))),
      h('td', {}, percent(counts.done, totalOf(counts))),
    );
  return table([l10n.t('Phase'), ...used.map(partWord), l10n.t('all'), l10n.t('done')], phases.map(row));
}

function table(heads: readonly string[], rows: readonly HTMLElement[]): HTMLElement {
  return h(
    'div',
    { class: 'table', tabindex: 0 },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, ...rows),
    ),
  );
}

function claimedShare({ claimed: { done, total, percent: share }, counted }: ReportClaim): number | null {
  if (done !== null) return done / Math.max(1, total ?? counted.total);
  return share === null ? null : share / 100;
}

/** Claimed against counted, in words. */
function differs({ claimed, counted }: ReportClaim): string {
  const { done, total, percent: share } = claimed;
  const said =
    done !== null
      ? total === null
        ? String(done)
        : `${done}/${total}`
      : share !== null
        ? `${share}%`
        : l10n.t('{0} in all', total ?? 0);
  const found =
    done === null && share !== null ? percent(counted.done, counted.total) : `${counted.done}/${counted.total}`;
  return l10n.t(
    'The plan says {0}; its tickets say {1}.',
    said,
    done === null && share === null ? l10n.t('{0} in all', counted.total) : found,
  );
}

function claimList(report: Report): HTMLElement {
  return h(
    'ul',
    { class: 'claims' },
    ...report.claims.map((claim) =>
      h(
        'li',
        {},
        toLine(report, claim.line, claim.scope ?? l10n.t('The whole plan')),
        h('span', { class: 'differs' }, differs(claim)),
      ),
    ),
  );
}

function overTime(report: Report, width: number): HTMLElement[] {
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
    table([l10n.t('Day'), l10n.t('Done'), l10n.t('As the plan says')], rows),
    h('p', { class: 'note' }, note.trim()),
  ];
}

function milestoneList(report: Report): HTMLElement {
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

function waveBars({ waves }: Report): HTMLElement {
  if (waves.length === 0) return h('p', { class: 'note' }, l10n.t('Everything is done.'));
  const most = Math.max(...waves);
  const items = waves.slice(0, mostWaves).map((count, i) => {
    const bar = h('span', { class: 'wave', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', String(count / most));
    const text = i === 0 ? l10n.t('now') : l10n.t('step {0}', i + 1);
    return h('li', {}, h('span', { class: 'step' }, text), bar, h('span', { class: 'number' }, String(count)));
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

import type { Report } from '../../../server/src/protocol';
import { h } from '../kit/dom';
import { l10n } from '../kit/l10n';
import { parts, totalOf } from './data';
import { milestoneList, whatIsNext } from './lists';
import { overTime } from './overTime';
import { percent } from './parts';
import { claimList, otherClaims, phaseBars, phaseTable } from './phases';
import { partWord, stackedBar } from './stack';

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
    data: (report) => nullIfEmpty(otherClaims(report)),
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
    data: ({ milestones }) => nullIfEmpty(milestones),
    draw: (report) => [milestoneList(report)],
  },
  {
    key: 'next',
    title: () => l10n.t('What can go next'),
    data: ({ ready, waves, counts }) => [ready, waves, counts.active + counts.review],
    draw: whatIsNext,
  },
];

const nullIfEmpty = <T>(list: readonly T[]): readonly T[] | null => (list.length > 0 ? list : null);

function overview(report: Report): HTMLElement {
  const { counts, ready, milestones, claims } = report;
  const total = totalOf(counts);
  const tile = (value: number, text: string, kind: string) =>
    h('li', { class: `tile ${value > 0 ? kind : ''}` }, h('strong', {}, String(value)), h('span', {}, text));
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
      'ul',
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

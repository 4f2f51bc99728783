import type { Report, ReportPhase } from '../../../server/src/protocol';
import { h } from '../kit/dom';
import { l10n } from '../kit/l10n';
import { statusSign } from '../kit/statuses';
import { parts, totalOf } from './data';
import { claimedShare, differs, percent, table, toLine } from './parts';
import { claimedBar, partWord, stackedBar } from './stack';

/** A bar for each phase, and what the plan claims of it where that differs. */
export function phaseBars(report: Report): HTMLElement {
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

/** The same in numbers. */
export function phaseTable({ phases }: Report): HTMLElement {
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

/** The figures that the tickets do not bear out. */
export function claimList(report: Report): HTMLElement {
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

import type { Report, ReportClaim, ReportPhase, WireStatusKind } from '../../../server/src/protocol';
import { h } from '../kit/dom';
import { l10n } from '../kit/l10n';
import { statusSign } from '../kit/statuses';
import { parts, totalOf } from './data';
import { claimedShare, claimedWords, differs, percent, table, toLine } from './parts';
import { claimedBar, partWord, stackedBar } from './stack';

/** More phases than these stand in two columns, where there is room. */
const fewest = 12;

/** What a phase says of itself, else what its tickets say. */
function kindOf({ status, counts, hasTickets }: ReportPhase): WireStatusKind | null {
  if (status !== null || !hasTickets) return status;
  const total = totalOf(counts);
  if (total > 0 && counts.done === total) return 'done';
  if (counts.done + counts.active + counts.review > 0) return 'active';
  return counts.none === total ? null : counts.blocked === total ? 'blocked' : 'todo';
}

/** The claim that stands beside the bar of a phase. */
const claimOf = ({ claims }: Report, { label }: ReportPhase): ReportClaim | undefined =>
  claims.find(({ scope }) => scope === label);

/** A bar for each phase, and what the plan claims of it where that differs. */
export function phaseBars(report: Report): HTMLElement {
  return h(
    'ul',
    { class: `phases picture${report.phases.length > fewest ? ' many' : ''}` },
    ...report.phases.map((phase) => {
      const total = totalOf(phase.counts);
      const claim = claimOf(report, phase);
      const share = claim && claimedShare(claim);
      return h(
        'li',
        {},
        h('span', { class: 'phase' }, statusSign(kindOf(phase)), toLine(report, phase.line, phase.label)),
        h(
          'span',
          { class: 'bars' },
          stackedBar(phase.counts),
          share === null || share === undefined ? null : claimedBar(share),
        ),
        h('span', { class: 'number' }, phase.hasTickets ? `${phase.counts.done}/${total}` : ''),
        claim ? h('span', { class: 'differs' }, toLine(report, claim.line, differs(claim))) : null,
      );
    }),
  );
}

/** The same in numbers. */
export function phaseTable(report: Report): HTMLElement {
  const { phases } = report;
  const used = parts.filter((part) => phases.some(({ counts }) => counts[part] > 0));
  const hasClaims = phases.some((phase) => claimOf(report, phase));
  const row = (phase: ReportPhase) => {
    const { label, counts } = phase;
    const claim = claimOf(report, phase);
    return h(
      'tr',
      {},
      h('th', { scope: 'row', dir: 'auto' }, label),
      ...used.map((part) => h('td', {}, String(counts[part]))),
      h('td', {}, String(totalOf(counts))),
      h('td', {}, percent(counts.done, totalOf(counts))),
      hasClaims ? h('td', {}, claim ? claimedWords(claim) : '') : null,
    );
  };
  const heads = [l10n.t('Phase'), ...used.map(partWord), l10n.t('all'), l10n.t('share done')];
  return table(l10n.t('Phases'), hasClaims ? [...heads, l10n.t('As the plan says')] : heads, phases.map(row));
}

/** Figures that stand beside no bar. */
export function otherClaims(report: Report): ReportClaim[] {
  const shown = new Set(report.phases.map((phase) => claimOf(report, phase)));
  return report.claims.filter((claim) => !shown.has(claim));
}

/** The other figures that the tickets do not bear out. */
export function claimList(report: Report): HTMLElement {
  return h(
    'ul',
    { class: 'claims' },
    ...otherClaims(report).map((claim) =>
      h(
        'li',
        {},
        toLine(report, claim.line, claim.scope ?? l10n.t('The whole plan')),
        h('span', { class: 'differs' }, differs(claim)),
      ),
    ),
  );
}

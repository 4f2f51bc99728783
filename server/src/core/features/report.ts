import type { Analysis, Totals } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import { type Claim, type Group, phaseKinds, type StatusKind } from '../model/plan';
import { check } from '../rules/check';
import { expected } from '../rules/figures';
import type { Span } from '../text/span';
import { type History, history } from './history';
import { plain, shorten } from './markdown';
import { nameOf } from './names';
import { readyTickets } from './ready';
import { waves } from './waves';

/** A part of the plan, and how far it is. */
export interface ReportPhase {
  readonly label: string;
  readonly span: Span;
  readonly status: StatusKind | null;
  /** Of its tickets; where it has none, of itself alone. */
  readonly counts: Totals['byKind'];
  readonly hasTickets: boolean;
}

/** A figure of the plan that is not what its tickets say. */
export interface ReportClaim {
  /** What it is about; null: the whole plan. */
  readonly scope: string | null;
  readonly span: Span;
  /** As written. */
  readonly text: string;
  readonly claimed: { readonly done: number | null; readonly total: number | null; readonly percent: number | null };
  readonly counted: { readonly done: number; readonly total: number };
}

export interface ReportMilestone {
  readonly label: string;
  readonly span: Span;
  readonly date: string;
  readonly done: boolean;
  readonly late: boolean;
}

export interface ReportReady {
  readonly label: string;
  readonly span: Span;
  /** How many tickets cannot start before it is done. */
  readonly unblocks: number;
}

/** How far a plan is, and how it came there, in what the plan itself says. Texts are on one line. */
export interface Report {
  readonly title: string;
  readonly today: string | null;
  readonly counts: Totals['byKind'];
  readonly phases: readonly ReportPhase[];
  readonly claims: readonly ReportClaim[];
  readonly history: History;
  readonly milestones: readonly ReportMilestone[];
  readonly ready: readonly ReportReady[];
  /** As in `waves`. */
  readonly waves: readonly number[];
}

/** The rules that tell of figures. */
const figureRules = new Set(['stale-summary', 'bar-mismatch']);

/** How far the plan of a document is; null where it holds none. */
export function report(snapshot: Snapshot, uri: string): Report | null {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return null;
  const { plan, say } = analysis;
  return {
    title: short(plan.title ?? ''),
    today: snapshot.today,
    counts: analysis.totals(plan).byKind,
    phases: phasesOf(analysis).map((group) => ({
      label: short(nameOf(say, group)),
      span: group.span,
      status: group.status?.kind ?? null,
      ...countsOf(analysis, group),
    })),
    claims: wrongClaims(snapshot, analysis),
    history: history(analysis, phasesOf(analysis)),
    milestones: milestones(analysis, snapshot.today),
    ready: readyTickets(snapshot, (one) => one === uri).flatMap(({ item: { label, span }, unblocks }) =>
      span ? [{ label: short(label), span, unblocks }] : [],
    ),
    waves: waves(analysis),
  };
}

const short = (text: string): string => shorten(plain(text));

/** The outermost phases, those without tickets too; where there are none, the outermost sections that hold tickets. */
function phasesOf(analysis: Analysis): Group[] {
  const { allGroups } = analysis.plan;
  const counted = allGroups.filter((group) => analysis.totals(group).total > 0);
  const phases = allGroups.filter((group) => isPhase(group) && (isWork(group) || analysis.totals(group).total > 0));
  if (phases.length === 0) return counted.filter(({ parent }) => !parent);
  return phases.filter((group) => !above(group).some(isPhase));
}

function countsOf(analysis: Analysis, group: Group): Pick<ReportPhase, 'counts' | 'hasTickets'> {
  const { total, byKind } = analysis.totals(group);
  if (total > 0) return { counts: byKind, hasTickets: true };
  return { counts: { ...byKind, [group.status?.kind ?? 'none']: 1 }, hasTickets: false };
}

/** Without tickets a milestone is a day, not work. */
const isWork = ({ kind, status }: Group): boolean => kind !== 'milestone' && status !== null;

const isPhase = ({ kind }: Group): boolean => (phaseKinds as readonly string[]).includes(kind);

function above(group: Group): Group[] {
  const found: Group[] = [];
  for (let at = group.parent; at; at = at.parent) found.push(at);
  return found;
}

/** The figures that a rule says are wrong: what is waived or switched off is not told here either. */
function wrongClaims(snapshot: Snapshot, analysis: Analysis): ReportClaim[] {
  const findings = check(snapshot, analysis.uri).filter(({ rule }) => figureRules.has(rule));
  if (findings.length === 0) return [];
  const isTold = ({ span }: Claim) =>
    findings.some((finding) => finding.span.start < span.end && span.start < finding.span.end);
  return analysis.plan.claims.filter(isTold).flatMap((claim): ReportClaim[] => {
    const counted = expected(analysis, claim);
    if (!counted) return [];
    const { span, done, total, percent } = claim;
    return [
      {
        scope: 'type' in counted.scope ? short(nameOf(analysis.say, counted.scope)) : null,
        span,
        text: short(analysis.source.slice(span)),
        claimed: { done: done?.value ?? null, total: total?.value ?? null, percent: percent?.value ?? null },
        counted: { done: counted.done, total: counted.total },
      },
    ];
  });
}

function milestones(analysis: Analysis, today: string | null): ReportMilestone[] {
  return analysis.plan.dates.targets
    .map(({ date, entity }) => {
      const done = analysis.isDone(entity);
      const late = !done && entity.status?.kind !== 'dropped' && today !== null && date < today;
      return { label: short(nameOf(analysis.say, entity)), span: entity.span, date, done, late };
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.span.start - b.span.start));
}

import type { Analysis, Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { ClaimScope, Group, Ticket } from '../model/plan';
import { type Span, trimmed } from '../text/span';
import { occurrencesIn, occurrencesOf, type Use, useAt } from './occurrences';

/** Where what is named at a place is told of. */
export interface Definition {
  /** The name at the place. */
  readonly origin: Span;
  readonly uri: string;
  /** The row, item or heading. */
  readonly span: Span;
  /** The id or title in it. */
  readonly nameSpan: Span;
}

/** The tickets and groups that the place names, each with its first place in its plan; for a figure, what it counts. */
export function definition(snapshot: Snapshot, uri: string, offset: number): Definition[] {
  const use = useAt(snapshot, uri, offset);
  if (use) return use.targets.map((target) => definitionOf(use.span, target));
  const analysis = snapshot.analysis(uri);
  const claim = analysis?.plan.claims.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!analysis || !claim?.scope) return [];
  const figure = trimmed(analysis.source.text, claim.span.start, claim.span.end);
  return countedBy(analysis, claim.scope).map((entity) => definitionOf(figure, { uri, entity }));
}

/** Of a figure about a phase that phase; of one about the whole plan its phases, or its tickets where it has none. */
function countedBy(analysis: Analysis, scope: ClaimScope): (Ticket | Group)[] {
  if (scope.type === 'group') return [scope.group];
  const { groups, tickets } = analysis.plan;
  const counted = groups.filter((group) => analysis.totals(group).total > 0);
  return counted.length > 0 ? counted : [...tickets];
}

/** Every place that names what the place names, in all plans. Empty where it names nothing, or several things. */
export function references(snapshot: Snapshot, uri: string, offset: number): Use[] {
  const target = targetAt(snapshot, uri, offset);
  return target ? occurrencesOf(snapshot, target) : [];
}

/** The same in the document alone. */
export function highlights(snapshot: Snapshot, uri: string, offset: number): Use[] {
  const target = targetAt(snapshot, uri, offset);
  return target ? occurrencesIn(snapshot, uri, target) : [];
}

function targetAt(snapshot: Snapshot, uri: string, offset: number): Target | null {
  const targets = useAt(snapshot, uri, offset)?.targets ?? [];
  return targets.length === 1 ? targets[0]! : null;
}

function definitionOf(origin: Span, { uri, entity }: Target): Definition {
  return { origin, uri, span: entity.span, nameSpan: nameSpanOf(entity) };
}

function nameSpanOf(entity: Ticket | Group): Span {
  return (entity.type === 'ticket' && entity.idSpan) || entity.titleSpan;
}

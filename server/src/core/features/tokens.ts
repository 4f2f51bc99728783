import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Mention, Status, StatusKind, Ticket } from '../model/plan';
import type { Span } from '../text/span';
import { near } from './near';

export const tokenTypes = ['planTicketId', 'planStatus', 'planDependency', 'planFigure'] as const;

/** What a status means; at most one a token. */
export const tokenModifiers = [
  'todo',
  'active',
  'review',
  'done',
  'blocked',
  'dropped',
] as const satisfies StatusKind[];

/** A word that means something to the plan, in one line. */
export interface Token {
  readonly span: Span;
  readonly type: (typeof tokenTypes)[number];
  readonly modifier: StatusKind | null;
}

/** The tokens of a part of a document, in the order of the text, none of which overlap. */
export function tokens(snapshot: Snapshot, uri: string, part: Span): Token[] {
  const analysis = snapshot.analysis(uri);
  return analysis ? tokensIn(analysis, part) : [];
}

/** The same of a plan. */
export function tokensIn({ plan, source }: Analysis, part: Span): Token[] {
  const found: Token[] = [];
  const add = (span: Span | null | undefined, type: Token['type'], modifier: StatusKind | null = null) => {
    if (!span || span.start >= span.end || span.end <= part.start || part.end <= span.start) return;
    if (source.lineAt(span.start) === source.lineAt(span.end)) found.push({ span, type, modifier });
  };
  const addStatus = (status: Status | null) => {
    if (status && !status.inherited && status.kind) add(status.span, 'planStatus', status.kind);
  };
  for (const entity of near(plan, part)) {
    for (const mention of entity.mentions as readonly (Mention & Partial<Ticket>)[]) {
      add(mention.idSpan, 'planTicketId');
      addStatus(mention.status);
    }
    addStatus(entity.status);
    for (const { span } of entity.dependencies) add(span, 'planDependency');
  }
  for (const { done, total, percent } of plan.claims)
    for (const figure of [done, total, percent]) add(figure?.span, 'planFigure');
  return apart(found);
}

/** Sorted, without those that begin inside of another. */
function apart(all: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of [...all].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end))
    if (token.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(token);
  return kept;
}

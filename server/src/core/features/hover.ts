import type { Analysis, Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Ticket } from '../model/plan';
import type { Span } from '../text/span';
import { describeClaim } from './claim';
import { describe, list, withStatus } from './describe';
import { escapeMarkdown } from './markdown';

export interface Hover {
  /** What the text is about. */
  readonly span: Span;
  readonly markdown: string;
}

/**
 * What there is to say of the place: a dependency tells of its target, an id, title or status of its ticket, a heading
 * of its group, a figure of how it is counted. Null where there is nothing.
 */
export function hover(snapshot: Snapshot, uri: string, offset: number): Hover | null {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return null;
  const found =
    onDependency(snapshot, analysis, offset) ??
    onClaim(snapshot, analysis, offset) ??
    onEntity(snapshot, analysis, offset);
  return found && found.markdown !== '' ? found : null;
}

function onDependency(snapshot: Snapshot, analysis: Analysis, offset: number): Hover | null {
  const { say } = snapshot;
  for (const entity of [...analysis.plan.allTickets, ...analysis.plan.allGroups]) {
    if (!entity.dependencies.some(({ span }) => holds(span, offset))) continue;
    for (const dependency of analysis.dependencies(entity)) {
      if (!holds(dependency.span, offset)) continue;
      const { span, targets, text, problem, suggestion } = dependency;
      const name = escapeMarkdown(text);
      if (problem === 'unknown') {
        const markdown =
          suggestion === null
            ? say('**{0}** is in no plan.', name)
            : say('**{0}** is in no plan. Did you mean {1}?', name, escapeMarkdown(suggestion));
        return { span, markdown };
      }
      if (problem === 'none') return null;
      if (problem === null && targets.length === 1) return { span, markdown: describe(snapshot, targets[0]!) };
      const title = problem === 'ambiguous' ? say('**{0}** fits several', name) : `**${name}**`;
      return {
        span,
        markdown: list(
          say,
          title,
          targets.map((target) => withStatus(snapshot, target)),
        ),
      };
    }
  }
  return null;
}

function onClaim(snapshot: Snapshot, analysis: Analysis, offset: number): Hover | null {
  for (const claim of analysis.plan.claims) {
    const parts = [claim.done?.span, claim.total?.span, claim.percent?.span, claim.bar?.span].filter(
      (part) => part !== undefined,
    );
    // A heading's figure shares its line with the group's title: the figure alone is the claim's there.
    const spans =
      parts.length > 0 && !parts.some((part) => holds(part, offset)) && titleAt(analysis, offset) ? [] : [claim.span];
    const span = spans.find((one) => holds(one, offset));
    if (!span) continue;
    const markdown = describeClaim(snapshot, analysis, claim);
    if (markdown !== '') return { span, markdown };
  }
  return null;
}

function onEntity(snapshot: Snapshot, analysis: Analysis, offset: number): Hover | null {
  const { uri, plan } = analysis;
  const tell = (entity: Target['entity'], span: Span): Hover => ({
    span,
    markdown: describe(snapshot, { uri, entity }),
  });
  for (const ticket of plan.allTickets) {
    const span = ticketParts(ticket).find((part) => holds(part, offset));
    if (span) return tell(ticket, span);
  }
  for (const group of plan.allGroups) {
    const span = groupParts(group).find((part) => holds(part, offset));
    if (span) return tell(group, span);
  }
  for (const { span, target } of plan.focus) if (holds(span, offset)) return tell(target, span);
  for (const { span, ticket } of plan.blocked) if (ticket && holds(span, offset)) return tell(ticket, span);
  return null;
}

const titleAt = ({ plan }: Analysis, offset: number): boolean =>
  plan.allGroups.some((group) => groupParts(group).some((part) => holds(part, offset))) ||
  plan.allTickets.some((ticket) => ticketParts(ticket).some((part) => holds(part, offset)));

function ticketParts({ idSpan, titleSpan, statusSlot, status }: Ticket): Span[] {
  return [idSpan, titleSpan, statusSlot, status && !status.inherited ? status.span : null].filter(
    (span) => span !== null,
  );
}

function groupParts({ titleSpan, mentions, status }: Group): Span[] {
  const spans = mentions.flatMap((mention) => [mention.titleSpan, mention.statusSlot, mention.status?.span ?? null]);
  return [titleSpan, ...spans, status && !status.inherited ? status.span : null].filter((span) => span !== null);
}

const holds = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

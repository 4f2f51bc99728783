import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Status, Ticket, TicketMention } from '../model/plan';
import type { Span } from '../text/span';
import { describeClaim } from './claim';
import { describe, list, withStatus } from './describe';
import { legendOf, onDate, onLegend } from './hoverPlaces';
import { escapeMarkdown } from './markdown';
import { near } from './near';
import { useAt } from './occurrences';
import { describeWork } from './phaseWork';

export interface Hover {
  /** What the text is about. */
  readonly span: Span;
  readonly markdown: string;
}

/**
 * What there is to say of the place: a dependency, and a name in running text, tell of their target; an id, title or status of
 * its ticket, a status also of what the legend says; a heading of its group and the work in it; a figure or bar of how it is
 * counted; a date of how far away it is. Null where there is nothing.
 */
export function hover(snapshot: Snapshot, uri: string, offset: number): Hover | null {
  const analysis = snapshot.analysis(uri);
  const found =
    (analysis &&
      (onDependency(snapshot, analysis, offset) ??
        onClaim(snapshot, analysis, offset) ??
        onLegend(snapshot, analysis, offset) ??
        onDate(snapshot, analysis, offset) ??
        onEntity(snapshot, analysis, offset))) ??
    onName(snapshot, uri, offset);
  return found && found.markdown !== '' ? found : null;
}

/** In running text, of any document. */
function onName(snapshot: Snapshot, uri: string, offset: number): Hover | null {
  const use = useAt(snapshot, uri, offset);
  if (!use || offset < use.span.start || use.span.end < offset) return null;
  return use.targets.length === 1 ? { span: use.span, markdown: describe(snapshot, use.targets[0]!) } : null;
}

function onDependency(snapshot: Snapshot, analysis: Analysis, offset: number): Hover | null {
  const { say } = snapshot;
  for (const entity of near(analysis.plan, { start: offset, end: offset })) {
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
  for (const entity of near(plan, { start: offset, end: offset })) {
    const span = partsOf(entity).find((part) => holds(part, offset));
    if (!span) continue;
    const onStatus = statusParts(entity).some((part) => holds(part, offset));
    const parts = [
      onStatus ? legendOf(analysis, entity.status) : '',
      describe(snapshot, { uri, entity }),
      entity.type === 'group' ? describeWork(snapshot, uri, entity) : '',
    ];
    return { span, markdown: parts.filter((part) => part !== '').join('\n\n') };
  }
  for (const { span, target } of plan.focus)
    if (holds(span, offset)) return { span, markdown: describe(snapshot, { uri, entity: target }) };
  for (const { span, ticket } of plan.blocked)
    if (ticket && holds(span, offset)) return { span, markdown: describe(snapshot, { uri, entity: ticket }) };
  return null;
}

const titleAt = ({ plan }: Analysis, offset: number): boolean =>
  near(plan, { start: offset, end: offset }).some((entity) => partsOf(entity).some((part) => holds(part, offset)));

/** What of the places that tell of a ticket or group stands for it. */
function partsOf(entity: Ticket | Group): Span[] {
  const spans = entity.mentions.flatMap(({ titleSpan, ...mention }) => [
    'idSpan' in mention ? (mention as TicketMention).idSpan : null,
    titleSpan,
  ]);
  return [...[entity.titleSpan, ...spans].filter((span) => span !== null), ...statusParts(entity)];
}

function statusParts({ mentions, status }: Ticket | Group): Span[] {
  const spans = mentions.flatMap((mention) => [mention.statusSlot, ownSpan(mention.status)]);
  return [...spans, ownSpan(status)].filter((span) => span !== null);
}

const ownSpan = (status: Status | null): Span | null => (status && !status.inherited ? status.span : null);

const holds = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

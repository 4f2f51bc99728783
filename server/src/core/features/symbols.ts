import type { Work } from '../analysis/keep';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Ticket } from '../model/plan';
import { contains, type Span } from '../text/span';
import { plain } from './markdown';
import { nameOf } from './names';
import { childrenOf } from './outline';
import { progressOf } from './progress';

/** A group or ticket in the outline. Another object as soon as it, or anything in it, says something else or is in another line. */
export class PlanSymbol {
  constructor(
    readonly entity: Group | Ticket,
    readonly name: string,
    readonly detail: string,
    readonly children: readonly PlanSymbol[],
  ) {}

  get type(): 'group' | 'ticket' {
    return this.entity.type;
  }

  /** Holds the spans of its children. */
  get span(): Span {
    let { start, end } = this.entity.span;
    for (const { span } of this.children) {
      start = Math.min(start, span.start);
      end = Math.max(end, span.end);
    }
    return { start, end };
  }

  /** The title, inside `span`. */
  get nameSpan(): Span {
    const { span, titleSpan } = this.entity;
    return contains(span, titleSpan) ? titleSpan : span;
  }
}

/** The plan's outline: phases hold tickets hold their children. Empty for a document without a plan. */
export function symbols(snapshot: Snapshot, uri: string): readonly PlanSymbol[] {
  const analysis = snapshot.analysis(uri);
  return analysis ? childrenOf(analysis.plan).map((entity) => analysis.kept(symbolOf, entity)) : [];
}
const symbolOf: Work<PlanSymbol, Group | Ticket> = (entity, analysis) => {
  const { done, total } = progressOf(analysis, entity);
  const counted = entity.type === 'group' && total > 0 ? `${done}/${total}` : '';
  const detail = [entity.status ? plain(entity.status.text) : '', counted].filter(Boolean).join(' · ');
  const children = childrenOf(entity).map((child) => analysis.kept(symbolOf, child));
  return new PlanSymbol(entity, nameOf(analysis.say, entity) || '—', detail, children);
};

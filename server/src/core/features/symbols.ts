import type { Snapshot } from '../analysis/snapshot';
import type { Group, Ticket } from '../model/plan';
import { contains, type Span } from '../text/span';
import { plain } from './markdown';
import { nameOf } from './names';
import { childrenOf } from './outline';
import { progressOf } from './progress';

export interface Symbol {
  readonly type: 'group' | 'ticket';
  readonly name: string;
  readonly detail: string;
  /** Holds the spans of its children. */
  readonly span: Span;
  /** The title, inside `span`. */
  readonly nameSpan: Span;
  readonly children: readonly Symbol[];
}

/** The plan's outline: phases hold tickets hold their children. Empty for a document without a plan. */
export function symbols(snapshot: Snapshot, uri: string): Symbol[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return [];
  const symbolOf = (entity: Group | Ticket): Symbol => {
    const children = childrenOf(entity).map(symbolOf);
    const nameSpan = contains(entity.span, entity.titleSpan) ? entity.titleSpan : entity.span;
    const { done, total } = progressOf(analysis, entity);
    const counted = entity.type === 'group' && total > 0 ? `${done}/${total}` : '';
    const detail = [entity.status ? plain(entity.status.text) : '', counted].filter(Boolean).join(' · ');
    return {
      type: entity.type,
      name: nameOf(snapshot.say, entity) || '—',
      detail,
      span: hull(entity.span, children),
      nameSpan,
      children,
    };
  };
  return childrenOf(analysis.plan).map(symbolOf);
}

function hull(span: Span, children: readonly Symbol[]): Span {
  return {
    start: Math.min(span.start, ...children.map((child) => child.span.start)),
    end: Math.max(span.end, ...children.map((child) => child.span.end)),
  };
}

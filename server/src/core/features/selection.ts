import type { Snapshot } from '../analysis/snapshot';
import { cellContent } from '../model/rowCells';
import { contains, type Span } from '../text/span';
import { usesIn } from './occurrences';
import { rowAt } from './slots';
import { tableAt } from './tables';

/** What can be selected around an offset, each inside the next: name, cell, row, table, and the phases around. */
export function selection(snapshot: Snapshot, uri: string, offset: number): Span[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return [];
  const { plan, source } = analysis;
  const table = tableAt(plan, offset);
  const row = table && (rowAt(source, table, offset) ?? table.header);
  const cell = row?.cells.find((span) => holds(span, offset));
  const found: (Span | null)[] = [
    ...usesIn(snapshot, uri).flatMap(({ span, around }) => [span, around]),
    ...plan.allTickets.flatMap(({ mentions }) => mentions.map(({ span }) => span)),
    cell ? cellContent(source.text, cell) : null,
    cell ?? null,
    row?.span ?? null,
    table?.span ?? null,
    ...plan.allGroups.flatMap(({ span, body }) => [span, body]),
  ];
  return nested(found.filter((span) => span !== null && holds(span, offset)) as Span[]);
}

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** From the shortest on, those that hold the one before and more. */
function nested(spans: readonly Span[]): Span[] {
  const length = ({ start, end }: Span): number => end - start;
  const chain: Span[] = [];
  for (const span of [...spans].sort((a, b) => length(a) - length(b))) {
    const inner = chain.at(-1);
    if (length(span) > 0 && (!inner || (contains(span, inner) && length(span) > length(inner)))) chain.push(span);
  }
  return chain;
}

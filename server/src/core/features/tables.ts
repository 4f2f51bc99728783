import type { Plan, PlanTable } from '../model/plan';

/** The table that holds an offset, both ends included; null where none does. Tables are in the order of the text. */
export function tableAt({ tables }: Plan, offset: number): PlanTable | null {
  let low = 0;
  let high = tables.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tables[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  const table = tables[low - 1];
  return table && offset <= table.span.end ? table : null;
}

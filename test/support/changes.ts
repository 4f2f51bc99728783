import type { Snapshot } from '../../server/src/core/analysis/snapshot';
import type { Change, Refusal } from '../../server/src/core/features/change';
import type { Group, Ticket } from '../../server/src/core/model/plan';
import { applyEdits } from '../../server/src/core/text/edit';

/** The texts that a change touches, as they are then, by path; or why it is refused. */
export function changed(snapshot: Snapshot, found: Change | Refusal): string | Record<string, string> {
  if ('refused' in found) return found.refused;
  return Object.fromEntries(
    [...found.edits].map(([uri, edits]) => [
      uri.slice('file:///'.length),
      applyEdits(snapshot.source(uri)!.text, edits),
    ]),
  );
}

/** The lines that differ between two texts, with `-` and `+` before them; of moved lines both ends. */
export function difference(before: string, after: string): string[] {
  const a = before.split(/\r\n|\n/);
  const b = after.split(/\r\n|\n/);
  while (a.length > 0 && b.length > 0 && a[0] === b[0]) {
    a.shift();
    b.shift();
  }
  while (a.length > 0 && b.length > 0 && a.at(-1) === b.at(-1)) {
    a.pop();
    b.pop();
  }
  // Longest common subsequence by the book: tests are short.
  const best = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      best[i]![j] = a[i] === b[j] ? best[i + 1]![j + 1]! + 1 : Math.max(best[i + 1]![j]!, best[i]![j + 1]!);
  const out: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && best[i + 1]![j]! >= best[i]![j + 1]!)) out.push(`-${a[i++]}`);
    else out.push(`+${b[j++]}`);
  }
  return out;
}

/** A ticket by its id or title. */
export function ticketOf(snapshot: Snapshot, uri: string, name: string): Ticket {
  const found = snapshot.analysis(uri)?.plan.allTickets.find(({ id, title }) => id === name || title === name);
  if (!found) throw new Error(`no ticket ${name}`);
  return found;
}

/** A group by its key or title. */
export function groupOf(snapshot: Snapshot, uri: string, name: string): Group {
  const found = snapshot.analysis(uri)?.plan.allGroups.find(({ key, title }) => key === name || title === name);
  if (!found) throw new Error(`no group ${name}`);
  return found;
}

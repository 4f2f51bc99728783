import type { Chars } from '../text/rope';
import type { Span } from '../text/span';
import { enclosing, groupScope, impliedScope, namedScope } from './bind';
import { groupNames } from './names';
import type { ClaimScope, Tally } from './plan';
import type { PendingTally, Reading } from './reading';
import { normalize, overallWords, progressWords, ticketWords } from './vocabulary';

/**
 * Binds numbers by status to the part of the plan that they count. Lines that follow each other ("Done: 3", "Blocked: 1") are one tally.
 * In doubt there is none.
 */
export function bindTallies(reading: Reading): Tally[] {
  const tallies: Tally[] = [];
  let before: PendingTally | null = null;
  for (const pending of reading.tallies) {
    const { raw } = pending;
    if (!pending.table && measuresEffort(reading.text, pending.span)) continue;
    const last = tallies.at(-1);
    const goesOn = before && last && !pending.row && raw.label === '' && follows(reading.text, before, pending);
    if (goesOn && !hasSame(last, raw.entries)) {
      tallies[tallies.length - 1] = {
        ...last,
        entries: [...last.entries, ...raw.entries],
        total: last.total ?? raw.total,
      };
    } else {
      const scope = scopeOf(reading, pending);
      if (scope) tallies.push({ scope, entries: raw.entries, total: raw.total });
      before = scope ? pending : null;
      continue;
    }
    before = pending;
  }
  return tallies;
}

/** On the next line, or behind one that is no tally ("Total: 12"), without a heading or blank line between. */
function follows(text: string, before: PendingTally, next: PendingTally): boolean {
  if (before.row || before.group !== next.group || next.span.start < before.span.end) return false;
  const between = text.slice(before.span.end, next.span.start);
  return between.length < 200 && !/\n[ \t]*\r?\n|\n#/.test(between);
}

const effort =
  /(?<!\p{L})(?:velocity|committed|capacity|(?:story )?points|pts|hours|ポイント|ベロシティ|工数|puntos|punkte|stunden|баллы)(?!\p{L})/iu;

/** So far from a tally a word still says what it counts. */
const near = 300;

/** Whether words around a place in a line may say of some tally what it counts. */
export const maySayEffort = (text: Chars, { start, end }: Span): boolean =>
  effort.test(text.slice(Math.max(0, start - 4 * near), end + 4 * near));

/** Beside "Velocity: 18" and "Committed: 21", what is completed are points. */
function measuresEffort(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - near), start).split(/\n[ \t]*\r?\n/u);
  const behind = text.slice(start, Math.min(text.length, end + near)).split(/\n[ \t]*\r?\n/u);
  return effort.test(before.at(-1)!) || effort.test(behind[0]!);
}

/** One status is counted once: a second number of it begins another tally. */
const hasSame = (tally: Tally, entries: Tally['entries']): boolean =>
  entries.some((entry) => tally.entries.some((known) => known.text === entry.text));

function scopeOf(reading: Reading, { raw, group, row, bound }: PendingTally): ClaimScope | null {
  if (bound) return groupScope(bound);
  if (row) return namedScope(reading, raw.label);
  const names = groupNames(raw.label);
  const name = names[0];
  if (name) {
    const named = names.length === 1 && name.keys.length === 1 ? reading.draft.group(name.kind, name.key) : undefined;
    return named ? groupScope(named) : null;
  }
  const label = normalize(raw.label);
  const around = enclosing(group);
  if (
    label === '' ||
    progressWords.includes(label) ||
    overallWords.includes(label) ||
    ticketWords.includes(label) ||
    /^(?:task )?(?:summary|stats|statistics|counts?|overview)$|^(?:集計|サマリー|概要|统计|요약|resumen|résumé|übersicht|resumo|итог|özet)$/u.test(
      label,
    )
  )
    return around ? impliedScope(around) : { type: 'plan' };
  return null;
}

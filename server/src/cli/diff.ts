const context = 3;

/** A stretch of lines that differ; in both texts, half-open. */
interface Change {
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

/** The difference of two texts as a unified diff that `git apply` takes. Empty where there is none. */
export function unifiedDiff(name: string, before: string, after: string): string {
  const old = linesOf(before);
  const now = linesOf(after);
  const changes = changesOf(old, now);
  if (changes.length === 0) return '';
  const hunks = grouped(changes).map((hunk) => hunkText(hunk, old, now));
  return `--- a/${name}\n+++ b/${name}\n${hunks.join('')}`;
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split(/(?<=\n)/));

/** Fixes change lines in place, so a line is held against its like; where lines came or went, one stretch tells all. */
function changesOf(old: readonly string[], now: readonly string[]): Change[] {
  if (old.length !== now.length) {
    let start = 0;
    while (start < old.length && start < now.length && old[start] === now[start]) start++;
    let end = 0;
    while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
    return [{ before: [start, old.length - end], after: [start, now.length - end] }];
  }
  const changes: Change[] = [];
  for (let i = 0; i < old.length; i++) {
    if (old[i] === now[i]) continue;
    const start = i;
    while (i < old.length && old[i] !== now[i]) i++;
    changes.push({ before: [start, i], after: [start, i] });
  }
  return changes;
}

/** Changes whose context would touch stand in one hunk. */
function grouped(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    if (last && change.before[0] - last.at(-1)!.before[1] <= context * 2) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkText(changes: readonly Change[], old: readonly string[], now: readonly string[]): string {
  const [first, last] = [changes[0]!, changes.at(-1)!];
  const lead = Math.min(context, first.before[0]);
  const tail = Math.min(context, old.length - last.before[1]);
  const out: string[] = [];
  let at = first.before[0] - lead;
  for (const { before, after } of changes) {
    out.push(...old.slice(at, before[0]).map((line) => ` ${line}`));
    out.push(...old.slice(...before).map((line) => `-${line}`));
    out.push(...now.slice(...after).map((line) => `+${line}`));
    at = before[1];
  }
  out.push(...old.slice(at, at + tail).map((line) => ` ${line}`));
  const head = `@@ -${range(first.before[0] - lead, last.before[1] + tail)} +${range(first.after[0] - lead, last.after[1] + tail)} @@`;
  return `${head}\n${out.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)).join('')}`;
}

/** First line and count as diffs have them: an empty stretch is told by the line before it. */
const range = (start: number, end: number): string => (end === start ? `${start},0` : `${start + 1},${end - start}`);

import type { Snapshot } from '../analysis/snapshot';
import { applyEdits } from '../text/edit';
import { check } from './check';
import type { Finding, Fix } from './finding';
import { rules } from './index';

/** Enough for any chain of fixes that a plan can need; a rule whose fixes never end stops here. */
const maxRounds = 1000;

/**
 * The document after its safe fixes. A round applies those that touch lines of their own (a figure is held against tickets; one that
 * is held against other figures waits for theirs), and the next one works on the text as it then is: but for the
 * padding of table cells, that comes to the same as one fix after the other. Those of a rule whose fixes are independent have a round
 * to themselves. `applied` counts them. Nothing outside the fixes' spans changes: line ends, byte order mark and padding stay.
 */
export function fixAll(snapshot: Snapshot, uri: string): { text: string; applied: number } {
  let current = snapshot;
  let text = snapshot.source(uri)?.text ?? '';
  const seen = new Set([text]);
  let applied = 0;
  for (let round = 0; round < maxRounds; round++) {
    const findings = check(current, uri);
    const first = findings.find(safeFix);
    if (!first) break;
    const batch = apart(
      current,
      uri,
      independent.has(first.rule)
        ? findings.filter(({ rule }) => rule === first.rule)
        : findings.filter(({ rule }) => !independent.has(rule)),
    );
    const next = applyEdits(
      text,
      batch.flatMap((fix) => fix.edits),
    );
    if (seen.has(next)) break;
    seen.add(next);
    text = next;
    applied += batch.length;
    current = current.with({ documents: [{ uri, text }] });
  }
  return { text, applied };
}

const independent = new Set(rules.flatMap((rule) => (rule.independent ? [rule.id] : [])));

const safeFix = ({ fixes }: Finding): Fix | undefined => fixes.find(({ safety }) => safety === 'safe');

/** The safe fixes in order, without those that touch a line that one before them has, or that wait for it. */
function apart(snapshot: Snapshot, uri: string, findings: readonly Finding[]): Fix[] {
  const source = snapshot.source(uri)!;
  const taken = new Set<number>();
  return findings.flatMap((finding) => {
    const fix = safeFix(finding);
    const lines = fix?.edits.flatMap(({ span }) => {
      const from = source.lineAt(span.start);
      return Array.from({ length: source.lineAt(span.end) - from + 1 }, (_, i) => from + i);
    });
    if (!fix || (fix.waits && taken.size > 0) || lines!.some((line) => taken.has(line))) return [];
    for (const line of lines!) taken.add(line);
    return [fix];
  });
}

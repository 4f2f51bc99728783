import type { Snapshot } from '../analysis/snapshot';
import { applyEdits } from '../text/edit';
import { check } from './check';
import type { Finding, Fix } from './finding';
import { rules } from './index';

/** Enough for any chain of fixes that a plan can need; a rule whose fixes never end stops here. */
const maxRounds = 1000;

/**
 * The document after its safe fixes, one computed after the other on the text as it then is; those of a rule whose fixes are
 * independent run at once. `applied` counts them. Nothing outside the fixes' spans changes: line ends, byte order mark and padding
 * stay.
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
    const independent = rules.some((rule) => rule.id === first.rule && rule.independent);
    const batch = independent ? findings.filter((finding) => finding.rule === first.rule) : [first];
    const fixes = batch.flatMap((finding) => safeFix(finding) ?? []);
    const next = applyEdits(
      text,
      fixes.flatMap((fix) => fix.edits),
    );
    if (seen.has(next)) break;
    seen.add(next);
    text = next;
    applied += fixes.length;
    current = current.with({ documents: [{ uri, text }] });
  }
  return { text, applied };
}

const safeFix = ({ fixes }: Finding): Fix | undefined => fixes.find(({ safety }) => safety === 'safe');

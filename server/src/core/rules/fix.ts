import type { Snapshot } from '../analysis/snapshot';
import { applyEdits } from '../text/edit';
import { check } from './check';

/** Enough for any chain of fixes that a plan can need; a rule whose fixes never end stops here. */
const maxRounds = 1000;

/**
 * The document after its safe fixes, one computed after the other on the text as it then is. `applied` counts them.
 * Nothing outside the fixes' spans changes: line ends, byte order mark and padding stay.
 */
export function fixAll(snapshot: Snapshot, uri: string): { text: string; applied: number } {
  let current = snapshot;
  let text = snapshot.source(uri)?.text ?? '';
  const seen = new Set([text]);
  let applied = 0;
  while (applied < maxRounds) {
    const fix = check(current, uri)
      .flatMap((finding) => finding.fixes)
      .find((candidate) => candidate.safety === 'safe');
    if (!fix) break;
    const next = applyEdits(text, fix.edits);
    if (seen.has(next)) break;
    seen.add(next);
    text = next;
    applied++;
    current = current.with({ documents: [{ uri, text }] });
  }
  return { text, applied };
}

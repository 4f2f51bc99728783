import type { Snapshot } from '../analysis/snapshot';
import { check } from '../rules/check';
import type { Finding } from '../rules/finding';
import { fixAll } from '../rules/fix';
import { minimalEdits } from '../text/diff';
import type { TextEdit } from '../text/edit';
import { type Span, touches } from '../text/span';
import { fixAllKind } from './change';
import { waive } from './waive';

/** Something that can be done at a place, as edits of its document. */
export interface Action {
  readonly title: string;
  readonly kind: 'quickfix' | typeof fixAllKind;
  readonly edits: readonly TextEdit[];
  /** What one key may do unasked: at most one for each finding. */
  readonly preferred: boolean;
  /** The finding that it does away with. */
  readonly finding: Finding | null;
}

/** The fixes of the findings that touch the span, then comments that waive the findings. */
export function quickActions(snapshot: Snapshot, uri: string, span: Span): Action[] {
  const findings = check(snapshot, uri).filter((finding) => touches(finding.span, span));
  const fixes = findings.flatMap((finding) =>
    finding.fixes.map(
      ({ title, edits }, i): Action => ({ title, kind: 'quickfix', edits, preferred: i === 0, finding }),
    ),
  );
  return [...fixes, ...waivers(snapshot, uri, findings)];
}

/** One for each rule and line, however often it is found there. */
function waivers(snapshot: Snapshot, uri: string, findings: readonly Finding[]): Action[] {
  const source = snapshot.source(uri);
  const actions = new Map<string, Action>();
  for (const finding of source ? findings : []) {
    const found = waive(snapshot.say, source!, finding);
    const key = `${finding.rule}@${source!.lineAt(finding.span.start)}`;
    if (!found || actions.has(key)) continue;
    actions.set(key, { title: found.title, kind: 'quickfix', edits: [found.edit], preferred: false, finding });
  }
  return [...actions.values()];
}

/** All safe fixes of a document as one action; null where there are none. */
export function fixAllAction(snapshot: Snapshot, uri: string): Action | null {
  const source = snapshot.source(uri);
  if (!source || !snapshot.analysis(uri)) return null;
  const { text, applied } = fixAll(snapshot, uri);
  if (applied === 0) return null;
  const title =
    applied === 1
      ? snapshot.say('Fix the one finding that has a safe fix')
      : snapshot.say('Fix all {0} findings that have a safe fix', applied);
  return { title, kind: fixAllKind, edits: minimalEdits(source.text, text), preferred: false, finding: null };
}

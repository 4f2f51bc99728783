import { check } from '../core/rules/check';
import type { Finding } from '../core/rules/finding';
import type { Example, Rule } from '../core/rules/rule';
import { defaultSettings, parseSettings, type Settings } from '../core/settings';
import type { SourceText } from '../core/text/source';
import { Workspace } from '../core/workspace';

/** The day on which the examples are checked, as in their tests. */
const today = '2026-06-15';

const uri = 'file:///plan.md';

/** A rule's bad example, checked. */
export interface CheckedExample {
  /** Without marks. */
  readonly text: string;
  readonly source: SourceText;
  /** Those of the rule itself. */
  readonly findings: readonly Finding[];
}

/** @throws Where the rule finds nothing in its own example. */
export function checkExample(rule: Rule, example: Example): CheckedExample {
  const text = withoutMarks(example.bad);
  const snapshot = new Workspace().apply({ documents: [{ uri, text }], settings: settingsOf(rule, example), today });
  const findings = check(snapshot, uri, (_rule, error) => {
    throw error;
  }).filter((finding) => finding.rule === rule.id);
  if (findings.length === 0) throw new Error(`${rule.id} finds nothing in its own example:\n${text}`);
  return { text, source: snapshot.source(uri)!, findings };
}

/** The settings that an example is checked with. */
export const settingsOf = (rule: Rule, { options }: Example): Settings =>
  options ? parseSettings({ options: { [rule.id]: options } }).settings : defaultSettings;

/** What a rule's fixes are, going by its examples. */
export function fixSafety(rule: Rule): 'safe' | 'unsafe' | null {
  const fixes = rule.examples
    .flatMap((example) => checkExample(rule, example).findings)
    .flatMap((finding) => finding.fixes);
  if (fixes.length === 0) return null;
  return fixes.some((fix) => fix.safety === 'safe') ? 'safe' : 'unsafe';
}

/** Marked text (`test/support/marks.ts`) without its lines of carets. */
export function withoutMarks(marked: string): string {
  return marked
    .split('\n')
    .filter((line) => !/^[ \t]*\^+[ \t]+(?:💡[ \t]*)?(?:error|warning|info|hint)[ \t]/u.test(line))
    .join('\n');
}

import type { Snapshot } from '../analysis/snapshot';
import type { Settings } from '../settings';
import type { Finding, Severity } from './finding';
import { rules } from './index';

/** Called with what a rule threw; its other findings and the other rules' go on. */
export type RuleFailure = (rule: string, error: unknown) => void;

/**
 * What cannot be true in one document, in the order of the text. Empty where the document holds no plan or is not in
 * the snapshot. A rule that throws costs its own findings only.
 */
export function check(snapshot: Snapshot, uri: string, onFailure: RuleFailure = () => {}): Finding[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return [];
  const findings: Finding[] = [];
  for (const rule of rules) {
    try {
      for (const found of rule.check({ analysis, today: snapshot.today })) {
        const severity = severityOf(snapshot.settings, rule.id, found.severity ?? rule.severity);
        if (severity === 'off') continue;
        findings.push({ related: [], fixes: [], ...found, rule: rule.id, severity });
      }
    } catch (error) {
      onFailure(rule.id, error);
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The severity that the settings give a rule's finding: `off` silences it, another level replaces the rule's own. */
const severityOf = (settings: Settings, rule: string, own: Severity): Severity | 'off' => settings.rules[rule] ?? own;

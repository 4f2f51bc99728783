import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { WaiverPart } from '../model/plan';
import { covers } from '../model/waivers';
import type { Settings } from '../settings';
import type { Span } from '../text/span';
import type { Finding, Severity } from './finding';
import { rules } from './index';

const waivable = rules.filter((rule) => !rule.aboutWaivers).map((rule) => rule.id);

/** Called with what a rule threw; its other findings and the other rules' go on. */
export type RuleFailure = (rule: string, error: unknown) => void;

/**
 * What cannot be true in one document, in the order of the text, without what it waives. Empty where the document holds no
 * plan or is not in the snapshot. A rule that throws costs its own findings only. Worked out once for the basis of a plan: diagnostics, actions and pictures ask for the same, and so do later snapshots as long as nothing that the plan
 * looks at is another. A failure is told to the first who asks to be told.
 */
export function check(snapshot: Snapshot, uri: string, onFailure?: RuleFailure): readonly Finding[] {
  const basis = snapshot.basis(uri);
  if (!basis) return none;
  const settings = snapshot.settingsFor(uri);
  const { today } = snapshot;
  let checked = known.get(basis);
  if (checked?.settings !== settings || checked.today !== today) {
    const failures: Checked['failures'] = [];
    const findings = run(snapshot.analysis(uri)!, settings, today, (...failure) => failures.push(failure));
    checked = { settings, today, findings, failures };
    known.set(basis, checked);
  }
  if (onFailure) for (const failure of checked.failures.splice(0)) onFailure(...failure);
  return checked.findings;
}

/** Checks a plan that is to rest: what was found holds no text that the plan has. */
export function checkForGood(snapshot: Snapshot, uri: string): void {
  const findings = check(snapshot, uri);
  const checked = known.get(snapshot.basis(uri) ?? none);
  // Made of data alone, which is copied so, texts and all.
  if (checked) checked.findings = findings.length === 0 ? none : JSON.parse(JSON.stringify(findings));
}

const none: readonly never[] = [];

interface Checked {
  readonly settings: Settings;
  readonly today: string | null;
  findings: readonly Finding[];
  readonly failures: Parameters<RuleFailure>[];
}

/** By the basis of the plan. */
const known = new WeakMap<object, Checked>();

function run(analysis: Analysis, settings: Settings, today: string | null, onFailure: RuleFailure): Finding[] {
  const findings: Finding[] = [];
  const parts = analysis.plan.waivers.flatMap((waiver) => (waiver.form === 'enable' ? [] : waiver.parts));
  const used = new Set<WaiverPart>();
  const context = { analysis, today, waivers: { used, rules: waivable } };
  for (const rule of rules) {
    const own = rule.aboutWaivers ? [] : parts.filter((part) => part.rule === null || part.rule === rule.id);
    try {
      for (const found of rule.check({ ...context, options: settings.options[rule.id] ?? {} })) {
        const holding = own.filter((part) => covers(part, found.span.start));
        for (const part of holding) used.add(part);
        const severity = severityOf(settings, rule.id, found.severity ?? rule.severity);
        if (severity === 'off' || holding.length > 0) continue;
        findings.push(settled({ related: [], fixes: [], ...found, rule: rule.id, severity }));
      }
    } catch (error) {
      // What it would have found is not known, nor what is waived of it.
      for (const part of own) used.add(part);
      onFailure(rule.id, error);
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Spans of a plan move with it; a finding is of its own version. */
const settled = (finding: Finding): Finding => ({
  ...finding,
  span: settledSpan(finding.span),
  related: finding.related.map((one) => ({ ...one, span: settledSpan(one.span) })),
  fixes: finding.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, span: settledSpan(edit.span) })),
  })),
});

const settledSpan = ({ start, end }: Span): Span => ({ start, end });

/** The severity that the settings give a rule's finding: `off` silences it, another level replaces the rule's own. */
const severityOf = (settings: Settings, rule: string, own: Severity): Severity | 'off' => settings.rules[rule] ?? own;

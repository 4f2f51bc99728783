import type { Finding, Severity } from '../core/rules/finding';

/** From the gravest on. */
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export interface Threshold {
  readonly failOn: Severity | 'never';
  /** Null where no number was given: every warning counts then. */
  readonly maxWarnings: number | null;
}

/** Whether a severity is at or above the limit. */
export function atOrAbove(severity: Severity, limit: Severity | 'never'): boolean {
  return limit !== 'never' && severities.indexOf(severity) <= severities.indexOf(limit);
}

/** Whether there are more warnings than allowed. */
export function tooManyWarnings(findings: readonly Finding[], { failOn, maxWarnings }: Threshold): boolean {
  if (maxWarnings === null || failOn === 'never') return false;
  return countOf(findings, 'warning') > maxWarnings;
}

/** Whether the findings make a run fail. With a number of warnings allowed, only more than that fail it. */
export function isFailure(findings: readonly Finding[], threshold: Threshold): boolean {
  const { failOn, maxWarnings } = threshold;
  if (tooManyWarnings(findings, threshold)) return true;
  return findings.some(
    ({ severity }) => atOrAbove(severity, failOn) && (severity !== 'warning' || maxWarnings === null),
  );
}

export const countOf = (findings: readonly Finding[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;

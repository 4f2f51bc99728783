import { describe, expect, it } from 'vitest';
import { isFailure, type Threshold, tooManyWarnings } from '../../server/src/cli/outcome';
import { closest } from '../../server/src/cli/suggest';
import type { Finding, Severity } from '../../server/src/core/rules/finding';

const findings = (...severities: Severity[]): Finding[] =>
  severities.map((severity) => ({
    rule: 'a',
    severity,
    message: '',
    span: { start: 0, end: 0 },
    related: [],
    fixes: [],
  }));
const fails = (failOn: Threshold['failOn'], maxWarnings: number | null, ...severities: Severity[]) =>
  isFailure(findings(...severities), { failOn, maxWarnings });

describe('what makes a run fail', () => {
  it('is a finding at or above --fail-on', () => {
    expect(fails('warning', null)).toBe(false);
    expect(fails('warning', null, 'info', 'hint')).toBe(false);
    expect(fails('warning', null, 'warning')).toBe(true);
    expect(fails('error', null, 'warning')).toBe(false);
    expect(fails('hint', null, 'hint')).toBe(true);
    expect(fails('never', null, 'error')).toBe(false);
  });

  it('is more warnings than allowed', () => {
    expect(fails('warning', 1, 'warning')).toBe(false);
    expect(fails('warning', 1, 'warning', 'warning')).toBe(true);
    expect(fails('warning', 1, 'error')).toBe(true);
    expect(fails('error', 0, 'warning')).toBe(true);
    expect(fails('info', 5, 'info')).toBe(true);
    expect(fails('never', 0, 'warning')).toBe(false);
    expect(tooManyWarnings(findings('warning'), { failOn: 'error', maxWarnings: 0 })).toBe(true);
  });
});

describe('the word that was meant', () => {
  it('is the nearest one, if any is near', () => {
    expect(closest('stale-sumary', ['stale-summary', 'stale-focus'])).toBe('stale-summary');
    expect(closest('nonsense', ['stale-summary'])).toBeNull();
  });
});

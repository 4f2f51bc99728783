import type { Analysis } from '../analysis/analysis';
import type { Finding, Severity } from './finding';

/** A finding as its rule tells it; severity is the rule's own unless it says otherwise. */
export type RuleFinding = Omit<Finding, 'rule' | 'severity' | 'related' | 'fixes'> &
  Partial<Pick<Finding, 'severity' | 'related' | 'fixes'>>;

export interface RuleContext {
  readonly analysis: Analysis;
  /** `YYYY-MM-DD`, null where the host did not say. */
  readonly today: string | null;
}

/** A documented example, run as a test: marked text as in `test/support`. */
export interface Example {
  readonly bad: string;
  readonly good: string;
  /** What `bad` becomes by the rule's safe fixes, where it has any. */
  readonly fixed?: string;
}

/** One thing that can be wrong with a plan. */
export interface Rule {
  /** Never reused. */
  readonly id: string;
  readonly severity: Severity;
  /** One line, as a heading. */
  readonly summary: string;
  /** Markdown: what it reports, why that matters, when it stays silent. */
  readonly details: string;
  readonly examples: readonly Example[];
  check(context: RuleContext): Iterable<RuleFinding>;
}

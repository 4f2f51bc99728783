import type * as z from 'zod/mini';
import type { Analysis } from '../analysis/analysis';
import type { WaiverPart } from '../model/plan';
import type { Finding, Severity } from './finding';

/** A finding as its rule tells it; severity is the rule's own unless it says otherwise. */
export type RuleFinding = Omit<Finding, 'rule' | 'severity' | 'related' | 'fixes'> &
  Partial<Pick<Finding, 'severity' | 'related' | 'fixes'>>;

/** What a team can set of a rule beside its severity: each option has a default and a description. */
export type OptionsSchema = z.ZodMiniObject<Readonly<Record<string, z.ZodMiniDefault>>>;

export interface RuleContext<Schema extends OptionsSchema = OptionsSchema> {
  readonly analysis: Analysis;
  /** Those of the document's settings, whole; without a schema there are none. */
  readonly options: z.output<Schema>;
  /** `YYYY-MM-DD`, null where the host did not say. */
  readonly today: string | null;
  readonly waivers: WaiverUse;
}

/** What is known of waivers as the rules run: complete for those that are about waivers, which run last. */
export interface WaiverUse {
  /** Those that hold for a finding. */
  readonly used: ReadonlySet<WaiverPart>;
  /** The ids of all rules that a waiver can name. */
  readonly rules: readonly string[];
}

/** A documented example, run as a test: marked text as in `test/support`. */
export interface Example {
  readonly bad: string;
  readonly good: string;
  /** The rule's safe fixes make `good` of `bad`. */
  readonly fixed?: true;
  /** What is set of the rule's options. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** One thing that can be wrong with a plan. */
export interface Rule<Schema extends OptionsSchema = OptionsSchema> {
  /** Never reused. */
  readonly id: string;
  readonly severity: Severity;
  /** One line, as a heading. */
  readonly summary: string;
  /** Markdown: what it reports, why that matters, when it stays silent. */
  readonly details: string;
  /** Its fixes change nothing that another finding looks at: all of them may run at once. */
  readonly independent?: true;
  readonly options?: Schema;
  readonly examples: readonly Example[];
  /** It is about waivers: it runs behind all others, and cannot be waived itself. */
  readonly aboutWaivers?: true;
  check(context: RuleContext<Schema>): Iterable<RuleFinding>;
}

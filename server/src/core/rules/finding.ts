import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A place that explains a finding. */
export interface Related {
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
}

export interface Fix {
  /** In the imperative: "Change 2 to 3". */
  readonly title: string;
  /** `safe`: derived from the plan itself, may run unasked. `unsafe`: a choice that a person makes. */
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly TextEdit[];
  /** What it corrects is also held against figures that other fixes correct: it comes when those before it are done. */
  readonly waits?: true;
}

/** Something in a document that cannot be true. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly Related[];
  /** The preferred one first. */
  readonly fixes: readonly Fix[];
}

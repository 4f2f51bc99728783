import type { TextEdit } from '../text/edit';

export const fixAllKind = 'source.fixAll.planTruth';

/** Why something cannot be done, in a sentence for the user. */
export interface Refusal {
  readonly refused: string;
}

/** What is changed, by document. */
export interface Change {
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

export const isRefusal = (found: object): found is Refusal => 'refused' in found;

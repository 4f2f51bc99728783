import type { Finding } from '../core/rules/finding';
import type { Position, SourceText } from '../core/text/source';
import type { Span } from '../core/text/span';
import type { Say } from './say';

export interface FileReport {
  readonly name: string;
  readonly uri: string;
  readonly source: SourceText;
  readonly findings: readonly Finding[];
}

/** What a check found; each reporter turns it into one text. */
export interface Report {
  readonly say: Say;
  readonly version: string;
  /** Every file that was read, with findings or without. */
  readonly files: readonly FileReport[];
  /** How many of the files hold a plan. */
  readonly plans: number;
  /** Whether a finding is one that makes the run fail. */
  readonly fails: (finding: Finding) => boolean;
  /** The printed path and the text of a document of the run. */
  readonly nameOf: (uri: string) => string;
  readonly sourceOf: (uri: string) => SourceText | null;
}

/** How findings stand to being fixed, as the JSON says it. */
export function fixOf(finding: Finding): 'safe' | 'unsafe' | null {
  if (finding.fixes.some((fix) => fix.safety === 'safe')) return 'safe';
  return finding.fixes.length > 0 ? 'unsafe' : null;
}

/** A place as people and scripts count it: line and UTF-16 column from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Place;
  readonly end: Place;
}

export function placeOf(position: Position): Place {
  return { line: position.line + 1, column: position.character + 1 };
}

/** The 1-based range of a span; the text's beginning where the text is not at hand. */
export function rangeOf(source: SourceText | null, span: Span): Range {
  const at = (offset: number) => placeOf(source?.position(offset) ?? { line: 0, character: 0 });
  return { start: at(span.start), end: at(span.end) };
}

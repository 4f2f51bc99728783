import { expect } from 'vitest';
import type { Snapshot } from '../../server/src/core/analysis/snapshot';
import type { Span } from '../../server/src/core/text/span';
import { type CheckOptions, parseFixture, renderAnnotations, snapshotOf } from '../support/fixture';

/** A place that a feature found, and one word for what it is. */
export interface Place {
  readonly uri: string;
  readonly span: Span;
  readonly word: string;
}

/**
 * Holds what a feature finds at the cursor to what is drawn: `^^^^^ info dependency`, in every file. What is found and not
 * drawn fails, and so does the reverse.
 */
export function expectPlaces(
  marked: string,
  find: (snapshot: Snapshot, uri: string, offset: number) => readonly Place[],
  options: CheckOptions = {},
): void {
  const fixture = parseFixture(marked);
  const { uri, start } = fixture.cursor!;
  const places = find(snapshotOf(fixture, options), uri, start);
  for (const file of fixture.files) {
    const found = places
      .filter((place) => place.uri === file.uri)
      .map(({ span, word }) => ({ ...span, severity: 'info', rule: word, message: null, fix: false }));
    expect(renderAnnotations(file.text, found), file.path).toBe(renderAnnotations(file.text, file.annotations));
  }
}

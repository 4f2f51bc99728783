import { expect } from 'vitest';
import type { Snapshot } from '../../server/src/core/analysis/snapshot';
import { check } from '../../server/src/core/rules/check';
import type { Finding } from '../../server/src/core/rules/finding';
import { fixAll } from '../../server/src/core/rules/fix';
import { parseSettings } from '../../server/src/core/settings';
import type { Language } from '../../server/src/core/text/say';
import { Workspace } from '../../server/src/core/workspace';
import { type Annotation, type Fixture, type FixtureFile, parseFixture, renderAnnotations } from './marks';

export * from './marks';

export interface CheckOptions {
  /** As in `plan-truth.config.json`. */
  readonly settings?: unknown;
  /** `YYYY-MM-DD`; the host does not say where left out. */
  readonly today?: string;
  readonly language?: Language;
  /** Look at the findings of these rules alone. */
  readonly rules?: readonly string[];
}

/** One version of a workspace that holds the fixture's files. */
export function snapshotOf(fixture: Fixture, options: CheckOptions = {}): Snapshot {
  return new Workspace().apply({
    documents: fixture.files.map(({ uri, text }) => ({ uri, text })),
    settings: parseSettings(options.settings).settings,
    today: options.today ?? null,
    language: options.language ?? 'en',
  });
}

/** Marked text with a cursor, as features take it. */
export function atCursor(marked: string, options: CheckOptions = {}) {
  const fixture = parseFixture(marked);
  if (!fixture.cursor) throw new Error('the fixture has no $0');
  const { uri, start, end } = fixture.cursor;
  const snapshot = snapshotOf(fixture, options);
  return { snapshot, uri, offset: start, span: { start, end }, source: snapshot.source(uri)! };
}

/** Holds the findings of every file to its annotations: none more, none less. A rule that throws fails the test. */
export function expectFindings(marked: string, options: CheckOptions = {}): void {
  const fixture = parseFixture(marked);
  const snapshot = snapshotOf(fixture, options);
  for (const file of fixture.files) {
    const actual = findings(snapshot, file.uri, options).map((finding) => asAnnotation(file, finding));
    const expected = file.annotations;
    const matched = actual.map((one) => expected.find((wanted) => sameFinding(one, wanted)) ?? one);
    expect(renderAnnotations(file.text, matched), file.path).toBe(renderAnnotations(file.text, expected));
  }
}

/** Holds the text after all safe fixes to `fixed` (marks in both are taken out), and that no safe fix is left. */
export function expectFixed(marked: string, fixed: string, options: CheckOptions = {}): void {
  const before = parseFixture(marked);
  const after = parseFixture(fixed);
  const snapshot = snapshotOf(before, options);
  for (const [i, file] of before.files.entries()) {
    const { text } = fixAll(snapshot, file.uri);
    expect(text, file.path).toBe(after.files[i]!.text);
    expect(fixAll(snapshotOf({ ...before, files: [{ ...file, text }] }, options), file.uri).applied, 'idempotent').toBe(
      0,
    );
  }
}

function findings(snapshot: Snapshot, uri: string, { rules }: CheckOptions): readonly Finding[] {
  const found = check(snapshot, uri, (rule, error) => {
    throw new Error(`${rule} threw`, { cause: error });
  });
  return rules ? found.filter((finding) => rules.includes(finding.rule)) : found;
}

function asAnnotation(file: FixtureFile, finding: Finding): Annotation {
  const { start } = finding.span;
  const line = /[^\r\n]*/.exec(file.text.slice(start))![0];
  return {
    start,
    end: Math.max(start + 1, Math.min(finding.span.end, start + line.length)),
    severity: finding.severity,
    rule: finding.rule,
    message: finding.message,
    fix: finding.fixes.some((fix) => fix.safety === 'safe'),
  };
}

/** A lamp is held to the finding only where it is drawn. */
function sameFinding(actual: Annotation, wanted: Annotation): boolean {
  const message = wanted.message;
  const sameMessage =
    message === null ||
    (message.endsWith('…') ? actual.message!.startsWith(message.slice(0, -1)) : actual.message === message);
  return (
    sameMessage &&
    actual.start === wanted.start &&
    actual.end === wanted.end &&
    actual.severity === wanted.severity &&
    actual.rule === wanted.rule &&
    (actual.fix || !wanted.fix)
  );
}

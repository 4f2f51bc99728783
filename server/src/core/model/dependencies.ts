import { type Span, trimmed } from '../text/span';
import { plain } from './inline';
import { canonicalId, groupNames } from './names';
import type { Dependency } from './plan';
import { allAboveWords, noneWords, normalize, softWords } from './vocabulary';

/** Nearly every cell, which nothing that follows would make anything else of. */
const onlyIds = /^\s*[A-Za-z]{1,10}\d{0,6}-\d{1,9}(?:, ?[A-Za-z]{1,10}\d{0,6}-\d{1,9})*\s*$/;

/**
 * The dependencies named in a cell or behind a label, in order. Names are parted by commas, semicolons, `+`, `&`, "and" and their
 * CJK forms; brackets stay with the name before them. What says "none" gives none.
 */
export function readDependencies(text: string, span: Span): Dependency[] {
  const dependencies: Dependency[] = [];
  const source = text.slice(span.start, span.end);
  if (onlyIds.test(source)) {
    for (let from = span.start; from < span.end; ) {
      const comma = text.indexOf(',', from);
      const to = comma < 0 || comma > span.end ? span.end : comma;
      const at = trimmed(text, from, to);
      const id = text.slice(at.start, at.end);
      dependencies.push({ text: id, id: canonicalId(id), span: at, soft: false });
      from = to + 1;
    }
    // A copy has no room for more, which the one that grew has.
    return dependencies.slice();
  }
  for (const part of split(source)) {
    const { start, end } = unwrapped(text, span.start + part.start, span.start + part.end);
    const name = plain(text.slice(start, end));
    if (name === '' || saysNone(name) || /^~~.*~~$/s.test(text.slice(start, end))) continue;
    dependencies.push(dependencyOn(likeBefore(name, dependencies.at(-1)?.text), { start, end }, isSoftName(name)));
  }
  return dependencies;
}

/** A dependency on what a text names. */
export function dependencyOn(text: string, span: Span, soft = false): Dependency {
  const id = /^[\p{L}\p{N}#._-]+$/u.test(text) ? canonicalId(text.replace(/\.$/, '')) : null;
  return { text, id, span, soft };
}

/** "None", "None (start here)", "なし（最初）". */
function saysNone(name: string): boolean {
  const head = /^(.*?\S)\s*(?:[(（]|[-–—:：]\s)/u.exec(name)?.[1] ?? name;
  return noneWords.has(normalize(name)) || noneWords.has(normalize(head));
}

/** In "Phase 1 and 2", the second is a phase, too. */
function likeBefore(name: string, before: string | undefined): string {
  if (before === undefined || !/^(?:\d{1,2}|[A-Z])$/.test(name)) return name;
  const group = groupNames(before)[0];
  return group?.start === 0 && group.end === before.length ? before.slice(0, -group.key.length) + name : name;
}

const separators =
  /[,，、；＋]|(?<!&[#\da-z]{1,31});|\s[+&]\s|\s(?:and|und|et|y|e|и|ve)\s|<br\s*\/?>|(?<=\d)\s*[+&]\s*(?=[\p{L}\d])|(?<=\d)・(?=\d)|(?<=[\p{L}\d)])と(?=[A-Z\d])/giu;

function split(text: string): Span[] {
  const phrase = normalize(plain(text));
  if (allAboveWords.some((word) => phrase.startsWith(word))) return [{ start: 0, end: text.length }];
  const parts: Span[] = [];
  let depth = 0;
  let from = 0;
  let scanned = 0;
  for (const match of text.matchAll(separators)) {
    for (; scanned < match.index; scanned++) {
      if ('([（【'.includes(text[scanned]!)) depth++;
      else if (')]）】'.includes(text[scanned]!)) depth = Math.max(0, depth - 1);
    }
    if (depth > 0) continue;
    parts.push({ start: from, end: match.index });
    from = match.index + match[0].length;
  }
  parts.push({ start: from, end: text.length });
  return parts;
}

/** Without white space, emphasis and code marks around it. */
function unwrapped(text: string, from: number, to: number): Span {
  let { start, end } = trimmed(text, from, to);
  for (;;) {
    const first = text[start];
    if (end - start < 2 || !first || !'*_`'.includes(first) || text[end - 1] !== first) break;
    start++;
    end--;
  }
  return trimmed(text, start, end);
}

const bracketed = new RegExp(`[(（](?:${softWords.join('|')})`, 'u');
/** What they end in. */
const softEnds = new Set(softWords.map((word) => word.at(-1)!));

/** Whether a text says that what it names is wanted, not needed. */
export function isSoftName(name: string): boolean {
  const normal = normalize(name);
  if (softEnds.has(normal.at(-1) ?? '') && softWords.some((word) => normal.endsWith(word))) return true;
  return /[(（]/.test(normal) && bracketed.test(normal);
}

const word = String.raw`[*_\x60]*(?:depends(?:\s+on)?|deps?|blocked\s?by|requires|prereq(?:uisite)?s?|依存|依赖|의존)(?![A-Za-z])[*_\x60]*\s*`;
const behindTitle = new RegExp(String.raw`(?:[（([]|\s[—–-]\s)\s*${word}[:：]?\s*([^)）\]]+)`, 'iu');
const behindLabel = new RegExp(String.raw`(?:^|[\s（(·;,])${word}[:：]\s*([^·|;)）]+)`, 'iu');

/** A part of a text that names dependencies, from its label on. */
export interface DependencyClause {
  readonly span: Span;
  readonly names: Span;
}

/** The clause behind a title that names dependencies: `(depends on: T1, T2)`, `— blocked by A-003`, `（依存: T1）`. */
export const clauseBehindTitle = (text: string, span: Span): DependencyClause | null =>
  clauseOf(behindTitle, text, span);

/** Whether a clause names ids and nothing else. */
export const namesOnlyIds = (text: string, { names }: DependencyClause): boolean =>
  onlyIds.test(text.slice(names.start, names.end));

/** Dependencies behind a label inside a longer text, such as a cell of notes: `Size M · Depends: T1, T2 · risky`. */
export function labelledDependencies(text: string, span: Span): Dependency[] {
  const clause = clauseOf(behindLabel, text, span);
  return clause ? readDependencies(text, clause.names) : [];
}

function clauseOf(pattern: RegExp, text: string, span: Span): DependencyClause | null {
  const match = pattern.exec(text.slice(span.start, span.end));
  if (!match) return null;
  const start = span.start + match.index;
  const end = start + match[0].length;
  return { span: { start, end }, names: { start: end - match[1]!.length, end } };
}

import type { SemanticTokensEdit } from 'vscode-languageserver';
import type { Analysis } from '../core/analysis/analysis';
import type { Keeper } from '../core/analysis/keep';
import { type Token, tokensIn } from '../core/features/tokens';
import type { Ticket } from '../core/model/plan';
import type { Span } from '../core/text/span';

/** The tokens of a line that has any. */
export interface TokenLine {
  readonly line: number;
  /** As the protocol has them, the first one's line left at 0: its distance from the line before is not known here. */
  readonly data: readonly number[];
}

/** Gives a token of a line as its character, length, type and modifiers. */
type Encode = (analysis: Analysis, token: Token) => readonly [number, number, number, number];

/** Beyond so many tickets that may say something else, it is quicker to look at all. */
const most = 200;

/** The tokens of a plan by lines, kept while it is handed on: then lines stay where they are, and only those of tickets say something else. */
export class TokenLines implements Keeper {
  #lines: readonly TokenLine[] | null = null;
  readonly #doubtful = new Set<Ticket>();

  constructor(readonly encode: Encode) {}

  doubt(_: unknown, retold: Iterable<Ticket>): void {
    if (this.#lines) for (const ticket of retold) this.#doubtful.add(ticket);
  }

  /** The lines as they are now: another list where one of them is, of which the others are the same. */
  now(analysis: Analysis): readonly TokenLine[] {
    if (!this.#lines || this.#doubtful.size > most)
      this.#lines = this.#read(analysis, { start: 0, end: Number.POSITIVE_INFINITY });
    else if (this.#doubtful.size > 0) this.#lines = this.#reread(analysis, this.#lines);
    this.#doubtful.clear();
    return this.#lines;
  }

  #reread(analysis: Analysis, before: readonly TokenLine[]): readonly TokenLine[] {
    const lines = [...before];
    for (const { span } of this.#doubtful) {
      const line = analysis.source.lineAt(span.start);
      const at = firstFrom(lines, line);
      const was = lines[at]?.line === line ? [lines[at]!] : [];
      const now = this.#read(analysis, analysis.source.line(line)).filter((one) => one.line === line);
      if (was.length !== now.length || (was[0] && !isSame(was[0].data, now[0]!.data)))
        lines.splice(at, was.length, ...now);
    }
    return lines;
  }

  #read(analysis: Analysis, part: Span): TokenLine[] {
    const lines: { line: number; data: number[] }[] = [];
    let before = 0;
    for (const token of tokensIn(analysis, part)) {
      const line = analysis.source.lineAt(token.span.start);
      if (lines.at(-1)?.line !== line) {
        lines.push({ line, data: [] });
        before = 0;
      }
      const [character, ...rest] = this.encode(analysis, token);
      lines.at(-1)!.data.push(0, character - before, ...rest);
      before = character;
    }
    return lines;
  }
}

/** All of them as the protocol has them. @param before The line that the first one's distance counts from. */
export function encodeLines(lines: readonly TokenLine[], before = 0): number[] {
  const all: number[] = [];
  let last = before;
  for (const { line, data } of lines) {
    const at = all.length;
    for (const number of data) all.push(number);
    all[at] = line - last;
    last = line;
  }
  return all;
}

/** What makes the tokens of one version those of another: one edit, none where they are the same. Lines that are the same objects are not compared. */
export function editsBetween(before: readonly TokenLine[], after: readonly TokenLine[]): SemanticTokensEdit[] {
  const same = (i: number, j: number): boolean =>
    distance(before, i) === distance(after, j) && isSame(before[i]!.data, after[j]!.data);
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && same(first, first)) first++;
  if (first === before.length && first === after.length) return [];
  let last = 0;
  while (last < shorter - first && same(before.length - 1 - last, after.length - 1 - last)) last++;
  const length = (lines: readonly TokenLine[]): number => lines.reduce((sum, { data }) => sum + data.length, 0);
  const data = encodeLines(after.slice(first, after.length - last), after[first - 1]?.line);
  const deleteCount = length(before.slice(first, before.length - last));
  return [{ start: length(before.slice(0, first)), deleteCount, ...(data.length > 0 ? { data } : {}) }];
}

const distance = (lines: readonly TokenLine[], i: number): number => lines[i]!.line - (lines[i - 1]?.line ?? 0);

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a === b || (a.length === b.length && a.every((number, i) => number === b[i]));

/** Where the first line stands that is no less far down than one. */
function firstFrom(lines: readonly TokenLine[], line: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.line < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

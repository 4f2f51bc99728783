import type { SourceText } from '../text/source';
import { type Span, shift } from '../text/span';
import { blocksOf, type OutlineNode } from './outline';
import type { Waiver, WaiverForm, WaiverPart } from './plan';

/** The comments by which a plan says that a finding is known and wanted. */
export const waiverForms: readonly WaiverForm[] = [
  'disable-line',
  'disable-next-line',
  'disable',
  'enable',
  'disable-file',
];

/** What stands for a reason until a person gives one. */
export const reasonPlaceholder = 'why?';

/** A comment that starts with `plan-truth-`, before it is known what it covers. */
export interface WaiverComment extends Pick<Waiver, 'span' | 'word' | 'form' | 'reason'> {
  readonly rules: readonly { readonly rule: string; readonly span: Span }[];
}

/** What every such comment has. */
export const waiverWord = 'plan-truth-';

const opening = /<!--[ \t]*(plan-truth-[a-z]+(?:-[a-z]+)*)(?=[\s:：]|-->)/g;

/** Every such comment outside of code spans, in the order of the text: one scan. */
export function findWaivers(text: string): WaiverComment[] {
  const found: WaiverComment[] = [];
  opening.lastIndex = 0;
  let seen = 0;
  let inCode = false;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const end = text.indexOf('-->', opening.lastIndex);
    if (end < 0) break;
    const span = { start: match.index, end: end + '-->'.length };
    inCode = opensCode(text.slice(seen, span.start), inCode);
    seen = span.end;
    if (!inCode || !closesCode(text, span.end))
      found.push(comment(match[1]!, span, text.slice(opening.lastIndex, end), opening.lastIndex));
    opening.lastIndex = span.end;
  }
  return found;
}

/** @param body What stands behind the word, from `from` on: names of rules, and a reason behind a colon. */
function comment(word: string, span: Span, body: string, from: number): WaiverComment {
  const form = waiverForms.find((one) => word === `plan-truth-${one}`) ?? null;
  const colon = /[:：]/.exec(body)?.index ?? body.length;
  const rules = [...body.slice(0, colon).matchAll(/[^\s,、，]+/g)].map(({ 0: rule, index }) => ({
    rule,
    span: { start: from + index, end: from + index + rule.length },
  }));
  const reason = body.slice(colon + 1).trim();
  const explained = /[\p{L}\p{N}]/u.test(reason) && reason !== reasonPlaceholder;
  return { span, word, form, reason: explained ? reason : null, rules };
}

/** Whether a code span may be open behind a piece of text: backticks of its last line open and close by turns. */
function opensCode(text: string, open: boolean): boolean {
  const lineStart = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  const runs = text.slice(lineStart).match(/`+/g)?.length ?? 0;
  return (lineStart === 0 && open) !== (runs % 2 === 1);
}

/** Backticks this far behind a comment do not belong to it. */
const farthestTick = 2000;

const closesCode = (text: string, from: number): boolean => /^[^\r\n`]*`/.test(text.slice(from, from + farthestTick));

const isLineEnd = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r';

/**
 * The text with blanks for every waiver that stands behind something else in its line, so that no reading takes its words
 * for a title, a status or a dependency. A waiver that starts its line is a block of its own, which Markdown knows. Pipes
 * stay, since GFM lets them part cells in comments, too. Offsets do not change.
 */
export function withoutWaivers(text: string, comments: readonly WaiverComment[]): string {
  let out = '';
  let at = 0;
  for (const { span } of comments) {
    if (startsLine(text, span.start)) continue;
    const blank = text.slice(span.start, span.end).replace(/\\\||[^|\r\n]/g, (cut) => ' '.repeat(cut.length));
    out += text.slice(at, span.start) + blank;
    at = span.end;
  }
  return out + text.slice(at);
}

/** More than indents, quote marks and a list marker no line has before its content. */
const longestLead = 200;

function startsLine(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && !isLineEnd(text, from - 1)) if (at - --from > longestLead) return false;
  return /^[\s>\ufeff]*(?:[-+*]|\d{1,9}[.)])?[ \t]*$/.test(text.slice(from, at));
}

/**
 * The waivers of a plan with what each covers. Those in code that is not read are none.
 * @param root The outline that the plan was read from.
 */
export function bindWaivers(source: SourceText, comments: readonly WaiverComment[], root: OutlineNode): Waiver[] {
  if (comments.length === 0) return [];
  const blocks = new Map<number, Span>();
  const fences: Span[] = [];
  for (const { block, base } of blocksOf(root)) {
    if (block.type !== 'table' && block.type !== 'fence') continue;
    const span = shift(block.span, base);
    blocks.set(source.lineAt(span.start), span);
    if (block.type === 'fence') fences.push(span);
  }
  let fence = 0;
  const used = comments.filter(({ span }) => {
    while (fence < fences.length && fences[fence]!.end <= span.start) fence++;
    return !fences[fence] || span.start < fences[fence]!.start;
  });

  const open = new Map<string | null, { covers: Span }[]>();
  return used.map(({ span, word, form, reason, rules }): Waiver => {
    const named = rules.length > 0 ? rules : [{ rule: null, span }];
    const parts = form === null ? [] : named.map((one) => ({ ...one, covers: coveredBy(form, span, source, blocks) }));
    for (const part of parts) {
      if (form === 'disable')
        open
          .set(part.rule, open.get(part.rule) ?? [])
          .get(part.rule)!
          .push(part);
      if (form === 'enable') part.covers = ended(open, part.rule, span.start) ?? part.covers;
    }
    return { span, word, form, reason, parts };
  });
}

/** What a comment covers by its form alone; `disable` goes to the end of the text until it is ended. */
function coveredBy(form: WaiverForm, span: Span, source: SourceText, blocks: ReadonlyMap<number, Span>): Span {
  const end = source.text.length;
  switch (form) {
    case 'disable-file':
      return { start: 0, end };
    case 'disable':
      return { start: span.start, end };
    case 'enable':
      return { start: span.start, end: span.start };
    case 'disable-line':
      return { start: source.line(source.lineAt(span.start)).start, end: source.line(source.lineAt(span.end)).end };
    case 'disable-next-line': {
      const next = nextLine(source, source.lineAt(span.end));
      // A comment cannot stand between the lines of a table or of code: one above is about all of it.
      return { start: source.line(next).start, end: blocks.get(next)?.end ?? source.line(next).end };
    }
  }
}

/** More blank lines than this between a comment and what it is about there are not. */
const farthest = 20;

/** The next line that is neither blank nor a waiver itself; the line behind where there is none near. */
function nextLine(source: SourceText, line: number): number {
  for (let next = line + 1; next <= line + farthest && next < source.lineCount; next++) {
    const { start, end } = source.line(next);
    const lead = source.text.slice(start, Math.min(end, start + longestLead));
    if (!/^[\s>]*(?:<!--[ \t]*plan-truth-|$)/.test(lead)) return next;
  }
  return line + 1;
}

/** Ends the ranges of a rule, of all rules where it is null. Gives what lies between the first of them and `at`. */
function ended(open: Map<string | null, { covers: Span }[]>, rule: string | null, at: number): Span | null {
  const parts = rule === null ? [...open.values()].flat() : (open.get(rule) ?? []);
  if (rule === null) open.clear();
  else open.delete(rule);
  let start = at;
  for (const part of parts) {
    part.covers = { start: part.covers.start, end: at };
    start = Math.min(start, part.covers.start);
  }
  return parts.length > 0 ? { start, end: at } : null;
}

/** Whether a finding that starts at an offset stands where a part of a waiver holds. */
export const covers = ({ covers: { start, end } }: WaiverPart, offset: number): boolean =>
  start <= offset && offset <= end;

import type { Span } from '../text/span';
import { clean } from './claims';
import type { Figure, LegendEntry, StatusKind, TallyEntry } from './plan';
import { kindOfPhrase, readStatus } from './status';
import { normalize, otherWords, overallWords, partialWords, statusSigns, ticketWords, topicWords } from './vocabulary';

/** The numbers by status that one line or row gives, not yet bound to what they count. */
export interface RawTally {
  /** What stands before the first of them: `Phase A`, `Progress`; empty where nothing does. */
  readonly label: string;
  readonly entries: readonly TallyEntry[];
  /** "12 tasks", "Total: 12" beside them. */
  readonly total: Figure | null;
}

/** Longer lines are prose. */
const longestLine = 400;

/** Between two numbers, a slash makes a ratio of them. */
const separators = /[|·•,，、;；()（）]|\s[/／]\s(?!\d)|(?<!\d)\s[/／]\s|\s(?:and|und|et|y|e|и|ve)\s/giu;
const labelled = /^([^\d:：=]{0,50}?)\s*[:：=]?\s*(\d{1,5})\s*([件個个項项개]|(?<=\s)\p{L}[\p{L} ]{0,20})?\s*$/u;
const numberFirst = /^(?:([^\d:：]{1,50})[:：]\s*)?([^\p{L}\d]{0,6})(\d{1,5})\s*(\D{1,40})$/u;
const share = /^\s*[~≈]?\s*(\d{1,3})(?:[.,]\d)?\s?[%％]\s*$/u;

/**
 * The numbers by status of a line: `In progress: 2`, `✅ Done: 5 (50%) | 🔄 Active: 1`, `Phase A: 2 done, 1 blocked`. Null where a
 * part of the line is anything else: then it is about something else, or it is prose. `offset` is where `source` stands.
 */
export function readTally(source: string, offset: number, legend: readonly LegendEntry[]): RawTally | null {
  if (source.length > longestLine || !/\d/.test(source)) return null;
  const text = source.replace(/[*_`~]|^\s*(?:[-+>]\s+)?/gu, (mark) => ' '.repeat(mark.length));
  const entries: TallyEntry[] = [];
  let label = '';
  let total: Figure | null = null;
  for (const { part, start } of partsOf(text)) {
    const figure = (digits: string): Figure => {
      const at = offset + start + part.indexOf(digits);
      return { value: Number(digits), span: { start: at, end: at + digits.length }, approximate: false };
    };
    const percent = share.exec(part);
    const last = entries.at(-1);
    if (percent && last && last.percent === null) {
      entries[entries.length - 1] = { ...last, percent: figure(percent[1]!) };
      continue;
    }
    const found = labelledPart(part, legend) ?? numberedPart(part, legend);
    if (!found) {
      // "Progress: 2 done, 1 blocked" may have its label on a part of its own.
      if (entries.length > 0 || total || label !== '' || /\d/.test(part)) return null;
      label = clean(part);
      continue;
    }
    if (found.label !== '') {
      if (entries.length > 0 || total) return null;
      label = found.label;
    }
    if (found.status) entries.push({ figure: figure(found.digits), percent: null, ...found.status });
    else if (total) return null;
    else total = figure(found.digits);
  }
  return entries.length > 0 ? { label, entries, total } : null;
}

/** The tally of a row of label and number, `| Done | 12 |`, and of the percent beside it; null where it is none. */
export function rowTally(
  label: string,
  value: Span,
  percent: Span | null,
  text: string,
  legend: readonly LegendEntry[],
): RawTally | null {
  const status = statusLabel(label, legend);
  const number = status && numberIn(text, value, countCell);
  if (!status || !number) return null;
  const share = percent && numberIn(text, percent, percentCell);
  return { label: '', entries: [{ figure: number, percent: share, ...status }], total: null };
}

const countCell = /^\s*[*_`~]*(\d{1,6})\s*(?:tasks?|tickets?|items?|件|个|项|個|개)?[*_`]*\s*$/iu;
export const percentCell = /^\s*[*_`~]*(\d{1,3})(?:[.,]\d)?\s?[%％][*_`]*\s*$/u;

/** The number that a cell is; null where it is anything else. */
export function numberIn(text: string, cell: Span, pattern: RegExp = countCell): Figure | null {
  const match = pattern.exec(text.slice(cell.start, cell.end));
  if (!match) return null;
  const start = cell.start + match[0].indexOf(match[1]!);
  return { value: Number(match[1]), span: { start, end: start + match[1]!.length }, approximate: false };
}

function* partsOf(text: string): Generator<{ part: string; start: number }> {
  let from = 0;
  for (const match of text.matchAll(separators)) {
    if (text.slice(from, match.index).trim() !== '') yield { part: text.slice(from, match.index), start: from };
    from = match.index + match[0].length;
  }
  if (text.slice(from).trim() !== '') yield { part: text.slice(from), start: from };
}

interface Part {
  readonly label: string;
  readonly digits: string;
  /** Null: it is a number of tickets of any status. */
  readonly status: Pick<TallyEntry, 'text' | 'kind'> | null;
}

/** `In progress: 2`, `🔄 2`, `Tasks done: 3`, `Done: 3 tasks`. */
function labelledPart(part: string, legend: readonly LegendEntry[]): Part | null {
  // "Tasks: Done: 2"
  const prefix = /^([^\d:：]{1,40})[:：](?=[^\d:：]{0,50}[\p{L}\p{So}][^\d:：]{0,50}[:：]?\s*\d)/u.exec(part);
  if (prefix) {
    const inner = labelledPart(part.slice(prefix[0].length), legend);
    return inner && { ...inner, label: clean(prefix[1]!) };
  }
  const match = labelled.exec(part);
  if (!match || (match[3] && !ticketWords.includes(normalize(match[3])))) return null;
  const status = statusLabel(match[1]!, legend);
  if (status) return { label: '', digits: match[2]!, status };
  return match[1]!.trim() !== '' && isTotal(match[1]!) ? { label: '', digits: match[2]!, status: null } : null;
}

/** `2 in progress`, `Phase A: 2 tasks done`, `12 tasks`. */
function numberedPart(part: string, legend: readonly LegendEntry[]): Part | null {
  const match = numberFirst.exec(part);
  if (!match) return null;
  const [, label = '', , digits = '', words = ''] = match;
  const status = statusLabel(words.replace(/^\s*(?:are|is|were|have been)\s/iu, ' '), legend);
  if (!status && !isTotal(words)) return null;
  return { label: clean(label), digits, status };
}

const isTotal = (text: string): boolean => {
  const words = normalize(clean(text));
  return overallWords.includes(words) || (ticketWords.includes(words) && words !== '');
};

const leadingNoun = new RegExp(`^(?:${ticketWords.join('|')})\\s+`, 'u');
const trailingNoun = new RegExp(`\\s*(?:${ticketWords.join('|')}|タスク数|件数|数|任务数)$`, 'u');

/**
 * The status that a label counts: its words and nothing else but a noun ("Completed tasks", 完了タスク数). Words that are as often
 * the topic of something else ("passed", "released") are none.
 */
export function statusLabel(text: string, legend: readonly LegendEntry[]): Pick<TallyEntry, 'text' | 'kind'> | null {
  const words = normalize(clean(text));
  if (words === '') {
    const sign = readStatus(text, legend);
    const known = sign && (legend.length > 0 || statusSigns[sign.text.replace(/\ufe0f/gu, '')] !== undefined);
    return known && sign.kind ? { text: sign.text, kind: sign.kind } : null;
  }
  if (otherWords.some((word) => words.split(' ').includes(word))) return null;
  const bare = words.replace(leadingNoun, '').replace(trailingNoun, '').trim() || words;
  const own = legend.find((entry) => [words, bare].includes(normalize(clean(entry.text))));
  const kind: StatusKind | null = own
    ? own.kind
    : ((topicWords.has(bare) && !plainWords.has(bare) ? null : (kindOfPhrase(words) ?? kindOfPhrase(bare))) ??
      (partialWords.includes(bare) ? 'todo' : null));
  return kind && { text: bare, kind };
}

/** Of the words that can be topics, those that are plainly statuses where they stand before a number. */
const plainWords = new Set(['open', 'active', '完成', '예정', '계획'].map(normalize));

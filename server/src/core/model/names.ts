import type { Span } from '../text/span';
import type { OwnIds } from './ids';
import type { GroupKind } from './plan';
import { groupWords, normalize } from './vocabulary';

/** A group named in a text: `Phase 2`, `フェーズ4`, `第一阶段`. */
export interface GroupName {
  readonly kind: Exclude<GroupKind, 'section'>;
  /** `A`, `1`, `2.1`: without leading zeros, letters in upper case. */
  readonly key: string;
  /** Every key of a range (`Phase 1-3`); else the key alone. */
  readonly keys: readonly string[];
  readonly start: number;
  readonly end: number;
}

const kinds = Object.keys(groupWords) as GroupName['kind'][];
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const kindOf = new Map(kinds.flatMap((kind) => groupWords[kind].map((word) => [normalize(word), kind] as const)));
const anyWord = [...kindOf.keys()]
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join('|');
const chinese = '一二三四五六七八九十';
const keyPattern = `(?:[\\d０-９]{1,3}(?:\\.\\d{1,3})*[a-z]?|[A-Z]|[IVX]{1,4}|[${chinese}])`;
const after = '(?![A-Za-z0-9\\u00c0-\\u04ff%])';
/** What stands right before a name in languages without spaces. */
const particle = '[\\p{Script=Hiragana}在于从到与和至]';
const pattern = new RegExp(
  `(?<!(?!${particle})[\\p{L}\\p{N}])(?:(${anyWord})[\\s#]*(${keyPattern})${after}(?:\\s*[-–—~～〜]\\s*(${keyPattern})${after})?` +
    `|(?:第\\s*)?([\\d０-９]{1,3}|[${chinese}])\\s*(阶段|階段|段階|단계|フェーズ|스프린트|迭代|里程碑)` +
    `|(\\d{1,3})[-.]?(?:inci|nci|й|я)?\\s(aşama|faz|этап|фаза)` +
    `|(?:weeks?|woche|kw|semana|semaine|неделя|hafta|wk)\\s*(\\d{1,2})${after}(?:\\s*[-–—~～〜]\\s*(\\d{1,2})${after})?|第\\s*(\\d{1,2}|[${chinese}])\\s*(?:周|週)|(\\d{1,2})\\s*주차)`,
  'giu',
);
const patternHere = new RegExp(pattern.source, 'iuy');

/** Every group named in a text, in order. Offsets are code units of the text. */
export function groupNames(text: string): GroupName[] {
  const names: GroupName[] = [];
  for (const match of text.matchAll(pattern)) {
    const name = nameOf(match);
    if (name) names.push(name);
  }
  return names;
}

function nameOf(match: RegExpExecArray): GroupName | null {
  const week = match[8] ?? match[10] ?? match[11];
  const start = match.index;
  if (week !== undefined) return { ...weeks(week, match[9]), start, end: start + match[0].length };
  const word = match[1] ?? match[5] ?? match[7];
  const key = match[2] ?? match[4] ?? match[6];
  const kind = kindOf.get(normalize(word!));
  if (!kind || key === undefined) return null;
  if (/^[a-z]$/.test(key) || /^[ivx]+$/.test(key)) return null;
  const first = canonicalKey(key);
  const last = match[3] === undefined || /^[a-zivx]+$/.test(match[3]) ? null : canonicalKey(match[3]);
  const keys = last === null ? [first] : range(first, last);
  const end = keys === null ? start + match[0].length - match[3]!.length : start + match[0].length;
  return { kind, key: first, keys: keys ?? [first], start, end };
}

/** Weeks are sprints with keys of their own: `W1` is not sprint 1. */
function weeks(first: string, last: string | undefined): Pick<GroupName, 'kind' | 'key' | 'keys'> {
  const from = canonicalKey(first);
  const keys = (last === undefined ? null : range(from, canonicalKey(last))) ?? [from];
  return { kind: 'sprint', key: `W${from}`, keys: keys.map((key) => `W${key}`) };
}

/** The group that a text starts with, behind signs, numbers ("1.") and brackets. */
export function leadingGroupName(text: string): GroupName | null {
  const lead = /^(?:[^\p{L}\p{N}]|\d{1,3}[.)]\s)*/u.exec(text)![0].length;
  // What stands farther behind need not be looked for.
  for (let at = 0; at <= lead; ) {
    patternHere.lastIndex = at;
    const match = patternHere.exec(text);
    const name = match && nameOf(match);
    if (name) return name;
    at += match ? match[0].length : text.codePointAt(at)! > 0xffff ? 2 : 1;
  }
  return null;
}

/** The kind that a column header or label names: `Phase`, `スプリント`. */
export const groupKindOf = (word: string): GroupName['kind'] | null =>
  kindOf.get(normalize(word).replace(/s$/, '')) ?? kindOf.get(normalize(word)) ?? null;

/** Keys that mean the same get the same form: `01` and `1`, `a` and `A`, `一` and `1`. */
export function canonicalKey(key: string): string {
  const index = chinese.indexOf(key);
  if (key.length === 1 && index >= 0) return String(index + 1);
  return key
    .normalize('NFKC')
    .replace(/^0+(?=\d)/, '')
    .toUpperCase();
}

/** `1`–`3` → 1, 2, 3; `A`–`C` → A, B, C; null where it is no range. */
function range(first: string, last: string): string[] | null {
  const numbers = /^\d+$/.test(first) && /^\d+$/.test(last);
  const letters = /^[A-Z]$/.test(first) && /^[A-Z]$/.test(last);
  if (!numbers && !letters) return null;
  const from = numbers ? Number(first) : first.charCodeAt(0);
  const to = numbers ? Number(last) : last.charCodeAt(0);
  if (to < from || to - from > 99) return null;
  return Array.from({ length: to - from + 1 }, (_, i) => (numbers ? String(from + i) : String.fromCharCode(from + i)));
}

/** An id at the start of a title. `length` covers the id and what parts it from the title. */
export interface LeadingId {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** Names of standards and things that look like ids and are none. */
const noPrefix =
  /^(?:utf|sha|iso|rfc|gpt|http|ipv|mp|cve|aes|rsa|md|es|ec|win|base|x|k|oauth|python|node|vue|java|web|php|c|h|p|v|q|fy|phase|sprint|week|day|step|round)$/i;

const idForm =
  /^(?:(?:task|ticket|issue|story|タスク|チケット|任务|작업|tarea|tâche|aufgabe|tarefa|задача|görev)[\s#]*)?(#?\d+(?:\.\d+)+[a-z]?(?:-\d+)*|#\d+|\d+|[A-Za-z]{1,10}(?:[-_][A-Za-z]{1,10})?[-_]?\d+(?:[-._]\d+)*[a-z]?|[A-Z]{1,3}\d{1,2}[A-Z]{1,3}\d{1,3})(?![\p{L}\p{N}])/iu;

/**
 * The id that a title, heading or task starts with: `A-001 — DB schema`, `**1.6** Establish …`, `T3: Hooks`,
 * `Task 2: …`. Names that only look like ids (UTF-8, SHA-256) are none, and a bare number is one only behind a word or before
 * a separator. One of a form that the settings name is an id wherever it stands first.
 */
export function leadingId(text: string, own: OwnIds | null = null): LeadingId | null {
  const open = /^[\s*_`[【(（~]*/.exec(text)![0].length;
  const special = own?.leading.exec(text.slice(open)) ?? null;
  const match = special ?? idForm.exec(text.slice(open));
  if (!match) return null;
  const id = special ? special[0] : match[1]!;
  const prefixed = match[0].length > id.length;
  const end = open + match[0].length;
  const rest = text.slice(end);
  const separator = /^[*_`\]】)）~]*\s*(?:[:：.)）—–]|-\s)?[*_`\]】)）~]*\s*/.exec(rest)![0];
  const marked = /[:：.)）—–\]】*`-]/.test(separator) || rest.trim() === '';
  const letters = /^[A-Za-z]+/.exec(id)?.[0] ?? '';
  if (special) return { id, start: open, end, length: end + separator.length };
  if (/^\d+$/.test(id)) {
    if (!prefixed && !/^[*_`]*[.)：:]/.test(rest)) return null;
  } else if (/^\d/.test(id)) {
    if (!prefixed && rest !== '' && !/^[\s*_`:.)\]—–-]/.test(rest)) return null;
  } else if (letters !== '' && !id.startsWith('#')) {
    if (noPrefix.test(letters) && !prefixed) return null;
    const strong =
      /^[A-Z]{1,6}[-_]?\d{2,}$/.test(id) ||
      /^[A-Z]{1,3}\d+(?:\.\d+)*$/.test(id) ||
      /^[A-Z]{1,3}\d[A-Z]+\d+$/.test(id) ||
      /^[A-Z]{1,8}-\d+(?:[-.]\d+)*$/.test(id);
    if (!prefixed && !marked && !strong) return null;
    if (!prefixed && /^[a-z]/.test(id) && !/^[a-z]+[-_]\d+/.test(id)) return null;
  }
  return { id, start: end - id.length, end, length: end + separator.length };
}

/**
 * Whether a cell of an id column is an id: short, without sentences.
 */
export const looksLikeId = (text: string, own: OwnIds | null = null): boolean =>
  own?.whole.test(text) === true ||
  /^[A-Za-z0-9]{1,10}-?\d{1,12}$/.test(text) ||
  (/^[\p{L}\p{N}#][\p{L}\p{N}#._/-]{0,23}$/u.test(text) && /\p{N}/u.test(text));

/** Ids that mean the same get the same form: case, `#` and leading zeros of numbers do not count; `4.10` is not `4.1`. */
export function canonicalId(id: string): string {
  const zeros = zerosOf(id);
  if (zeros !== null) return zeros.start === zeros.end ? id : id.slice(0, zeros.start) + id.slice(zeros.end);
  return (/[^\x20-\x7e]/.test(id) ? id.normalize('NFKC') : id)
    .replace(/^#/, '')
    .replace(/_/g, '-')
    .toUpperCase()
    .replace(/(^|[^0-9.])0+(?=\d)/g, '$1');
}

/** The leading zeros of an id such as `PORT-0012` or `W2-7`, which nearly all are; null where it is of another form. */
function zerosOf(id: string): Span | null {
  const dash = id.indexOf('-');
  if (dash < 1 || dash === id.length - 1) return null;
  let letters = 0;
  while (id.charCodeAt(letters) >= 0x41 && id.charCodeAt(letters) <= 0x5a) letters++;
  // Zeros that lead another number are looked for elsewhere.
  if (letters === 0 || (dash > letters + 1 && id.charCodeAt(letters) === 0x30)) return null;
  for (let i = letters; i < dash; i++) if (!isDigit(id.charCodeAt(i))) return null;
  let end = dash + 1;
  while (id.charCodeAt(end) === 0x30 && end < id.length - 1) end++;
  for (let i = end; i < id.length; i++) if (!isDigit(id.charCodeAt(i))) return null;
  return { start: dash + 1, end };
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

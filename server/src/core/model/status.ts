import { memoized } from '../text/memo';
import { leadingSign, plain, signsOf, withoutSigns } from './inline';
import type { LegendEntry, StatusKind } from './plan';
import { ambiguousSigns, boxMarks, noneWords, normalize, statusSigns, statusWords } from './vocabulary';

const kindOfWord = new Map<string, StatusKind>();
for (const [kind, list] of Object.entries(statusWords) as [StatusKind, readonly string[]][])
  for (const word of list) if (!kindOfWord.has(word)) kindOfWord.set(word, kind);

const longestPhrase = Math.max(...[...kindOfWord.keys()].map((word) => word.split(' ').length));

/** What a status word or phrase means by the vocabulary alone, all of it read; null where it is no status. */
export const kindOfPhrase = (text: string): StatusKind | null => kindOfWord.get(normalize(text)) ?? null;

/** Everything that a status word can be, for near misses. */
export const knownStatusWords = (): Iterable<string> => kindOfWord.keys();

export interface StatusReading {
  /** As written, without emphasis. */
  readonly text: string;
  readonly kind: StatusKind | null;
}

/**
 * What a status cell or field says; null where it says nothing (`-`, empty). The plan's own legend goes before the
 * vocabulary, words before signs, and the start of a longer text ("Done (PR #12)") stands for all of it.
 */
export function readStatus(raw: string, legend: readonly LegendEntry[]): StatusReading | null {
  if (raw.length > longestCell) return readAnew(raw, legend);
  let known = legend.length === 0 ? withoutLegend : readers.get(legend);
  if (!known) {
    known = memoized((text) => readAnew(text, legend));
    readers.set(legend, known);
  }
  return known(raw);
}

/** Longer texts seldom come again. */
const longestCell = 60;
const readers = new WeakMap<readonly LegendEntry[], (raw: string) => StatusReading | null>();
const withoutLegend = memoized((text) => readAnew(text, []));

function readAnew(raw: string, legend: readonly LegendEntry[]): StatusReading | null {
  const text = plain(raw);
  const normal = normalize(text);
  if (normal === '' || (noneWords.has(normal) && !kindOfWord.has(normal))) return null;
  const kind = byLegend(text, normal, legend) ?? byBox(text) ?? byWords(text) ?? byPercent(normal) ?? bySign(text);
  return { text, kind };
}

function byLegend(text: string, normal: string, legend: readonly LegendEntry[]): StatusKind | null {
  if (legend.length === 0) return null;
  const bare = normalize(withoutSigns(text));
  const first = leadingSign(text)?.sign;
  let best: LegendEntry | null = null;
  for (const entry of legend) {
    const own = normalize(entry.text);
    const ownWords = normalize(withoutSigns(entry.text));
    if (own === normal || (ownWords !== '' && ownWords === bare)) return entry.kind;
    const starts = ownWords !== '' && bare.startsWith(ownWords) && !/^[\p{L}\p{N}]/u.test(bare.slice(ownWords.length));
    const signed = ownWords === '' && first !== undefined && first === entry.text.replace(/\ufe0f/g, '').trim();
    if (starts || (signed && byWords(text) === null)) best ??= entry;
  }
  return best?.kind ?? null;
}

function byBox(text: string): StatusKind | null {
  const box = /^\[(.)\]/u.exec(text);
  return (box && boxMarks[box[1]!]) ?? null;
}

const negated = /^(?:not|nicht|noch nicht|no|pas|non|não|nao|не|ещё не|не\s+ещё)\s+(.+)$/u;

function byWords(text: string): StatusKind | null {
  const bare = normalize(withoutSigns(text)).replace(/^[\s:：[(（]+/, '');
  const whole = kindOfWord.get(bare) ?? kindOfWord.get(bare.replace(/[.!。！:：]+$/, ''));
  if (whole) return whole;
  // "Partially live", "mostly working": begun, whatever the word.
  if (/^(?:partial(?:ly)?|partly|mostly|nearly|almost)\s\p{L}/u.test(bare)) return 'active';
  const denied = negated.exec(bare)?.[1];
  if (denied && kindOfWord.get(denied) === 'done') return 'todo';
  // "Done (PR #12)", "完了（2025-01-16）", "Complete, see below": a phrase at the start, by its longest reading.
  const head = /^[^(（[【,，、;；:：。|/→]*/.exec(bare)![0].trim();
  if (head !== bare && kindOfWord.has(head)) return qualified(kindOfWord.get(head)!, bare.slice(head.length));
  const parts = head.split(' ');
  for (let n = Math.min(parts.length, longestPhrase); n > 0; n--) {
    const kind = kindOfWord.get(parts.slice(0, n).join(' '));
    if (kind) return qualified(kind, bare);
  }
  return null;
}

const reservation =
  /(?:^|[^\p{L}])(?:except|pending|partial(?:ly)?|but|needs?|minus|without|apart from|not yet|awaiting|todo)(?![\p{L}])|一部|以外|除く|残り|部分|除了|제외|일부/u;

/** "Done except tests" is not done. */
const qualified = (kind: StatusKind, text: string): StatusKind =>
  kind === 'done' && reservation.test(text) ? 'active' : kind;

function byPercent(normal: string): StatusKind | null {
  const match = /^[~≈]?\s*%?\s*(\d{1,3})(?:[.,]\d+)?\s*%?$/.exec(normal);
  if (!match?.[0].includes('%')) return null;
  const value = Number(match[1]);
  return value >= 100 ? 'done' : value === 0 ? 'todo' : 'active';
}

function bySign(text: string): StatusKind | null {
  if (/✅/u.test(text) && /❌/u.test(text)) return 'active';
  for (const sign of signsOf(text)) if (statusSigns[sign]) return statusSigns[sign];
  return null;
}

/** A heading's or title's own status, and its text without it. */
export interface TitleStatus {
  readonly status: StatusReading | null;
  readonly title: string;
  /** Where the status stands in the text that was read. */
  readonly from: number;
  readonly to: number;
  /** A sign beside the status that says something else: `✅ (In Progress)`. */
  readonly beside: (StatusReading & { readonly from: number; readonly to: number }) | null;
}

/** In a title, these are remarks on the part of the plan, not its status. */
const remarkWords = new Set([
  'new',
  'draft',
  'open',
  'ready',
  'review',
  'testing',
  'validation',
  'optional',
  'plan',
  'planning',
]);

/** No title is longer. */
const longestTitle = 500;

const trailing =
  /[\s\-–—:|]*(?:[(（[【]([^()（）[\]【】]{1,40})[)）\]】]|(?:^|\s)[-–—:|]\s*([^\-–—:|()]{1,40})|\p{Extended_Pictographic}\ufe0f?\s+([\p{L}\s]{2,30}))\s*$/u;

/**
 * The status that a title ends or starts with: `✅ Phase 1`, `Phase 1 — DONE`, `Phase 1 (In Progress)`. A word in
 * brackets or behind a dash goes before a sign. Signs that are decoration as often as not are left alone.
 */
export function readTitleStatus(title: string, legend: readonly LegendEntry[]): TitleStatus {
  const found = statusAtEnds(title, legend);
  if (found.status || title.length > longestTitle) return found;
  // "DONE (2026-01-03)", "✅ (2/2)": the status stands before a bracket of numbers.
  const remark = /[\s*_]*[(（][^()（）]*\d[^()（）]*[)）][\s*_]*$/u.exec(title);
  return remark && remark.index > 0 ? readTitleStatus(title.slice(0, remark.index), legend) : found;
}

function statusAtEnds(title: string, legend: readonly LegendEntry[]): TitleStatus {
  const none = { status: null, title, from: 0, to: 0, beside: null };
  if (title.length > longestTitle) return none;
  const behind = trailing.exec(title.replace(/[*_`]+/g, (marks) => ' '.repeat(marks.length)).trimEnd());
  const word = (behind?.[1] ?? behind?.[2] ?? behind?.[3])?.trim();
  const named = behind !== null && /\p{L}/u.test(title.slice(0, behind.index));
  if (named && word && !remarkWords.has(normalize(word))) {
    const kind =
      legend.find((entry) => normalize(entry.text) === normalize(word))?.kind ??
      kindOfPhrase(withoutSigns(word)) ??
      kindOfPhrase(withoutSigns(word).split(/[,;、，]/)[0]!);
    if (kind) {
      const from = title.indexOf(word, behind.index);
      const rest = title.slice(0, behind.index).trim();
      const sign = signStatus(rest, legend);
      const beside =
        sign?.status && sign.status.kind !== kind ? { ...sign.status, from: sign.from, to: sign.to } : null;
      return { status: { text: word, kind }, title: rest, from, to: from + word.length, beside };
    }
  }
  return signStatus(title, legend) ?? none;
}

/** The status that a sign at the end or start of a title says; null where none does. */
function signStatus(title: string, legend: readonly LegendEntry[]): TitleStatus | null {
  const meaning = (sign: string): StatusKind | null => {
    const own = legend.find((entry) => signsOf(entry.text)[0] === sign);
    if (own) return own.kind;
    return ambiguousSigns.has(sign) ? null : (statusSigns[sign] ?? null);
  };
  const last = signsOf(title).at(-1);
  if (last && /(?:\p{Extended_Pictographic}|[☐☑✓✔✗◐])\ufe0f?[\s*_]*$/u.test(title)) {
    const kind = meaning(last);
    const from = title.lastIndexOf(last);
    const rest = title.slice(0, from).trim();
    if (kind) return { status: { text: last, kind }, title: rest, from, to: from + last.length, beside: null };
  }
  const lead = leadingSign(title);
  const kind = lead && meaning(lead.sign);
  if (!lead || !kind) return null;
  const rest = title.slice(lead.length).trim();
  return { status: { text: lead.sign, kind }, title: rest, from: 0, to: lead.length, beside: null };
}

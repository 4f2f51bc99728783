import type { Span } from '../text/span';

/** A day named in a text. */
export interface DateMention {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly span: Span;
}

/** Names of months by their beginnings, in the languages of plans that spell them. */
const months: readonly (readonly string[])[] = [
  ['jan', 'ene', 'янв', 'oca', 'gen'],
  ['feb', 'fév', 'fev', 'фев', 'şub'],
  ['mar', 'mär', 'мар', 'mart'],
  ['apr', 'abr', 'avr', 'апр', 'nis'],
  ['may', 'mai', 'мая', 'май', 'mayıs'],
  ['jun', 'juin', 'июн', 'haz'],
  ['jul', 'juil', 'июл', 'tem'],
  ['aug', 'ago', 'aoû', 'авг', 'ağu'],
  ['sep', 'set', 'сен', 'eyl'],
  ['oct', 'okt', 'out', 'окт', 'eki'],
  ['nov', 'ноя', 'kas'],
  ['dec', 'dic', 'dez', 'déc', 'дек', 'ara'],
];

const monthOf = (word: string): number => {
  const lower = word.toLowerCase();
  const longest = (names: readonly string[]) =>
    Math.max(0, ...names.filter((name) => lower.startsWith(name)).map((name) => name.length));
  const lengths = months.map(longest);
  const best = Math.max(...lengths);
  return best === 0 ? 0 : lengths.indexOf(best) + 1;
};

const patterns: readonly { readonly pattern: RegExp; readonly order: 'ymd' | 'dmy' | 'mdy' }[] = [
  { pattern: /(?<![\d.-])(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?![\d-])/g, order: 'ymd' },
  { pattern: /(20\d\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/g, order: 'ymd' },
  {
    pattern: /(?<![\d.])(\d{1,2})(?:st|nd|rd|th|\.)?(?:\s+de)?\s+(\p{L}{3,10})\.?,?(?:\s+de)?\s+(20\d\d)/gu,
    order: 'dmy',
  },
  { pattern: /(?<!\p{L})(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(20\d\d)/gu, order: 'mdy' },
  { pattern: /(?<![\d./])(\d{1,2})[./](\d{1,2})[./](20\d\d)(?!\d)/g, order: 'dmy' },
];

/**
 * The full dates of a text, in order: ISO and its CJK forms, spelt months, and `31.12.2025` where the day tells that it comes
 * first. Dates that no calendar has are left out. `offset` is where `text` stands in the document.
 */
export function findDates(text: string, offset: number): DateMention[] {
  const found: DateMention[] = [];
  // Every year is of this century.
  if (!text.includes('20')) return found;
  for (const { pattern, order } of patterns)
    for (const match of text.matchAll(pattern)) {
      const [a, b, c] = [match[1]!, match[2]!, match[3]!];
      const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
      const m = /^\d/.test(month) ? Number(month) : monthOf(month);
      // 03/04/2025 is in March or in April.
      if (pattern === patterns[4]!.pattern && match[0].includes('/') && Number(day) <= 12) continue;
      const date = iso(Number(year), m, Number(day));
      const start = offset + match.index;
      if (date) found.push({ date, span: { start, end: start + match[0].length } });
    }
  return found.sort((x, y) => x.span.start - y.span.start);
}

/** A cell that is `28/03/25`: a day, month and year where the first can only be a day. */
export function findShortDate(text: string, offset: number): DateMention | null {
  const match = /^\s*(\d\d)[/.](\d\d)[/.](\d\d)\s*$/.exec(text);
  if (!match || Number(match[1]) <= 12) return null;
  const date = iso(2000 + Number(match[3]), Number(match[2]), Number(match[1]));
  const start = offset + match[0].indexOf(match[1]!);
  return date ? { date, span: { start, end: start + 8 } } : null;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function iso(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1) return null;
  if (day > lengths[month - 1]! + (month === 2 && isLeap(year) ? 1 : 0)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The weekday of a date, Sunday 0 (Sakamoto's method). */
export function weekdayOf(date: string): number {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  const table = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const year = m < 3 ? y - 1 : y;
  return (year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + table[m - 1]! + d) % 7;
}

/** The days from one date to another: negative where the other comes first. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Weekdays from Sunday on, by language: how the right one is written in place of the wrong one. */
const weekdays: readonly (readonly string[])[] = [
  ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  ['星期天', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  ['日曜日', '月曜日', '火曜日', '水曜日', '木曜日', '金曜日', '土曜日'],
  ['일요일', '월요일', '화요일', '수요일', '목요일', '금요일', '토요일'],
  ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'],
  ['воскресенье', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота'],
  ['pazar', 'pazartesi', 'salı', 'çarşamba', 'perşembe', 'cuma', 'cumartesi'],
  ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  ['日', '月', '火', '水', '木', '金', '土'],
  ['일', '월', '화', '수', '목', '금', '토'],
];
const bracketedOnly = 12;

/** A weekday beside a date. */
export interface WeekdayMention {
  readonly span: Span;
  readonly stated: string;
  /** The date's own weekday, in the same language. */
  readonly actual: string;
  readonly date: string;
}

/** The weekdays of a text that stand right before or behind a date and are not its own. */
export function findWrongWeekdays(text: string, offset: number): WeekdayMention[] {
  const wrong: WeekdayMention[] = [];
  for (const { date, span } of findDates(text, 0)) {
    const behind = text.slice(span.end, span.end + 16);
    const before = text.slice(Math.max(0, span.start - 16), span.start);
    const named = weekdayIn(behind, /^(?:\s*[(（]\s*|,?\s{0,2})/u, span.end) ?? weekdayBefore(before, span.start);
    if (!named || named.day === weekdayOf(date)) continue;
    const start = offset + named.start;
    wrong.push({
      span: { start, end: start + named.word.length },
      stated: named.word,
      actual: named.names[weekdayOf(date)]!,
      date,
    });
  }
  return wrong;
}

type Named = { word: string; day: number; start: number; names: readonly string[] };

function weekdayIn(text: string, lead: RegExp, at: number): Named | null {
  const gap = lead.exec(text)![0];
  const rest = text.slice(gap.length).toLowerCase();
  for (const [i, names] of weekdays.entries()) {
    if (i >= bracketedOnly && !/[(（]/.test(gap)) continue;
    for (const [day, name] of names.entries()) {
      if (!rest.startsWith(name.toLowerCase())) continue;
      if (/^\p{L}/u.test(rest.slice(name.length)) && /\p{L}$/u.test(name) && !/[\u3040-\u9fff\uac00-\ud7a3]/.test(name))
        continue;
      if (i >= bracketedOnly && !/^[)）]/.test(rest.slice(1))) continue;
      return { word: text.slice(gap.length, gap.length + name.length), day, start: at + gap.length, names };
    }
  }
  return null;
}

/** `Wednesday, January 15, 2025`. */
function weekdayBefore(text: string, end: number): Named | null {
  const match = /(\p{L}+),?\s+$/u.exec(text);
  if (!match) return null;
  const found = weekdayIn(match[1]!, /^/, end - match[0].length);
  return found && found.word.length === match[1]!.length ? found : null;
}

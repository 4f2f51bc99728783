import type { Span } from '../text/span';
import { withoutTargets } from './badges';
import { plain } from './inline';
import type { Bar, Figure } from './plan';
import { normalize, progressWords } from './vocabulary';

/** A figure found in a line, not yet bound to what it counts. */
export interface RawClaim {
  readonly span: Span;
  /** The words before the first figure, without marks: `Phase A`, `Overall Completion`. */
  readonly label: string;
  /** The words behind the last figure up to a separator: `MERGED`, `tasks complete`. */
  readonly unit: string;
  readonly done: Figure | null;
  readonly total: Figure | null;
  readonly percent: Figure | null;
  readonly bar: Bar | null;
  /** What stands in brackets right behind the last figure. */
  readonly remark?: string;
  /** Other numbers stand in its row. */
  readonly beside?: boolean;
}

/** Longer texts are prose. */
const longestText = 2000;

const filledGlyphs = '█▓■▰⬛🟩🟦●▮◼#=';
const emptyGlyphs = '░▒□▱⬜○▯◻─';
const asciiEmpty = '-_. ';

const bracketBar = new RegExp(
  `[\\[［|]([${filledGlyphs}${emptyGlyphs}>]*[${filledGlyphs}${emptyGlyphs}]|[#=]+>?[-_. ]*|[-_.]{5,}| {5,})[\\]］|]`,
  'gu',
);
const bareBar = /[█▓■▰⬛🟩🟦▮◼]+[░▒□▱⬜○▯◻─]*|[░▒□▱⬜▯◻]{4,}/gu;

/** The progress bar of a text, with or without brackets, of at least five cells; null where there is none. */
function findBar(text: string, offset: number): Bar | null {
  for (const pattern of [bracketBar, bareBar])
    for (const match of text.matchAll(pattern)) {
      const bracketed = pattern === bracketBar;
      const cells = [...(bracketed ? match[1]! : match[0])].filter((glyph) => glyph !== '>');
      if (cells.length < 5) continue;
      const isFilled = (glyph: string): boolean => filledGlyphs.includes(glyph);
      const filled = cells.findIndex((glyph) => !isFilled(glyph));
      const count = filled < 0 ? cells.length : filled;
      if (cells.slice(count).some(isFilled)) continue;
      const start = offset + match.index + (bracketed ? 1 : 0);
      const length = bracketed ? match[1]!.length : match[0].length;
      return {
        span: { start, end: start + length },
        filled: count,
        cells: cells.length,
        filledGlyph: cells[0] && isFilled(cells[0]) ? cells[0] : '█',
        emptyGlyph: count < cells.length ? cells[count]! : asciiEmpty.includes(cells[0]!) ? '-' : '░',
      };
    }
  return null;
}

const approximately = String.raw`(?:[~≈約约]|\bca\.?\s|\babout\s|\baround\s|\bapprox\.?\s|약\s?)?`;
const number = String.raw`\d{1,6}(?:[.,]\d{1,2})?`;
const ratioPattern = new RegExp(
  `(${approximately})\\s?(?<![\\d./,:-]|\\w-)(${number})([*_]{0,2}\\s*(?:/|／)\\s*[*_]{0,2}|[*_]{0,2}\\s+(?:of|out of|von|de|из|sur)\\s+(?:the\\s+)?[*_]{0,2}|\\s+من\\s+)(${number})(?![\\d/:-]|[.,]\\d|[A-Za-z]*\\d)`,
  'giu',
);
const percentPattern = new RegExp(
  `(${approximately})\\s?(?<![\\d.,/<>≥≤+-])(?:(${number})\\s?[%％]|%\\s?(${number}))(?![\\d])`,
  'giu',
);

function figure(match: RegExpMatchArray, group: string, from: number, offset: number, approximate: string): Figure {
  const at = match[0].indexOf(group, from);
  const start = offset + match.index! + at;
  return {
    value: Number(group.replace(',', '.')),
    span: { start, end: start + group.length },
    approximate: approximate.trim() !== '',
  };
}

/**
 * The figures of one line: a ratio, a percent, a bar, or several of them that tell the same ("1/5 tasks (20%)"). Null
 * where there are none or more than one of a sort, so that it cannot be told what is what. `offset` is where `text`
 * stands in the document.
 */
export function readFigures(text: string, offset: number): RawClaim | null {
  if (text.length > longestText) return null;
  const bar = findBar(text, offset);
  const shown = withoutTargets(text);
  const masked = bar ? blank(shown, bar.span.start - offset, bar.span.end - offset) : shown;
  const ratios = [...masked.matchAll(ratioPattern)].filter((match) => Number(match[4]) > 0 && !isDate(masked, match));
  let rest = masked;
  for (const ratio of ratios) rest = blank(rest, ratio.index, ratio.index + ratio[0].length);
  const percents = [...rest.matchAll(percentPattern)];
  const partOf = ratios.length === 0 ? partOfPattern.exec(rest) : null;
  if (partOf) rest = blank(rest, partOf.index, partOf.index + partOf[0].length);
  if (ratios.length > 1 || percents.length > 1 || (ratios.length === 0 && !partOf && percents.length === 0 && !bar))
    return null;
  // "Step 2/4" is a place in a row, not a count.
  if (ratios.length === 1 && ordinal.test(text.slice(0, ratios[0]!.index))) return null;
  const ratio = ratios[0];
  const percent = percents[0];
  let done: Figure | null = null;
  let total: Figure | null = null;
  if (partOf) {
    const behind = partOf[0].length - partOf[2]!.length;
    total = figure(partOf, partOf[1]!, 0, offset, '');
    done = figure(partOf, partOf[2]!, behind, offset, '');
  }
  if (ratio) {
    done = figure(ratio, ratio[2]!, 0, offset, ratio[1]!);
    const behind = ratio[0].indexOf(ratio[2]!) + ratio[2]!.length + ratio[3]!.length;
    total = figure(ratio, ratio[4]!, behind, offset, ratio[1]!);
  }
  const share = percent ? figure(percent, (percent[2] ?? percent[3])!, percent[1]!.length, offset, percent[1]!) : null;
  const starts = [(ratio ?? partOf)?.index, percent?.index, bar && bar.span.start - offset].filter(
    (at) => typeof at === 'number',
  );
  const ends = [
    ratio && ratio.index + ratio[0].length,
    partOf && partOf.index + partOf[0].length,
    percent && percent.index + percent[0].length,
    bar && bar.span.end - offset,
  ].filter((at) => typeof at === 'number');
  const first = Math.min(...starts);
  const counted = ratio ?? partOf;
  const main = counted ? counted.index + counted[0].length : Math.max(...ends);
  return {
    span: { start: offset + first, end: offset + Math.max(...ends) },
    label: clean(text.slice(0, first)),
    unit: clean(
      /^(?:[^,，、;；|·•()（）[\]/.。]|\.(?=\S))*/u.exec(text.slice(main).replace(/^[\s)\]*_`%％]+/, ''))![0],
    ),
    done,
    total,
    percent: share,
    bar,
    remark: /^\s*[%％]?[*_`\s]*[(（]([^()（）]*)[)）]/u.exec(text.slice(Math.max(...ends)))?.[1] ?? '',
  };
}

const ordinal =
  /(?:^|[\s(（])(?:step|task|ticket|item|story|issue|part|day|week|round|batch|page|version|ステップ|タスク|步骤|第|шаг|étape|paso|adım)\s*#?$/iu;

/**
 * Whether a figure in a heading or in the item of a phase is about it: nothing but a bracket, dash, colon or a word of
 * progress stands before it. "(due 3/4)" and "reach 50%" are something else.
 */
export function standsAlone(text: string, at: number): boolean {
  const before = clean(
    /[^(（[［:：—–|]*$/u
      .exec(text.slice(0, at))![0]
      .split(/\s-(?:\s|$)/)
      .at(-1)!,
  );
  const normal = normalize(before.replace(/[~≈約\s]+$/u, ''));
  return normal === '' || progressWords.includes(normal);
}

/** `5件中2件`: of five, two. */
const partOfPattern = /(\d{1,6})\s*(?:件|個|つ|タスク|チケット)?\s*中、?\s*(\d{1,6})/u;

/** `2025/01`, `24/7`-like pairs next to other numbers are dates. */
function isDate(text: string, match: RegExpMatchArray): boolean {
  const around = text.slice(Math.max(0, match.index! - 5), match.index! + match[0].length + 3);
  return /\d{4}\s*[/.-]\s*\d{1,2}|\d{1,2}\/\d{1,2}\/\d{2,4}/.test(around);
}

const blank = (text: string, from: number, to: number): string =>
  text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);

/** A label or unit without list marks, emphasis, brackets and separators at its ends. */
export function clean(text: string): string {
  return plain(text)
    .replace(/^(?:[\s\-*+•·:：>#|(（[\]!\p{Extended_Pictographic}]|\ufe0f)+/u, '')
    .replace(/(?:[\s\-–—:：=(（[|→\p{Extended_Pictographic}]|\ufe0f)+$/u, '')
    .trim();
}

const countPattern = /^(.{1,60}?)\s*[:：=]\s*[*_`\s]*([~≈約]?)\s*(\d{1,6})\s*([^\d%/／].{0,40})?$/u;

/** A line that gives one number to a label: `Total Tickets: 11`, `In Progress: 2`, `総タスク数：12件`. */
export function readCount(text: string, offset: number): { label: string; count: Figure; unit: string } | null {
  const match = text.length > longestText ? null : countPattern.exec(text.trimEnd());
  if (!match) return null;
  const at = text.indexOf(match[3]!, match[1]!.length);
  const unit = clean(match[4] ?? '');
  if (/^(?:[-./:]\d|\+)/.test(text.slice(at + match[3]!.length))) return null;
  return {
    label: clean(match[1]!),
    count: {
      value: Number(match[3]),
      span: { start: offset + at, end: offset + at + match[3]!.length },
      approximate: match[2] !== '',
    },
    unit,
  };
}

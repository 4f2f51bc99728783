import { applyEdits } from '../text/edit';
import { memoized } from '../text/memo';
import { type Span, shift } from '../text/span';
import { findDates } from './dates';
import type { OwnIds } from './ids';
import { plain, withoutSigns } from './inline';
import { findMojibake } from './mojibake';
import { type GroupName, groupNames, type LeadingId, leadingGroupName, leadingId } from './names';
import type { Figure, LegendEntry, StatusKind } from './plan';
import type { Reading } from './reading';
import { kindOfPhrase, readTitleStatus } from './status';
import {
  blockedHeadings,
  boxMarks,
  countedWords,
  focusWords,
  isSample,
  legendWords,
  logWords,
  normalize,
  partialWords,
  topicWords,
} from './vocabulary';

/** What a heading says of the part of the plan below it. */
export interface HeadingReading {
  /** As a reader sees it. */
  readonly text: string;
  /** Its name, without id, status and signs. */
  readonly title: string;
  readonly titleSpan: Span;
  /** Its own status: `✅ Phase 1`, `Phase 2 (DONE)`. */
  readonly status: { readonly text: string; readonly kind: StatusKind | null; readonly span: Span } | null;
  /** A sign beside it that says something else. */
  readonly beside: { readonly text: string; readonly kind: StatusKind | null; readonly span: Span } | null;
  /** It is the name of a status ("In Progress", 完了済み ✅), which its tickets inherit. */
  readonly section: { readonly kind: StatusKind; readonly text: string; readonly span: Span } | null;
  readonly group: GroupName | null;
  readonly id: (LeadingId & { readonly span: Span }) | null;
  /** The character of a box in the heading: `### [x] Task 1`. */
  readonly box: Span | null;
  readonly blockedList: boolean;
  readonly legend: boolean;
  /** "Current focus": what stands below it, or behind its colon, is worked on now. */
  readonly focus: boolean;
  /** Below it stands what was so at some time: a log, or a day of one. */
  readonly log: boolean;
  readonly sample: boolean;
  readonly partial: boolean;
  /** "(Blocking Prerequisites)": the phases behind it wait for it. */
  readonly blocksOthers: boolean;
  /** "(max 3)", 最大3つ: how many entries the list below may have. */
  readonly limit: Figure | null;
}

const limitPattern =
  /(?:max(?:imum)?\.?|at most|up to|limited to|limit\s?:|(?<=[(（[])limit|no more than|最大|最多|上限|最大で|최대|máximo|máx\.?|maximal|не более|en fazla)\s*(\d{1,3})/iu;
const nouns =
  /\s*(?:tasks?|items?|work|tickets?|features?|things|stories|issues|steps|phases?|milestones?|のタスク|タスク|項目|任务|작업|tareas|tâches|aufgaben|tarefas|задачи|görevler|now)$/iu;

/** What a plan's headings are read with. */
type Words = Pick<Reading, 'legend' | 'ids'>;

/** Reads a heading's text, which stands at `span` in the document. Garbled signs in it are read as what they were. */
export function readHeading(source: string, span: Span, { legend, ids }: Words): HeadingReading {
  const known = readers.get(legend) ?? new Map<OwnIds | null, (source: string) => HeadingReading>();
  readers.set(legend, known);
  const read = known.get(ids) ?? memoized((text) => readRepaired(text, { legend, ids }));
  known.set(ids, read);
  return placed(read(source), span.start);
}

const readers = new WeakMap<readonly LegendEntry[], Map<OwnIds | null, (source: string) => HeadingReading>>();

/** A reading of a heading at the start of a text, where the heading stands. */
function placed(reading: HeadingReading, by: number): HeadingReading {
  const { titleSpan, status, beside, section, id, box, limit } = reading;
  const moved = <T extends { readonly span: Span }>(part: T): T => ({ ...part, span: shift(part.span, by) });
  return {
    ...reading,
    titleSpan: shift(titleSpan, by),
    status: status && moved(status),
    beside: beside && moved(beside),
    section: section && moved(section),
    id: id && moved(id),
    box: box && shift(box, by),
    limit: limit && moved(limit),
  };
}

function readRepaired(source: string, words: Words): HeadingReading {
  const span = { start: 0, end: source.length };
  const garbled = findMojibake(source, 0).filter((issue) => issue.repair !== null);
  if (garbled.length === 0) return readTitle(source, span, words);
  const edits = garbled.map((issue) => ({ span: issue.span, newText: issue.repair! }));
  const reading = readTitle(applyEdits(source, edits), span, words);
  const within = (at: Span): Span => ({ start: Math.min(at.start, span.end), end: Math.min(at.end, span.end) });
  return {
    ...reading,
    titleSpan: span,
    id: reading.id && { ...reading.id, span: within(reading.id.span) },
    status: reading.status && { ...reading.status, span },
  };
}

function readTitle(source: string, span: Span, { legend, ids }: Words): HeadingReading {
  const boxMatch = /^\[(.)\]\s+/u.exec(source);
  const box =
    boxMatch && boxMarks[boxMatch[1]!] ? { start: span.start + 1, end: span.start + 1 + boxMatch[1]!.length } : null;
  const lead = box ? boxMatch![0].length : 0;
  const body = source.slice(lead);
  const text = plain(body);
  const own = readTitleStatus(body, legend);
  const titleText = own.status ? own.title : body;
  const offset =
    span.start + lead + (own.status && own.from === 0 ? body.length - body.slice(own.to).trimStart().length : 0);
  const words = withoutSigns(plain(titleText));
  const normal = normalize(words);
  const bare = normalize(
    withoutSigns(text)
      .replace(/[(（[【].*$/u, '')
      .replace(trailingCount, ''),
  );
  const numberless = bare.replace(/^\d+(?:\.\d+)*[.)]?\s+/, '');
  const group = leadingGroupName(plain(titleText));
  const id = group
    ? null
    : leadingId(
        titleText.replace(/^[^\p{L}\p{N}#*_`[【(]+/u, (signs) => ' '.repeat(signs.length)),
        ids,
      );
  const named = kindOfPhrase(numberless) ? numberless : numberless.replace(nouns, '');
  const statusKind = topicWords.has(named) ? null : kindOfPhrase(named);
  const limit = limitPattern.exec(source);
  const titled = id ? titleText.slice(id.length) : titleText;
  const titleStart = offset + (id ? id.length : 0);
  const said = (at: { from: number; to: number }): Span => ({
    start: span.start + lead + at.from,
    end: span.start + lead + at.to,
  });
  const status = own.status && { ...own.status, span: said(own) };
  const beside = own.beside && { text: own.beside.text, kind: own.beside.kind, span: said(own.beside) };
  return {
    text,
    title: withoutFigure(withoutSigns(plain(titled))) || words || text,
    titleSpan: { start: Math.min(titleStart, span.end), end: Math.min(titleStart + titled.trimEnd().length, span.end) },
    status,
    beside,
    section: statusKind && !group ? { kind: statusKind, text: withoutSigns(text), span } : null,
    group,
    id: id && { ...id, span: { start: offset + id.start, end: offset + id.end } },
    box,
    blockedList: blockedHeadings.includes(numberless) || blockedHeadings.includes(normal),
    legend: legendWords.includes(numberless),
    focus: focusWords.includes(normalize(withoutSigns(text).split(/[:：]/)[0]!)),
    log: logWords.includes(numberless) || isDay(text),
    sample: isSample(numberless),
    blocksOthers: group !== null && /[(（]\s*blocking(?:\s+prerequisites?)?\s*[)）]/iu.test(text),
    partial: partialWords.some(
      (word) =>
        normalize(text.replace(/[(（[][^()（）[\]]*\d[^()（）[\]]*[)）\]]\s*$/u, '')).includes(word) &&
        !numberless.startsWith(word),
    ),
    limit: limit && {
      value: Number(limit[1]),
      span: {
        start: span.start + limit.index + limit[0].length - limit[1]!.length,
        end: span.start + limit.index + limit[0].length,
      },
      approximate: false,
    },
  };
}

/** "(3)", "(7 items)" at the end. */
const bracketedCount = new RegExp(
  `\\s*[(（[]\\d{1,3}(?:\\s*(?:${countedWords.join('|')})(?:\\s[\\p{L} ]{1,20})?)?[)）\\]]\\s*$`,
  'iu',
);

/** "Completed: 3", "Pending — 4 tasks". */
const trailingCount = /\s*[:：—–-]\s*\d{1,4}\s*\p{L}{0,12}\s*$/u;

/** "Onboarding (3/3 stories)" is called Onboarding: the figure comes and goes. */
const withoutFigure = (title: string): string =>
  title.replace(bracketedCount, '').replace(/\s*[(（][^()（）]*(?:\d\s*\/\s*\d|\d\s*[%％])[^()（）]*[)）]\s*$/u, '');

/** `2026-01-16 (Friday)`, `### 2026年1月16日`, `Session 2026-01-16`: a day of a log. */
function isDay(text: string): boolean {
  const first = findDates(text.slice(0, 80), 0)[0];
  if (!first || groupNames(text).length > 0) return false;
  const before = text.slice(0, first.span.start);
  return (before.match(/[\p{L}\p{N}]+/gu) ?? []).length <= 2;
}

import type { Analysis } from '../analysis/analysis';
import { indexOf } from '../analysis/index';
import { readFigures } from '../model/claims';
import { type DateMention, findDates } from '../model/dates';
import { canonicalId, groupNames } from '../model/names';
import type { Group, Plan, Ticket } from '../model/plan';
import { completeWords, normalize, overallWords, statusWords } from '../model/vocabulary';
import type { Span } from '../text/span';
import { leaves } from './progress';

/** How many were done at the end of a day, as far as the plan itself tells. */
export interface HistoryPoint {
  readonly date: string;
  readonly done: number;
}

/** What a dated entry says of the whole plan: "2025-03-01: 12/40 done". */
export interface StatedPoint {
  readonly date: string;
  readonly done: number;
  readonly total: number;
}

export interface History {
  /** Phases are counted, as the dates are theirs alone; else tickets. */
  readonly ofPhases: boolean;
  readonly total: number;
  /** By date; a day on which nothing was finished is left out. */
  readonly points: readonly HistoryPoint[];
  readonly stated: readonly StatedPoint[];
  /** What is done and has no date. */
  readonly undated: number;
}

/** An entry of a log is no longer than this. */
const longestEntry = 4000;

/**
 * When tickets were finished, by the plan's own dates: the last one on the ticket's own line that is no target, else the
 * first entry of a log that says so, else the last one that names it; what a log says of a phase holds for its tickets.
 */
export function history(analysis: Analysis, phases: readonly Group[]): History {
  const { plan } = analysis;
  const told = toldInLog(analysis);
  const tickets = [...leaves(plan)];
  const done = tickets.filter((ticket) => analysis.isDone(ticket));
  const ofTickets = count(done.map((ticket) => ownDate(analysis, ticket) ?? told(ticket)));
  const dated = count(phases.filter((phase) => analysis.isDone(phase)).map(told));
  return ofTickets.points.length === 0 && dated.points.length > 0
    ? { ofPhases: true, total: phases.length, ...dated, stated: [] }
    : { ofPhases: false, total: tickets.length, ...ofTickets, stated: stated(analysis) };
}

function count(days: readonly (string | null)[]): Pick<History, 'points' | 'undated'> {
  const counts = new Map<string, number>();
  for (const day of days) if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
  let done = 0;
  const points = [...counts].sort(byDate).map(([date, more]) => {
    done += more;
    return { date, done };
  });
  return { points, undated: days.filter((day) => day === null).length };
}

const byDate = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** The last date on the ticket's own lines; not the day that it was planned for. */
function ownDate({ plan, source }: Analysis, { mentions }: Ticket): string | null {
  const dates = mentions
    .flatMap(({ span }) => findDates(source.slice(span), span.start))
    .filter(({ span }) => !targetStarts(plan).has(span.start))
    .map(({ date }) => date)
    .sort();
  return dates.at(-1) ?? null;
}

const targets = new WeakMap<Plan, ReadonlySet<number>>();

function targetStarts(plan: Plan): ReadonlySet<number> {
  const known = targets.get(plan) ?? new Set(plan.dates.targets.map(({ span }) => span.start));
  targets.set(plan, known);
  return known;
}

interface Told {
  /** By the first entry that says that it is done. */
  said: string | null;
  /** By the last that names it. */
  named: string;
}

/** Reads the log once, and tells of each ticket the day that it gives for it. */
function toldInLog(analysis: Analysis): (entity: Ticket | Group) => string | null {
  const { plan, source } = analysis;
  const index = indexOf(plan);
  const told = new Map<Ticket | Group, Told>();
  const note = (entity: Ticket | Group, date: string, isDone: boolean): void => {
    const known = told.get(entity);
    if (!known) told.set(entity, { said: isDone ? date : null, named: date });
    else {
      if (isDone && (known.said === null || date < known.said)) known.said = date;
      if (date > known.named) known.named = date;
    }
  };
  const own = new Set(plan.allTickets.flatMap(({ mentions }) => mentions.map(({ span }) => source.lineAt(span.start))));
  const isDone = doneWords(plan);
  for (const { date, span } of entriesOf(analysis)) {
    let at = span.start;
    for (const line of source.slice(span).split('\n')) {
      const lineNumber = source.lineAt(at);
      at += line.length + 1;
      if (own.has(lineNumber)) continue;
      const says = isDone(line);
      for (const [word] of line.matchAll(/[\p{L}\p{N}][\p{L}\p{N}._-]*[\p{L}\p{N}]/gu)) {
        const tickets = index.withId(canonicalId(word));
        if (tickets.length === 1) note(tickets[0]!, date, says);
      }
      for (const { kind, keys } of says ? groupNames(line) : [])
        for (const key of keys) {
          const group = index.groups.get(`${kind}:${key}`);
          if (group) note(group, date, true);
        }
    }
  }
  return (entity) => {
    const direct = told.get(entity);
    if (direct) return direct.said ?? direct.named;
    for (let at = entity.type === 'ticket' ? homeOf(entity) : entity.parent; at; at = at.parent) {
      const said = told.get(at)?.said;
      if (said) return said;
    }
    return null;
  };
}

function homeOf(ticket: Ticket): Group | null {
  let at: Ticket = ticket;
  while (!at.group && at.parent) at = at.parent;
  return at.group;
}

/** The entries of the log: each from behind its date to the next one, or to where a part of the plan begins. */
function entriesOf({ plan, source }: Analysis): { date: string; span: Span }[] {
  const starts = [...plan.dates.entries].sort((a, b) => a.span.start - b.span.start);
  const ends = plan.allGroups.flatMap(({ mentions }) => mentions.map(({ span }) => span.start)).sort((a, b) => a - b);
  let next = 0;
  return starts.map(({ date, span }: DateMention, i) => {
    while (next < ends.length && ends[next]! <= span.start) next++;
    const end = Math.min(
      starts[i + 1]?.span.start ?? source.text.length,
      ends[next] ?? source.text.length,
      span.start + longestEntry,
    );
    return { date, span: { start: span.end, end: Math.max(span.end, end) } };
  });
}

/** Whether a line says that something is done, in any of our languages or the plan's own word. */
function doneWords({ legend }: Plan): (line: string) => boolean {
  const own = legend.filter(({ kind }) => kind === 'done').map(({ text }) => normalize(text));
  const words = [...statusWords.done, ...completeWords, ...own].filter((word) => word.length > 1 && word !== 'all');
  const known = new Set(words);
  const joined = words.filter((word) => /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/.test(word));
  return (line) => {
    const text = normalize(line);
    return (
      /[✅✓✔☑]/u.test(line) ||
      text.split(/[^\p{L}\p{N}']+/u).some((word) => known.has(word)) ||
      joined.some((word) => text.includes(word))
    );
  };
}

/** The figures about the whole plan that stand in dated entries: the first of each. */
function stated(analysis: Analysis): StatedPoint[] {
  const found = entriesOf(analysis).flatMap(({ date, span }) => {
    for (const line of analysis.source.slice(span).split('\n')) {
      const figures = readFigures(line, 0);
      if (!figures?.done || !figures.total || !overallWords.includes(normalize(figures.label))) continue;
      return [{ date, done: figures.done.value, total: figures.total.value }];
    }
    return [];
  });
  return found.sort((a, b) => (a.date < b.date ? -1 : 1));
}

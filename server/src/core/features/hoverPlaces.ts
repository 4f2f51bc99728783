import type { Analysis, Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import { daysBetween, weekdayOf } from '../model/dates';
import type { LegendEntry, Status } from '../model/plan';
import { normalize } from '../model/vocabulary';
import type { Say } from '../text/say';
import type { Span } from '../text/span';
import { linkTo, list, withStatus } from './describe';
import type { Hover } from './hover';
import { escapeMarkdown } from './markdown';
import { kindWord } from './names';

/** What the plan itself says of a status, as a line of Markdown; empty where it says nothing. */
export function legendOf(analysis: Analysis, status: Status | null): string {
  if (!status) return '';
  const { legend } = analysis.plan;
  const own = normalize(status.text);
  const entry =
    legend.find(({ text }) => normalize(text) === own) ??
    legend.find(({ text, kind }) => kind === status.kind && own.startsWith(normalize(text)));
  return entry && entry.meaning !== '' ? `**${escapeMarkdown(entry.text)}**: ${escapeMarkdown(entry.meaning)}` : '';
}

/** On an entry of the legend: what it means, and which tickets are so. */
export function onLegend(snapshot: Snapshot, analysis: Analysis, offset: number): Hover | null {
  const { plan, uri } = analysis;
  const entry = plan.legend.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!entry) return null;
  const isSo = (status: Status | null): boolean =>
    status !== null && !status.inherited && normalize(status.text) === normalize(entry.text);
  const tickets = plan.allTickets.filter(({ status }) => isSo(status));
  return {
    span: entry.span,
    markdown: [
      meaningOf(snapshot.say, entry),
      list(
        snapshot.say,
        snapshot.say('{0} {0|ticket|tickets}', tickets.length),
        tickets.map((entity) => linkTo(snapshot, { uri, entity })),
      ),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  };
}

function meaningOf(say: Say, { text, meaning, kind }: LegendEntry): string {
  const told = meaning === '' ? '' : `: ${escapeMarkdown(meaning)}`;
  return `**${escapeMarkdown(text)}**${told}${kind ? ` (${kindWord(say, kind)})` : ''}`;
}

/** On a date that the plan gives: its weekday, how far it is away, and what is due then. */
export function onDate(snapshot: Snapshot, analysis: Analysis, offset: number): Hover | null {
  const { dates } = analysis.plan;
  const at = <T extends { readonly span: Span }>(all: readonly T[]): T | undefined =>
    all.find(({ span }) => span.start <= offset && offset <= span.end);
  const { say, today } = snapshot;
  const target = at(dates.targets);
  const found = target ?? at(dates.updated) ?? at(dates.entries);
  if (!found) return null;
  const { date, span } = found;
  const away = today === null ? '' : ` · ${distance(say, daysBetween(today, date))}`;
  const head = `**${date}** (${weekday(say, date)})${away}`;
  if (!target) return { span, markdown: head };
  const entity: Target = { uri: analysis.uri, entity: target.entity };
  const isOver = analysis.isDone(target.entity) || target.entity.status?.kind === 'dropped';
  const late = today !== null && date < today && !isOver ? ` · ${say('overdue')}` : '';
  return { span, markdown: `${head}${late}\n\n${say('Due then: {0}', withStatus(snapshot, entity))}` };
}

function distance(say: Say, days: number): string {
  if (days === 0) return say('today');
  return days > 0 ? say('in {0} {0|day|days}', days) : say('{0} {0|day|days} ago', -days);
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const weekday = (say: Say, date: string): string => say(weekdays[weekdayOf(date)]!);

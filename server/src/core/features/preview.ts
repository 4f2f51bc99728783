import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import { phaseKinds, type Status, type StatusKind } from '../model/plan';
import { type Span, shift } from '../text/span';
import { nameWithin } from './naming';

/** Something that a rendered line shows otherwise than it is written. */
export interface PreviewMark {
  /** In the words of the text, to be found in what is rendered of the line. */
  readonly text: string;
  /** The cell of a table row that it stands in; null outside of tables. */
  readonly cell: number | null;
  /** How often the same words stand before it, on its line or in its cell. */
  readonly before: number;
  readonly span: Span;
  readonly shows:
    | { readonly type: 'status' | 'box'; readonly kind: StatusKind }
    | { readonly type: 'link'; readonly uri: string; readonly span: Span };
}

/** The heading of a phase, and how far it is. */
export interface PreviewProgress {
  readonly span: Span;
  readonly done: number;
  readonly total: number;
}

export interface PreviewMarks {
  readonly marks: readonly PreviewMark[];
  readonly progress: readonly PreviewProgress[];
}

/** What a rendered document shows of its plan: statuses, links along dependencies, progress of phases. Null without a plan. */
export function previewMarks(snapshot: Snapshot, uri: string): PreviewMarks | null {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return null;
  const marks = [...statuses(analysis), ...dependencies(analysis)].sort((a, b) => a.span.start - b.span.start);
  return { marks, progress: progress(analysis) };
}

function* statuses({ plan, source }: Analysis): Generator<PreviewMark> {
  const seen = new Set<number>();
  for (const { mentions } of [...plan.allTickets, ...plan.allGroups])
    for (const { status, span } of mentions) {
      if (!isOwn(status, span) || status.kind === null || seen.has(status.span.start)) continue;
      seen.add(status.span.start);
      const isBox = source.text[status.span.start - 1] === '[' && source.text[status.span.end] === ']';
      const where = isBox ? { start: status.span.start - 1, end: status.span.end + 1 } : status.span;
      const shows = { type: isBox ? 'box' : 'status', kind: status.kind } as const;
      yield markOf(source.text, where, shows);
    }
}

/** A status that is said where the ticket or phase is told of. */
const isOwn = (status: Status | null, { start, end }: Span): status is Status =>
  status !== null && !status.inherited && start <= status.span.start && status.span.end <= end;

function* dependencies(analysis: Analysis): Generator<PreviewMark> {
  const { plan, source } = analysis;
  for (const entity of [...plan.allTickets, ...plan.allGroups])
    for (const { span, targets, problem } of entity.dependencies.length > 0 ? analysis.dependencies(entity) : []) {
      if (problem !== null) continue;
      const written = source.slice(span);
      for (const target of targets.slice(0, mostLinks)) {
        const name = targets.length === 1 ? { start: 0, end: written.length } : nameWithin(written, target.entity);
        if (!name) continue;
        const shows = { type: 'link', uri: target.uri, span: target.entity.span } as const;
        yield markOf(source.text, shift(name, span.start), shows);
      }
    }
}

/** "All above" is no list of links. */
const mostLinks = 50;

function markOf(text: string, span: Span, shows: PreviewMark['shows']): PreviewMark {
  const words = text.slice(span.start, span.end);
  const line = text.lastIndexOf('\n', span.start - 1) + 1;
  const pipes = span.start - line > longestLine ? null : pipesOf(text, line);
  const before = pipes?.filter((at) => at < span.start) ?? [];
  const isLed = pipes?.[0] !== undefined && /^[\s>]*$/.test(text.slice(line, pipes[0]));
  const cell = pipes && pipes.length > 0 ? before.length - (isLed ? 1 : 0) : null;
  const start = Math.max(before.at(-1) ?? line, span.start - longestLine);
  return { text: words, cell, before: text.slice(start, span.start).split(words).length - 1, span, shows };
}

/** Longer lines are not looked through for every mark. */
const longestLine = 4000;

/** Where the cells of a line end, if it is a row: its pipes, but for those that are escaped. */
function pipesOf(text: string, line: number): number[] {
  const end = text.indexOf('\n', line);
  const row = text.slice(line, Math.min(line + 2 * longestLine, end < 0 ? text.length : end));
  return [...row.matchAll(/\\.|\|/g)].flatMap((found) => (found[0] === '|' ? [line + found.index] : []));
}

function progress(analysis: Analysis): PreviewProgress[] {
  return analysis.plan.allGroups.flatMap((group) => {
    const { done, total } = analysis.totals(group);
    const isPhase = (phaseKinds as readonly string[]).includes(group.kind);
    return isPhase && group.body && total > 0 ? [{ span: group.span, done, total }] : [];
  });
}

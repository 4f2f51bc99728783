import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { Report } from '../../../server/src/protocol';
import { svg } from '../kit/dom';
import { l10n } from '../kit/l10n';

const height = 220;
const margin = { top: 26, right: 16, bottom: 26, left: 40 };
const day = 24 * 60 * 60 * 1000;

/** In pixels. */
const longestLabel = 180;
const widthOfLetter = 6.4;
/** Half of the name of a day, which is not to reach beyond the picture. */
const halfDay = 26;

type Milestone = Report['milestones'][number];

interface Point {
  readonly at: number;
  readonly done: number;
}

const at = (date: string): number => Date.parse(date);
const language = document.documentElement.lang || 'en';
const short = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const long = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });

/** A day in the words of the editor's language. */
export const dayWords = (date: string): string => long.format(at(date));

/** What a burn-up shows, in words; empty where there is nothing to draw. */
export function burnUpInWords({ history: { points, ofPhases, total } }: Report): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  const values = [dayWords(first.date), dayWords(last.date), last.done, total] as const;
  return ofPhases
    ? l10n.t('From {0} to {1}: {2} of {3} phases done by date.', ...values)
    : l10n.t('From {0} to {1}: {2} of {3} tickets done by date.', ...values);
}

/** What was done over time against all that there are, what entries stated, and milestones. */
export function burnUp(report: Report, width: number): SVGSVGElement {
  const { history, milestones, today } = report;
  const { total } = history;
  const points = history.points.map(({ date, done }): Point => ({ at: at(date), done }));
  const first = points[0]!.at - day;
  const end = Math.max(points.at(-1)!.at, ...history.stated.map(({ date }) => at(date)));
  // The line goes on to today where that is near, so that a standstill shows.
  const last = today !== null && at(today) > end && at(today) - end < 60 * day ? at(today) : end;
  const shown = milestones.filter(({ date }) => at(date) >= first && at(date) <= last + 45 * day);
  // Room behind the last day, so that what was done on it is seen.
  const right = Math.max(last + Math.max(day, (last - first) / 25), ...shown.map(({ date }) => at(date) + day));
  const x = scaleUtc([first, right], [margin.left, Math.max(margin.left + 50, width - margin.right)]);
  const y = scaleLinear([0, Math.max(1, total)], [height - margin.bottom, margin.top]).nice(5);
  const drawn: Point[] = [{ at: first, done: 0 }, ...points, { at: last, done: points.at(-1)!.done }];
  const below = area<Point>()
    .x((point) => x(point.at))
    .y0(y(0))
    .y1((point) => y(point.done))
    .curve(curveStepAfter);
  const along = line<Point>()
    .x((point) => x(point.at))
    .y((point) => y(point.done))
    .curve(curveStepAfter);
  // Of a few days each is named once.
  const days = x.ticks(Math.max(2, Math.floor(width / 110))).filter((tick) => tick.getTime() % day === 0);
  const now = points.at(-1)!.done;
  return svg(
    'svg',
    {
      class: 'burn-up',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': burnUpInWords(report),
    },
    ...y
      .ticks(5)
      .filter(Number.isInteger)
      .flatMap((tick) => [
        svg('line', { class: 'grid', x1: margin.left, x2: width - margin.right, y1: y(tick), y2: y(tick) }),
        svg(
          'text',
          { class: 'tick', x: margin.left - 8, y: y(tick), 'text-anchor': 'end', dy: '0.32em' },
          String(tick),
        ),
      ]),
    ...days.map((tick) =>
      svg(
        'text',
        { class: 'tick', x: Math.min(x(tick), width - halfDay), y: height - 8, 'text-anchor': 'middle' },
        short.format(tick),
      ),
    ),
    svg('path', { class: 'area', d: below(drawn) }),
    svg('path', { class: 'line', d: along(drawn) }),
    svg('circle', { class: 'now', cx: x(last), cy: y(now), r: 3.5 }),
    svg('text', { class: 'value', x: x(last) + 8, y: y(now), dy: '0.32em' }, String(now)),
    svg('line', { class: 'total', x1: margin.left, x2: x(right), y1: y(total), y2: y(total) }),
    ...shown.map((milestone, i) => drawMilestone(milestone, x, shown[i - 1])),
    ...history.stated.map(({ date, done, total: of }) =>
      svg(
        'circle',
        { class: 'stated', cx: x(at(date)), cy: y(Math.min(done, y.domain()[1]!)), r: 4 },
        svg('title', {}, l10n.t('{0}: the plan says {1} of {2}', dayWords(date), done, of)),
      ),
    ),
  );
}

/** A line at its day with its name, where that does not run into the one before. */
function drawMilestone(
  { date, label, done, late }: Milestone,
  x: (date: number) => number,
  before: Milestone | undefined,
): SVGElement {
  const here = x(at(date));
  const room = Math.min(longestLabel, here - (before ? x(at(before.date)) : margin.left) - 16);
  const name = shortened(label, Math.floor(room / widthOfLetter));
  return svg(
    'g',
    { class: `milestone ${done ? 'done' : late ? 'late' : ''}` },
    svg('title', {}, `${label}: ${dayWords(date)}`),
    svg('line', { x1: here, x2: here, y1: margin.top - 8, y2: height - margin.bottom }),
    svg('path', { d: `M${here} ${margin.top - 18}l5 5l-5 5l-5 -5z` }),
    name === '' ? null : svg('text', { class: 'tick', x: here - 9, y: margin.top - 9, 'text-anchor': 'end' }, name),
  );
}

/** Cut to a number of letters of common width; those of East Asia count twice. Empty where next to nothing is left. */
function shortened(text: string, most: number): string {
  let width = 0;
  let kept = '';
  for (const letter of text) {
    width += letter > '\u2e80' ? 2 : 1;
    if (width > most - 1) return kept.length < 3 ? '' : `${kept.trimEnd()}…`;
    kept += letter;
  }
  return kept;
}

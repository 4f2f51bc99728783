import type { RawClaim } from './claims';
import type { Figure } from './plan';

/** A badge that says a status: `status-in%20progress-yellow`. */
export interface StatusBadge {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Badges {
  readonly figures: readonly RawClaim[];
  readonly status: StatusBadge | null;
}

/** Badges of shields.io, whose path is `label-message-color`: a dash of its own is written twice, a space as `_` or `%20`. */
const badge = /img\.shields\.io\/badge\/((?:[^-\s()/?]|--){1,60})-((?:[^-\s()?]|--){1,60})-[\w#]{2,20}/giu;
/** Images that draw a bar for a percent in their path. */
const bar = /(?:geps\.dev\/progress|progress-bar\.(?:dev|xyz))\/(\d{1,3})(?![\d.])(?!\/?\?[^\s()]*scale=)/giu;
const ratio = /^(\d{1,5})(?:%2F|\/|(?:%20|_)of(?:%20|_))(\d{1,5})(?![\d.]|%2E)/iu;
const percent = /^(\d{1,3})%(?:25)?(?![\d.])/u;

/** What the badges of a line say of the plan. `offset` is where `text` stands. */
export function readBadges(text: string, offset: number): Badges {
  const figures: RawClaim[] = [];
  let status: StatusBadge | null = null;
  if (!/shields\.io|progress/i.test(text)) return { figures, status };
  for (const match of text.matchAll(badge)) {
    const label = words(match[1]!);
    const start = offset + match.index + match[0].indexOf(match[2]!, match[0].indexOf(match[1]!) + match[1]!.length);
    const message = match[2]!;
    const counted = ratio.exec(message);
    const share = percent.exec(message);
    if (counted) {
      const done = figure(counted[1]!, start);
      const total = figure(counted[2]!, start + counted[0].length - counted[2]!.length);
      figures.push({ ...claim(label, done, total), done, total });
    } else if (share) {
      const value = figure(share[1]!, start);
      figures.push({ ...claim(label, value, value), percent: value });
    } else if (label === 'status') status ??= { text: words(message), start, end: start + message.length };
  }
  for (const match of text.matchAll(bar)) {
    const value = figure(match[1]!, offset + match.index + match[0].length - match[1]!.length);
    figures.push({ ...claim('progress', value, value), percent: value });
  }
  return { figures, status };
}

/** The text with the targets of its links and images blanked: the numbers in them are no figures. */
export const withoutTargets = (text: string): string =>
  text.includes('](') ? text.replace(/\]\([^()\s]*/gu, (target) => ' '.repeat(target.length)) : text;

const words = (escaped: string): string => escaped.replace(/--/g, '-').replace(/_|%20/g, ' ').toLowerCase().trim();

const figure = (digits: string, start: number): Figure => ({
  value: Number(digits),
  span: { start, end: start + digits.length },
  approximate: false,
});

const claim = (label: string, first: Figure, last: Figure): RawClaim => ({
  span: { start: first.span.start, end: last.span.end },
  label,
  unit: '',
  done: null,
  total: null,
  percent: null,
  bar: null,
});

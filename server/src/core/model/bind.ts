import type { RawClaim } from './claims';
import type { DraftGroup } from './draft';
import { countedGroups } from './groupCounts';
import { groupNames } from './names';
import type { Claim, ClaimScope, LegendEntry } from './plan';
import type { PendingClaim, Reading } from './reading';
import { kindOfPhrase, readStatus } from './status';
import { statusLabel } from './tally';
import {
  completeWords,
  countedWords,
  normalize,
  overallWords,
  partialWords,
  progressWords,
  ticketWords,
} from './vocabulary';

/** Binds every figure to what it counts. In doubt it stays unbound, and is left alone. */
export function bindClaims(reading: Reading): Claim[] {
  const claims = reading.claims.map((pending) => bindFigures(reading, pending));
  forgetOwnTotals(reading, claims);
  for (const { label, count, unit, group } of reading.counts) {
    const groups = countedGroups(unit === '' ? label : `${label} ${unit}`);
    if (groups)
      reading.groupCounts.push({
        kind: groups.kind,
        done: groups.done ? count : null,
        total: groups.done ? null : count,
      });
    // "Total: 4 hours" counts hours.
    const words = normalize(unit.split(/[,，、(（]/)[0]!);
    if (words !== '' && !countedWords.some((word) => words === word || (!/[a-z]/.test(word) && words.startsWith(word))))
      continue;
    const scope = countScope(label, group);
    if (scope) claims.push({ span: count.span, scope, done: null, total: count, percent: null, bar: null, unit: null });
  }
  return claims.sort((a, b) => a.span.start - b.span.start);
}

/**
 * The total of a table of figures is about the table where it is what its rows add up to, and where no other row is about a part of
 * the plan.
 */
function forgetOwnTotals(reading: Reading, claims: Claim[]): void {
  const tables = new Map<number, number[]>();
  for (const [i, { table }] of reading.claims.entries())
    if (table !== undefined) {
      const rows = tables.get(table);
      if (rows) rows.push(i);
      else tables.set(table, [i]);
    }
  for (const rows of tables.values()) {
    const sum = rows.reduce((all, i) => all + (claims[i]!.total?.value ?? 0), 0);
    const bound = rows.filter((i) => claims[i]!.scope !== null).length;
    for (const i of rows) {
      if (claims[i]!.scope?.type !== 'plan') continue;
      const total = claims[i]!.total?.value ?? 0;
      if (bound === 1 || sum - total === total) claims[i] = { ...claims[i]!, scope: null };
    }
  }
}

function bindFigures(reading: Reading, pending: PendingClaim): Claim {
  const { raw, lane } = pending;
  const groups = pending.source === 'line' && raw.done && raw.total ? countedGroups(`${raw.label} ${raw.unit}`) : null;
  const figures = {
    span: raw.span,
    done: raw.done,
    total: raw.total,
    percent: raw.percent,
    bar: raw.bar,
    beside: raw.beside,
    vague: isVague(raw),
    family: pending.family,
  };
  // What counts phases counts no tickets.
  if (groups) {
    reading.groupCounts.push({ kind: groups.kind, done: raw.done, total: raw.total });
    return { ...figures, scope: null, unit: null };
  }
  // A number in lanes of work alone is how much may be in them at a time.
  const isLimit =
    (lane === 'active' || lane === 'review') &&
    !reading.claims.some((other) => other.lane === 'todo' || other.lane === 'done');
  if (isLimit) return { ...figures, scope: null, unit: null };
  if (pending.bound) return { ...figures, scope: { type: 'group', group: pending.bound as never }, unit: null };
  // The percent of a row of totals may be weighted: it is compared only beside a count.
  const counted = raw.done !== null || raw.total !== null;
  if (pending.source === 'total') return { ...figures, scope: counted ? { type: 'plan' } : null, unit: null };
  if (pending.source === 'counts') {
    const scope = namedScope(reading, raw.label);
    return { ...figures, scope: scope?.type === 'plan' && !counted ? null : scope, unit: null };
  }
  const read = readUnit(raw.unit, reading.legend, raw.done !== null);
  const scope = read === undefined || isRemarked(raw) ? null : labelScope(reading, labelOf(raw), pending);
  const named = raw.done && raw.unit === '' ? statusLabel(labelOf(raw), reading.legend) : null;
  const unit = read ?? (named && named.kind !== 'done' && pending.source === 'line' ? named : null);
  return { ...figures, scope, unit: unit ?? remaining(raw.label, pending) };
}

const otherNouns = countedWords.filter((word) => !ticketWords.includes(word));

/** "Steps complete: 1/3", "5 of 7 features". */
const isVague = ({ label, unit }: RawClaim): boolean =>
  `${normalize(label)} ${normalize(unit)}`.split(' ').some((word) => otherNouns.includes(word));

/** "Status: In Progress · Done: 1/3": the words of a figure are those of its own field. "So far" says nothing of its own. */
function labelOf({ label }: RawClaim): string {
  const own = groupNames(label).length === 0 ? label.slice(label.search(/[^|·•]*$/u)).trim() : label;
  return /^(?:currently|so far|to date|at present|now|現在|目前|actualmente|aktuell)$/iu.test(own) ? '' : own;
}

/** "80% (last month)" is a percent of another time. */
const isRemarked = ({ remark = '' }: RawClaim): boolean =>
  /\b(?:last|previous(?:ly)?|yesterday|as of|was|target|goal|planned|expected|forecast)\b|先月|先週|前回|目標|予定|上周|上月|目标|계획|지난/iu.test(
    remark,
  );

/** "Remaining tasks (6 of 50)" over a list counts what is open in it. */
function remaining(label: string, { source, group }: PendingClaim): Claim['unit'] {
  const normal = normalize(label);
  const counts =
    source === 'heading' && group?.statusName === 'todo' && partialWords.some((word) => normal.startsWith(word));
  return counts ? { text: 'remaining', kind: 'todo' } : null;
}

/** The status that a figure counts; null for done tickets; undefined where it counts something else, tests for one. */
function readUnit(text: string, legend: readonly LegendEntry[], ratio: boolean): Claim['unit'] | undefined {
  const normal = normalize(text);
  if (normal === '' || countedWords.includes(normal)) return null;
  const sentence = /^(.+?) (?:are|is|have been) (?:now )?(.+?)(?: and .*)?$/u.exec(normal);
  if (sentence) return readUnit(`${sentence[1]} ${sentence[2]}`, legend, ratio);
  const own = legend.find((entry) => normalize(entry.text) === normal);
  const kind = own ? own.kind : kindOfPhrase(normal);
  // "(0% - Not started)" says the same twice; only a ratio can count another status than done.
  if (kind) return (kind === 'done' && !own) || !ratio ? null : { text, kind };
  const counted = countedWords.find(
    (word) =>
      normal.startsWith(`${word} `) || normal.endsWith(` ${word}`) || (!/[a-z]/.test(word) && normal.startsWith(word)),
  );
  if (!counted) return undefined;
  const rest = normal.startsWith(counted) ? normal.slice(counted.length) : normal.slice(0, -counted.length);
  if (rest.trim() === '') return null;
  const status = readStatus(rest, legend);
  if (!status?.kind || kindOfPhrase(rest) === null) return undefined;
  return status.kind === 'done' ? null : { text: rest.trim(), kind: status.kind };
}

function labelScope(reading: Reading, label: string, pending: PendingClaim): ClaimScope | null {
  const normal = normalize(label);
  const names = groupNames(label);
  const first = names[0];
  if (first && names.length === 1) {
    if (first.keys.length > 1) return null;
    const group = reading.draft.group(first.kind, first.key);
    if (!group) return null;
    const rest = normalize(label.slice(0, first.start) + label.slice(first.end)).replace(
      /^[\s:：—–.-]+|[\s:：—–.-]+$/g,
      '',
    );
    return isAboutTickets(rest) || pending.source === 'heading' || titleFits(rest, group.title)
      ? groupScope(group)
      : null;
  }
  if (names.length > 1) return null;
  const around = enclosing(pending.group);
  // "2/4 tasks done" right below a heading.
  if (normal === '' && pending.source === 'line' && pending.raw.unit !== '')
    return pending.inTicket ? null : around ? impliedScope(around) : pending.raw.done ? { type: 'plan' } : null;
  const status = statusLabel(label, reading.legend);
  if ((isAboutTickets(normal) && normal !== '') || (status && pending.source === 'line' && pending.raw.done)) {
    if (pending.inTicket) return null;
    const overall = overallWords.includes(normal) || (status !== null && pending.raw.done !== null);
    return around ? impliedScope(around) : overall ? { type: 'plan' } : null;
  }
  if (overallWords.includes(normal)) return { type: 'plan' };
  if (pending.source === 'heading' && pending.group) return groupScope(pending.group);
  const byTitle = reading.draft.allGroups.filter((group) => normalize(group.title) === normal);
  if (byTitle.length > 0) return byTitle.length === 1 ? groupScope(byTitle[0]!) : null;
  return unionScope(reading, label, normal);
}

/** "Frontend" over the sections "Frontend Admin" and "Frontend User UI", side by side, counts both. */
function unionScope({ draft }: Reading, label: string, normal: string): ClaimScope | null {
  const parts = draft.allGroups.filter((group) => normal.length > 2 && normalize(group.title).startsWith(`${normal} `));
  const first = parts[0];
  if (!first || parts.length < 2 || parts.some((group) => group.parent !== first.parent)) return null;
  return groupScope({ ...first, key: `${first.key}+`, title: label, tickets: [], groups: parts });
}

/** The one part of the plan that a row of figures names, by number or by its title; the plan for a row of totals. */
export function namedScope(reading: Reading, label: string): ClaimScope | null {
  const normal = normalize(label);
  if (overallWords.includes(normal)) return { type: 'plan' };
  const name = groupNames(label)[0];
  if (name) {
    const group = name.keys.length === 1 ? reading.draft.group(name.kind, name.key) : undefined;
    return group ? groupScope(group) : null;
  }
  if (normal.length < 2) return null;
  const fitting = reading.draft.allGroups.filter((group) => normalize(group.title).includes(normal));
  return fitting.length === 1 ? groupScope(fitting[0]!) : null;
}

function countScope(label: string, group: DraftGroup | null): ClaimScope | null {
  const normal = normalize(label);
  const total = /^(?:total|all|overall|総|合計|全|总|共|총|전체|toplam|всего|итого|gesamt)/u.test(normal);
  const noun = ticketWords.includes(normal) && normal.length > 2;
  if (!noun && (!overallWords.includes(normal) || !(total || countedWords.includes(normal)))) return null;
  const around = enclosing(group);
  return around && !total ? impliedScope(around) : { type: 'plan' };
}

export const impliedScope = (group: DraftGroup): ClaimScope => ({
  type: 'group',
  group: group as never,
  implied: true,
});

export const groupScope = (group: DraftGroup): ClaimScope => ({ type: 'group', group: group as never });

/** The nearest phase, sprint, epic or milestone, else the nearest section: what a bare "Progress" is about. */
export function enclosing(group: DraftGroup | null): DraftGroup | null {
  let at = group;
  while (at && at.kind === 'section') at = at.parent;
  // A list of what is done is done by definition: a figure behind it is about more.
  return at ?? (group?.statusName ? null : group);
}

/** Words that leave no doubt that tickets are counted: none, "progress", "tasks completed". */
function isAboutTickets(words: string): boolean {
  return (
    words
      .split(/\s+(?:of\s+)?/)
      .every(
        (word) =>
          word === '' ||
          progressWords.includes(word) ||
          countedWords.includes(word) ||
          completeWords.includes(word) ||
          kindOfPhrase(word) === 'done',
      ) || progressWords.includes(words)
  );
}

function titleFits(words: string, title: string): boolean {
  const normal = normalize(title);
  return words.length > 1 && (normal.includes(words) || words.includes(normal));
}

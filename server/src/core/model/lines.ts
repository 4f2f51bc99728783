import type { Span } from '../text/span';
import { readBadges, type StatusBadge } from './badges';
import { readCount, readFigures } from './claims';
import { findDates, findWrongWeekdays } from './dates';
import { readDependencies } from './dependencies';
import { readEffortTotal } from './effort';
import { readFields } from './fields';
import { readGate } from './gates';
import { plain, withoutSigns } from './inline';
import { groupNames, leadingId } from './names';
import { readPhaseLine, readPhaseStatus } from './phaseLines';
import { findPlaceholder } from './placeholders';
import type { Status } from './plan';
import { type Reading, type Scope, statusAt } from './reading';
import { kindOfPhrase, readStatus } from './status';
import { readTally, rowTally } from './tally';
import { blockedHeadings, focusWords, isNothing, labelWords, normalize, targetWords, updatedWords } from './vocabulary';
import { wordedDependencies } from './worded';

/** Longer lines hold prose, not figures. */
const longestLine = 2000;

/**
 * Reads a line of text for what it says of the plan: fields of the ticket or group it stands in, the focus, figures,
 * placeholders. A table row of label and value comes with the two already told apart.
 */
export function readLine(reading: Reading, line: Span, scope: Scope, given?: { label: string; value: Span }): void {
  const { text } = reading;
  if (line.end - line.start > longestLine || scope.sample) return;
  const fields = given ? [{ label: normalize(given.label), value: given.value }] : readFields(text, line);
  for (const field of fields) readField(reading, field.label, field.value, scope);
  if (scope.ticket && !scope.nested && !scope.log && !given)
    for (const one of wordedDependencies(text, line)) reading.worded.push({ ticket: scope.ticket, ...one });
  readMarks(reading, line);
  readGroupOrder(reading, line);
  if (!scope.log && !scope.ticket && !scope.nested) {
    if (!given) readPhaseLine(reading, line);
    readGate(reading, line, scope.group, fields[0]?.label ?? null);
  }
  if (/^[-*+]\[[ xX]\]/.test(text.slice(line.start, line.start + 4)))
    reading.unread.push({ span: line, reason: 'it looks like a box, and is none' });
  const source = text.slice(line.start, line.end);
  const placeholder = given ? null : findPlaceholder(source, line.start);
  if (placeholder && fields.length > 0) reading.placeholders.push(placeholder);
  if (scope.log || fields.some((field) => isFocus(field.label))) return;
  if (!scope.other && !scope.nested && scope.ticket === null) {
    const tally = given
      ? rowTally(given.label, given.value, null, text, reading.legend)
      : readTally(source, line.start, reading.legend);
    if (tally) {
      reading.tallies.push({ raw: tally, span: line, group: scope.group, bound: null, row: false });
      return;
    }
  }
  const badges = readBadges(source, line.start);
  for (const raw of badges.figures) reading.claims.push({ raw, group: scope.group, bound: null, source: 'line' });
  if (badges.status && scope.top) reading.status ??= badgeStatus(reading, badges.status);
  const raw = readFigures(source, line.start);
  if (raw) {
    reading.claims.push({
      raw: given ? { ...raw, label: given.label, unit: '' } : raw,
      group: scope.group,
      bound: null,
      inTicket: scope.ticket !== null,
      source: 'line',
    });
    return;
  }
  const counted = readCount(source, line.start);
  if (counted) reading.counts.push({ ...counted, group: scope.group });
}

/** A badge's status: words that the path of an image escapes. */
function badgeStatus({ legend }: Reading, { text, start, end }: StatusBadge): Status | null {
  const found = readStatus(text, legend);
  return found && { ...found, span: { start, end }, inherited: false };
}

export const isFocus = (label: string): boolean => focusWords.includes(normalize(withoutSigns(label)));

function readField(reading: Reading, label: string, value: Span, scope: Scope): void {
  const { text } = reading;
  const name = normalize(withoutSigns(label));
  readDateField(reading, name, value, scope);
  const effort = scope.log ? null : readEffortTotal(name, text.slice(value.start, value.end), value.start);
  if (effort) reading.efforts.push({ ...effort, group: scope.group });
  const words = plain(text.slice(value.start, value.end));
  if (isFocus(name) && !scope.log) reading.focus.push({ span: value, text: words });
  const around = scope.nested ? null : scope.group;
  const owner = scope.ticket ?? (around && around.kind !== 'section' ? around : null);
  if (words === '') return;
  if (!owner) {
    // Of free text ("base done, more planned") it cannot be told what it is about.
    const known = kindOfPhrase(withoutSigns(words).replace(/\s*[(（]?\d[\d\s./年月日-]*[)）]?$/u, '')) !== null;
    if (scope.top && labelWords.status.includes(name)) {
      if (known) reading.status ??= statusAt(reading, value);
      else readPhaseStatus(reading, value);
    }
    if (!scope.log && !scope.nested && blockedHeadings.includes(name)) readBlockedField(reading, value);
    return;
  }
  if (labelWords.status.includes(name)) {
    const status = statusAt(reading, value);
    if (status && (!owner.status || owner.status.inherited)) owner.status = status;
    return;
  }
  if (labelWords.depends.includes(name)) {
    const found = readDependencies(text, value);
    if (owner.type === 'ticket') owner.dependsOn(found);
    else owner.dependencies.push(...found);
    return;
  }
  if (owner.type !== 'ticket') return;
  if (labelWords.owner.includes(name)) owner.tell('owner', words);
  else if (labelWords.branch.includes(name)) owner.tell('branch', words);
  else if (labelWords.estimate.includes(name)) owner.tell('estimate', words);
  else if (labelWords.priority.includes(name)) owner.tell('priority', words);
}

/** "Blocked: none", "Blocked: A-3, A-4" above or beside the tickets. */
function readBlockedField(reading: Reading, value: Span): void {
  const words = plain(reading.text.slice(value.start, value.end));
  if (isNothing(words)) reading.nothingBlocked.push(value);
  else
    for (const { text, span } of readDependencies(reading.text, value))
      if (leadingId(text, reading.ids)?.id === text) reading.blocked.push({ span, text });
}

function readDateField(reading: Reading, name: string, value: Span, scope: Scope): void {
  const date = findDates(reading.text.slice(value.start, value.end), value.start)[0];
  if (!date) return;
  if (updatedWords.includes(name)) reading.updated.push(date);
  const entity = scope.ticket ?? scope.group;
  if (targetWords.includes(name) && entity) reading.targets.push({ ...date, entity });
}

/** `**Foundational (Phase 2)**: Depends on Setup completion`: a line that gives a phase its dependencies. */
function readGroupOrder(reading: Reading, line: Span): void {
  const source = reading.text.slice(line.start, line.end);
  const match = /^([*_]{0,2}[^*_:：]{3,60}[*_]{0,2}\s*[:：][*_]{0,2}\s*depends on\s+)([^.;–—]{3,80})/iu.exec(source);
  const names = match ? groupNames(match[1]!) : [];
  const group =
    names.length === 1 && names[0]!.keys.length === 1 ? reading.draft.group(names[0]!.kind, names[0]!.key) : undefined;
  if (!match || !group) return;
  const start = line.start + match[1]!.length;
  group.dependencies.push(...readDependencies(reading.text, { start, end: start + match[2]!.length }));
}

/** "A → B → C" and what the dates of a line say. */
function readMarks(reading: Reading, line: Span): void {
  const source = reading.text.slice(line.start, line.end);
  if (/→|->|⇒/.test(source)) reading.arrows.push(line);
  reading.weekdays.push(...findWrongWeekdays(source, line.start));
}

/** A line that starts with a date, as the entries of a log do. */
export function readEntryDate(reading: Reading, span: Span): void {
  const source = reading.text.slice(span.start, Math.min(span.end, span.start + 40));
  const first = findDates(source, span.start)[0];
  if (first && /^[\s*_`[(【|#-]*$/.test(reading.text.slice(span.start, first.span.start))) reading.entries.push(first);
}

/** Whether a line is a field that belongs to a ticket: what makes a heading one. */
export function isTicketField(text: string, line: Span): boolean {
  return readFields(text, line).some(({ label }) => {
    const name = normalize(withoutSigns(label));
    return (
      labelWords.status.includes(name) ||
      labelWords.depends.includes(name) ||
      labelWords.estimate.includes(name) ||
      labelWords.priority.includes(name)
    );
  });
}

import type { Heading } from '../syntax/blocks';
import { type Span, shift } from '../text/span';
import type { DraftGroup } from './draft';
import { type HeadingReading, readHeading } from './heading';
import { holdsTasks } from './items';
import { isTicketField } from './lines';
import { blocksOf, isNode, type OutlineNode, type Placed } from './outline';
import type { Status } from './plan';
import type { Reading, Scope } from './reading';
import { readStatus } from './status';
import { slug, ticketReading } from './ticketReading';
import { normalize, otherWords } from './vocabulary';

/** What a heading makes of the part below it: a group, a ticket, a list of what is blocked, or a section. */
export function scopeBelow(
  reading: Reading,
  node: OutlineNode,
  heading: HeadingReading,
  span: Span,
  scope: Scope,
  isTitle: boolean,
): Scope {
  const { draft, text } = reading;
  const below: Scope = {
    ...scope,
    top: isTitle,
    blocked: heading.blockedList,
    legend: heading.legend,
    sample: scope.sample || heading.sample,
    log: scope.log || heading.log,
    other: (scope.other || isOther(heading.text)) && !holdsPlan(reading, node),
  };
  if (heading.blockedList || heading.legend) return { ...below, ticket: null, inherited: null };
  const inherited: Status | null = heading.section ? { ...heading.section, inherited: true } : scope.inherited;
  const status: Status | null = heading.status
    ? { ...heading.status, inherited: false }
    : heading.box && statusOfBox(text, heading.box, reading)
      ? statusOfBox(text, heading.box, reading)
      : null;
  const mention = { span, titleSpan: heading.titleSpan, status, statusSlot: heading.box };
  if (heading.group && heading.group.keys.length === 1 && !isTitle) {
    const { kind, key } = heading.group;
    let parent = scope.group;
    while (parent && !holdsGroup(parent, kind, key)) parent = parent.parent;
    const group = draft.addGroup(
      { ...mention, kind, key, title: heading.title, partial: heading.partial, headed: true },
      parent,
    );
    // Shades of what is not done are no contradiction: 🚧 stands for "planned", too.
    const one = heading.beside?.kind === 'done' || status?.kind === 'done';
    if (heading.beside && one) group.mentions.push({ ...mention, status: { ...heading.beside, inherited: false } });
    return { ...below, group, ticket: null, inherited };
  }
  const milestone = !isTitle && heading.id ? milestoneOf(reading, heading.id.id) : null;
  if (milestone) {
    const group = draft.addGroup(
      { ...mention, kind: 'milestone', key: milestone, title: heading.title, partial: heading.partial, headed: true },
      null,
    );
    return { ...below, group, ticket: null, inherited };
  }
  if (!isTitle && isTicketHeading(reading, node, heading, scope)) {
    const named = isNumbered(heading) ? null : heading.id;
    const _parts = {
      shape: 'heading',
      id: named?.id ?? null,
      idSpan: named?.span ?? null,
      title: heading.title,
    } as const;
    const inLine = (at: Span | null): Span | null => at && shift(at, -span.start);
    const ticket = draft.addTicket(
      ticketReading({
        shape: 'heading',
        id: named?.id ?? null,
        idSpan: inLine(named?.span ?? null),
        title: heading.title,
        titleSpan: shift(heading.titleSpan, -span.start),
        span: shift(span, -span.start),
        status: status && { ...status, span: shift(status.span, -span.start) },
        statusSlot: inLine(heading.box),
      }),
      span.start,
      { group: scope.group, parent: scope.ticket },
      { inherited },
    );
    return { ...below, ticket, inherited: null };
  }
  if (isTitle) return { ...below, ticket: null, inherited };
  // "Subtasks" below the heading of a ticket are its own.
  if (!holdsPlan(reading, node) || (scope.ticket !== null && !heading.section))
    return { ...below, ticket: scope.ticket, inherited };
  const key = slug(heading.title);
  // A sign before the name of a section is decoration as often as not.
  const decorated = status !== null && !/\p{L}/u.test(status.text) && status.span.start < heading.titleSpan.start;
  const group = draft.addGroup(
    {
      ...mention,
      status: decorated ? null : status,
      kind: 'section',
      key: uniqueSection(scope.group, key),
      title: heading.title || heading.text,
      partial: heading.partial,
      statusName: heading.section?.kind ?? null,
      headed: true,
    },
    scope.group,
  );
  return { ...below, group, ticket: null, inherited };
}

/** Whether a heading says that what is counted below it are no tickets. */
const isOther = (heading: string): boolean =>
  normalize(heading)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => otherWords.includes(word)) || /テスト|バグ|不具合|测试|缺陷|테스트|버그/u.test(heading);

/** "M1: Alpha" is the milestone 1 that a table told of before. */
function milestoneOf({ draft }: Reading, id: string): string | null {
  const key = /^M(\d{1,2})$/.exec(id)?.[1];
  return key && draft.group('milestone', key) ? key : null;
}

/** Sprints stand in epics, and phase 2.1 in phase 2; a section is no level of its own between phases. */
const holdsGroup = (outer: DraftGroup, kind: string, key: string): boolean =>
  outer.kind !== 'section' && (outer.kind !== kind || key.startsWith(`${outer.key}.`));

/** Sections of one name in different groups are different sections. */
const uniqueSection = (group: DraftGroup | null, key: string): string =>
  group ? `${group.kind === 'section' ? group.key : `${group.kind}-${group.key}`}/${key}` : key;

function statusOfBox(text: string, box: Span, reading: Reading): Status | null {
  const found = readStatus(`[${text.slice(box.start, box.end)}]`, reading.legend);
  return found && { ...found, span: box, inherited: false };
}

/**
 * A heading is a ticket when it has an id ("T1: …", "Task 1.1: …"), or a number inside a phase ("2. Backend setup"), and what
 * is below it is tasks or the fields of a ticket, without further phases or tickets in headings of their own.
 */
function isTicketHeading(reading: Reading, node: OutlineNode, heading: HeadingReading, scope: Scope): boolean {
  if (!heading.id || heading.section) return false;
  const { text } = reading;
  const numbered = isNumbered(heading);
  const inPhase = scope.group !== null && scope.group.kind !== 'section';
  let tasks = heading.box !== null;
  let fields = heading.status !== null && !numbered;
  for (const entry of node.entries) {
    if (isNode(entry)) {
      const { block, base } = entry.heading!;
      const inner = readHeading(headingText(text, entry.heading!), shift(block.content, base), reading);
      if (inner.group || (inner.id && /\p{L}|\./u.test(inner.id.id))) return false;
      tasks ||= [...blocksOf(entry)].some((placed) => placed.block.type === 'item' && placed.block.box !== null);
    } else if (entry.block.type === 'item') {
      tasks ||= holdsTasks(text, entry.block, entry.base);
    } else if (entry.block.type === 'paragraph') {
      fields ||= entry.block.lines.some((line) => isTicketField(text, shift(line, entry.base)));
    }
  }
  if (numbered) return (tasks && inPhase) || fields;
  return tasks || fields;
}

/** "2. Backend setup" has a place in a list; "Task 2: Backend setup" has an id. */
const isNumbered = (heading: HeadingReading): boolean =>
  heading.id !== null && /^\d+$/.test(heading.id.id) && /^[^\p{L}]*\d/u.test(heading.text);

/** Whether a section has anything of a plan below it, so that it is worth a group. */
function holdsPlan(reading: Reading, node: OutlineNode): boolean {
  for (const entry of node.entries) {
    if (isNode(entry)) {
      if (
        holdsPlan(reading, entry) ||
        readHeading(
          headingText(reading.text, entry.heading!),
          shift(entry.heading!.block.content, entry.heading!.base),
          reading,
        ).group
      )
        return true;
    } else if (
      entry.block.type === 'table' ||
      (entry.block.type === 'item' && (entry.block.box !== null || holdsTasks(reading.text, entry.block, entry.base)))
    )
      return true;
  }
  return false;
}

/** A heading's source text, without its marks. */
export function headingText(text: string, { block, base }: Placed<Heading>): string {
  return text.slice(block.content.start + base, block.content.end + base);
}

import type { Settings } from '../settings';
import type { Heading } from '../syntax/blocks';
import { parseDocument, type SyntaxDocument } from '../syntax/document';
import { linesOf } from '../syntax/lines';
import { SourceText } from '../text/source';
import { type Span, shift } from '../text/span';
import { bindClaims } from './bind';
import { type RawClaim, readCount, readFigures, standsAlone } from './claims';
import { findWrongWeekdays } from './dates';
import { Draft, type DraftGroup, slug } from './draft';
import { type HeadingReading, readHeading } from './heading';
import { plain } from './inline';
import { holdsTasks, readItem } from './items';
import { readLegends } from './legends';
import { isTicketField, readEntryDate, readLine } from './lines';
import { findMojibake } from './mojibake';
import { canonicalId, groupNames } from './names';
import { blocksOf, isNode, type OutlineNode, type Placed, readOutline } from './outline';
import type { BlockedEntry, Focus, LimitedList, PhaseOrder, Plan, Status, TextIssue, Ticket } from './plan';
import { type Reading, type Scope, statusAt } from './reading';
import { readRows } from './rows';
import { kindOfPhrase, readStatus } from './status';
import { countedWords, isNothing, normalize, sampleWords } from './vocabulary';

/** One document as read: what the next reading can take parts from. */
export interface DocumentState {
  readonly uri: string;
  readonly source: SourceText;
  readonly syntax: SyntaxDocument;
  /** Null where the document holds no plan. */
  readonly plan: Plan | null;
}

/** Reads a document. The answer depends on text and settings only; `previous` makes it quicker. Never throws. */
export function readDocument(
  uri: string,
  text: string,
  settings: Pick<Settings, 'fences'>,
  previous?: DocumentState,
): DocumentState {
  const syntax = parseDocument(text, previous?.syntax);
  return { uri, source: new SourceText(text), syntax, plan: readPlan(text, syntax, settings.fences) };
}

/** What a document says of its plan; null for ordinary Markdown, which has neither tickets nor phases with a status. */
export function readPlan(text: string, syntax: SyntaxDocument, fences: Settings['fences']): Plan | null {
  const closed =
    fences === 'always'
      ? null
      : build(
          text,
          readOutline(syntax, () => false),
        );
  const descends =
    fences === 'always' || (fences === 'auto' && closed!.allTickets.length === 0 && !hasTaskOutsideSamples(closed!));
  const open = descends
    ? build(
        text,
        readOutline(syntax, (fence, content, heading) => isPlanFence(fence, content, heading)),
      )
    : closed!;
  const plan = open.allTickets.length > 0 || closed === null ? open : closed;
  const alive = plan.allTickets.length > 0 || plan.allGroups.some((group) => group.status !== null);
  return alive ? plan : null;
}

const hasTaskOutsideSamples = (plan: Plan): boolean =>
  plan.allGroups.some((group) => group.status !== null && group.tickets.length > 0);

/** Markdown, and neither called an example nor full of placeholders. */
function isPlanFence({ block }: Placed, content: string, heading: string): boolean {
  if (block.type !== 'fence' || !/^(?:markdown|md)$/.test(block.language)) return false;
  const words = normalize(plain(heading));
  if (sampleWords.some((word) => words === word || words.startsWith(`${word} `) || words.endsWith(` ${word}`)))
    return false;
  return !/\bX{2,}\b|-X{2,}|\{[A-Za-z][^}\n]*\}/.test(content);
}

function build(text: string, root: OutlineNode): Plan {
  const legend = readLegends(text, root);
  const reading: Reading = {
    text,
    legend,
    draft: new Draft(),
    claims: [],
    counts: [],
    focus: [],
    limits: [],
    blocked: [],
    nothingBlocked: [],
    arrows: [],
    updated: [],
    entries: [],
    targets: [],
    weekdays: [],
    malformed: [],
    status: null,
    placeholders: [],
    unread: [],
  };
  const heads = root.entries.filter(isNode);
  const only = heads.length === 1 && heads[0]!.heading!.block.depth === 1 ? heads[0]! : null;
  const title = only ?? heads.find((node) => node.heading!.block.depth === 1) ?? null;
  const scope: Scope = {
    group: null,
    ticket: null,
    inherited: null,
    blocked: false,
    legend: false,
    sample: false,
    log: false,
    top: true,
  };
  visitEntries(reading, root, scope, title);
  const { draft } = reading;
  draft.prune();
  const mojibake: TextIssue[] = findMojibake(text, 0);
  const titleText = title && headingText(text, title.heading!).trim();
  return {
    title: titleText ? plain(titleText) : null,
    groups: draft.groups as never,
    tickets: draft.tickets as never,
    allTickets: draft.allTickets as never,
    allGroups: draft.allGroups as never,
    legend,
    claims: bindClaims(reading),
    focus: bindFocus(reading),
    limits: reading.limits,
    blocked: bindBlocked(reading),
    nothingBlocked: reading.nothingBlocked,
    orders: bindOrders(reading),
    dates: {
      updated: reading.updated,
      entries: reading.entries,
      targets: reading.targets as never,
      weekdays: reading.weekdays,
    },
    malformed: reading.malformed,
    status: reading.status,
    placeholders: reading.placeholders,
    mojibake,
    unread: reading.unread,
  };
}

function headingText(text: string, { block, base }: Placed<Heading>): string {
  return text.slice(block.content.start + base, block.content.end + base);
}

function visitEntries(reading: Reading, node: OutlineNode, scope: Scope, title: OutlineNode | null): void {
  for (const entry of node.entries) {
    if (isNode(entry)) visitHeading(reading, entry, scope, title);
    else visitBlock(reading, entry, scope);
  }
}

function visitBlock(reading: Reading, { block, base }: Placed, scope: Scope): void {
  if (block.type === 'frontMatter') readFrontMatter(reading, shift(block.span, base));
  if (block.type === 'paragraph' && scope.blocked) {
    const span = shift(block.span, base);
    if (isNothing(plain(reading.text.slice(span.start, span.end)))) reading.nothingBlocked.push(span);
  }
  if (block.type === 'table') readRows(reading, block, base, scope);
  else if (block.type === 'item') readItem(reading, block, base, scope);
  else if (block.type === 'paragraph') for (const line of block.lines) readLine(reading, shift(line, base), scope);
  else if (block.type === 'unparsed') reading.unread.push({ span: shift(block.span, base), reason: block.reason });
  else if (block.type === 'fence' && /^(?:|text|txt|plain|plaintext)$/.test(block.language))
    readPlainFence(reading, shift(block.content, base), scope);
}

/** `status:` of YAML front matter is the document's own. */
function readFrontMatter(reading: Reading, span: Span): void {
  const match = /^status\s*:[ \t]*(["']?)([^\r\n#]*?)\1[ \t]*(?:#.*)?$/im.exec(
    reading.text.slice(span.start, span.end),
  );
  if (!match?.[2]) return;
  const start = span.start + match.index + match[0].indexOf(match[2], match[0].indexOf(':'));
  reading.status = statusAt(reading, { start, end: start + match[2].length });
}

/**
 * Plain fences hold bars, logs and the output of tools. Their figures are read where a line of the fence names a group: then the
 * fence is about the plan.
 */
function readPlainFence(reading: Reading, content: Span, scope: Scope): void {
  if (scope.sample) return;
  const claims: RawClaim[] = [];
  for (const line of linesOf(reading.text, content)) {
    if (line.end - line.start > 400) continue;
    readEntryDate(reading, line);
    const raw = readFigures(reading.text.slice(line.start, line.end), line.start);
    if (raw) claims.push(raw);
  }
  if (scope.log || !claims.some((raw) => groupNames(raw.label).length > 0)) return;
  for (const raw of claims) reading.claims.push({ raw, group: null, bound: null, source: 'fence' });
}

function visitHeading(reading: Reading, node: OutlineNode, scope: Scope, title: OutlineNode | null): void {
  const { block, base } = node.heading!;
  const span = shift(block.span, base);
  const content = shift(block.content, base);
  const heading = readHeading(reading.text.slice(content.start, content.end), content, reading.legend);
  const inner = scopeBelow(reading, node, heading, span, scope, node === title);
  const counted = readCount(reading.text.slice(content.start, content.end), content.start);
  if (counted && !inner.log) reading.counts.push({ label: counted.label, count: counted.count, group: scope.group });
  readEntryDate(reading, content);
  reading.weekdays.push(...findWrongWeekdays(reading.text.slice(content.start, content.end), content.start));
  if (heading.limit) reading.limits.push(...limitedList(node, heading, span));
  const raw = readFigures(reading.text.slice(content.start, content.end), content.start);
  if (inner.group && inner.group !== scope.group && !inner.log) headingCount(reading, content, inner.group);
  const own = raw && standsAlone(reading.text.slice(content.start, content.end), raw.span.start - content.start);
  if (own && inner.group && !inner.log)
    reading.claims.push({ raw, group: inner.group, bound: null, source: 'heading' });
  visitEntries(reading, node, inner, title);
}

/** "Backlog (7 items)" and, under a heading of totals, "Total: 18 tasks". */
function headingCount(reading: Reading, span: Span, group: DraftGroup): void {
  const source = reading.text.slice(span.start, span.end);
  const match = source.length > 500 ? null : /[(（](\d{1,4})\s*([\p{L} ]{1,20})[)）]\s*$/u.exec(source);
  if (!match || !countedWords.includes(normalize(match[2]!))) return;
  const start = span.start + match.index + match[0].indexOf(match[1]!);
  const total = { value: Number(match[1]), span: { start, end: start + match[1]!.length }, approximate: false };
  const raw = { span: total.span, label: '', unit: '', done: null, total, percent: null, bar: null };
  reading.claims.push({ raw, group, bound: group, source: 'heading' });
}

/** What a heading makes of the part below it: a group, a ticket, a list of what is blocked, or a section. */
function scopeBelow(
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
    return { ...below, group, ticket: null, inherited };
  }
  if (!isTitle && isTicketHeading(reading, node, heading, scope)) {
    const named = isNumbered(heading) ? null : heading.id;
    const ticket = draft.addTicket(
      {
        shape: 'heading',
        id: named?.id ?? null,
        idSpan: named?.span ?? null,
        title: heading.title,
        titleSpan: heading.titleSpan,
        span,
        status: status ?? inherited,
        statusSlot: heading.box,
      },
      { group: scope.group, parent: scope.ticket },
    );
    return { ...below, ticket, inherited: null };
  }
  if (isTitle) return { ...below, ticket: null, inherited };
  if (!holdsPlan(reading, node)) return { ...below, ticket: scope.ticket, inherited };
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
      const inner = readHeading(headingText(text, entry.heading!), shift(block.content, base), reading.legend);
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
          reading.legend,
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

function limitedList(node: OutlineNode, heading: HeadingReading, headingSpan: Span): LimitedList[] {
  const items = node.entries
    .filter((entry): entry is Placed => !isNode(entry) && entry.block.type === 'item')
    .map(({ block, base }) => shift(block.span, base));
  return items.length > 0 ? [{ headingSpan, limit: heading.limit!, items }] : [];
}

/** A focus names a ticket by its id, else a group. One that says itself that it is complete is a report, no focus. */
function bindFocus(reading: Reading): Focus[] {
  const { draft } = reading;
  return reading.focus.flatMap(({ span, text }) => {
    const words = text.split(/[\s,，、()（）:：]+/).filter((word) => word !== '');
    if (kindOfPhrase(words.at(-1) ?? '') === 'done' || /✅|☑|✔/u.test(text)) return [];
    for (const match of text.matchAll(/[\p{L}\p{N}#][\p{L}\p{N}._-]*\d[\p{L}\p{N}._-]*/gu)) {
      const ticket = /\p{L}|\./u.test(match[0]) ? draft.ticketById(match[0]) : undefined;
      if (ticket && canonicalId(match[0]) === canonicalId(ticket.id!))
        return [{ span, target: ticket as unknown as Ticket }];
    }
    const names = groupNames(text);
    const name = names[0];
    if (!name || names.length > 1 || name.keys.length > 1) return [];
    const group = draft.group(name.kind, name.key);
    return group ? [{ span, target: group as never }] : [];
  });
}

const arrowChain = /(?<![\p{L}\p{N}])(?:[A-Z]|\d{1,2})(?:\s*(?:→|->|⇒)\s*(?:[A-Z]|\d{1,2})(?![\p{L}\p{N}]))+/u;

/** An order of phases is a chain of their keys, or of their names, joined by arrows. */
function bindOrders(reading: Reading): PhaseOrder[] {
  return reading.arrows.flatMap((line) => {
    const source = plain(reading.text.slice(line.start, line.end));
    const names = groupNames(source);
    const kinds = new Set(names.map((name) => name.kind));
    let keys: string[] = [];
    if (
      names.length > 1 &&
      kinds.size === 1 &&
      names.every(
        (name, i) => i === 0 || /^[^.。;；]{0,40}(?:→|->|⇒)\s*$/u.test(source.slice(names[i - 1]!.end, name.start)),
      )
    )
      keys = names.map((name) => name.key);
    else if (names.length === 0)
      keys = (arrowChain.exec(source)?.[0] ?? '').split(/\s*(?:→|->|⇒)\s*/u).filter((key) => key !== '');
    const groups = keys.map((key) => reading.draft.group(names[0]?.kind ?? 'phase', key));
    return groups.length > 1 && groups.every((group) => group !== undefined)
      ? [{ span: line, groups: groups as never }]
      : [];
  });
}

function bindBlocked(reading: Reading): BlockedEntry[] {
  return reading.blocked.map(({ span, text }) => {
    const byId = /^[\p{L}\p{N}#][\p{L}\p{N}._-]*\d[\p{L}\p{N}._-]*/u.exec(text)?.[0];
    const normal = normalize(text);
    const ticket =
      (byId && reading.draft.ticketById(byId)) ||
      reading.draft.allTickets.find((candidate) => normalize(candidate.title) === normal) ||
      null;
    return { span, text, ticket: ticket as unknown as Ticket | null };
  });
}

import type { Settings } from '../settings';
import { parseDocument, type SyntaxDocument } from '../syntax/document';
import type { TextChange } from '../text/change';
import { mentions } from '../text/mention';
import type { SourceText } from '../text/source';
import { type Span, shift } from '../text/span';
import { bindAsides } from './asides';
import { bindClaims } from './bind';
import { bindBlocked, bindFocus, bindMisnomers, bindOrders, bindWorded } from './bindNames';
import { bindTallies } from './bindTallies';
import { readCount, readFigures, standsAlone } from './claims';
import { findWrongWeekdays } from './dates';
import { Draft } from './draft';
import { readPlainFence } from './fences';
import { readFrontMatter } from './frontMatter';
import { bindGates } from './gates';
import { type HeadingReading, readHeading } from './heading';
import { blockOthers, headingCount, headingFocus } from './headings';
import { plain } from './inline';
import { readItem } from './items';
import { readLegends } from './legends';
import { readEntryDate, readLine } from './lines';
import { findMojibake } from './mojibake';
import { bindOrder, isOrder } from './order';
import { endOf, isNode, type OutlineNode, type Placed, readOutline } from './outline';
import { explained, type OwnWords, ownWords, readsAlike } from './ownWords';
import { patchedPlan } from './patch';
import { bindPhaseLines } from './phaseLines';
import { headingText, scopeBelow } from './place';
import type { LegendEntry, LimitedList, Plan, TextIssue } from './plan';
import type { Reading, Scope } from './reading';
import { readRows } from './rows';
import { DocumentState, type KeyWords, type ReadingSettings, type ReadPlan } from './state';
import { isNothing, isSample, normalize } from './vocabulary';
import { bindWaivers, findWaivers, type WaiverComment, waiverWord, withoutWaivers } from './waivers';

/** The version of a document before. */
interface Previous {
  readonly state: DocumentState;
  /** What became another in its text. */
  readonly change: TextChange;
  /** It may hand down its plan, to be changed. */
  readonly handsDown: boolean;
}

/** Reads a document. The answer depends on text and settings only; the version before makes it quicker. Never throws. */
export function readDocument(
  uri: string,
  source: SourceText,
  settings: ReadingSettings,
  previous?: Previous,
): DocumentState {
  const text = source.chars;
  const { state: before, change = null, handsDown = false } = previous ?? {};
  const words: KeyWords = {
    waives: mentions(text, waiverWord, change, before?.words.waives ?? true),
    requires: mentions(text, requirementWord, change, before?.words.requires ?? true),
  };
  const waivers = words.waives ? findWaivers(source.text) : [];
  // Where neither version has waivers, what is read is the text itself.
  const isPlain = change !== null && !words.waives && before?.words.waives === false;
  const readable = waivers.length === 0 ? text : withoutWaivers(source.text, waivers);
  const known = before?.syntax ?? undefined;
  const syntax = isPlain && known ? parseDocument(text, known, change) : parseDocument(readable, known);
  const isAlike = before?.words.requires === words.requires && readsAlike(before.settings, settings);
  const handed = handsDown && isPlain && isAlike ? before.handedDown : null;
  const patched = handed && known ? patchedPlan(handed, change!, known, syntax) : null;
  if (patched) before!.handDown();
  const dashIsBegun = words.requires;
  const input = (): Input => ({ source, text: readable.toString(), waivers, words: ownWords(settings), dashIsBegun });
  const read = patched ?? readPlan(input(), syntax, settings.fences);
  return new DocumentState(
    uri,
    source,
    settings,
    words,
    syntax,
    read,
    patched?.retold ?? null,
    again(uri, source, settings),
  );
}

/** Made here, where nothing else is at hand: what is to be let go must not be kept by it. */
const again = (uri: string, source: SourceText, settings: ReadingSettings) => (): DocumentState =>
  readDocument(uri, source, settings);

/** A plan in Kiro's form says what a task is for; there, a dash in a box means begun. */
const requirementWord = '_Requirements:';

/** What a plan is read from, beside the blocks. */
interface Input {
  readonly source: SourceText;
  /** The source's text, blanks in place of waivers. */
  readonly text: string;
  readonly waivers: readonly WaiverComment[];
  readonly words: OwnWords;
  /** A dash in a box means that its task is begun. */
  readonly dashIsBegun: boolean;
}

/** What a document says of its plan; null for ordinary Markdown, which has neither tickets nor phases with a status. */
function readPlan(input: Input, syntax: SyntaxDocument, fences: Settings['fences']): ReadPlan {
  const closed =
    fences === 'always'
      ? null
      : build(
          input,
          readOutline(syntax, () => false),
          [],
        );
  const descends = fences === 'always' || (fences === 'auto' && closed!.plan.allTickets.length === 0);
  const open = descends ? buildWithFences(input, syntax) : closed!;
  const { plan, reading } = open.plan.allTickets.length > 0 || closed === null ? open : closed;
  const alive = plan.allTickets.length > 0 || plan.allGroups.some((group) => group.status !== null);
  return alive ? { plan, reading } : { plan: null, reading: null };
}

/** A plan and what it was made from. */
interface Built {
  readonly plan: Plan;
  readonly reading: Reading;
}

function buildWithFences(input: Input, syntax: SyntaxDocument): Built {
  const fences: Span[] = [];
  const root = readOutline(syntax, (fence, content, heading) => {
    const holdsPlan = isPlanFence(fence, content, heading);
    if (holdsPlan && fence.block.type === 'fence') fences.push(shift(fence.block.content, fence.base));
    return holdsPlan;
  });
  return build(input, root, fences);
}

/** Markdown, and neither called an example nor full of placeholders. */
function isPlanFence({ block }: Placed, content: string, heading: string): boolean {
  if (block.type !== 'fence' || !/^(?:markdown|md)$/.test(block.language)) return false;
  if (isSample(normalize(plain(heading)))) return false;
  return !/\bX{2,}\b|-X{2,}|\{[A-Za-z][^}\n]*\}/.test(content);
}

function build(
  { text, source, waivers, words, dashIsBegun }: Input,
  root: OutlineNode,
  fences: readonly Span[],
): Built {
  const legend = explained(readLegends(text, root, words.columns), words);
  const reading: Reading = {
    text,
    legend: sameLegend([...legend, ...words.legend]),
    columns: words.columns,
    ids: words.ids,
    draft: new Draft(),
    tables: [],
    claims: [],
    counts: [],
    drawings: [],
    asides: [],
    worded: [],
    tallies: [],
    groupCounts: [],
    focus: [],
    limits: [],
    blocked: [],
    nothingBlocked: [],
    arrows: [],
    gates: [],
    phaseLines: [],
    ordered: [],
    efforts: [],
    updated: [],
    entries: [],
    targets: [],
    weekdays: [],
    malformed: [],
    status: null,
    phaseStatus: null,
    loose: false,
    dashIsBegun,
    signedBullets: new Set(),
    plainBullets: new Set(),
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
    other: false,
    top: true,
  };
  visitEntries(reading, root, scope, title);
  const { draft } = reading;
  bindPhaseLines(reading);
  draft.prune();
  // Where some bullets carry a sign and others do not, it is not known how far the others are.
  for (const group of reading.signedBullets) group.partial ||= reading.plainBullets.has(group);
  draft.reviveParents();
  bindWorded(reading);
  for (const paragraph of reading.ordered) bindOrder(text, paragraph, draft);
  const mojibake: TextIssue[] = findMojibake(text, 0);
  const titleText = title && headingText(text, title.heading!).trim();
  const plan: Plan = {
    title: titleText ? plain(titleText) : null,
    titleSpan: titleText ? shift(title.heading!.block.span, title.heading!.base) : null,
    groups: draft.groups as never,
    tickets: draft.tickets as never,
    allTickets: draft.allTickets as never,
    allGroups: draft.allGroups as never,
    byId: draft.byId,
    sameIds: draft.sameIds,
    tables: reading.tables,
    fences,
    legend,
    claims: bindClaims(reading),
    asides: bindAsides(reading),
    misnomers: bindMisnomers(reading),
    tallies: bindTallies(reading),
    groupCounts: reading.groupCounts,
    efforts: reading.efforts as never,
    focus: bindFocus(reading),
    limits: reading.limits,
    blocked: bindBlocked(reading),
    nothingBlocked: reading.nothingBlocked,
    orders: [...bindOrders(reading), ...bindGates(reading)],
    dates: {
      updated: reading.updated,
      entries: reading.entries,
      targets: reading.targets as never,
      weekdays: reading.weekdays,
    },
    malformed: reading.malformed,
    status: reading.status,
    loose: reading.loose,
    placeholders: reading.placeholders,
    mojibake,
    unread: reading.unread,
    waivers: bindWaivers(source, waivers, root),
  };
  return { plan, reading };
}

const legends = new Map<string, readonly LegendEntry[]>();
/** More are not kept. */
const mostLegends = 500;

/** The first legend that says the same: what was read by it needs not be read again. Its spans are those of any. */
function sameLegend(legend: readonly LegendEntry[]): readonly LegendEntry[] {
  const key = JSON.stringify(legend.map(({ text, kind }) => [text, kind]));
  const known = legends.get(key);
  if (known) return known;
  if (legends.size >= mostLegends) legends.clear();
  legends.set(key, legend);
  return legend;
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
  else if (block.type === 'paragraph') {
    const span = shift(block.span, base);
    if (isOrder(reading.text, span)) reading.ordered.push(span);
    for (const line of block.lines) readLine(reading, shift(line, base), scope);
  } else if (block.type === 'unparsed') reading.unread.push({ span: shift(block.span, base), reason: block.reason });
  else if (block.type === 'fence' && /^(?:|text|txt|plain|plaintext)$/.test(block.language))
    readPlainFence(reading, shift(block.content, base), scope);
}

function visitHeading(reading: Reading, node: OutlineNode, scope: Scope, title: OutlineNode | null): void {
  const { block, base } = node.heading!;
  const span = shift(block.span, base);
  const content = shift(block.content, base);
  const heading = readHeading(reading.text.slice(content.start, content.end), content, reading);
  const inner = scopeBelow(reading, node, heading, span, scope, node === title);
  const body = { start: span.start, end: endOf(node) };
  if (inner.group && inner.group !== scope.group) inner.group.body ??= body;
  if (inner.ticket && inner.ticket !== scope.ticket && inner.ticket.span.start === span.start) inner.ticket.body = body;
  const counted = readCount(reading.text.slice(content.start, content.end), content.start);
  if (counted && !inner.log) reading.counts.push({ ...counted, group: scope.group });
  if (inner.log) readEntryDate(reading, content);
  reading.weekdays.push(...findWrongWeekdays(reading.text.slice(content.start, content.end), content.start));
  if (heading.blocksOthers && inner.group) blockOthers(reading, inner.group, content);
  if (heading.focus && !inner.log) headingFocus(reading, node, content);
  if (heading.limit) reading.limits.push(...limitedList(node, heading, span));
  const raw = readFigures(reading.text.slice(content.start, content.end), content.start);
  if (inner.group && inner.group !== scope.group && !inner.log)
    headingCount(reading, content, inner.group, heading.section?.kind ?? null);
  const own = raw && standsAlone(reading.text.slice(content.start, content.end), raw.span.start - content.start);
  // Where the heading is no part of the plan, its figure is about what its words say.
  if (own && inner.group && !inner.log) {
    const source = inner.group === scope.group ? 'line' : 'heading';
    reading.claims.push({ raw, group: inner.group, bound: null, source });
  }
  visitEntries(reading, node, inner, title);
}

function limitedList(node: OutlineNode, heading: HeadingReading, headingSpan: Span): LimitedList[] {
  const items = node.entries
    .filter((entry): entry is Placed => !isNode(entry) && entry.block.type === 'item')
    .map(({ block, base }) => shift(block.span, base));
  return items.length > 0 ? [{ headingSpan, limit: heading.limit!, items }] : [];
}

import { changeBetween, staysInLine, type TextChange } from '../text/change';
import { owned } from '../text/memo';
import type { Chars } from '../text/rope';
import type { Span } from '../text/span';
import type { Block, Fence } from './blocks';
import { changedSection, readSection, type Section } from './section';
import { cutSections } from './sections';

/** A section and the offset at which it starts. */
export interface PlacedSection {
  readonly start: number;
  readonly section: Section;
}

/** A document as a sequence of sections. */
export interface SyntaxDocument {
  readonly text: Chars;
  /** Where front matter and byte order mark end, which are a section of their own. */
  readonly head: number;
  readonly sections: readonly PlacedSection[];
  /** What the last change that took away several sections took away: the next one may bring it back, as the end of a fence does. */
  readonly gone: readonly PlacedSection[];
}

/**
 * The blocks of a text. Sections that the previous reading also had are taken from there; the result is the same with
 * and without it.
 * @param change The stretch in which the text differs from that of the previous reading, where it is known; null where they are equal.
 */
export function parseDocument(
  text: Chars,
  previous?: SyntaxDocument,
  change: TextChange | null = previous ? changeBetween(previous.text.toString(), text.toString()) : null,
): SyntaxDocument {
  if (previous && !change) return previous;
  const sections = previous && change && change.start >= previous.head ? sectionsInLine(text, previous, change) : null;
  return sections ? { ...previous!, text, sections } : parseText(text.toString(), previous, change);
}

function parseText(text: string, previous: SyntaxDocument | undefined, change: TextChange | null): SyntaxDocument {
  const frontMatter = frontMatterEnd(text);
  // A byte order mark is a section of its own, so that none of the others has to know of it.
  const head = frontMatter || (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  if (previous && change && previous.head === head && change.start >= head)
    return { text, head, ...changedSections(text, previous, change) };
  const sections = cutSections(text, head).map(({ start, end }) => ({
    start,
    section: readSection(text.slice(start, end)),
  }));
  if (head > 0) sections.unshift({ start: 0, section: headSection(text.slice(0, head), frontMatter > 0) });
  return { text, head, sections, gone: [] };
}

function headSection(text: string, frontMatter: boolean): Section {
  const block: Block = { type: 'frontMatter', span: { start: 0, end: text.length } };
  return frontMatter ? { text, blocks: [block] } : readSection(text);
}

/**
 * The sections after a change within a row or a task of a section that is filled by such: what starts the line is all that cuts depend
 * on. Null where the change may reach farther.
 */
function sectionsInLine(text: Chars, before: SyntaxDocument, change: TextChange): PlacedSection[] | null {
  const { sections } = before;
  const { start, oldEnd, newEnd } = change;
  const at = startingUntil(sections, start) - 1;
  const old = sections[at];
  const lead = old && leads[old.section.filledBy ?? ''];
  if (!old || !lead || !staysInLine(before.text, text, change)) return null;
  let line = start;
  while (line > old.start && !isLineEnd(text.charCodeAt(line - 1))) line--;
  const [was, now] = [lead.exec(before.text.slice(line, oldEnd + 2)), lead.exec(text.slice(line, newEnd + 2))];
  if (!was || !now || line + was[1]!.length > start) return null;
  const by = newEnd - oldEnd;
  const source = text.slice(old.start, old.start + old.section.text.length + by);
  const within = { start: start - old.start, oldEnd: oldEnd - old.start, newEnd: newEnd - old.start };
  // What is nearly all of the text keeps little else alive.
  const section = changedSection(old.section, 2 * source.length > text.length ? source : owned(source), within);
  if (!section) return null;
  const next = sections.slice(0, at);
  next.push({ start: old.start, section });
  pushMoved(next, sections, at + 1, by);
  return next;
}

/** What starts a line of a section, by what fills it, and how much of it has to stay. */
const leads: Readonly<Record<string, RegExp>> = { table: /^(\|)/, tasks: /^( *[-*+] +\[)[^\]]\]/u };

const isLineEnd = (code: number): boolean => code === 0x0a || code === 0x0d;

/** Adds the sections from one on, which all stand farther behind. */
function pushMoved(to: PlacedSection[], sections: readonly PlacedSection[], from: number, by: number): void {
  for (let i = from; i < sections.length; i++)
    to.push(by === 0 ? sections[i]! : { start: sections[i]!.start + by, section: sections[i]!.section });
}

/** The sections after a change behind the head: cut and read anew from one before it to the first cut that was there before. */
function changedSections(
  text: string,
  { sections, head, gone }: SyntaxDocument,
  change: TextChange,
): Pick<SyntaxDocument, 'sections' | 'gone'> {
  const by = change.newEnd - change.oldEnd;
  // Whether there is a cut depends on the line behind it: the last one before the change may go.
  const first = Math.max(head > 0 ? 1 : 0, startingUntil(sections, change.start) - 2);
  let rest = startingUntil(sections, change.oldEnd - 1);
  const known = (cut: number): boolean => {
    if (cut < change.newEnd) return false;
    while (rest < sections.length && sections[rest]!.start + by < cut) rest++;
    return sections[rest]?.start === cut - by;
  };
  const from = sections[first]?.start ?? head;
  const cuts = cutSections(text, from, known);
  if (cuts.at(-1)!.end === text.length) rest = sections.length;
  const old = sections.slice(first, rest);
  const taken = takenFrom(old, gone, text, change);
  const next = sections.slice(0, first);
  for (const cut of cuts)
    if (cut.start < cut.end || next.length === 0) next.push({ start: cut.start, section: taken(cut) });
  pushMoved(next, sections, rest, by);
  return { sections: next, gone: old.length - cuts.length > 1 ? old : gone };
}

/** Gives the sections of the changed part: those that were there, as they were or changed, or new ones. */
function takenFrom(
  old: readonly PlacedSection[],
  gone: readonly PlacedSection[],
  text: string,
  { start, oldEnd, newEnd }: TextChange,
): (span: Span) => Section {
  const known = new Map([...gone, ...old].map(({ section }) => [section.text, section]));
  return (span) => {
    const source = text.slice(span.start, span.end);
    const same = known.get(source);
    if (same) return same;
    const copy = owned(source);
    const before = old.find((one) => one.start === span.start)?.section;
    const within = { start: start - span.start, oldEnd: oldEnd - span.start, newEnd: newEnd - span.start };
    const isChanged =
      before &&
      within.start >= 0 &&
      within.oldEnd <= before.text.length &&
      copy.length - before.text.length === newEnd - oldEnd;
    const section = (isChanged && changedSection(before, copy, within)) || readSection(copy);
    known.set(copy, section);
    return section;
  };
}

/** How many sections start at an offset or before it. */
function startingUntil(sections: readonly PlacedSection[], offset: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sections[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where YAML front matter ends: behind the line `---` that closes the one on the first line; 0 where there is none. */
function frontMatterEnd(text: string): number {
  const match = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (!match) return 0;
  const close = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/g;
  close.lastIndex = match[0].length - 1;
  const end = close.exec(text);
  return end ? end.index + end[0].length : 0;
}

const nested = new WeakMap<Fence, SyntaxDocument>();

/** The Markdown inside a fence; its offsets start at the fence's content. */
export function parseFence(section: Section, fence: Fence): SyntaxDocument {
  let document = nested.get(fence);
  if (!document) {
    const before = section.before && nested.get(section.before);
    document = parseDocument(section.text.slice(fence.content.start, fence.content.end), before);
    nested.set(fence, document);
  }
  return document;
}

import { type Span, shift, trimmed } from '../text/span';
import type { DraftGroup } from './draft';
import { plain } from './inline';
import { leadingGroupName, leadingId } from './names';
import { isNode, type OutlineNode } from './outline';
import type { StatusKind } from './plan';
import type { Reading } from './reading';
import { statusLabel } from './tally';
import { countedWords, normalize } from './vocabulary';

/** "Current focus: Phase 2", or below such a heading a first line that starts with a phase or an id. */
export function headingFocus(reading: Reading, node: OutlineNode, content: Span): void {
  const { text } = reading;
  const colon = text.slice(content.start, content.end).search(/[:：]/);
  if (colon >= 0) {
    const span = { start: content.start + colon + 1, end: content.end };
    reading.focus.push({ span: trimmed(text, span.start, span.end), text: plain(text.slice(span.start, span.end)) });
    return;
  }
  const first = node.entries[0];
  if (!first || isNode(first)) return;
  const { block, base } = first;
  const line = block.type === 'paragraph' ? block.lines[0] : block.type === 'item' && !block.box ? block.content : null;
  if (!line) return;
  const span = shift(line, base);
  const words = plain(text.slice(span.start, span.end));
  if (leadingGroupName(words)?.start === 0 || leadingId(words)) reading.focus.push({ span, text: words });
}

/** "Phase 2: Foundational (Blocking Prerequisites)": what comes behind it waits for it. */
export function blockOthers(reading: Reading, { kind, key }: DraftGroup, span: Span): void {
  reading.gates.push({ span, within: { kind, key }, label: null, text: 'not before this phase is complete' });
}

const headingTotal = /(?:[(（[](\d{1,4})\s*([\p{L} ]{0,30})[)）\]]|[:：—–-]\s*(\d{1,4})\s*([\p{L} ]{0,30}))\s*$/u;

/** "Backlog (7 items)", "Done (5)", "Phase 2 (3 tasks remaining)", "Pending — 4 tasks". */
export function headingCount(reading: Reading, span: Span, group: DraftGroup, lane: StatusKind | null): void {
  const source = reading.text.slice(span.start, span.end);
  const match = source.length > 500 ? null : headingTotal.exec(source);
  if (!match) return;
  const digits = (match[1] ?? match[3])!;
  const words = normalize((match[2] ?? match[4])!);
  const start = span.start + match.index + match[0].indexOf(digits);
  const total = { value: Number(digits), span: { start, end: start + digits.length }, approximate: false };
  // A bare number behind the name of a status is that of its tickets; behind other names it may be anything.
  if (words === '' ? lane !== null && !reading.text.includes('kanban-plugin') : countedWords.includes(words)) {
    const raw = { span: total.span, label: '', unit: '', done: null, total, percent: null, bar: null };
    reading.claims.push({ raw, group, bound: group, source: 'heading', lane: words === '' && lane ? lane : undefined });
    return;
  }
  const status = words === '' ? null : statusLabel(words, reading.legend);
  if (!status || lane) return;
  const raw = { label: '', entries: [{ figure: total, percent: null, ...status }], total: null };
  reading.tallies.push({ raw, span, group, bound: group, row: false });
}

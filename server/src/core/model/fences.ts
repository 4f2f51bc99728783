import { linesOf } from '../syntax/lines';
import type { Span } from '../text/span';
import { type RawClaim, readFigures } from './claims';
import { readEntryDate } from './lines';
import { groupNames, leadingGroupName } from './names';
import { phaseKinds } from './plan';
import type { Reading, Scope } from './reading';
import { ticketWords } from './vocabulary';

/** What is longer is the output of a tool, or a plan behind a fence that is not closed yet. */
const longest = 20_000;

/**
 * Plain fences hold bars, logs and the output of tools. Their figures are read where a line of the fence names a group: then the
 * fence is about the plan.
 */
export function readPlainFence(reading: Reading, content: Span, scope: Scope): void {
  if (scope.sample || content.end - content.start > longest) return;
  const claims: RawClaim[] = [];
  for (const line of linesOf(reading.text, content)) {
    if (line.end - line.start > 400) continue;
    if (scope.log) readEntryDate(reading, line);
    const raw = readFigures(reading.text.slice(line.start, line.end), line.start);
    if (raw) claims.push(raw);
  }
  if (!scope.log) readDrawing(reading, content);
  if (scope.log || !claims.some((raw) => groupNames(raw.label).length > 0)) return;
  for (const raw of claims) reading.claims.push({ raw, group: null, bound: null, source: 'fence' });
  const named = claims.flatMap((raw) => {
    const name = leadingGroupName(raw.label);
    return name?.keys.length === 1 && name.start === 0 ? [{ raw, name }] : [];
  });
  // A list of bars tells of phases that may stand nowhere else yet.
  if (named.length < 2 || !named.some(({ name }) => reading.draft.group(name.kind, name.key))) return;
  for (const { raw, name } of named)
    if (!reading.draft.group(name.kind, name.key)) {
      const { span } = raw;
      const mention = { span, titleSpan: span, status: null, statusSlot: null };
      reading.draft.addGroup({ ...mention, kind: name.kind, key: name.key, title: raw.label, headed: false }, null);
    }
}

const box = new RegExp(
  `^[^\\p{L}\\p{N}]*([A-Z])(\\d{1,2})\\s*[(（](\\d{1,4})\\s*(?:${ticketWords.join('|')})[)）][^\\p{L}\\p{N}]*$`,
  'iu',
);

/** `S1 (8 tasks)`, `S2 (12 tasks)` in the boxes of a drawing: what each part of the plan holds, by the first letter of its kind. */
function readDrawing({ text, draft, claims, drawings }: Reading, content: Span): void {
  const found: { key: string; raw: RawClaim }[] = [];
  for (const line of linesOf(text, content)) {
    const match = line.end - line.start > 200 ? null : box.exec(text.slice(line.start, line.end));
    if (!match) continue;
    const start = line.start + match[0].search(/[(（]/) + 1;
    const span = { start, end: start + match[3]!.length };
    const total = { value: Number(match[3]), span, approximate: false };
    found.push({ key: match[2]!, raw: { span, label: '', unit: '', done: null, total, percent: null, bar: null } });
  }
  drawings.push(found.length);
  for (const kind of found.length < 3 ? [] : phaseKinds) {
    if (!found.every(({ key }) => draft.group(kind, key))) continue;
    for (const { key, raw } of found)
      claims.push({ raw, group: null, bound: draft.group(kind, key)!, family: -drawings.length, source: 'fence' });
    return;
  }
}

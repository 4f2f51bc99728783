import type { Span } from '../text/span';
import { plain, withoutSigns } from './inline';
import { leadingGroupName } from './names';
import type { PendingPhaseLine, Reading } from './reading';
import { kindOfPhrase, readStatus, readTitleStatus } from './status';
import { normalize, topicWords } from './vocabulary';

/** Longer lines tell stories. */
const longest = 200;

/** "Phase 1: Base — done", "**Phase 2**: 🚧 In progress": a line that names a phase and ends with its status. */
export function readPhaseLine(reading: Reading, line: Span): void {
  const source = reading.text.slice(line.start, line.end);
  if (source.length > longest) return;
  const text = plain(source);
  const name = leadingGroupName(text);
  if (
    !name ||
    name.start > 0 ||
    name.keys.length !== 1 ||
    !/^\s*(?:[:：—–(（|]|-\s|\p{Extended_Pictographic})/u.test(text.slice(name.end))
  )
    return;
  const { status, title, from, to } = readTitleStatus(source, reading.legend);
  if (!status?.kind || from === 0) return;
  // "Phase 4: Testing" is what it is about.
  if (topicWords.has(normalize(withoutSigns(status.text))) && !/\p{Extended_Pictographic}/u.test(source)) return;
  const span = { start: line.start + from, end: line.start + to };
  reading.phaseLines.push({
    name,
    title: withoutSigns(plain(title)).replace(/[\s:：—–|-]+$/u, ''),
    span: line,
    titleSpan: line,
    status: { ...status, span, inherited: false },
  });
}

/**
 * "Status: Phase 5 complete" at the top of a document: that phase is done, and where it is the last one, so is the document.
 * `value` is what stands behind the label.
 */
export function readPhaseStatus(reading: Reading, value: Span): void {
  const text = plain(reading.text.slice(value.start, value.end));
  const name = leadingGroupName(text);
  if (!name || name.start > 0 || name.keys.length !== 1) return;
  const word = /^\s*(?:is\s+|は|が|：|:|—|–|-)?\s*(\p{L}+)/u.exec(text.slice(name.end))?.[1] ?? '';
  if (kindOfPhrase(word) !== 'done') return;
  const shown = text.slice(0, text.indexOf(word, name.end) + word.length);
  const at = reading.text.indexOf(word, value.start);
  const status = readStatus(word, reading.legend);
  if (at < 0 || at > value.end || !status?.kind) return;
  const span = { start: value.start, end: at + word.length };
  reading.phaseStatus = { name, status: { text: shown, kind: status.kind, span, inherited: false } };
}

/** Tells the phases of what lines say of them. Lines alone make a phase known where there are two of a kind. */
export function bindPhaseLines(reading: Reading): void {
  const { draft, phaseLines, phaseStatus } = reading;
  const of = (kind: string): PendingPhaseLine[] => phaseLines.filter(({ name }) => name.kind === kind);
  for (const { name, title, status, span, titleSpan } of phaseLines) {
    const mention = { span, titleSpan, status, statusSlot: null };
    const known = draft.group(name.kind, name.key);
    if (known) {
      known.mentions.push(mention);
      known.status ??= status;
    } else if (of(name.kind).length > 1)
      draft.addGroup({ ...mention, kind: name.kind, key: name.key, title, headed: false }, null);
  }
  const group = phaseStatus && draft.group(phaseStatus.name.kind, phaseStatus.name.key);
  if (!group || !phaseStatus) return;
  const { status } = phaseStatus;
  group.mentions.push({ span: status.span, titleSpan: status.span, status, statusSlot: null });
  const last = draft.allGroups.filter(({ kind, headed }) => kind === group.kind && headed).at(-1);
  if (last === group) reading.status ??= status;
}

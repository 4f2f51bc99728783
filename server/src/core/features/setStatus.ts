import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Plan, Status, StatusKind } from '../model/plan';
import { check } from '../rules/check';
import { isAligned, replaceInCell, undecorated, within } from '../text/cell';
import { minimalEdits } from '../text/diff';
import { applyEdits, type TextEdit } from '../text/edit';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';
import { kindWords } from './names';
import { boxChoices, type Choice, isSame, nextChoice, wordChoices } from './statuses';

/** One way to set a status. */
export interface StatusChange {
  readonly title: string;
  readonly kind: StatusKind | null;
  readonly edits: readonly TextEdit[];
  /** The natural next step from what it is now. */
  readonly next: boolean;
}

/** Somewhere that a status is said: a ticket's row, box or heading, or one of a group. */
interface Place {
  readonly slot: Span | null;
  readonly status: Status | null;
  readonly table: number | null;
}

/** The rules whose findings tell that a summary no longer fits. */
const summaryRules = new Set(['stale-summary', 'bar-mismatch']);
const maxSummaryFixes = 50;

/**
 * Every status that the ticket (or group) at the offset can be set to, the current one left out; after each that makes
 * a summary wrong, the same with the summary brought along. Empty where no status is said in words there.
 */
export function setStatus(snapshot: Snapshot, uri: string, offset: number): StatusChange[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return [];
  const { plan, source } = analysis;
  const place = placeAt(plan, offset);
  if (!place) return [];
  const box = place.slot !== null && isBox(source, place.slot);
  const choices = box ? boxChoices(plan) : wordChoices(plan, place.table);
  const current = currentChoice(source, place, box);
  const next = nextChoice(choices, current);
  let known: Summaries | undefined;
  const summaries = () => {
    known ??= new Summaries(snapshot, analysis);
    return known;
  };
  return choices
    .filter((choice) => current === null || !isSame(choice, current))
    .flatMap((choice) => {
      const edits = editsFor(source, place, box, choice.text);
      if (edits.length === 0) return [];
      const name = box ? `[${choice.text}]${choice.kind ? ` (${kindWords[choice.kind]})` : ''}` : choice.text;
      const change = { title: `Set status to ${name}`, kind: choice.kind, edits, next: choice === next };
      const along = isCounted(plan, current?.kind ?? null, choice) ? summaries().bringAlong(edits) : null;
      const title = `${change.title} and update the summary`;
      return along ? [change, { ...change, title, edits: along, next: false }] : [change];
    });
}

/** Whether the change can make a figure of the plan wrong: to or from what is counted. Spares working out the others. */
function isCounted({ claims }: Plan, from: StatusKind | null, { kind: to }: Choice): boolean {
  const bound = claims.filter(({ scope }) => scope !== null);
  if (bound.some(({ unit }) => unit !== null && unit.kind !== 'done')) return true;
  return bound.length > 0 && ['done', 'dropped'].some((kind) => (from === kind) !== (to === kind));
}

function placeAt(plan: Plan, offset: number): Place | null {
  const at = (span: Span | null | undefined) => !!span && span.start <= offset && offset <= span.end;
  const said = (status: Status | null) => (status?.inherited ? null : status);
  for (const ticket of plan.allTickets) {
    for (const mention of ticket.mentions) {
      const status = said(mention.status);
      if (!at(mention.span) && !at(status?.span)) continue;
      if (mention.statusSlot || status) return { slot: mention.statusSlot, status, table: ticket.table };
    }
    const status = said(ticket.status);
    if (status && (at(ticket.span) || at(status.span))) return { slot: ticket.statusSlot, status, table: ticket.table };
  }
  for (const group of plan.allGroups) {
    for (const mention of group.mentions) {
      const status = said(mention.status);
      if (!at(mention.span) && !at(status?.span)) continue;
      if (mention.statusSlot || status) return { slot: mention.statusSlot, status, table: null };
    }
    const status = said(group.status);
    if (status && at(status.span)) return { slot: null, status, table: null };
  }
  return null;
}

/** A slot is the character in a box, or a cell. */
function isBox({ text }: SourceText, slot: Span): boolean {
  return text[slot.start - 1] === '[' && text[slot.end] === ']';
}

function currentChoice(source: SourceText, { slot, status }: Place, box: boolean): Choice | null {
  if (box) return { text: source.slice(slot!), kind: status?.kind ?? null };
  return status && { text: status.text, kind: status.kind };
}

function editsFor(source: SourceText, { slot, status }: Place, box: boolean, word: string): TextEdit[] {
  if (box) return [{ span: slot!, newText: word }];
  if (slot) {
    const cell = source.slice(slot);
    const at = status ? within(slot, status.span) : undefined;
    return [trim(source, slot, replaceInCell(cell, word, { keepWidth: isAligned(source, slot), at }))];
  }
  const span = undecorated(source.text, status!.span);
  return [{ span, newText: word }];
}

/** The edit without what it does not change at either end. */
function trim(source: SourceText, span: Span, newText: string): TextEdit {
  const old = source.slice(span);
  let head = 0;
  while (head < old.length && head < newText.length && old[head] === newText[head]) head++;
  let tail = 0;
  const most = Math.min(old.length, newText.length) - head;
  while (tail < most && old[old.length - 1 - tail] === newText[newText.length - 1 - tail]) tail++;
  // A word is replaced whole, and no surrogate pair is cut: back to where the old word begins.
  while (head > 0 && !/\s/.test(old[head - 1]!)) head--;
  while (tail > 0 && !/\s/.test(old[old.length - tail]!)) tail--;
  return {
    span: { start: span.start + head, end: span.end - tail },
    newText: newText.slice(head, newText.length - tail),
  };
}

/** Brings summaries along with an edit. */
class Summaries {
  readonly #text: string;
  readonly #before: ReadonlySet<string>;

  constructor(
    readonly snapshot: Snapshot,
    readonly analysis: Analysis,
  ) {
    this.#text = analysis.source.text;
    this.#before = new Set(this.#wrong(snapshot).map(({ name }) => name));
  }

  /** The edits and the safe fixes of what they make wrong, all on the text before; null where they make nothing wrong. */
  bringAlong(edits: readonly TextEdit[]): TextEdit[] | null {
    const changed = applyEdits(this.#text, edits);
    let text = changed;
    for (let round = 0; round < maxSummaryFixes; round++) {
      const now = this.snapshot.with({ documents: [{ uri: this.analysis.uri, text }] });
      const fix = this.#wrong(now)
        .filter(({ name }) => !this.#before.has(name))
        .flatMap(({ finding }) => finding.fixes)
        .find(({ safety }) => safety === 'safe');
      const next = fix ? applyEdits(text, fix.edits) : text;
      if (next === text) break;
      text = next;
    }
    return text === changed ? null : minimalEdits(this.#text, text);
  }

  /** What is wrong with summaries; named by line, as edits of a status move no lines. */
  #wrong(snapshot: Snapshot) {
    const { uri } = this.analysis;
    return check(snapshot, uri)
      .filter(({ rule }) => summaryRules.has(rule))
      .map((finding) => ({
        finding,
        name: `${finding.rule} ${snapshot.source(uri)!.lineAt(finding.span.start)} ${finding.message}`,
      }));
  }
}

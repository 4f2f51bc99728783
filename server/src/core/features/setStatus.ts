import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Plan, Status, StatusKind, Ticket } from '../model/plan';
import { check } from '../rules/check';
import { undecorated } from '../text/cell';
import { minimalEdits } from '../text/diff';
import { applyEdits, type TextEdit } from '../text/edit';
import type { SourceText } from '../text/source';
import { contains, type Span } from '../text/span';
import { fillCell } from './cells';
import { kindWord } from './names';
import { ticketsNear } from './near';
import { boxChoices, type Choice, isSame, nextChoice, wordChoices } from './statuses';
import { summaryRules } from './summaryEdits';

/** One way to set a status. */
export interface StatusChange {
  readonly title: string;
  readonly kind: StatusKind | null;
  readonly edits: readonly TextEdit[];
  /** The natural next step from what it is now. */
  readonly next: boolean;
  /** In a large plan: gives the edits with those that bring the summary along, which cost more than the rest. */
  readonly along?: () => readonly TextEdit[];
}

/** Somewhere that a status is said: a ticket's row, box or heading, or one of a group. */
export interface Place {
  readonly slot: Span | null;
  readonly status: Status | null;
  readonly table: number | null;
}

/** A status that a place can be given. */
export interface Way {
  /** In the plan's own words: `MERGED`; a box with what it means: `[x] (done)`. */
  readonly name: string;
  /** The same without what it means. */
  readonly word: string;
  readonly kind: StatusKind | null;
  /** None where it is that already. */
  readonly edits: readonly TextEdit[];
  readonly next: boolean;
  /** It can make a figure of the plan wrong. */
  readonly counts: boolean;
}

const maxSummaryFixes = 50;
/** Of a plan with more tickets, it is not worked out for each status whether it makes a summary wrong, but taken for granted. */
const mostAtOnce = 1000;

/**
 * Every status that the ticket (or group) at the offset can be set to, the current one left out; after each that makes
 * a summary wrong, the same with the summary brought along. Empty where no status is said in words there.
 */
export function setStatus(snapshot: Snapshot, uri: string, offset: number): StatusChange[] {
  const analysis = snapshot.analysis(uri);
  const place = analysis && placeAt(analysis.plan, offset);
  if (!place) return [];
  let known: Summaries | undefined;
  const summaries = () => {
    known ??= new Summaries(snapshot, analysis);
    return known;
  };
  return waysOf(analysis, place)
    .filter(({ edits }) => edits.length > 0)
    .flatMap(({ name, kind, edits, next, counts }) => {
      const change = { title: snapshot.say('Set status to {0}', name), kind, edits, next };
      const title = snapshot.say('Set status to {0} and update the summary', name);
      if (counts && analysis.plan.allTickets.length > mostAtOnce)
        return [change, { ...change, title, next: false, along: () => summaries().bringAlong(edits) ?? edits }];
      const along = counts ? summaries().bringAlong(edits) : null;
      return along ? [change, { ...change, title, edits: along, next: false }] : [change];
    });
}

/** Every status that a place can be given, the one it has included. */
export function waysOf(analysis: Analysis, place: Place): Way[] {
  const { plan, source, say } = analysis;
  const box = isBoxPlace(source, place);
  const choices = box ? boxChoices(plan) : wordChoices(plan, place.table);
  const current = currentChoice(source, place, box);
  const next = nextChoice(choices, current);
  return choices.map((choice) => {
    const word = box ? `[${choice.text}]` : choice.text;
    return {
      word,
      name: box && choice.kind ? `${word} (${kindWord(say, choice.kind)})` : word,
      kind: choice.kind,
      edits: current !== null && isSame(choice, current) ? [] : editsFor(analysis, place, box, choice.text),
      next: choice === next,
      counts: isCounted(plan, current?.kind ?? null, choice),
    };
  });
}

/** Where the status of a ticket or group is said; null where it is not, as for one that has its section's. */
export function placeOf(entity: Ticket | Group): Place | null {
  const table = entity.type === 'ticket' ? entity.table : null;
  const { status } = entity;
  const mention =
    entity.mentions.find((one) => one.status && one.status.span.start === status?.span.start) ??
    entity.mentions.find((one) => one.statusSlot || said(one.status));
  if (mention && (mention.statusSlot || said(mention.status)))
    return { slot: mention.statusSlot, status: said(mention.status), table };
  return said(status) && { slot: entity.type === 'ticket' ? entity.statusSlot : null, status, table };
}

/** Whether a status is the character in a check box. */
export const isBoxPlace = (source: SourceText, { slot }: Place): boolean => slot !== null && isBox(source, slot);

/** Whether the change can make a figure of the plan wrong: to or from what is counted. Spares working out the others. */
function isCounted({ claims }: Plan, from: StatusKind | null, { kind: to }: Choice): boolean {
  const bound = claims.filter(({ scope }) => scope !== null);
  if (bound.some(({ unit }) => unit !== null && unit.kind !== 'done')) return true;
  return bound.length > 0 && ['done', 'dropped'].some((kind) => (from === kind) !== (to === kind));
}

function placeAt(plan: Plan, offset: number): Place | null {
  const at = (span: Span | null | undefined) => !!span && span.start <= offset && offset <= span.end;
  for (const ticket of ticketsNear(plan, { start: offset, end: offset })) {
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

/** A status that is said on the thing itself. */
const said = (status: Status | null): Status | null => (status?.inherited ? null : status);

/** A slot is the character in a box, or a cell. */
function isBox({ text }: SourceText, slot: Span): boolean {
  return text[slot.start - 1] === '[' && text[slot.end] === ']';
}

function currentChoice(source: SourceText, { slot, status }: Place, box: boolean): Choice | null {
  if (box) return { text: source.slice(slot!), kind: status?.kind ?? null };
  return status && { text: status.text, kind: status.kind };
}

function editsFor(analysis: Analysis, { slot, status }: Place, box: boolean, word: string): TextEdit[] {
  if (box) return [{ span: slot!, newText: word }];
  if (slot) {
    const said = status && contains(slot, status.span) ? status.span : undefined;
    return fillCell(analysis, slot, word, said);
  }
  const span = undecorated(analysis.source.text, status!.span);
  return [{ span, newText: word }];
}

/** Brings summaries along with an edit. */
export class Summaries {
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

  /** What is wrong with summaries; named by what the line says, as lines may move. */
  #wrong(snapshot: Snapshot) {
    const { uri } = this.analysis;
    return check(snapshot, uri)
      .filter(({ rule }) => summaryRules.has(rule))
      .map((finding) => ({
        finding,
        name: `${finding.rule} ${lineOf(snapshot.source(uri)!, finding.span.start)} ${finding.message}`,
      }));
  }
}

const lineOf = (source: SourceText, offset: number): string => source.slice(source.line(source.lineAt(offset)));

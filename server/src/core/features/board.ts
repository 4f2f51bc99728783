import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import { type Group, phaseKinds, type Status, type StatusKind, type Ticket } from '../model/plan';
import { normalize } from '../model/vocabulary';
import { check } from '../rules/check';
import type { Finding } from '../rules/finding';
import { memoized } from '../text/memo';
import type { Say } from '../text/say';
import type { Span } from '../text/span';
import { type Column, Columns } from './columns';
import { plain, shorten } from './markdown';
import { nameOf } from './names';
import { progressOf } from './progress';
import { placeOf } from './setStatus';
import { TreeIds } from './treeIds';

/**
 * A ticket on the board: one that says a status of its own, or that has none below it; or a phase that says one and holds no
 * tickets. Texts are on one line.
 */
export interface BoardCard {
  /** As in the plan tree. */
  readonly id: string;
  /** A phase, and no ticket. */
  readonly isPhase: boolean;
  readonly name: string | null;
  readonly title: string;
  readonly span: Span;
  /** Of `Board.columns`. */
  readonly column: number;
  /** The status where it is written otherwise than the column's name. */
  readonly word: string | null;
  /** Of `Board.phases`; null in none. */
  readonly phase: number | null;
  readonly owner: string | null;
  readonly estimate: string | null;
  readonly priority: string | null;
  /** The ticket that it is a part of. */
  readonly parent: string | null;
  /** Of the tickets below it; null where there are none. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly settable: boolean;
  readonly ready: boolean;
  readonly waitsOn: readonly string[];
  readonly findings: readonly Pick<Finding, 'severity' | 'message'>[];
}

/** A part of the plan that divides the board. */
export interface BoardLane {
  readonly id: string;
  readonly label: string;
  readonly span: Span;
  readonly status: StatusKind | null;
  readonly done: number;
  readonly total: number;
}

export interface Board {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly phases: readonly BoardLane[];
  readonly owners: readonly string[];
  readonly cards: readonly BoardCard[];
}

/** The plan of a document as a board; null where it holds none. */
export function board(snapshot: Snapshot, uri: string): Board | null {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return null;
  const columns = new Columns(analysis.plan);
  const phases = new Map<Group, BoardLane & { readonly at: number }>();
  const owners = new Map<string, string>();
  const ids = TreeIds.of(analysis);
  const findings = findingsByLine(analysis, check(snapshot, uri));

  const phaseOf = (entity: Ticket | Group): number | null => {
    const group = laneOf(entity);
    if (!group) return null;
    const known = phases.get(group);
    if (known) return known.at;
    const { done, total } = progressOf(analysis, group);
    const status = group.status?.kind ?? null;
    const lane = {
      id: ids.idOf(group)!,
      label: short(nameOf(analysis.say, group)),
      span: group.span,
      status,
      done,
      total,
    };
    phases.set(group, { ...lane, at: phases.size });
    return phases.size - 1;
  };
  /** However it is written, as it was written first. */
  const ownerOf = memoized((owner: string): string | null => {
    const label = short(owner);
    if (!/[\p{L}\p{N}]/u.test(label)) return null;
    const name = normalize(label);
    if (!owners.has(name)) owners.set(name, label);
    return owners.get(name)!;
  });
  const cardOf = (entity: Ticket | Group): BoardCard[] => {
    const id = ids.idOf(entity);
    if (id === null) return [];
    const { status, span } = entity;
    const isDone = analysis.isDone(entity);
    return [
      {
        id,
        isPhase: entity.type === 'group',
        span,
        column: columns.of(status),
        word: status && !/^\[.?\]$/u.test(status.text) ? short(status.text) : null,
        phase: phaseOf(entity),
        settable: placeOf(entity) !== null,
        waitsOn: isDone ? [] : analysis.waitsOn(entity).map((target) => short(handle(analysis.say, target.entity))),
        findings: findings(entity),
        ...(entity.type === 'ticket'
          ? ofTicket(analysis, entity)
          : { ...nothing, title: short(nameOf(analysis.say, entity)) }),
        owner: entity.type === 'ticket' && entity.owner !== null ? ownerOf(entity.owner) : null,
      },
    ];
  };
  const cards = cardEntities(analysis).flatMap(cardOf);
  const { columns: inOrder, places } = columns.inOrder();
  return {
    title: short(analysis.plan.title ?? ''),
    columns: inOrder,
    phases: [...phases.values()].map(({ at: _, ...lane }) => lane),
    owners: [...owners.values()],
    cards: cards.map((card) => {
      const column = places[card.column]!;
      return { ...card, column, word: card.word === inOrder[column]!.label ? null : card.word };
    }),
  };
}

/** What stands on a card, in the order of the text. */
function cardEntities(analysis: Analysis): (Ticket | Group)[] {
  const { plan } = analysis;
  const tickets = plan.allTickets.filter(({ children, status }) => children.length === 0 || isOwn(status));
  const phases = plan.allGroups.filter(
    (group) =>
      isPhase(group) &&
      group.kind !== 'milestone' &&
      isOwn(group.status) &&
      group.groups.length === 0 &&
      analysis.totals(group).total === 0,
  );
  if (phases.length === 0) return tickets;
  return [...tickets, ...phases].sort((a, b) => a.span.start - b.span.start);
}

const isOwn = (status: Status | null): boolean => status !== null && !status.inherited;
const isPhase = ({ kind }: Group): boolean => (phaseKinds as readonly string[]).includes(kind);

const nothing = { name: null, estimate: null, priority: null, parent: null, progress: null, ready: false };

function ofTicket(analysis: Analysis, ticket: Ticket): Pick<BoardCard, TicketFields> {
  const { done, total } = progressOf(analysis, ticket);
  return {
    name: ticket.id === null ? null : short(ticket.id),
    title: titleOf(ticket),
    estimate: shortOrNull(ticket.estimate),
    priority: shortOrNull(ticket.priority),
    parent: ticket.parent ? short(nameOf(analysis.say, ticket.parent)) : null,
    progress: ticket.children.length > 0 && total > 0 ? { done, total } : null,
    ready: ticket.children.length === 0 && analysis.isReady(ticket),
  };
}

type TicketFields = 'name' | 'title' | 'estimate' | 'priority' | 'parent' | 'progress' | 'ready';

/** The innermost phase that holds it, else the innermost section; a section that is a status is a column. */
function laneOf(entity: Ticket | Group): Group | null {
  let group = entity.parent?.type === 'group' ? entity.parent : null;
  if (entity.type === 'ticket') for (let at: Ticket | null = entity; at && !group; at = at.parent) group = at.group;
  const all: Group[] = [];
  for (let at = group; at; at = at.parent) all.push(at);
  return all.find(isPhase) ?? all.find(isLane) ?? null;
}

const isLane = ({ statusName }: Group): boolean => statusName === null;

/** What a ticket or group is called in short. */
const handle = (say: Say, entity: Ticket | Group): string =>
  entity.type === 'ticket' && entity.id !== null ? entity.id : nameOf(say, entity);

const short = (text: string): string => shorten(plain(text));
const shortOrNull = (text: string | null): string | null => (text === null || short(text) === '' ? null : short(text));

/** The title without the id that is told beside it. */
function titleOf(ticket: Ticket): string {
  const title = plain(ticket.title);
  if (ticket.id === null || !title.startsWith(ticket.id)) return shorten(title);
  return shorten(title.slice(ticket.id.length).replace(/^[\s:：.)\-–—]+/u, '') || title);
}

/** What was found on the lines that tell of a ticket or phase. */
function findingsByLine({ source }: Analysis, findings: readonly Finding[]) {
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings) {
    const line = source.lineAt(finding.span.start);
    const found = byLine.get(line);
    if (found) found.push(finding);
    else byLine.set(line, [finding]);
  }
  return ({ mentions }: Ticket | Group): BoardCard['findings'] => {
    const lines = new Set(mentions.map(({ span }) => source.lineAt(span.start)));
    return [...lines].flatMap((line) =>
      (byLine.get(line) ?? []).map(({ severity, message }) => ({ severity, message })),
    );
  };
}

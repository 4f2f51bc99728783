import type { Span } from '../text/span';
import type { RawClaim } from './claims';
import type { DateMention, WeekdayMention } from './dates';
import type { Draft, DraftGroup } from './draft';
import type { DraftTicket } from './draftTicket';
import type { PendingGate } from './gates';
import type { OwnIds } from './ids';
import type { GroupName } from './names';
import type { PlacedTable } from './placedTable';
import type {
  Dependency,
  Figure,
  GroupCount,
  LegendEntry,
  LimitedList,
  MalformedRow,
  Status,
  StatusKind,
  TextIssue,
  Unread,
} from './plan';
import { readStatus } from './status';
import type { RawTally } from './tally';
import type { ColumnRole } from './vocabulary';

/** What surrounds a block: where its tickets go and what they inherit. */
export interface Scope {
  /** The nearest group; sections among them. */
  readonly group: DraftGroup | null;
  /** The heading ticket whose children the tasks here are. */
  readonly ticket: DraftTicket | null;
  readonly inherited: Status | null;
  /** Below a heading such as "Blocked tasks". */
  readonly blocked: boolean;
  readonly legend: boolean;
  readonly sample: boolean;
  /** Below the heading of a log: figures here were right on their day. */
  readonly log: boolean;
  /** Below a heading that speaks of tests, bugs or the like, without tickets: the numbers there are none of ours. */
  readonly other: boolean;
  /** Above the first heading but the title: what stands there is about the whole document. */
  readonly top: boolean;
  /** Below a list item that is no ticket: its fields are about that item, which is none of ours. */
  readonly nested?: boolean;
}

/** A figure and where it stands, to be bound to what it counts once all groups are known. */
export interface PendingClaim {
  readonly raw: RawClaim;
  readonly group: DraftGroup | null;
  /** Set where the place alone says what is counted: a row of a table of groups. */
  readonly bound: DraftGroup | null;
  /** Below a heading that is a ticket: a bare "Progress" is that ticket's. */
  readonly inTicket?: boolean;
  /** Of a bare number in a heading that is the name of a status: it may be a limit. */
  readonly lane?: StatusKind;
  /** The number of the table that it is a row of, as a table of figures. */
  readonly table?: number;
  /** As in `Claim.family`. */
  readonly family?: number;
  readonly source: 'line' | 'heading' | 'row' | 'total' | 'counts' | 'fence';
}

/** Numbers by status, and the place that says what they count. */
export interface PendingTally {
  readonly raw: RawTally;
  /** The line or row. */
  readonly span: Span;
  readonly group: DraftGroup | null;
  /** Set where the row is about this part of the plan. */
  readonly bound: DraftGroup | null;
  /** It is a table of its own. */
  readonly table?: true;
  /** Of a row of a table by parts of the plan: the label names the part, or the whole. */
  readonly row: boolean;
}

/** A status beside a ticket's own. */
export interface PendingAside {
  readonly entity: DraftTicket | DraftGroup;
  readonly status: Status;
  readonly own: Status;
  /** It speaks against the ticket's own. */
  readonly against: boolean;
  /** The sign, where it is no more than that. */
  readonly sign: string | null;
}

/** "Phase 2: Tools — done" in a line of text: it tells of the phase where that is known, or where several lines do so. */
export interface PendingPhaseLine {
  readonly name: GroupName;
  readonly title: string;
  readonly span: Span;
  readonly titleSpan: Span;
  readonly status: Status;
}

export interface PendingFocus {
  readonly span: Span;
  readonly text: string;
}

export interface PendingBlocked {
  readonly span: Span;
  readonly text: string;
}

/** The state of reading one document. */
export interface Reading {
  readonly text: string;
  /** The plan's own, then what the settings add to it. */
  readonly legend: readonly LegendEntry[];
  /** Roles that the settings give to headers of tables. */
  readonly columns: ReadonlyMap<string, ColumnRole>;
  /** Forms of ids that the settings name. */
  readonly ids: OwnIds | null;
  readonly draft: Draft;
  readonly tables: PlacedTable[];
  readonly claims: PendingClaim[];
  readonly counts: {
    readonly label: string;
    readonly count: Figure;
    readonly unit: string;
    readonly group: DraftGroup | null;
  }[];
  /** For each fence, how many boxes of a drawing it has. */
  readonly drawings: number[];
  readonly asides: PendingAside[];
  /** Dependencies told in words, which count where the plan has a ticket of that id. */
  readonly worded: (Dependency & { readonly ticket: DraftTicket })[];
  readonly tallies: PendingTally[];
  readonly groupCounts: GroupCount[];
  readonly focus: PendingFocus[];
  readonly limits: LimitedList[];
  readonly blocked: PendingBlocked[];
  readonly nothingBlocked: Span[];
  readonly arrows: Span[];
  readonly gates: PendingGate[];
  readonly phaseLines: PendingPhaseLine[];
  /** Paragraphs that tell in words what depends on what. */
  readonly ordered: Span[];
  readonly efforts: { readonly total: Figure; readonly unit: string; readonly group: DraftGroup | null }[];
  readonly updated: DateMention[];
  readonly entries: DateMention[];
  readonly targets: { readonly span: Span; readonly date: string; readonly entity: DraftTicket | DraftGroup }[];
  readonly weekdays: WeekdayMention[];
  readonly malformed: MalformedRow[];
  status: Status | null;
  /** "Status: Phase 5 complete" at the top. */
  phaseStatus: { readonly name: GroupName; readonly status: Status } | null;
  /** Bullets with a sign of progress stand outside of every phase: there is work that no ticket counts. */
  loose: boolean;
  /** In Kiro's task lists, which name the requirements of each task, a dash in a box is work in progress. */
  readonly dashIsBegun: boolean;
  /** Groups with bullets that carry a sign of progress, and with bullets that carry none. */
  readonly signedBullets: Set<DraftGroup>;
  readonly plainBullets: Set<DraftGroup>;
  readonly placeholders: TextIssue[];
  readonly unread: Unread[];
}

/** A status as it stands in the text; null where the text says none. */
export const statusAt = ({ text, legend }: Reading, span: Span): Status | null => statusIn(text, span, legend);

/** The status that `text[span]` says; null where it says none. */
export function statusIn(text: string, span: Span, legend: readonly LegendEntry[]): Status | null {
  const found = readStatus(text.slice(span.start, span.end), legend);
  return found && { text: found.text, kind: found.kind, span, inherited: false };
}

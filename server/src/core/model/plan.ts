import type { Row } from '../syntax/blocks';
import type { Reason } from '../text/japanese/reading';
import type { Span } from '../text/span';
import type { Columns } from './columns';
import type { DateMention, WeekdayMention } from './dates';

/** What a status means, whatever the plan calls it. */
export type StatusKind = 'todo' | 'active' | 'review' | 'done' | 'blocked' | 'dropped';

export interface Status {
  /** The plan's own word, without emphasis: `MERGED`, `✅`, `[x]`. */
  readonly text: string;
  /** Null where the word means nothing to us. */
  readonly kind: StatusKind | null;
  /** Where it stands; for an inherited status, where the section says it. */
  readonly span: Span;
  /** Taken from the section's heading, not said on the ticket itself. */
  readonly inherited: boolean;
}

/** A dependency as written; what it means is worked out by `analysis/`. */
export interface Dependency {
  /** As written: `A-001`, `Data models`, `Phase 1 complete`, `All above`. */
  readonly text: string;
  readonly span: Span;
  /** Of a text that is a name without spaces: what `Ticket.canonicalId` is to be compared with; else null. */
  readonly id: string | null;
  /** "recommended", 推奨: wanted, not needed. */
  readonly soft: boolean;
  /** Told in a sentence somewhere else, not on the ticket. */
  readonly told?: true | undefined;
}

/** What tickets and groups have in common: both can be named, done and depended on. */
export interface Entity {
  /** Unique in its plan among its sort; kept from one reading to the next as long as id or title are. */
  readonly key: string;
  readonly title: string;
  readonly titleSpan: Span;
  /** The row, item or heading line that tells of it, without its line terminator. */
  readonly span: Span;
  readonly status: Status | null;
  readonly dependencies: readonly Dependency[];
  /** Its place among all of its sort, in the order of the text. */
  readonly index: number;
}

/** A place that tells of a ticket or group: a row, a check item, a heading. */
export interface Mention {
  readonly span: Span;
  readonly titleSpan: Span;
  readonly status: Status | null;
  /** The status cell or the character in the box, as in `Ticket.statusSlot`. */
  readonly statusSlot: Span | null;
}

/** A mention of a ticket; `idSpan` is where it gives the id, null where it does not. */
export interface TicketMention extends Mention {
  readonly idSpan: Span | null;
}

export type TicketShape = 'row' | 'task' | 'item' | 'heading';

export interface Ticket extends Entity {
  readonly type: 'ticket';
  readonly shape: TicketShape;
  readonly id: string | null;
  /** The id in the form in which ids are compared, null where it has none. */
  readonly canonicalId: string | null;
  readonly idSpan: Span | null;
  /** Its row; its item or heading with all that stands in it. Starts where `span` does. */
  readonly body: Span;
  /** The status cell between its pipes (padding included) of a row; the character in the box of a task; else null. */
  readonly statusSlot: Span | null;
  readonly branch: string | null;
  readonly owner: string | null;
  readonly estimate: string | null;
  readonly priority: string | null;
  /** It may be left out: "Optional: …", `- [ ]* Write tests`. */
  readonly optional: boolean;
  readonly children: readonly Ticket[];
  /** Every place that tells of it, in the order of the text; the first one gives `span`. */
  readonly mentions: readonly TicketMention[];
  /** There is more than one such place. */
  readonly isToldAgain: boolean;
  /** All that is said of it stands in the line that `span` covers, but for a status that it inherits. */
  readonly isInLine: boolean;
  /** The table of a row, by number in the plan; what "All above" means stays in one table. Null for other shapes. */
  readonly table: number | null;
  /** The group that holds it, null at the top of the plan. */
  readonly group: Group | null;
  readonly parent: Ticket | null;
}

export type GroupKind = 'phase' | 'sprint' | 'epic' | 'milestone' | 'section';

/** The kinds that divide a plan; sections only divide the text. */
export const phaseKinds = ['phase', 'sprint', 'epic', 'milestone'] as const satisfies readonly GroupKind[];

export interface Group extends Entity {
  readonly type: 'group';
  readonly kind: GroupKind;
  readonly groups: readonly Group[];
  readonly tickets: readonly Ticket[];
  /** Every place that tells of it, in the order of the text; the first heading, else the first place, gives `span`. */
  readonly mentions: readonly Mention[];
  /** The heading says that not all of its tickets are here ("remaining tasks"): counts cannot be held against it. */
  readonly partial: boolean;
  /** From its heading to the end of the last block below it; null where only rows, items or figures tell of it. */
  readonly body: Span | null;
  /** Its tickets have percents of their own, which a percent of all of them may be the mean of. */
  readonly estimated: boolean;
  /** A section named after a status ("In Progress", 完了済み): what its tickets are by standing there. */
  readonly statusName: StatusKind | null;
  readonly parent: Group | null;
}

/** A number in the text. */
export interface Figure {
  readonly value: number;
  readonly span: Span;
  /** Written with `~`, "about" or 約. */
  readonly approximate: boolean;
}

export interface Bar {
  readonly span: Span;
  readonly filled: number;
  readonly cells: number;
  readonly filledGlyph: string;
  readonly emptyGlyph: string;
}

export type ClaimScope =
  | { readonly type: 'plan' }
  | {
      readonly type: 'group';
      readonly group: Group;
      /** By standing in it, not by naming it. */
      readonly implied?: true;
    };

/** A figure about the plan that the plan itself can prove wrong. */
export interface Claim {
  readonly span: Span;
  /** Null where it could not be told what the figure counts. */
  readonly scope: ClaimScope | null;
  readonly done: Figure | null;
  readonly total: Figure | null;
  readonly percent: Figure | null;
  readonly bar: Bar | null;
  /** Other numbers stand in its row, which would have to change with it. */
  readonly beside?: boolean;
  /** Those with one number stand together, in a table or drawing, and count alike. */
  readonly family?: number;
  /** Its noun may be another thing than tickets ("steps"): only a total that fits says that it counts them. */
  readonly vague?: boolean;
  /** The status counted by `done` ("MERGED", "In Progress"); null means done tickets. */
  readonly unit: { readonly text: string; readonly kind: StatusKind } | null;
}

/** A number of tickets in one state: "In progress: 2". */
export interface TallyEntry {
  readonly figure: Figure;
  /** "(40%)" behind it. */
  readonly percent: Figure | null;
  /** The status as the figure names it, normalized. */
  readonly text: string;
  readonly kind: StatusKind;
}

/** Figures that stand together and count the tickets of one part of the plan by status. */
export interface Tally {
  readonly scope: ClaimScope;
  readonly entries: readonly TallyEntry[];
  /** The number of all of them, told in the same line or row. */
  readonly total: Figure | null;
}

/** A figure that counts phases, sprints, epics or milestones themselves: "Phases complete: 4/7". */
export interface GroupCount {
  readonly kind: Exclude<GroupKind, 'section'>;
  readonly done: Figure | null;
  readonly total: Figure | null;
}

/** A second status in the place that gives a ticket or group its own: `- [ ] ✅ Ship`, `| Done | 80 % |`. It speaks against it. */
export interface Aside {
  readonly entity: Ticket | Group;
  readonly status: Status;
  readonly own: Status;
}

/** A row or item that gives a phase the title of another: whose status is told there cannot be known. */
export interface Misnomer {
  readonly span: Span;
  readonly group: Group;
  readonly other: Group;
}

/** "Total estimate: 46 h", over all that the estimates of a group's tickets, or of the plan's, add up to. */
export interface EffortClaim {
  readonly total: Figure;
  /** As `effortOf` gives it. */
  readonly unit: string;
  readonly group: Group | null;
}

/** "Current Phase: Phase 4". */
export interface Focus {
  readonly span: Span;
  readonly target: Entity & (Ticket | Group);
}

/** A list with a stated limit: "Next actions (max 3)". */
export interface LimitedList {
  readonly headingSpan: Span;
  readonly limit: Figure;
  readonly items: readonly Span[];
}

/** An entry of a "Blocked tasks" list; `ticket` where it names one of the plan's. */
export interface BlockedEntry {
  readonly span: Span;
  readonly text: string;
  readonly ticket: Ticket | null;
}

/** A legend entry: what the plan itself says of one of its statuses. */
export interface LegendEntry {
  readonly text: string;
  readonly meaning: string;
  readonly kind: StatusKind | null;
  readonly span: Span;
}

/** A line that looked like plan and was not understood. */
export interface Unread {
  readonly span: Span;
  readonly reason: Reason;
}

/** Text that is not a plan's content but can be wrong all the same. */
export interface TextIssue {
  readonly span: Span;
  readonly text: string;
  /** What it should read; null where that cannot be told. */
  readonly repair: string | null;
}

/** A day that the plan gives to a ticket or group as its target. */
export interface TargetDate {
  readonly span: Span;
  readonly date: string;
  readonly entity: Ticket | Group;
}

/** "A → B → C", where the plan says that each must be complete before the next. */
export interface PhaseOrder {
  readonly span: Span;
  readonly groups: readonly Group[];
}

/** A table that tickets or groups are read from. */
export interface PlanTable {
  readonly type: 'tickets' | 'groups';
  /** As in `Ticket.table`. */
  readonly number: number;
  /** From the header to the last row. */
  readonly span: Span;
  readonly header: Row;
  readonly columns: Columns;
  /** Every row, half-typed ones too. Their spans are relative to `base`: tables are shared between readings. */
  readonly rows: readonly Row[];
  readonly base: number;
}

/** A table row whose cells are more or fewer than its columns. */
export interface MalformedRow {
  readonly span: Span;
  readonly cells: number;
  readonly columns: number;
}

export type WaiverForm = 'disable-line' | 'disable-next-line' | 'disable' | 'enable' | 'disable-file';

/** One rule that a waiver names; null: all rules. */
export interface WaiverPart {
  readonly rule: string | null;
  /** The rule's name; the comment where it names none. */
  readonly span: Span;
  /** Findings that start in here are waived. Of an `enable`: the range that it ends, empty where there is none. */
  readonly covers: Span;
}

/** A comment that says of findings that they are known: `<!-- plan-truth-disable-line overdue: moved to May -->`. */
export interface Waiver {
  /** The comment. */
  readonly span: Span;
  /** `plan-truth-disable-line` */
  readonly word: string;
  /** Null where there is no such comment as the word says. */
  readonly form: WaiverForm | null;
  readonly reason: string | null;
  readonly parts: readonly WaiverPart[];
}

export interface PlanDates {
  /** "Last updated" and the like. */
  readonly updated: readonly DateMention[];
  /** Dates that start a heading, list item, row or line of a log. */
  readonly entries: readonly DateMention[];
  readonly targets: readonly TargetDate[];
  readonly weekdays: readonly WeekdayMention[];
}

/** Everything read from one document. Immutable; all spans are offsets into that document. */
export interface Plan {
  readonly title: string | null;
  /** The heading that is the title. */
  readonly titleSpan: Span | null;
  /** In the order of the text; each holds its own. */
  readonly groups: readonly Group[];
  /** Tickets in no group. */
  readonly tickets: readonly Ticket[];
  /** Every ticket, children included, in the order of the text. */
  readonly allTickets: readonly Ticket[];
  /** Every group, nested ones included, in the order of the text. */
  readonly allGroups: readonly Group[];
  /** A ticket of each canonical id. */
  readonly byId: ReadonlyMap<string, Ticket>;
  /** Where several tickets have one canonical id: all of them, in the order of the text. */
  readonly sameIds: ReadonlyMap<string, readonly Ticket[]>;
  /** In the order of the text. */
  readonly tables: readonly PlanTable[];
  /** The content of the code fences that were read as part of the plan. */
  readonly fences: readonly Span[];
  readonly legend: readonly LegendEntry[];
  readonly claims: readonly Claim[];
  readonly asides: readonly Aside[];
  readonly misnomers: readonly Misnomer[];
  readonly tallies: readonly Tally[];
  readonly groupCounts: readonly GroupCount[];
  readonly efforts: readonly EffortClaim[];
  readonly focus: readonly Focus[];
  readonly limits: readonly LimitedList[];
  readonly blocked: readonly BlockedEntry[];
  /** Where a list of what is blocked says that nothing is. */
  readonly nothingBlocked: readonly Span[];
  readonly orders: readonly PhaseOrder[];
  readonly dates: PlanDates;
  readonly malformed: readonly MalformedRow[];
  /** Some of the work is told in bullets that are no tickets: an overall percent counts it, too. */
  readonly loose: boolean;
  /** The document's own status, from its front matter or the field above its first phase. */
  readonly status: Status | null;
  readonly placeholders: readonly TextIssue[];
  readonly mojibake: readonly TextIssue[];
  readonly unread: readonly Unread[];
  readonly waivers: readonly Waiver[];
}

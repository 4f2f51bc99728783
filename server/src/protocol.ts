/**
 * Custom requests between the client and the server, and their plain types. Imports nothing: all that the client may
 * import of the server. Ranges are LSP ranges (0-based lines, UTF-16 characters).
 */

export interface WireRange {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

export type WireStatusKind = 'todo' | 'active' | 'review' | 'done' | 'blocked' | 'dropped';

/** One item of the plan tree: a plan (file), a group (phase, sprint, …), a ticket; or all that has one status or owner. */
export interface TreeNode {
  /** Stable as long as the plan's file and the ticket's id or title are. */
  id: string;
  type: 'plan' | 'group' | 'ticket' | 'status' | 'owner';
  /** Empty for a status and an owner. */
  uri: string;
  /** Where it stood as it was asked for; null for a status and an owner. */
  range: WireRange | null;
  label: string;
  /** `3/5`, `MERGED`: shown dimmed behind the label. */
  description: string;
  /** Read out by screen readers in place of label and description. */
  accessibleLabel: string;
  status: WireStatusKind | null;
  /** A ticket that could be started now. */
  ready: boolean;
  /** An unfinished ticket with unmet dependencies. */
  waiting: boolean;
  /** Its status can be set. */
  settable: boolean;
  /** It says what it depends on. */
  depends: boolean;
  /** Whether a check item is checked; null for what is none. */
  checked: boolean | null;
  /** What was found on it and below it; null where nothing was. */
  problems: { count: number; severity: 'error' | 'warning' | 'info' | 'hint' } | null;
  hasChildren: boolean;
}

/** How the tree is looked at. */
export interface WireTreeView {
  groupBy: 'phase' | 'status' | 'owner' | 'file';
  /** Tickets in any of the states named; of those what is mine, and what has problems, where asked for. Empty: all. */
  filter: ('ready' | 'blocked' | 'waiting' | 'mine' | 'problems')[];
  /** The names that mean me as an owner. */
  me: string[];
}

/** Client → server. Children of an item, in the plan's own order; what stands at the top where `parent` is null. */
export const treeRequest = 'planTruth/tree';
export interface TreeParams {
  parent: string | null;
  /** Of the view that the client holds, and is told of changes in. Where it is left out: by phases, unfiltered, held by nobody. */
  view?: WireTreeView;
}
export type TreeResult = TreeNode[];

/** Client → server. The path from the top to the item at a position, outermost first; empty where there is none. */
export const treePathRequest = 'planTruth/treePath';
export interface TreePathParams {
  uri: string;
  position: { line: number; character: number };
  view?: WireTreeView;
}

/** Client → server. The path to an item that was seen before, to where it is now; empty where it is gone. */
export const treePathToRequest = 'planTruth/treePathTo';
export interface TreePathToParams {
  id: string;
  view?: WireTreeView;
}

/** Client → server. What the tooltip of an item says, as Markdown. */
export const treeTooltipRequest = 'planTruth/treeTooltip';
export interface TreeTooltipParams {
  id: string;
}
export type TreeTooltipResult = string;

/** Client → server. Where an item stands now; null where it is gone. */
export const locateRequest = 'planTruth/locate';
export interface LocateParams {
  id: string;
}
export type LocateResult = { uri: string; range: WireRange } | null;

/** Client → server. Files of the workspace that should be looked at for plans and could not be read. */
export const unreadableRequest = 'planTruth/unreadable';
export type UnreadableResult = string[];

/** Client → server. The names that the plans give as owners. */
export const ownersRequest = 'planTruth/owners';
export type OwnersResult = string[];

/** Client → server. Whether the tree is in sight: the server keeps quiet of it while it is not. */
export const treeVisibleNotification = 'planTruth/treeVisible';
export interface TreeVisibleParams {
  visible: boolean;
}

/** Edits of one or more documents, as in LSP; `version` is null for a document that is not open. */
export interface WireWorkspaceEdit {
  documentChanges: {
    textDocument: { uri: string; version: number | null };
    edits: { range: WireRange; newText: string }[];
  }[];
}

/**
 * Client → server. The statuses that all of these tickets of the tree can be given at once. Empty where one is gone, or
 * where there is no such status.
 */
export const statusChoicesRequest = 'planTruth/statusChoices';
export interface StatusChoicesParams {
  ids: string[];
}
export interface StatusChoice {
  title: string;
  /** The plan's own word: `MERGED`, `[x]`. */
  word: string;
  kind: WireStatusKind | null;
  /** The natural next step from what they are now. */
  next: boolean;
  /** The summary is brought along; the same word without it comes before. */
  summary: boolean;
  edit: WireWorkspaceEdit;
}
export type StatusChoicesResult = StatusChoice[];

/**
 * What a request to change a plan answers: the edit, for the texts of the versions that it names, or why there is none, as a
 * sentence for the user.
 */
export type EditResult = { edit: WireWorkspaceEdit } | { refused: string };

/** What comes along with a change. */
export interface Along {
  /** Counts, totals and bars that the change makes wrong are put right. */
  summary?: boolean;
}

/** Client → server. What there is to choose for items of the tree. */
export const picksRequest = 'planTruth/picks';
export interface PicksParams {
  /** What they could depend on; what they depend on; the groups that they could be moved to. The first two are of the first item. */
  of: 'addDependency' | 'removeDependency' | 'moveTickets';
  ids: string[];
}
export interface Pick {
  id: string;
  label: string;
  description: string;
}
export type PicksResult = Pick[];

/** Client → server. Items of the tree with their context, as a text for an agent. */
export const promptRequest = 'planTruth/prompt';
export interface PromptParams {
  ids: string[];
  /** What documents are called in the workspace, by URI. */
  paths: Record<string, string>;
}
export type PromptResult = string;

/**
 * Client → server. A new ticket in the form of those around it, with the next free id. `at` is an item of the tree: a plan or
 * a group gets it at its end, a ticket right below it. Without a title it gets one that says that it is new.
 */
export const addTicketRequest = 'planTruth/addTicket';
export interface AddTicketParams extends Along {
  at: string;
  title?: string;
}
export type AddTicketResult =
  | {
      edit: WireWorkspaceEdit;
      id: string | null;
      title: string;
      uri: string;
      /** Where its title stands once the edit is made. */
      range: WireRange;
    }
  | { refused: string };

/** Client → server. Makes an item of the tree depend on another one, or no longer so. */
export const addDependencyRequest = 'planTruth/addDependency';
export const removeDependencyRequest = 'planTruth/removeDependency';
export interface DependencyParams extends Along {
  /** The ticket or group that depends. */
  id: string;
  /** What it depends on. */
  on: string;
}

/**
 * Client → server. Moves tickets of the tree, with all that they hold, to the end of a group of the same file, or before one of
 * its tickets.
 */
export const moveTicketsRequest = 'planTruth/moveTickets';
export interface MoveTicketsParams extends Along {
  ids: string[];
  to: string;
  before?: string | null;
}

/** Client → server. Tickets of all plans that can be started now, those first that most others wait for. */
export const readyRequest = 'planTruth/ready';
export interface ReadyTicket {
  node: TreeNode;
  /** The name of its plan. */
  plan: string;
  /** The tickets that cannot start before it is done, those that wait on them included. */
  unblocks: number;
}
export interface ReadyResult {
  /** The first of them. */
  tickets: ReadyTicket[];
  /** How many there are. */
  total: number;
}

/** Client → server. How far a document's plan is; null where it has none. */
export const progressRequest = 'planTruth/progress';
export interface ProgressParams {
  uri: string;
}
export interface PlanProgress {
  label: string;
  done: number;
  total: number;
  ready: number;
  waiting: number;
}
export type ProgressResult = PlanProgress | null;

/** Client → server. The lines of a document that tell of tickets which could be started, and which wait. */
export const marksRequest = 'planTruth/marks';
export interface MarksParams {
  uri: string;
  /** Those of the others are not worked out. All, where it is left out. */
  kinds?: (keyof MarksResult)[];
}
export interface MarksResult {
  ready: WireRange[];
  waiting: WireRange[];
}

/** Server → client, shortly after plans changed. */
export const treeChangedNotification = 'planTruth/treeChanged';
export interface TreeChangedParams {
  /** The plans that changed; null where plans came or went, or any may have changed. Others may depend on them. */
  uris: string[] | null;
  /** Items of the tree whose children are others than the client was told, or stand otherwise; null for the top. */
  parents: (string | null)[];
  /** Items of the tree that look otherwise than the client was told. */
  items: TreeNode[];
  /** What is ready is not what the client was told. */
  ready: boolean;
  /** How far these documents' plans are is not what the client was told. */
  progress: string[];
  /** In these documents other tickets are to be marked than the client was told. */
  marks: string[];
}

/**
 * Server → client, once a picture (board, …) was asked for: documents have changed, so that it may be another. Told after a
 * pause in typing.
 */
export const picturesChangedNotification = 'planTruth/picturesChanged';

/** What board, graph and report are asked with. */
export interface PictureParams {
  uri: string;
  /** The number of the answer that the client has; null: none. */
  have: number | null;
}
/** All of a picture, or what has become of the one that the client has; null where there is none. */
export type PictureResult<D> =
  | { number: number; whole: D }
  | { number: number; since: number; changes: PictureChanges }
  | null;
/** What makes one picture of another; empty where they are the same. */
export interface PictureChanges {
  /** Fields that are others than before, but for lists of objects; a list that has become empty. */
  fields: Record<string, unknown>;
  /** Lists of objects that are others than before, by field. */
  lists: Record<string, ListChange>;
}
export interface ListChange {
  /** In order: runs of items that stay, by the index that they had; and items that are new. */
  parts: ([from: number, count: number] | object)[];
  /** The `line` of every item, where one that stays has another; else null. */
  lines: number[] | null;
}

/** Client → server. The plan of a document as a board; null where it has none. Texts are on one line. */
export const boardRequest = 'planTruth/board';
export interface BoardColumn {
  /** The plan's own word; null for a box, for what has no status and for words that mean nothing to the server. */
  label: string | null;
  kind: WireStatusKind | null;
  /** The statuses that stand in it, as written; none: its tickets have no status. */
  words: string[];
}
export interface BoardLane {
  id: string;
  label: string;
  line: number;
  status: WireStatusKind | null;
  done: number;
  total: number;
}
export interface WireFinding {
  severity: 'error' | 'warning' | 'info' | 'hint';
  message: string;
}
export interface BoardCard {
  /** As in the plan tree. */
  id: string;
  /** A phase that holds no tickets. */
  isPhase: boolean;
  /** The ticket's id. */
  name: string | null;
  title: string;
  line: number;
  /** Of `columns`. */
  column: number;
  /** The status where it is written otherwise than the column's name. */
  word: string | null;
  /** Of `phases`; null in none. */
  phase: number | null;
  /** One of `owners`. */
  owner: string | null;
  estimate: string | null;
  priority: string | null;
  /** The ticket that it is a part of. */
  parent: string | null;
  /** Of the tickets below it; null where there are none. */
  progress: { done: number; total: number } | null;
  settable: boolean;
  ready: boolean;
  waitsOn: string[];
  findings: WireFinding[];
}
export interface Board {
  uri: string;
  title: string;
  columns: BoardColumn[];
  phases: BoardLane[];
  owners: string[];
  cards: BoardCard[];
}
export type BoardResult = PictureResult<Board>;

/** Client → server. What depends on what in the plan of a document; null where it has none. */
export const graphRequest = 'planTruth/graph';
export interface GraphStatus {
  text: string;
  kind: WireStatusKind | null;
}
/** A phase, or another part of a plan that tickets stand in. */
export interface GraphBand {
  /** As in the plan tree. */
  id: string;
  kind: 'phase' | 'sprint' | 'epic' | 'milestone' | 'section' | 'plan';
  key: string;
  title: string;
  status: GraphStatus | null;
  done: number;
  total: number;
  /** The index of the band that it stands in. */
  parent: number | null;
  /** Its plan, which can be another one. */
  uri: string;
  line: number;
}
export interface GraphNode {
  /** As in the plan tree. */
  id: string;
  /** The plan's own id of the ticket. */
  name: string | null;
  key: string;
  title: string;
  status: GraphStatus | null;
  /** The index of its band. */
  band: number;
  owner: string | null;
  estimate: string | null;
  /** Of the tickets below it. */
  done: number;
  total: number;
  isDone: boolean;
  ready: boolean;
  waiting: boolean;
  settable: boolean;
  findings: (WireFinding & { rule: string })[];
  accessibleLabel: string;
  line: number;
}
/** `to` depends on `from`: the index of a node, or the complement (`~index`) of a band's. */
export interface GraphEdge {
  from: number;
  to: number;
  met: boolean;
  soft: boolean;
  cycle: boolean;
  /** What depends is further than it can be. */
  broken: boolean;
}
export interface Graph {
  uri: string;
  title: string;
  bands: GraphBand[];
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** The longest chain of what is left to do, by nodes; its length in `h`, `sessions`, `points`, or in tickets where null. */
  critical: { nodes: number[]; length: number; unit: string | null } | null;
}
export type GraphResult = PictureResult<Graph>;

/** Client → server. How far the plan of a document is, and how it came there; null where it has none. */
export const reportRequest = 'planTruth/report';
/** Leaf tickets by what their status means. */
export type StatusCounts = Record<WireStatusKind | 'none', number>;
export interface ReportPhase {
  label: string;
  line: number;
  status: WireStatusKind | null;
  /** Of its tickets; where it has none, of itself alone. */
  counts: StatusCounts;
  hasTickets: boolean;
}
/** A figure of the plan that is not what its tickets say. */
export interface ReportClaim {
  /** What it is about; null: the whole plan. */
  scope: string | null;
  line: number;
  /** As written. */
  text: string;
  claimed: { done: number | null; total: number | null; percent: number | null };
  counted: { done: number; total: number };
}
export interface ReportMilestone {
  label: string;
  line: number;
  /** `YYYY-MM-DD`, as everywhere here. */
  date: string;
  done: boolean;
  late: boolean;
}
export interface ReportReady {
  label: string;
  line: number;
  /** How many tickets cannot start before it is done. */
  unblocks: number;
}
export interface ReportHistory {
  /** Phases are counted, as the dates are theirs alone; else tickets. */
  ofPhases: boolean;
  total: number;
  /** How many were done at the end of a day, by the plan's own dates. */
  points: { date: string; done: number }[];
  /** What dated entries say of the whole plan. */
  stated: { date: string; done: number; total: number }[];
  /** What is done and has no date. */
  undated: number;
}
export interface Report {
  uri: string;
  title: string;
  today: string | null;
  counts: StatusCounts;
  phases: ReportPhase[];
  claims: ReportClaim[];
  history: ReportHistory;
  milestones: ReportMilestone[];
  ready: ReportReady[];
  /** How many tickets could be worked on at the same time, step by step. */
  waves: number[];
}
export type ReportResult = PictureResult<Report>;

/**
 * Client → server. What a rendered document shows of its plan; null where it has none. By the lines of the text, and by the
 * words on them.
 */
export const previewRequest = 'planTruth/preview';
export interface PreviewParams {
  uri: string;
}
export interface PreviewMark {
  line: number;
  /** As written. */
  text: string;
  /** The cell of a table row that it stands in; null outside of tables. */
  cell: number | null;
  /** How often the same words stand before it, on its line or in its cell. */
  before: number;
  shows: { type: 'status' | 'box'; kind: WireStatusKind } | { type: 'link'; uri: string; line: number };
}
export interface Preview {
  /** Of the text that the lines are of; null where it is not open. */
  version: number | null;
  /** In the order of the text. */
  marks: PreviewMark[];
  /** Headings of phases. */
  progress: { line: number; done: number; total: number }[];
}
export type PreviewResult = Preview | null;

/**
 * Server → client, where the client offers its file system in `initializationOptions` (`fileSystem: 'client'`), which
 * makes virtual workspaces work: the Markdown files of the workspace, and the text of one (null where it cannot be read).
 */
export const findFilesRequest = 'planTruth/fs/findFiles';
export interface FindFilesParams {
  /** Glob patterns relative to the workspace folders. */
  include: string[];
  exclude: string[];
  limit: number;
}
export type FindFilesResult = string[];
export const readFileRequest = 'planTruth/fs/readFile';
export interface ReadFileParams {
  uri: string;
}
export type ReadFileResult = string | null;

export interface InitializationOptions {
  fileSystem?: 'client';
  /** As under `planTruth` in the editor's settings; for clients that cannot be asked for them. */
  settings?: unknown;
  /** False where the user does not trust the workspace: then its own files do not decide which plans are read. */
  trusted?: boolean;
  /** The editor folds headings and fences of any Markdown by itself. */
  foldsMarkdown?: boolean;
}

/**
 * Custom requests between the client and the server, and their plain types. Imports nothing: all that the client may
 * import of the server. Ranges are LSP ranges (0-based lines, UTF-16 characters).
 */

export interface WireRange {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

export type WireStatusKind = 'todo' | 'active' | 'review' | 'done' | 'blocked' | 'dropped';

/** One item of the plan tree: a plan (file), a group (phase, sprint, …) or a ticket. */
export interface TreeNode {
  /** Stable as long as the plan's file and the ticket's id or title are. */
  id: string;
  type: 'plan' | 'group' | 'ticket';
  uri: string;
  /** The line to go to. */
  range: WireRange;
  label: string;
  /** `3/5`, `MERGED`: shown dimmed behind the label. */
  description: string;
  /** Markdown, the hover's content. */
  tooltip: string;
  /** Read out by screen readers in place of label and description. */
  accessibleLabel: string;
  status: WireStatusKind | null;
  /** A ticket that could be started now. */
  ready: boolean;
  /** An unfinished ticket with unmet dependencies. */
  waiting: boolean;
  /** Its status can be set. */
  settable: boolean;
  /** Whether a check item is checked; null for what is none. */
  checked: boolean | null;
  hasChildren: boolean;
}

/** Client → server. Children of an item, in the plan's own order; the plans of the workspace where `parent` is null. */
export const treeRequest = 'planTruth/tree';
export interface TreeParams {
  parent: string | null;
}
export type TreeResult = TreeNode[];

/** Client → server. The path from the plan to the item at a position, outermost first; empty where there is none. */
export const treePathRequest = 'planTruth/treePath';
export interface TreePathParams {
  uri: string;
  position: { line: number; character: number };
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

/**
 * Client → server. A new ticket in the form of those around it, with the next free id. `at` is an item of the tree: a plan or
 * a group gets it at its end, a ticket right below it. Without a title it gets one that says that it is new.
 */
export const addTicketRequest = 'planTruth/addTicket';
export interface AddTicketParams {
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
export interface DependencyParams {
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
export interface MoveTicketsParams {
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
export type ReadyResult = ReadyTicket[];

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

/** Server → client. The trees of these plans changed; null means that plans came or went. */
export const treeChangedNotification = 'planTruth/treeChanged';
export interface TreeChangedParams {
  uris: string[] | null;
}

/**
 * Server → client, once a picture (board, …) was asked for: documents have changed, so that it may be another. Told after a
 * pause in typing.
 */
export const picturesChangedNotification = 'planTruth/picturesChanged';

/** What every picture is asked with. */
export interface PictureParams {
  uri: string;
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
export type BoardResult = Board | null;

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
}

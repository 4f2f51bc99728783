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

/** Server → client. The trees of these plans changed; null means that plans came or went. */
export const treeChangedNotification = 'planTruth/treeChanged';
export interface TreeChangedParams {
  uris: string[] | null;
}

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
}

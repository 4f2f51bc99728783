import type { GroupKind, StatusKind } from '../model/plan';
import type { Severity } from '../rules/finding';
import type { Span } from '../text/span';
import type { CriticalPath } from './graphPaths';

/** A phase, or another part of a plan that tickets stand in. */
export interface GraphBand {
  /** As in the tree. */
  readonly id: string;
  readonly kind: GroupKind | 'plan';
  /** What tells the group apart among its kind; empty for a plan. */
  readonly key: string;
  /** With the names of what it stands in. */
  readonly title: string;
  readonly status: GraphStatus | null;
  readonly done: number;
  readonly total: number;
  /** The index of the band that it stands in, null at the top. */
  readonly parent: number | null;
  readonly uri: string;
  readonly span: Span;
}

export interface GraphStatus {
  readonly text: string;
  readonly kind: StatusKind | null;
}

export interface GraphNode {
  /** As in the tree: the same as long as the plan's file and the ticket's id or title are. */
  readonly id: string;
  /** The plan's own id of the ticket. */
  readonly name: string | null;
  readonly key: string;
  /** On one line, cut where it is very long. */
  readonly title: string;
  readonly status: GraphStatus | null;
  /** The index of its band. */
  readonly band: number;
  readonly owner: string | null;
  readonly estimate: string | null;
  /** How many of the tickets below it are done. */
  readonly done: number;
  readonly total: number;
  readonly isDone: boolean;
  readonly ready: boolean;
  readonly waiting: boolean;
  readonly settable: boolean;
  readonly findings: readonly { readonly rule: string; readonly severity: Severity; readonly message: string }[];
  /** What a screen reader says. */
  readonly accessibleLabel: string;
  readonly uri: string;
  readonly span: Span;
}

/** The index of a node; of a band its complement (`~index`). */
export type GraphEnd = number;

/** `to` depends on `from`. */
export interface GraphEdge {
  readonly from: GraphEnd;
  readonly to: GraphEnd;
  readonly met: boolean;
  /** Wanted, not needed. */
  readonly soft: boolean;
  /** Part of a circle. */
  readonly cycle: boolean;
  /** What depends on it cannot be as far as the plan says: a finding tells of it. */
  readonly broken: boolean;
}

/** How the tickets of some plans depend on each other. Plain data, in the order of the text. */
export interface PlanGraph {
  readonly bands: readonly GraphBand[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** The longest chain of what is left to do; null where nothing that is left waits for anything. */
  readonly critical: CriticalPath | null;
}

import type { Analysis, Target } from '../core/analysis/analysis';
import type { Group, GroupKind, StatusKind, Ticket } from '../core/model/plan';
import type { Run } from './run';

/** `text` is empty and `kind` null where nothing is said. */
export interface StatusListing {
  readonly text: string;
  readonly kind: StatusKind | null;
}

export interface DependencyListing {
  readonly text: string;
  readonly targets: readonly string[];
  readonly met: boolean;
}

export interface TicketListing {
  readonly key: string;
  readonly id: string | null;
  readonly title: string;
  readonly line: number;
  readonly status: StatusListing;
  readonly dependsOn: readonly DependencyListing[];
  readonly waitsOn: readonly string[];
  readonly unblocks: readonly string[];
  readonly ready: boolean;
  readonly branch: string | null;
  readonly children: readonly TicketListing[];
}

export interface GroupListing {
  readonly kind: GroupKind;
  readonly key: string;
  readonly title: string;
  readonly line: number;
  readonly status: StatusListing;
  readonly done: number;
  readonly total: number;
  readonly dependsOn: readonly DependencyListing[];
  readonly waitsOn: readonly string[];
  readonly unblocks: readonly string[];
  readonly groups: readonly GroupListing[];
  readonly tickets: readonly TicketListing[];
}

export interface UnreadListing {
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

/** One plan as `list --format json` has it. */
export interface PlanListing {
  readonly path: string;
  readonly title: string | null;
  readonly done: number;
  readonly total: number;
  readonly groups: readonly GroupListing[];
  readonly tickets: readonly TicketListing[];
  readonly unread: readonly UnreadListing[];
}

/** The plans of a run, in the order of its files. A file without any content of a plan has none. */
export function listPlans(run: Run): PlanListing[] {
  return run.files.flatMap(({ uri, name }) => {
    const analysis = run.snapshot.analysis(uri);
    if (!analysis) return [];
    const listing = planListing(analysis, name, run);
    return listing.groups.length + listing.tickets.length + listing.unread.length > 0 ? [listing] : [];
  });
}

function planListing(analysis: Analysis, path: string, run: Run): PlanListing {
  const { plan, source, say } = analysis;
  const line = (offset: number) => source.lineAt(offset) + 1;
  const name = (target: Target) => targetName(target, analysis, run);

  const links = (entity: Ticket | Group) => ({
    dependsOn: analysis
      .dependencies(entity)
      .map(({ text, targets, met }) => ({ text, targets: targets.map(name), met })),
    waitsOn: analysis.waitsOn(entity).map(name),
    unblocks: analysis.unblocks(entity).map(name),
  });
  const ticket = (entity: Ticket): TicketListing => ({
    key: entity.key,
    id: entity.id,
    title: entity.title,
    line: line(entity.span.start),
    status: statusOf(entity),
    ...links(entity),
    ready: analysis.isReady(entity),
    branch: entity.branch,
    children: entity.children.map(ticket),
  });
  const group = (entity: Group): GroupListing => {
    const { done, total } = analysis.totals(entity);
    return {
      kind: entity.kind,
      key: entity.key,
      title: entity.title,
      line: line(entity.span.start),
      status: statusOf(entity),
      done,
      total,
      ...links(entity),
      groups: entity.groups.map(group),
      tickets: entity.tickets.map(ticket),
    };
  };

  const { done, total } = analysis.totals(plan);
  return {
    path,
    title: plan.title,
    done,
    total,
    groups: plan.groups.map(group),
    tickets: plan.tickets.map(ticket),
    unread: plan.unread.map(({ span, reason }) => ({
      line: line(span.start),
      text: source.slice(span).trim(),
      reason: say(reason),
    })),
  };
}

const statusOf = ({ status }: Ticket | Group): StatusListing => ({
  text: status?.text ?? '',
  kind: status?.kind ?? null,
});

/** `A-001`, `phase:1`; with its plan's path where that is another one: `docs/api.md#A-001`. */
function targetName({ uri, entity }: Target, from: Analysis, run: Run): string {
  const key = entity.type === 'group' ? `${entity.kind}:${entity.key}` : entity.key;
  return uri === from.uri ? key : `${run.nameOf(uri)}#${key}`;
}

import type { Analysis, Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Ticket } from '../model/plan';
import { listed } from '../text/lists';
import { linkTo, list, withStatus } from './describe';
import { criticalPath } from './graphPaths';
import { leaves } from './progress';

/** The Markdown that tells what is to be done in a group: what is ready, what cannot go on and why, its longest chain. */
export function describeWork(snapshot: Snapshot, uri: string, group: Group): string {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return '';
  const { say } = snapshot;
  const open = [...leaves(group)].filter((ticket) => !analysis.isDone(ticket));
  const ready = open.filter((ticket) => analysis.isReady(ticket));
  const held = open.filter((ticket) => ticket.status?.kind === 'blocked' || analysis.waitsOn(ticket).length > 0);
  return [
    list(
      say,
      say('Ready'),
      ready.map((ticket) => linkTo(snapshot, { uri, entity: ticket })),
    ),
    list(
      say,
      say('Blocked'),
      held.map((ticket) => heldUp(snapshot, analysis, ticket)),
    ),
    chain(snapshot, analysis, open),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function heldUp(snapshot: Snapshot, analysis: Analysis, ticket: Ticket): string {
  const { say } = snapshot;
  const waiting = analysis.waitsOn(ticket).map((target: Target) => linkTo(snapshot, target));
  const target = { uri: analysis.uri, entity: ticket };
  return waiting.length === 0
    ? withStatus(snapshot, target)
    : `${linkTo(snapshot, target)} · ${say('waits on {0}', listed(say, waiting))}`;
}

/** Longer chains say nothing more in a hover. */
const longestChain = 12;

function chain(snapshot: Snapshot, analysis: Analysis, open: readonly Ticket[]): string {
  const { say } = snapshot;
  const index = new Map(open.map((ticket, i) => [ticket, i]));
  const edges = open.flatMap((ticket, to) =>
    analysis.dependencies(ticket).flatMap(({ targets, problem, soft }) =>
      (problem === null ? targets : []).flatMap(({ entity }) => {
        const from = entity.type === 'ticket' ? index.get(entity) : undefined;
        return from === undefined ? [] : [{ from, to, soft, cycle: false }];
      }),
    ),
  );
  const nodes = open.map(({ estimate }) => ({ band: 0, isDone: false, status: null, estimate }));
  const path = edges.length === 0 ? null : criticalPath({ bands: [{ parent: null }], nodes, edges });
  if (!path) return '';
  const links = path.nodes.map((i) => linkTo(snapshot, { uri: analysis.uri, entity: open[i]! }));
  const shown = links.length > longestChain ? [...links.slice(0, longestChain), '…'] : links;
  const way = shown.join(' → ');
  return path.unit === null
    ? say('Critical path of {0} {0|ticket|tickets}: {1}', path.length, way)
    : say('Critical path of {0} {1}: {2}', path.length, path.unit, way);
}

import type { Analysis, Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Ticket } from '../model/plan';
import { check } from '../rules/check';
import type { GraphBand, GraphEnd, GraphNode, PlanGraph } from './graphData';
import { contradictions, findingsByTicket } from './graphFindings';
import { nodeOf, partOf } from './graphParts';
import { criticalPath, cyclicEdges } from './graphPaths';
import { planLabels } from './treeItem';

type Entity = Group | Ticket;

/**
 * The graph of these plans, of all of the workspace's where `uris` is null. A ticket below another is a node only where
 * something depends on it or it depends on something. Tickets of other plans are there as far as these have to do with them.
 */
export function planGraph(snapshot: Snapshot, uris: readonly string[] | null): PlanGraph {
  const labels = planLabels(snapshot, snapshot.planUris);
  const wanted = uris ? snapshot.planUris.filter((uri) => uris.includes(uri)) : snapshot.planUris;
  const links = linksOf(snapshot, wanted);
  const linked = new Set<Entity>(links.flatMap(({ from, to }) => [from.entity, to.entity]));
  const shown = [...new Set([...wanted, ...links.flatMap(({ from, to }) => [from.uri, to.uri])])].sort();
  const found = shown.map((uri) => {
    const analysis = snapshot.analysis(uri)!;
    const label = shown.length > 1 ? labels.get(uri)! : null;
    return partOf(snapshot, analysis, label, linked, wanted.includes(uri));
  });
  const ends = new Map<Entity, GraphEnd>();
  const bands: GraphBand[] = [];
  const nodes: GraphNode[] = [];
  const broken = new Map<string, ReadonlySet<number>>();
  for (const part of found) {
    const first = bands.length;
    for (const { entity, band } of part.bands) {
      if (entity) ends.set(entity, ~bands.length);
      bands.push({ ...band, parent: band.parent === null ? null : band.parent + first });
    }
    const findings = wanted.includes(part.analysis.uri) ? check(snapshot, part.analysis.uri) : [];
    broken.set(part.analysis.uri, contradictions(findings));
    const told = findingsByTicket(findings, part.analysis.plan, new Set(part.nodes.map(({ entity }) => entity)));
    for (const { entity, band, item } of part.nodes) {
      ends.set(entity, nodes.length);
      nodes.push(nodeOf(part.analysis, entity, item, band + first, told.get(entity) ?? []));
    }
  }
  const joined = links.flatMap(({ from: needed, to: needing, met, soft, at }) => {
    const from = ends.get(needed.entity);
    const to = ends.get(needing.entity);
    if (from === undefined || to === undefined) return [];
    return [{ from, to, met, soft, broken: !met && !soft && broken.get(needing.uri)!.has(at) }];
  });
  const cyclic = cyclicEdges(nodes.length, bands.length, joined);
  const edges = joined.map((edge, i) => ({ ...edge, cycle: cyclic.has(i) }));
  return { bands, nodes, edges, critical: criticalPath({ bands, nodes, edges }) };
}

interface Link {
  readonly from: Target;
  readonly to: Target;
  readonly met: boolean;
  readonly soft: boolean;
  /** Where a finding about it would stand. */
  readonly at: number;
}

/** Every dependency that is understood and has an end in one of the plans, told once. */
function linksOf(snapshot: Snapshot, wanted: readonly string[]): Link[] {
  const links: Link[] = [];
  const about = new Set(wanted);
  for (const uri of snapshot.planUris) {
    const own = about.has(uri);
    if (!own && ![...snapshot.looksAt(uri)].some((one) => about.has(one))) continue;
    const analysis = snapshot.analysis(uri)!;
    for (const entity of [...analysis.plan.allGroups, ...analysis.plan.allTickets]) {
      if (entity.dependencies.length === 0) continue;
      const seen = new Set<Entity>();
      for (const { targets, problem, met, soft, told, span } of analysis.dependencies(entity)) {
        if (problem !== null) continue;
        for (const from of targets) {
          if (seen.has(from.entity) || !(own || about.has(from.uri))) continue;
          seen.add(from.entity);
          const over = (met && !soft) || isOver(snapshot.analysis(from.uri)!, from.entity);
          const at = told && entity.status ? entity.status.span.start : span.start;
          links.push({ from, to: { uri, entity }, met: over, soft, at });
        }
      }
    }
  }
  return links;
}

const isOver = (analysis: Analysis, entity: Entity): boolean =>
  analysis.isDone(entity) || entity.status?.kind === 'dropped';

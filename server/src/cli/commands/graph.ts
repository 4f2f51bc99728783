import { planGraph } from '../../core/features/graph';
import type { PlanGraph } from '../../core/features/graphData';
import { canonicalId } from '../../core/model/names';
import { chainsOf } from '../../graph/chains';
import { toDot } from '../../graph/dot';
import { toMermaid } from '../../graph/mermaid';
import { sayIn } from '../../graph/say';
import { toSvg } from '../../graph/toSvg';
import { everything, type View } from '../../graph/visible';
import { exit, type Host, Refusal } from '../host';
import { graphJson } from '../reporters/graph-json';
import { openRun, type Run, type RunOptions } from '../run';
import { closest } from '../suggest';
import { visible } from '../terminal/display';

export const graphFormats = ['mermaid', 'dot', 'json', 'svg'] as const;

export interface GraphOptions extends RunOptions {
  readonly format: (typeof graphFormats)[number];
  readonly ticket?: string;
}

/** `plan-truth graph`: draws what depends on what. */
export async function graph(paths: readonly string[], options: GraphOptions, host: Host): Promise<number> {
  const run = await openRun(paths, options, host);
  const found = planGraph(run.snapshot, null);
  if (found.nodes.length === 0) host.stderr.write(`plan-truth: ${host.say('there is no ticket to draw')}\n`);
  host.stdout.write(draw(found, run, options, host));
  return run.failed ? exit.failure : exit.ok;
}

function draw(found: PlanGraph, run: Run, { format, ticket }: GraphOptions, { say, language }: Host): string {
  const view = ticket === undefined ? everything : chainView(found, ticket, say);
  switch (format) {
    case 'mermaid':
      return toMermaid(found, view);
    case 'dot':
      return toDot(found, view);
    case 'json':
      return graphJson(found, run);
    case 'svg':
      return toSvg(found, { title: titleOf(run), say: sayIn(language) }, view);
  }
}

/** A ticket with all that it waits for and all that waits for it. */
function chainView(found: PlanGraph, ticket: string, say: Host['say']): View {
  const wanted = canonicalId(ticket);
  const index = found.nodes.findIndex(({ name, key }) => canonicalId(name ?? key) === wanted);
  if (index < 0) {
    const near = closest(
      ticket,
      found.nodes.flatMap(({ name }) => name ?? []),
    );
    const message = near
      ? say('there is no ticket {0} in the graph; did you mean {1}?', visible(ticket), visible(near))
      : say('there is no ticket {0} in the graph', visible(ticket));
    throw new Refusal([`plan-truth: ${message}`]);
  }
  const { up, down } = chainsOf(found, index);
  return { collapsed: new Set(), only: new Set([index, ...up, ...down].filter((end) => end >= 0)) };
}

/** The plan's own title where there is one plan. */
function titleOf({ snapshot }: Run): string {
  const titles = snapshot.planUris.map((uri) => snapshot.analysis(uri)?.plan.title ?? '');
  return titles.length === 1 ? titles[0]! : '';
}

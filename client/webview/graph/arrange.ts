import { chainsOf } from '../../../server/src/graph/chains';
import { sizesOf } from '../../../server/src/graph/draw';
import { type View as Part, visibleIn } from '../../../server/src/graph/visible';
import type { Graph } from '../../../server/src/protocol';
import type { View as CameraView } from './camera';
import { Layouts } from './layouts';
import type { Model } from './scene';

/** What a webview keeps of its graph. */
export interface State {
  /** The plan that camera and chain are of. */
  of: string | null;
  camera: CameraView | null;
  /** The ticket whose chain is shown alone. */
  chain: string | null;
  /** Bands that the user folded or unfolded, by id. */
  folds: Readonly<Record<string, boolean>>;
  text: boolean;
}

/** Larger graphs open with all their bands folded. */
const mostUnfolded = 3000;

/** What of a graph is wanted: one ticket's chain alone, or all but what is folded. */
export function partOf(graph: Graph, { folds, chain }: State): Part {
  const index = chain === null ? -1 : graph.nodes.findIndex(({ id }) => id === chain);
  if (index >= 0) {
    const { up, down } = chainsOf(graph, index);
    return { collapsed: new Set(), only: new Set([index, ...up, ...down].filter((end) => end >= 0)) };
  }
  const many = graph.nodes.length > mostUnfolded;
  const collapsed = graph.bands.flatMap(({ id }, i) => ((folds[id] ?? many) ? [i] : []));
  return { collapsed: new Set(collapsed), only: null };
}

/** Finds where everything goes. */
export class Arranger {
  readonly #layouts = new Layouts();
  /** What the layout of the model before was made for. */
  #known = '';

  /** Takes the model at once where everything stays in its place, else as soon as it is known where everything goes. */
  arrange(graph: Graph, part: Part, before: Model | null, take: (model: Model) => void): void {
    const visible = visibleIn(graph, part);
    const sizes = sizesOf(graph);
    const ends = visible.edges.map(({ from, to }) => [from, to]);
    const wanted = JSON.stringify([visible.bands, ends, sizes]);
    if (before && wanted === this.#known) {
      this.#layouts.forget();
      take({ graph, visible, layout: before.layout });
    } else
      this.#layouts.ask(visible, sizes, (layout) => {
        this.#known = wanted;
        take({ graph, visible, layout });
      });
  }
}

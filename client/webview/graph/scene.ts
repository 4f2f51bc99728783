import { bandWords, drawEdge, drawLabel, drawNode, drawStrip } from '../../../server/src/graph/draw';
import type { Box, Layout } from '../../../server/src/graph/layout';
import type { Say } from '../../../server/src/graph/say';
import { arrows } from '../../../server/src/graph/svg';
import type { Visible, VisibleEdge } from '../../../server/src/graph/visible';
import type { Graph } from '../../../server/src/protocol';
import { KeyedList, setAttribute, svg } from '../kit/dom';
import { drawnToDom } from '../kit/drawn';
import { l10n } from '../kit/l10n';
import { around, grown, holds, touches } from './boxes';
import type { Camera } from './camera';
import { farPicture } from './far';

/** A graph, what of it is in sight, and where that is. */
export interface Model {
  readonly graph: Graph;
  readonly visible: Visible;
  readonly layout: Layout;
}

interface NodeItem {
  readonly index: number;
  readonly node: Graph['nodes'][number];
  readonly box: Box;
  readonly critical: boolean;
  readonly text: string;
}
interface EdgeItem {
  readonly key: string;
  readonly edge: VisibleEdge;
  readonly path: string;
  readonly text: string;
}
interface BandItem {
  readonly key: string;
  readonly band: Graph['bands'][number];
  readonly box: Box;
  readonly collapsed: boolean;
  readonly text: string;
}

/** What a screen reader says of a ticket. */
const describe = (node: Graph['nodes'][number], critical: string | null): string =>
  [
    node.accessibleLabel,
    node.owner && l10n.t('owner {0}', node.owner),
    node.estimate && l10n.t('estimate {0}', node.estimate),
    critical,
    ...node.findings.map(({ message }) => message),
  ]
    .filter(Boolean)
    .join(', ');

/** Below this size cards are mere patches of colour. */
const farScale = 0.28;

/** Draws what of a model is near what the camera sees. What is the same as before is left alone. */
export class Scene {
  readonly #strips = svg('g');
  readonly #edges = svg('g', { 'aria-hidden': 'true' });
  readonly #labels = svg('g');
  readonly #nodes = svg('g');
  readonly #far = svg('g', { 'aria-hidden': 'true' });
  readonly #root = svg('g', {}, this.#strips, this.#edges, this.#far, this.#labels, this.#nodes);
  // No image to a screen reader, but the tickets and phases in it.
  readonly element = svg(
    'svg',
    { class: 'picture', role: 'presentation' },
    svg('defs', {}, ...arrows.map(drawnToDom)),
    this.#root,
  );
  #model: Model | null = null;
  /** What was drawn last, to see whether more is needed. */
  #drawn: { box: Box; far: boolean } | null = null;
  #critical: ReadonlySet<number> = new Set();
  #kept = {
    nodes: new Map<string, NodeItem>(),
    edges: new Map<string, EdgeItem>(),
    bands: new Map<string, BandItem>(),
  };
  /** A node that is drawn wherever the camera is, as it has the focus. */
  #held: string | null = null;
  #lit: { readonly nodes: ReadonlySet<number>; readonly edges: (edge: VisibleEdge) => boolean } | null = null;

  readonly #stripList = this.#list<BandItem>(
    this.#strips,
    ({ key }) => key,
    ({ box, collapsed }) => drawStrip(box, collapsed),
  );
  readonly #edgeList = this.#list<EdgeItem>(
    this.#edges,
    ({ key }) => key,
    ({ edge, path }) => drawEdge(edge, path),
  );
  readonly #labelList = this.#list<BandItem>(
    this.#labels,
    ({ key }) => key,
    ({ band, box, collapsed }) => drawLabel(band, box, collapsed ? 'closed' : 'open'),
    (element, { band, collapsed }) => {
      setAttribute(element, 'role', 'button');
      setAttribute(element, 'tabindex', 0);
      setAttribute(element, 'aria-expanded', String(!collapsed));
      setAttribute(element, 'aria-label', [band.title, ...bandWords(band)].join(', '));
      setAttribute(element, 'data-band', band.id);
      setAttribute(element, 'data-key', `band ${band.id}`);
    },
  );
  readonly #nodeList = this.#list<NodeItem>(
    this.#nodes,
    ({ node }) => node.id,
    ({ node, box, critical }) => drawNode(node, box, critical, this.say),
    (element, { node, critical }) => {
      setAttribute(element, 'role', 'button');
      setAttribute(element, 'tabindex', -1);
      setAttribute(element, 'aria-haspopup', 'menu');
      setAttribute(element, 'aria-label', describe(node, critical ? this.say('critical path') : null));
      setAttribute(element, 'aria-describedby', 'graph-keys');
      setAttribute(element, 'data-node', node.id);
      setAttribute(element, 'data-key', node.id);
    },
  );

  constructor(
    readonly camera: Camera,
    readonly say: Say,
  ) {}

  get model(): Model | null {
    return this.#model;
  }

  /** Draws another model, or the same plan as it is now. */
  show(model: Model | null): void {
    this.#model = model;
    this.#critical = new Set(model?.graph.critical?.nodes);
    this.#drawn = null;
    this.draw();
  }

  /** Follows the camera: what comes into sight is drawn, the rest only moves. */
  draw(): void {
    const { x, y, scale } = this.camera.view;
    setAttribute(this.#root, 'transform', `translate(${x} ${y}) scale(${scale})`);
    const sight = this.camera.sight;
    const far = scale < farScale;
    if (this.#drawn && this.#drawn.far === far && holds(this.#drawn.box, sight)) return;
    const box = grown(sight);
    this.#drawn = { box, far };
    this.#drawWithin(box, far);
  }

  /** The element of a node, drawn even where the camera does not see it. */
  hold(id: string | null): SVGElement | null {
    if (this.#held !== id) {
      this.#held = id;
      this.#drawn = null;
      this.draw();
    }
    return id === null ? null : (this.#nodeList.get(id) ?? null);
  }

  /** Makes some nodes and edges stand out from the others; null: all are alike again. */
  light(lit: { readonly nodes: ReadonlySet<number>; readonly edges: (edge: VisibleEdge) => boolean } | null): void {
    this.#lit = lit;
    this.#applyLight();
  }

  #drawWithin(box: Box, far: boolean): void {
    const { graph, visible, layout } = this.#model ?? {};
    const bands: BandItem[] = [];
    const nodes: NodeItem[] = [];
    const edges: EdgeItem[] = [];
    if (graph && visible && layout) {
      for (const { band: index, collapsed } of visible.bands) {
        const place = layout.bands.get(index)!;
        if (!touches(place, box)) continue;
        const band = graph.bands[index]!;
        const text = JSON.stringify([band, place, collapsed]);
        bands.push(this.#same(this.#kept.bands, { key: band.id, band, box: place, collapsed, text }, band.id));
      }
      for (const [index, place] of layout.nodes) {
        const node = graph.nodes[index]!;
        if (node.id !== this.#held && (far || !touches(place, box))) continue;
        const critical = this.#critical.has(index);
        const text = JSON.stringify([index, node, place, critical]);
        nodes.push(this.#same(this.#kept.nodes, { index, node, box: place, critical, text }, node.id));
      }
      if (!far)
        visible.edges.forEach((edge, i) => {
          const ends = [edge.from, edge.to].map((end) => (end < 0 ? layout.bands.get(~end)! : layout.nodes.get(end)!));
          if (!touches(around(ends[0]!, ends[1]!), box)) return;
          const key = [edge.from, edge.to]
            .map((end) => (end < 0 ? graph.bands[~end]!.id : graph.nodes[end]!.id))
            .join(' ');
          const path = layout.edges[i]!;
          edges.push(this.#same(this.#kept.edges, { key, edge, path, text: `${path} ${JSON.stringify(edge)}` }, key));
        });
    }
    this.#kept = {
      bands: new Map(bands.map((item) => [item.key, item])),
      nodes: new Map(nodes.map((item) => [item.node.id, item])),
      edges: new Map(edges.map((item) => [item.key, item])),
    };
    this.#stripList.show(bands);
    this.#edgeList.show(edges);
    this.#labelList.show(bands);
    this.#nodeList.show(nodes);
    this.#far.replaceChildren(...(far && this.#model ? farPicture(this.#model) : []));
    this.#applyLight();
  }

  #same<T extends { readonly text: string }>(known: ReadonlyMap<string, T>, item: T, key: string): T {
    const before = known.get(key);
    return before?.text === item.text ? before : item;
  }

  #applyLight(): void {
    const lit = this.#lit;
    for (const [id, { index }] of this.#kept.nodes)
      this.#nodeList.get(id)?.classList.toggle('faded', lit !== null && !lit.nodes.has(index));
    for (const [key, { edge }] of this.#kept.edges) {
      const element = this.#edgeList.get(key);
      element?.classList.toggle('faded', lit !== null && !lit.edges(edge));
      element?.classList.toggle('lit', lit?.edges(edge) ?? false);
    }
  }

  #list<T>(
    parent: SVGElement,
    key: (item: T) => string,
    draw: (item: T) => Parameters<typeof drawnToDom>[0],
    dress: (element: SVGElement, item: T) => void = () => {},
  ): KeyedList<T, SVGElement> {
    return new KeyedList<T, SVGElement>(
      parent,
      key,
      (item) => {
        const element = drawnToDom(draw(item));
        dress(element, item);
        return element;
      },
      (element, item) => {
        const drawn = draw(item);
        for (const [name, value] of Object.entries(drawn.attributes)) setAttribute(element, name, value);
        element.replaceChildren(...drawnToDom(drawn).childNodes);
        dress(element, item);
      },
    );
  }
}

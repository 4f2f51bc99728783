import { chainsOf } from '../../../server/src/graph/chains';
import type { Layout } from '../../../server/src/graph/layout';
import { drawLegend } from '../../../server/src/graph/legend';
import { sayIn } from '../../../server/src/graph/say';
import type { View as Part } from '../../../server/src/graph/visible';
import type { Graph } from '../../../server/src/protocol';
import type { GraphMessage } from '../../src/panels/graphMessages';
import { announce } from '../kit/announce';
import { h, keepingFocus, setAttribute, setText, svg, userText } from '../kit/dom';
import { drawnToDom } from '../kit/drawn';
import { type Kept, post } from '../kit/host';
import { l10n } from '../kit/l10n';
import { Arranger, partOf, type State } from './arrange';
import { Camera } from './camera';
import { HoverCard } from './hoverCard';
import { followInput } from './input';
import { Menu } from './menu';
import { Minimap } from './minimap';
import { type Model, Scene } from './scene';
import { TextView } from './textView';
import { nextFrom } from './way';
import { nameOf, shortName } from './words';

/** The picture of a graph and all that is around it. */
export class GraphView {
  readonly say = sayIn(document.documentElement.lang.startsWith('ja') ? 'ja' : 'en');
  readonly menu = new Menu();
  readonly card = new HoverCard();
  readonly #stage = h('div', {
    class: 'stage',
    role: 'group',
    tabindex: 0,
    'aria-label': l10n.t('Graph'),
    'aria-describedby': 'graph-keys',
  });
  readonly camera = new Camera(
    this.#stage,
    () => this.#moved(),
    (camera) => this.kept.change({ camera }),
  );
  readonly #scene = new Scene(this.camera, this.say);
  readonly #minimap = new Minimap(this.camera);
  readonly #text = new TextView();
  readonly #arranger = new Arranger();
  readonly #legend = h('footer', { class: 'legend', 'aria-hidden': 'true' });
  readonly #chainName = userText('span', 'name', '');
  readonly #chainBar = h(
    'div',
    { class: 'chain', hidden: true },
    this.#chainName,
    this.#button(l10n.t('Show all'), () => this.showChain(null)),
  );
  readonly element = h(
    'main',
    { class: 'graph' },
    this.#chainBar,
    h('div', { class: 'stage-frame' }, this.#stage, this.#minimap.element),
    this.#text.element,
    this.#legend,
    this.card.element,
    this.menu.element,
  );
  #graph: Graph | null = null;
  /** A node that is to have the focus once it is drawn. */
  #wanted: string | null = null;
  /** The node whose chain stands out. */
  #lit: string | null = null;

  constructor(readonly kept: Kept<State>) {
    this.#stage.append(this.#scene.element);
    followInput(this, this.#stage);
    new ResizeObserver(() => {
      this.#scene.draw();
      this.#minimap.follow();
      this.#drawLegend();
    }).observe(this.#stage);
    // The theme is told by a class of the body.
    new MutationObserver(() => this.#minimap.draw()).observe(document.body, { attributeFilter: ['class'] });
  }

  get model(): Model | null {
    return this.#scene.model;
  }

  /** What of the graph is wanted: the bands that are folded, the chain that is looked at. */
  get shown(): Part {
    return partOf(this.#graph!, this.kept.value);
  }

  show(graph: Graph | null): void {
    const other = graph !== null && graph.uri !== this.kept.value.of;
    if (other) {
      this.card.hide();
      this.#look({ of: graph.uri, chain: null });
    }
    this.#graph = graph;
    this.#text.show(graph);
    if (graph) this.#layOut();
    else this.#scene.show(null);
  }

  showText(on: boolean): void {
    setAttribute(this.#text.element, 'hidden', !on);
    setAttribute(this.#stage.parentElement!, 'hidden', on);
    setAttribute(this.#legend, 'hidden', on);
    this.#text.show(this.#graph);
    if (!on && this.model && !this.kept.value.camera) this.#fitFirst(this.model);
  }

  zoom(how: 'in' | 'out' | 'fit'): void {
    if (!this.model) return;
    if (how === 'in') this.camera.zoomIn();
    else if (how === 'out') this.camera.zoomOut();
    else this.camera.fit(this.model.layout, true);
    announce(l10n.t('Zoom: {0} %', Math.round(this.camera.view.scale * 100)));
  }

  fold(id: string): void {
    const band = this.#graph?.bands.findIndex((one) => one.id === id) ?? -1;
    if (band < 0 || this.kept.value.chain !== null) return;
    const folded = this.shown.collapsed.has(band);
    this.kept.change({ folds: { ...this.kept.value.folds, [id]: !folded } });
    this.#layOut();
  }

  /** Folds all bands, or unfolds them where all are. */
  foldAll(): void {
    if (!this.#graph) return;
    const all = this.shown.collapsed.size < this.#graph.bands.length;
    this.#look({ chain: null, folds: Object.fromEntries(this.#graph.bands.map(({ id }) => [id, all])) });
    this.#layOut();
    announce(all ? l10n.t('All phases are folded.') : l10n.t('All phases are unfolded.'));
  }

  /** Shows one ticket with all that it waits for and all that waits for it; null: everything again. */
  showChain(id: string | null): void {
    if (this.kept.value.chain === id) return;
    this.#wanted = this.current;
    this.#look({ chain: id });
    this.#layOut();
    const node = this.#graph?.nodes[this.indexOf(id)];
    const count = this.shown.only?.size ?? 0;
    announce(node ? l10n.t('Chain of {0}, tickets: {1}', shortName(node), count) : l10n.t('All tickets are shown.'));
  }

  indexOf(id: string | null): number {
    return id === null ? -1 : (this.#graph?.nodes.findIndex((node) => node.id === id) ?? -1);
  }

  open(id: string): void {
    const node = this.#graph?.nodes[this.indexOf(id)];
    if (node) post({ type: 'open', uri: this.#graph!.bands[node.band]!.uri, line: node.line });
  }

  openMenu(id: string, at: { x: number; y: number }, back: SVGElement): void {
    const node = this.#graph?.nodes[this.indexOf(id)];
    if (!node) return;
    this.card.hide();
    this.menu.open(
      shortName(node),
      [
        { text: l10n.t('Go to Line'), run: () => this.open(id) },
        ...(node.settable
          ? [{ text: l10n.t('Set Status…'), run: () => post<GraphMessage>({ type: 'chooseStatus', id }) }]
          : []),
        this.kept.value.chain === id
          ? { text: l10n.t('Show All'), run: () => this.showChain(null) }
          : { text: l10n.t('Show Its Chain Alone'), run: () => this.showChain(id) },
      ],
      at,
      back,
    );
  }

  /** Gives a node the focus, and lights its chain. */
  focus(id: string): void {
    const { model } = this;
    const box = model?.layout.nodes.get(this.indexOf(id));
    if (!box) return;
    this.camera.reveal(box);
    this.#scene.hold(id)?.focus({ preventScroll: true });
  }

  /** From one node to the next by an arrow key. */
  go(key: string): void {
    if (!this.model) return;
    const here = this.indexOf(this.current);
    const known = here >= 0 && this.model.layout.nodes.has(here);
    const there = known && document.activeElement instanceof SVGElement;
    const next = there ? nextFrom(this.model, here, key) : known ? here : firstOf(this.model.layout);
    if (next !== null) this.focus(this.#graph!.nodes[next]!.id);
    else if (key === 'ArrowUp') announce(l10n.t('It needs nothing that is shown.'));
    else if (key === 'ArrowDown') announce(l10n.t('Nothing that is shown needs it.'));
  }

  /** A node has the focus, or is under the mouse: what it needs and what needs it stands out. */
  light(id: string | null): void {
    this.#lit = id;
    const index = this.indexOf(id);
    if (index < 0 || !this.#graph) {
      this.#scene.light(null);
      return;
    }
    const { up, down } = chainsOf(this.#graph, index);
    const nodes = new Set([index, ...up, ...down]);
    const holds = (side: ReadonlySet<number>, end: number) => end === index || side.has(end);
    this.#scene.light({
      nodes,
      edges: ({ from, to }) => (holds(up, from) && holds(up, to)) || (holds(down, from) && holds(down, to)),
    });
  }

  /** The node that has the focus, or had it last. */
  current: string | null = null;

  hover(id: string, place: () => DOMRect | undefined): void {
    const index = this.indexOf(id);
    if (index >= 0) this.card.later(this.#graph!, index, place);
  }

  /** The same as hovering, at once: for the keyboard. */
  tell(id: string, place: () => DOMRect | undefined): void {
    const index = this.indexOf(id);
    if (index >= 0) this.card.now(this.#graph!, index, place);
  }

  /** Looks at something else, from where it is best seen. */
  #look(part: Partial<State>): void {
    this.camera.forget();
    this.kept.change({ ...part, camera: null });
  }

  #layOut(): void {
    this.#arranger.arrange(this.#graph!, this.shown, this.model, (model) => this.#put(model));
  }

  #put(model: Model): void {
    const { camera, chain } = this.kept.value;
    if (!camera) this.#fitFirst(model);
    else if (!this.model) this.camera.view = camera;
    keepingFocus(
      () => this.#scene.show(model),
      () => this.#stage.focus({ preventScroll: true }),
    );
    this.light(this.#lit);
    this.#minimap.show(model);
    this.#drawLegend();
    const at = this.indexOf(chain);
    setAttribute(this.#chainBar, 'hidden', at < 0);
    if (at >= 0) setText(this.#chainName, l10n.t('Chain of {0}', nameOf(model.graph.nodes[at]!)));
    if (!model.layout.nodes.has(this.indexOf(this.current))) this.current = null;
    if (this.#wanted !== null) {
      this.focus(this.#wanted);
      this.#wanted = null;
    }
  }

  /** With a first ticket in sight. Where the picture itself is not in sight, that is left for when it is. */
  #fitFirst({ layout }: Model): void {
    if (this.#stage.clientWidth === 0) return;
    this.camera.fit(layout, this.kept.value.chain !== null);
    const first = firstOf(layout);
    if (first !== null) this.camera.reveal(layout.nodes.get(first)!);
  }

  #moved(): void {
    this.card.hide();
    this.#scene.draw();
    this.#minimap.follow();
  }

  #drawLegend(): void {
    const { model } = this;
    const width = this.#stage.clientWidth - 32;
    if (!model || width <= 0) return;
    const { elements, height } = drawLegend(model.graph, model.visible, width, this.say);
    this.#legend.replaceChildren(svg('svg', { width, height }, ...elements.map(drawnToDom)));
  }

  #button(text: string, run: () => void): HTMLElement {
    const made = h('button', {}, text);
    made.addEventListener('click', run);
    return made;
  }
}

/** The topmost node, of several the leftmost; null where none is in sight. */
const firstOf = (layout: Layout): number | null =>
  [...layout.nodes].sort(([, a], [, b]) => a.y - b.y || a.x - b.x)[0]?.[0] ?? null;

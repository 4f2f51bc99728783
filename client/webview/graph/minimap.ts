import { markOf } from '../../../server/src/graph/draw';
import { h, setAttribute } from '../kit/dom';
import { l10n } from '../kit/l10n';
import type { Camera } from './camera';
import type { Model } from './scene';

const fewest = 200;
const room = { width: 190, height: 170 };

/** The whole picture in a corner, and what of it is in sight; only where there is much of it. */
export class Minimap {
  readonly #picture = h('canvas', {});
  readonly #frame = h('div', { class: 'frame' });
  readonly element = h(
    'div',
    { class: 'minimap', hidden: true, role: 'img', 'aria-label': l10n.t('Overview of the graph') },
    this.#picture,
    this.#frame,
  );
  #model: Model | null = null;
  #scale = 1;

  constructor(readonly camera: Camera) {
    const go = ({ clientX, clientY }: PointerEvent) => {
      const { left, top } = this.#picture.getBoundingClientRect();
      camera.centre((clientX - left) / this.#scale, (clientY - top) / this.#scale);
    };
    this.element.addEventListener('pointerdown', (event) => {
      this.element.setPointerCapture(event.pointerId);
      go(event);
    });
    this.element.addEventListener('pointermove', (event) => {
      if (this.element.hasPointerCapture(event.pointerId)) go(event);
    });
  }

  show(model: Model | null): void {
    this.#model = model;
    const wanted = model !== null && model.graph.nodes.length > fewest;
    setAttribute(this.element, 'hidden', !wanted);
    if (wanted) this.draw();
  }

  /** Draws it anew, as after a change of the theme, whose colours it takes. */
  draw(): void {
    if (!this.#model || this.element.hidden) return;
    const { graph, layout } = this.#model;
    this.#scale = Math.min(room.width / layout.width, room.height / layout.height);
    const sharp = window.devicePixelRatio || 1;
    const [width, height] = [layout.width * this.#scale, layout.height * this.#scale].map((one) => Math.max(24, one));
    this.#picture.width = width! * sharp;
    this.#picture.height = height! * sharp;
    this.#picture.style.width = `${width}px`;
    this.#picture.style.height = `${height}px`;
    const context = this.#picture.getContext('2d');
    if (!context) return;
    const style = getComputedStyle(this.element);
    const colour = (name: string) => style.getPropertyValue(name).trim() || style.color;
    context.scale(sharp * this.#scale, sharp * this.#scale);
    context.fillStyle = colour('--strip');
    for (const box of layout.bands.values()) context.fillRect(box.x, box.y, box.width, box.height);
    for (const [index, box] of layout.nodes) {
      context.fillStyle = colour(`--${markOf(graph.nodes[index]!)}`);
      context.fillRect(box.x, box.y, Math.max(box.width, 1 / this.#scale), Math.max(box.height, 1 / this.#scale));
    }
    this.follow();
  }

  /** Follows the camera. */
  follow(): void {
    if (this.element.hidden) return;
    const { x, y, width, height } = this.camera.sight;
    const { style } = this.#frame;
    style.transform = `translate(${x * this.#scale}px, ${y * this.#scale}px)`;
    style.width = `${width * this.#scale}px`;
    style.height = `${height * this.#scale}px`;
  }
}

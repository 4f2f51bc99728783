import type { Box } from '../../../server/src/graph/layout';

export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** As small as zooming makes it; to show the whole of a large graph it may be smaller. */
const least = 0.03;
const smallest = 0.001;
const most = 2.5;
const step = 1.25;
const margin = 40;
const settled = 250;

/** Which part of the picture is in sight: where its origin is on the page, and how big it is drawn. */
export class Camera {
  #view: View = { x: 0, y: 0, scale: 1 };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly element: Element,
    /** Called where it has moved. */
    readonly moved: () => void,
    /** Called where it has come to rest. */
    readonly rested: (view: View) => void,
  ) {}

  /** What it showed is no longer of interest: that it comes to rest is not told. */
  forget(): void {
    clearTimeout(this.#timer);
  }

  get view(): View {
    return this.#view;
  }

  set view(view: View) {
    this.#view = { ...view, scale: Math.min(most, Math.max(smallest, view.scale)) };
    this.moved();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.rested(this.#view), settled);
  }

  /** What is in sight, in the picture's own pixels. */
  get sight(): Box {
    const { x, y, scale } = this.#view;
    const { width, height } = this.size;
    return { x: -x / scale, y: -y / scale, width: width / scale, height: height / scale };
  }

  get size(): { width: number; height: number } {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  pan(dx: number, dy: number): void {
    this.view = { ...this.#view, x: this.#view.x + dx, y: this.#view.y + dy };
  }

  /** Zooms so that a place of the page stays where it is; its middle by default. */
  zoom(factor: number, at = { x: this.size.width / 2, y: this.size.height / 2 }): void {
    const scale = Math.min(most, Math.max(Math.min(least, this.#view.scale), this.#view.scale * factor));
    const by = scale / this.#view.scale;
    this.view = { scale, x: at.x - (at.x - this.#view.x) * by, y: at.y - (at.y - this.#view.y) * by };
  }

  zoomIn(): void {
    this.zoom(step);
  }

  zoomOut(): void {
    this.zoom(1 / step);
  }

  /** By a part of what is in sight, as an arrow key says. */
  panBy(key: string): void {
    const { width, height } = this.size;
    if (key === 'ArrowLeft' || key === 'ArrowRight') this.pan(key === 'ArrowLeft' ? width / 5 : -width / 5, 0);
    else if (key === 'ArrowUp' || key === 'ArrowDown') this.pan(0, key === 'ArrowUp' ? height / 5 : -height / 5);
  }

  /** The whole picture; at first only as wide as it is, from its top. */
  fit({ width, height }: { width: number; height: number }, whole: boolean): void {
    const room = this.size;
    const byWidth = (room.width - 8) / width;
    const scale = Math.min(1, whole ? Math.min(byWidth, (room.height - 8) / height) : Math.max(byWidth, 0.4));
    const top = whole ? Math.max(0, (room.height - height * scale) / 2) : 0;
    this.view = { scale, x: Math.max(0, (room.width - width * scale) / 2), y: top };
  }

  /** Moves no further than it takes to have a box in sight. */
  reveal(box: Box): void {
    const { x, y, scale } = this.#view;
    const { width, height } = this.size;
    const by = (start: number, end: number, room: number): number =>
      start < margin ? margin - start : end > room - margin ? Math.max(margin - start, room - margin - end) : 0;
    const dx = by(box.x * scale + x, (box.x + box.width) * scale + x, width);
    const dy = by(box.y * scale + y, (box.y + box.height) * scale + y, height);
    if (dx !== 0 || dy !== 0) this.pan(dx, dy);
  }

  /** Puts a place of the picture into the middle. */
  centre(x: number, y: number): void {
    const { width, height } = this.size;
    const { scale } = this.#view;
    this.view = { scale, x: width / 2 - x * scale, y: height / 2 - y * scale };
  }
}

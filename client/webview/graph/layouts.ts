import type { Layout, Sizes } from '../../../server/src/graph/layout';
import type { Visible } from '../../../server/src/graph/visible';
import code from './layout.worker.ts?worker';

/** Layouts, worked out beside the page so that it never stands still. */
export class Layouts {
  readonly #worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  #number = 0;
  #take: (layout: Layout) => void = () => {};

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<{ number: number; layout: Layout }>) => {
      if (data.number === this.#number) this.#take(data.layout);
    });
  }

  /** Takes the layout once it is there; not at all where another is asked for meanwhile. */
  ask(visible: Visible, sizes: Sizes, take: (layout: Layout) => void): void {
    this.#number++;
    this.#take = take;
    this.#worker.postMessage({ number: this.#number, visible, sizes });
  }

  /** What was asked for is no longer wanted. */
  forget(): void {
    this.#number++;
  }
}

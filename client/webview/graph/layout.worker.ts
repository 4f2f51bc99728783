import type { Memory } from '../../../server/src/graph/columns';
import { layOut, type Sizes } from '../../../server/src/graph/layout';
import type { Visible } from '../../../server/src/graph/visible';

interface Asked {
  readonly number: number;
  readonly visible: Visible;
  readonly sizes: Sizes;
}

/** What was laid out before: after a change only the bands are that it is about. */
const memory: Memory = new Map();

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { number, visible, sizes } = data;
  self.postMessage({ number, layout: layOut(visible, sizes, memory) });
});

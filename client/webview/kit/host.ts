import { changed } from '../../src/panels/changes';
import type { Guard } from '../../src/panels/guards';
import { type CommonRequest, isShow, isTell, type PanelState, type ShowMessage } from '../../src/panels/messages';
import { announce } from './announce';

interface Host {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const scrollPause = 200;

/** Sends a request: a common one, or one of the panel's own. */
export function post<M extends { type: string } = CommonRequest>(message: M): void {
  host.postMessage(message);
}

/** What this webview keeps of its own when its window is loaded anew or it was hidden. */
export class Kept<S extends object> {
  #state: Partial<PanelState> & { own?: unknown; scroll?: unknown };

  constructor(
    readonly isState: Guard<S>,
    readonly initial: S,
  ) {
    const known = host.getState();
    this.#state = typeof known === 'object' && known !== null ? known : {};
  }

  get value(): S {
    return this.isState(this.#state.own) ? this.#state.own : this.initial;
  }

  change(part: Partial<S>): void {
    this.#put({ own: { ...this.value, ...part } });
  }

  /** Which plan is shown, so that the panel finds it again. */
  shows(state: PanelState): void {
    this.#put(state);
  }

  /**
   * Keeps how far an element is scrolled.
   * @returns Scrolls it there again, once: to be called when it was filled
   */
  scrollOf(element: HTMLElement): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    element.addEventListener('scroll', () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#put({ scroll: [element.scrollLeft, element.scrollTop] }), scrollPause);
    });
    let known: unknown = this.#state.scroll;
    return () => {
      if (Array.isArray(known) && known.every(Number.isFinite)) element.scrollTo(known[0], known[1]);
      known = undefined;
    };
  }

  #put(part: object): void {
    this.#state = { ...this.#state, ...part };
    host.setState(this.#state);
  }
}

/** What there is to draw, and around it. */
export interface Shown<D> extends Omit<ShowMessage<D>, 'type' | 'picture'> {
  readonly data: D | null;
}

/**
 * Listens to the panel, and tells it so.
 * @param isData The guard of what is drawn
 * @param show Draws it
 * @param own Takes messages that are no common ones
 */
export function listen<D extends { uri: string }>(
  isData: Guard<D>,
  kept: Kept<object>,
  show: (shown: Shown<D>) => void,
  own: (message: unknown) => void = () => {},
): void {
  const received = new Received(isData);
  window.addEventListener('message', ({ data: message }: MessageEvent<unknown>) => {
    if (isShow(message)) {
      const { picture, plans, bound, stale } = message;
      const data = received.take(picture);
      if (data === undefined) return;
      kept.shows({ uri: data?.uri ?? null, bound });
      show({ data, plans, bound, stale });
    } else if (isTell(message)) announce(message.text, true);
    else own(message);
  });
  window.addEventListener('keydown', undo, { capture: true });
  post({ type: 'ready' });
}

/** Takes back what was done last from here. VS Code would take back what was typed last, wherever the focus is: it gets no word of it. */
function undo(event: KeyboardEvent): void {
  // With Caps Lock it is a capital.
  const isUndo =
    event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (!isUndo || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  post({ type: 'undo' });
}

/** The picture that the panel has sent, and what has become of it. */
class Received<D extends object> {
  #number: number | null = null;
  #data: D | null = null;

  constructor(readonly isData: Guard<D>) {}

  /** The picture as it is now; undefined where it is not known, and asked for anew where that helps. */
  take(picture: ShowMessage<unknown>['picture']): D | null | undefined {
    if (picture === null) {
      this.#number = this.#data = null;
      return null;
    }
    const data =
      'whole' in picture
        ? picture.whole
        : this.#data && picture.since === this.#number
          ? changed(this.#data, picture.changes)
          : null;
    if (this.isData(data)) {
      this.#number = picture.number;
      this.#data = data;
      return data;
    }
    this.#number = this.#data = null;
    if (!('whole' in picture)) post({ type: 'ready' });
    return undefined;
  }
}

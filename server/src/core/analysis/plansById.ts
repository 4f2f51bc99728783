import type { DocumentState } from '../model/state';
import { owned } from '../text/memo';

/** One of its own, and two that leave open which is meant. */
const most = 3;

/** Which plans have a ticket of an id, for one version of the workspace after the other. */
export class PlansById {
  /** Nearly every id is in one plan alone. */
  readonly #plans = new Map<string, string | Set<string>>();
  /** What was gathered from each plan. */
  readonly #ids = new Map<string, readonly string[]>();

  constructor(documents: ReadonlyMap<string, DocumentState>) {
    for (const [uri, state] of documents) this.#gather(uri, state);
  }

  /** The plans that have a ticket of a canonical id; three of them at the most. */
  with(id: string): readonly string[] {
    const plans = this.#plans.get(id);
    if (plans === undefined) return [];
    return typeof plans === 'string' ? [plans] : [...plans].slice(0, most);
  }

  /** Another version of a document took the place of the one before; undefined where it is gone. */
  follow(uri: string, state: DocumentState | undefined): void {
    if (state?.retold?.every(({ ticket, idBefore }) => ticket.id === idBefore)) return;
    for (const id of this.#ids.get(uri) ?? []) this.#remove(id, uri);
    this.#ids.delete(uri);
    if (state) this.#gather(uri, state);
  }

  #gather(uri: string, state: DocumentState): void {
    if (!state.holdsPlan) return;
    const ids = Array.from(state.ids, owned);
    for (const id of ids) this.#add(id, uri);
    this.#ids.set(uri, ids);
  }

  #add(id: string, uri: string): void {
    const plans = this.#plans.get(id);
    if (plans === undefined) this.#plans.set(id, uri);
    else if (typeof plans === 'string') this.#plans.set(id, new Set([plans, uri]));
    else plans.add(uri);
  }

  #remove(id: string, uri: string): void {
    const plans = this.#plans.get(id);
    if (typeof plans === 'string') this.#plans.delete(id);
    else if (plans?.delete(uri) && plans.size === 0) this.#plans.delete(id);
  }
}

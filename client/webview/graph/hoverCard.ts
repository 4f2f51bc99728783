import type { Graph } from '../../../server/src/protocol';
import { h, userText } from '../kit/dom';
import { l10n } from '../kit/l10n';
import { statusSign } from '../kit/statuses';
import { endName, nameOf, neighbours, statusWords } from './words';

const delay = 350;
/** Time for the mouse to go from the ticket to its card. */
const grace = 200;
const gap = 8;
const most = 8;

/** What there is to say of a ticket, beside its card while the mouse is on it. */
export class HoverCard {
  // Its words are those of the ticket's own label, and of the graph as text.
  readonly element = h('div', { class: 'hover-card', hidden: true, 'aria-hidden': 'true' });
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.element.addEventListener('pointerleave', () => this.leave());
    // Wherever the focus is; what else the key does is left for the next time.
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || this.element.hidden) return;
        this.hide();
        event.stopPropagation();
      },
      { capture: true },
    );
  }

  /** Shows it after a while, unless the mouse has left by then. */
  later(graph: Graph, index: number, place: () => DOMRect | undefined): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(graph, index, place), delay);
  }

  now(graph: Graph, index: number, place: () => DOMRect | undefined): void {
    clearTimeout(this.#timer);
    const box = place();
    if (box) this.#show(graph, index, box);
  }

  /** The mouse has left; it may be on its way to the card, to read it there. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), grace);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.element.hidden = true;
  }

  #show(graph: Graph, index: number, box: DOMRect): void {
    const node = graph.nodes[index]!;
    const facts = [
      [l10n.t('Owner'), node.owner],
      [l10n.t('Estimate'), node.estimate],
      [l10n.t('Below it'), node.total > 0 ? `${node.done}/${node.total}` : null],
    ].filter((fact): fact is [string, string] => fact[1] !== null);
    this.element.replaceChildren(
      userText('strong', 'name', nameOf(node)),
      h('div', { class: 'status' }, statusSign(node.status?.kind ?? null), userText('span', '', statusWords(node))),
      ...(facts.length > 0
        ? [
            h(
              'div',
              { class: 'facts' },
              userText('span', '', facts.map(([label, value]) => `${label}: ${value}`).join(' · ')),
            ),
          ]
        : []),
      ...list(graph, l10n.t('Needs'), neighbours(graph, index, 'from'), 'from'),
      ...list(graph, l10n.t('Needed by'), neighbours(graph, index, 'to'), 'to'),
      ...node.findings.map(({ severity, message }) => userText('div', `finding ${severity}`, message)),
    );
    this.element.hidden = false;
    const own = this.element.getBoundingClientRect();
    const below = box.bottom + gap + own.height <= window.innerHeight;
    const top = below ? box.bottom + gap : Math.max(gap, box.top - gap - own.height);
    const left = Math.max(gap, Math.min(box.left, window.innerWidth - own.width - gap));
    this.element.style.top = `${top}px`;
    this.element.style.left = `${left}px`;
  }
}

function list(graph: Graph, title: string, edges: Graph['edges'], side: 'from' | 'to'): HTMLElement[] {
  if (edges.length === 0) return [];
  const items = edges.slice(0, most).map((edge) => {
    const end = edge[side];
    const node = end < 0 ? null : graph.nodes[end]!;
    return h(
      'li',
      {},
      statusSign(node?.status?.kind ?? null),
      userText('span', '', node ? nameOf(node) : endName(graph, end)),
    );
  });
  if (edges.length > most) items.push(h('li', {}, l10n.t('{0} more', edges.length - most)));
  return [h('div', { class: 'list-title' }, title), h('ul', {}, ...items)];
}

import type { Board, BoardCard } from '../../../server/src/protocol';
import { h, KeyedList, setAttribute, setText } from '../kit/dom';
import { post } from '../kit/host';
import { l10n } from '../kit/l10n';
import type { Lane } from './arrange';
import { columnName, createCard, fillCard, saysTheSame } from './card';

/** So many cards of a cell are built at once; more as they are scrolled to. */
const portion = 60;

/** What a lane needs of the board around it. */
export interface LaneHost {
  readonly board: Board;
  isOpen(lane: Lane): boolean;
  toggle(lane: Lane): void;
}

/** A lane: its head, and a list of cards for each column where it is open. */
export class LaneView {
  readonly element = h('section', { class: 'lane' });
  readonly #toggle = h('button', { class: 'toggle', type: 'button' });
  readonly #label = h('span', { class: 'label', dir: 'auto' });
  readonly #count = h('span', { class: 'lane-count' });
  readonly #bar = h('span', { class: 'bar', 'aria-hidden': 'true' }, h('span'));
  readonly #line = h('button', { class: 'to-line', type: 'button' }, l10n.t('Go to Line'));
  readonly #head = h('div', { class: 'lane-head' });
  readonly #cells = h('div', { class: 'cells' });
  #lists: Cell[] = [];
  #lane: Lane;

  constructor(
    lane: Lane,
    readonly host: LaneHost,
  ) {
    this.#lane = lane;
    this.#toggle.append(h('span', { class: 'arrow', 'aria-hidden': 'true' }), this.#label, this.#bar, this.#count);
    this.#toggle.addEventListener('click', () => this.host.toggle(this.#lane));
    this.#toggle.dataset.key = `lane ${lane.key}`;
    this.#line.addEventListener('click', () => {
      if (this.#lane.line !== null) post({ type: 'open', uri: this.host.board.uri, line: this.#lane.line });
    });
    this.#head.append(h('h2', {}, this.#toggle), this.#line);
    this.element.append(this.#head, this.#cells);
    this.show(lane);
  }

  show(lane: Lane): void {
    this.#lane = lane;
    const isOpen = this.host.isOpen(lane);
    setText(this.#label, lane.label);
    setText(this.#count, lane.total > 0 ? `${lane.done}/${lane.total}` : String(lane.size));
    setAttribute(this.#head, 'hidden', lane.label === '');
    setAttribute(this.#bar, 'hidden', lane.total === 0);
    setAttribute(this.#line, 'hidden', lane.line === null);
    setAttribute(this.#line, 'aria-label', `${l10n.t('Go to Line')}: ${lane.label}`);
    setAttribute(this.#toggle, 'aria-expanded', String(isOpen));
    this.#bar.style.setProperty('--share', String(lane.total > 0 ? lane.done / lane.total : 0));
    this.element.classList.toggle('open', isOpen);
    this.#showCells(lane, isOpen);
  }

  /** Builds the cell of a card as far as the card, and gives its element. */
  reach(card: BoardCard): HTMLElement | undefined {
    return this.#lists[card.column]?.reach(card.id);
  }

  #showCells(lane: Lane, isOpen: boolean): void {
    const { columns } = this.host.board;
    if (!isOpen) {
      this.#lists = [];
      // Where all is done, its head has said so.
      const isOver = lane.total > 0 && lane.done === lane.total;
      this.#cells.replaceChildren(
        ...(isOver ? [] : lane.cells).map((cell, i) =>
          cell.length === 0
            ? h('div', { class: 'closed-cell' })
            : h(
                'div',
                { class: 'closed-cell' },
                h('span', { class: 'hidden-text' }, `${columnName(columns[i]!)}: `),
                String(cell.length),
              ),
        ),
      );
      return;
    }
    if (this.#lists.length !== columns.length) {
      this.#lists = columns.map(() => new Cell(this.host));
      this.#cells.replaceChildren(...this.#lists.map(({ element }) => element));
    }
    for (const [i, list] of this.#lists.entries()) {
      list.show(lane.cells[i]!, i);
      setAttribute(list.list, 'aria-label', [lane.label, columnName(columns[i]!)].filter(Boolean).join(', '));
    }
  }
}

/** The cards of one lane and column. */
class Cell {
  readonly element = h('div', { class: 'cell' });
  readonly list = h('ul', { role: 'list' });
  readonly #more = h('button', { class: 'more', type: 'button' });
  readonly #cards: KeyedList<BoardCard, HTMLElement>;
  readonly #seen: IntersectionObserver;
  #all: readonly BoardCard[] = [];
  #most = portion;

  constructor(host: LaneHost) {
    this.#cards = new KeyedList(
      this.list,
      ({ id }) => id,
      (card) => createCard(host.board, card),
      (element, card, before) => {
        if (!saysTheSame(card, before)) fillCard(element, host.board, card);
      },
    );
    this.element.append(this.list, this.#more);
    this.#more.addEventListener('click', () => this.#grow(this.#most + portion));
    this.#seen = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting && !this.#more.hidden) this.#grow(this.#most + portion);
      },
      { rootMargin: '400px' },
    );
    this.#seen.observe(this.#more);
  }

  show(cards: readonly BoardCard[], column: number): void {
    this.#all = cards;
    this.element.dataset.column = String(column);
    this.#grow(this.#most);
  }

  reach(id: string): HTMLElement | undefined {
    const at = this.#all.findIndex((card) => card.id === id);
    if (at >= this.#most) this.#grow(at + portion);
    return this.#cards.get(id);
  }

  #grow(most: number): void {
    this.#most = most;
    const left = this.#all.length - most;
    this.#cards.show(left > 0 ? this.#all.slice(0, most) : this.#all);
    setAttribute(this.#more, 'hidden', left <= 0);
    if (left > 0) setText(this.#more, l10n.t('{0} more', left));
    setAttribute(this.list, 'hidden', this.#all.length === 0);
  }
}

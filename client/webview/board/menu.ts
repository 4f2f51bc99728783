import type { BoardCard } from '../../../server/src/protocol';
import { h } from '../kit/dom';
import { post } from '../kit/host';
import { l10n } from '../kit/l10n';
import { statusSign } from '../kit/statuses';
import { columnName } from './card';
import { isTarget, type Mover } from './move';
import type { BoardView } from './view';

/** The menu of a card: where it stands, and the statuses that it can be given. */
export class CardMenu {
  readonly element = h('div', { class: 'menu', role: 'menu', hidden: true });
  #card: BoardCard | null = null;

  constructor(
    readonly view: BoardView,
    readonly mover: Mover,
  ) {
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (!this.element.contains(relatedTarget as Node | null)) this.#close(false);
    });
    this.element.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  /** Opens it at a card. */
  open(card: BoardCard, at: HTMLElement): void {
    this.#card = card;
    const { columns, uri } = this.view.board;
    const statuses = card.settable
      ? columns.map((column, i) => ({ column, i })).filter((one) => isTarget(one.column))
      : [];
    this.element.setAttribute('aria-label', l10n.t('Set the status of {0}', card.name ?? card.title.slice(0, 80)));
    this.element.replaceChildren(
      item('menuitem', null, l10n.t('Go to Line'), () => post({ type: 'open', uri, line: card.line })),
      ...(statuses.length > 0 ? [h('div', { role: 'separator' })] : []),
      ...statuses.map(({ column, i }) =>
        item(
          'menuitemradio',
          i === card.column,
          columnName(column),
          () => this.mover.move(card, i),
          statusSign(column.kind),
        ),
      ),
    );
    this.element.hidden = false;
    this.#place(at.getBoundingClientRect());
    const first = this.element.querySelector<HTMLElement>('[aria-checked="true"]') ?? this.#items[0];
    first?.focus();
    const close = this.#close.bind(this);
    const view = this.view;
    function item(
      role: string,
      checked: boolean | null,
      text: string,
      run: () => void,
      sign: SVGSVGElement | null = null,
    ): HTMLElement {
      const button = h(
        'button',
        { role, type: 'button', tabindex: -1, 'aria-checked': checked === null ? null : String(checked) },
        sign,
        h('span', { dir: 'auto' }, text),
      );
      button.addEventListener('click', () => {
        close(true);
        const now = view.card(card.id);
        if (now) run();
      });
      return button;
    }
  }

  get #items(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('button')];
  }

  #place({ left, top, bottom }: DOMRect): void {
    const { offsetWidth, offsetHeight } = this.element;
    const below = bottom + offsetHeight + 8 < window.innerHeight;
    const x = Math.max(8, Math.min(left + 12, window.innerWidth - offsetWidth - 8));
    const y = below ? bottom - 4 : Math.max(8, top - offsetHeight + 4);
    this.element.style.left = `${x}px`;
    this.element.style.top = `${y}px`;
  }

  #close(refocus: boolean): void {
    const card = this.#card && this.view.card(this.#card.id);
    if (this.#card === null) return;
    this.#card = null;
    this.element.hidden = true;
    if (refocus && card) this.view.focus(card);
  }

  #onKey(event: KeyboardEvent): void {
    const items = this.#items;
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) items.at(to % items.length)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') this.#close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

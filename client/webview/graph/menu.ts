import { h } from '../kit/dom';

export interface Choice {
  readonly text: string;
  readonly run: () => void;
}

/** A menu at a place of the page. Where it closes, the focus goes back to where it was. */
export class Menu {
  readonly element = h('div', { class: 'menu', role: 'menu', hidden: true });
  #back: HTMLElement | SVGElement | null = null;

  constructor() {
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (!this.element.contains(relatedTarget as Node | null)) this.#close(false);
    });
    this.element.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  open(label: string, choices: readonly Choice[], at: { x: number; y: number }, back: HTMLElement | SVGElement): void {
    this.#back = back;
    this.element.setAttribute('aria-label', label);
    this.element.replaceChildren(
      ...choices.map(({ text, run }) => {
        const button = h('button', { role: 'menuitem', tabindex: -1 }, text);
        button.addEventListener('click', () => {
          this.#close(true);
          run();
        });
        return button;
      }),
    );
    this.element.hidden = false;
    const { width, height } = this.element.getBoundingClientRect();
    this.element.style.left = `${Math.max(4, Math.min(at.x, window.innerWidth - width - 4))}px`;
    this.element.style.top = `${Math.max(4, Math.min(at.y, window.innerHeight - height - 4))}px`;
    this.#items[0]?.focus();
  }

  get #items(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('button')];
  }

  #onKey(event: KeyboardEvent): void {
    const items = this.#items;
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) items[to % items.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') this.#close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #close(back: boolean): void {
    if (this.element.hidden) return;
    const { activeElement } = document;
    this.element.hidden = true;
    if (back && (activeElement === document.body || this.element.contains(activeElement) || activeElement === null))
      this.#back?.focus({ preventScroll: true });
  }
}

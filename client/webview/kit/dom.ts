/** Elements by hand. Text is text always: nothing here reads HTML, and no attribute that runs or loads something is set. */

type Child = Node | string | null;
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

const svgNamespace = 'http://www.w3.org/2000/svg';
const active = /^(?:on.*|href|xlink:href|src|srcset|srcdoc|style|action|formaction)$/i;

/** A new element. An attribute that is null or false is left out; true is there without a value. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children);
}

/** The same of SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(svgNamespace, tag), attributes, children);
}

function filled<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Sets or takes away an attribute, where it is not so already. */
export function setAttribute(element: Element, name: string, value: string | number | boolean | null): void {
  if (active.test(name)) throw new Error(`No ${name} is set from here`);
  if (value === null || value === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else {
    const text = value === true ? '' : String(value);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** Sets the text, where it is not so already: what is unchanged is not laid out anew, and a selection in it stays. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** A text of the user: of whatever direction, it changes nothing around it. */
export function userText(tag: 'span' | 'div' | 'p' | 'h2' | 'strong', className: string, text: string): HTMLElement {
  return h(tag, { class: className, dir: 'auto' }, text);
}

/** The children of an element, one for each item; what stays is kept as it is and only moved where it must be. */
export class KeyedList<T, E extends HTMLElement | SVGElement> {
  readonly #known = new Map<string, { readonly element: E; item: T }>();

  constructor(
    readonly parent: Element,
    readonly key: (item: T) => string,
    readonly create: (item: T) => E,
    /** Called where the item is another than before. */
    readonly update: (element: E, item: T, before: T) => void,
  ) {}

  show(items: readonly T[]): void {
    const wanted = new Set(items.map(this.key));
    for (const [key, { element }] of this.#known)
      if (!wanted.has(key)) {
        element.remove();
        this.#known.delete(key);
      }
    let next = this.parent.firstElementChild;
    for (const item of items) {
      const element = this.#elementOf(item);
      // The one in between has gone somewhere behind: it moves, not all that come after it.
      if (next && next !== element && next.nextElementSibling === element) {
        const away = next;
        next = element;
        this.parent.append(away);
      }
      if (next === element) next = next.nextElementSibling;
      else this.parent.insertBefore(element, next);
    }
  }

  get(key: string): E | undefined {
    return this.#known.get(key)?.element;
  }

  #elementOf(item: T): E {
    const key = this.key(item);
    const known = this.#known.get(key);
    if (!known) {
      const element = this.create(item);
      this.#known.set(key, { element, item });
      return element;
    }
    if (known.item !== item) {
      this.update(known.element, item, known.item);
      known.item = item;
    }
    return known.element;
  }
}

/**
 * Runs what changes the page; the focus stays on the same thing (by `data-key`), even where its element is another. Who is
 * in the editor meanwhile stays there, and finds it on coming back.
 * @param instead Finds another place for it where that thing is gone
 */
export function keepingFocus(change: () => void, instead: () => void = () => {}): void {
  const before = document.activeElement;
  const key = canFocus(before) ? before.dataset.key : undefined;
  change();
  if (document.activeElement === before || before === null || before === document.body) return;
  const put = () => {
    if (document.activeElement !== document.body) return;
    const again = before.isConnected
      ? before
      : key === undefined
        ? null
        : document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (canFocus(again)) again.focus({ preventScroll: true });
    if (document.activeElement === document.body) instead();
  };
  if (document.hasFocus()) put();
  else window.addEventListener('focus', put, { once: true });
}

const canFocus = (element: Element | null): element is HTMLElement | SVGElement =>
  element instanceof HTMLElement || element instanceof SVGElement;

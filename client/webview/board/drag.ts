import type { BoardCard } from '../../../server/src/protocol';
import { isTarget, type Mover } from './move';
import type { BoardView } from './view';

/** A hand that trembles drags nothing. */
const threshold = 5;
/** So near to an edge the board scrolls along, so far in a frame. */
const edge = 48;
const step = 14;

interface Drag {
  readonly pointer: number;
  readonly card: BoardCard;
  readonly element: HTMLElement;
  readonly from: { readonly x: number; readonly y: number };
  at: { x: number; y: number };
  ghost: HTMLElement | null;
  column: number | null;
}

/** Cards are dragged to another column with the mouse or a pen; Escape lets go. */
export function followDrags(view: BoardView, mover: Mover): void {
  const root = view.element;
  let drag: Drag | null = null;

  root.addEventListener('pointerdown', (event) => {
    const element = (event.target as Element).closest<HTMLElement>('.card');
    const card = element && view.card(element.dataset.key!);
    if (!element || event.button !== 0 || event.pointerType === 'touch' || !card?.settable) return;
    const from = { x: event.clientX, y: event.clientY };
    const { pointerId: pointer } = event;
    drag = { pointer, card, element, from, at: from, ghost: null, column: null };
  });
  root.addEventListener('pointermove', (event) => {
    if (drag?.pointer !== event.pointerId) return;
    drag.at = { x: event.clientX, y: event.clientY };
    if (!drag.ghost && Math.hypot(drag.at.x - drag.from.x, drag.at.y - drag.from.y) < threshold) return;
    drag.ghost ??= lift(drag);
    event.preventDefault();
  });
  root.addEventListener('pointerup', (event) => {
    if (drag?.pointer !== event.pointerId) return;
    const { card, column, ghost } = drag;
    end();
    if (!ghost) return;
    // What follows is no click on what lies below.
    const swallow = (click: Event) => click.stopPropagation();
    root.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => root.removeEventListener('click', swallow, true));
    const now = view.card(card.id);
    if (column !== null && now) mover.move(now, column);
  });
  for (const type of ['pointercancel', 'lostpointercapture'] as const) root.addEventListener(type, end);
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && drag?.ghost) end();
  });

  function lift({ element, pointer, from }: Drag): HTMLElement {
    root.setPointerCapture(pointer);
    const box = element.getBoundingClientRect();
    const ghost = element.cloneNode(true) as HTMLElement;
    for (const name of ['data-key', 'tabindex']) ghost.removeAttribute(name);
    ghost.setAttribute('aria-hidden', 'true');
    ghost.classList.add('ghost');
    ghost.style.inlineSize = `${box.width}px`;
    ghost.style.left = `${box.left - from.x}px`;
    ghost.style.top = `${box.top - from.y}px`;
    document.body.append(ghost);
    element.classList.add('lifted');
    root.classList.add('dragging');
    requestAnimationFrame(frame);
    return ghost;
  }

  function frame(): void {
    if (!drag?.ghost) return;
    const { ghost, at } = drag;
    ghost.style.transform = `translate(${at.x}px, ${at.y}px)`;
    scroll(at);
    aim(drag, columnAt(at.x));
    requestAnimationFrame(frame);
  }

  function scroll({ x, y }: { x: number; y: number }): void {
    const { left, right, top, bottom } = root.getBoundingClientRect();
    const along = (value: number, low: number, high: number) =>
      value < low + edge ? -step : value > high - edge ? step : 0;
    const by = { left: along(x, left, right), top: along(y, top + view.heads.element.offsetHeight, bottom) };
    if (by.left !== 0 || by.top !== 0) root.scrollBy({ ...by, behavior: 'instant' });
  }

  function columnAt(x: number): number | null {
    for (const [i, head] of [...view.heads.element.children].entries()) {
      const { left, right } = head.getBoundingClientRect();
      if (left <= x && x <= right) return isTarget(view.board.columns[i]!) ? i : null;
    }
    return null;
  }

  function aim(now: Drag, column: number | null): void {
    if (now.column === column) return;
    now.column = column;
    mark(column);
  }

  function mark(column: number | null): void {
    for (const element of root.querySelectorAll('.target')) element.classList.remove('target');
    if (column === null) return;
    view.heads.element.children[column]?.classList.add('target');
    const cells = drag?.element.closest('.cells')?.children;
    cells?.[column]?.classList.add('target');
  }

  function end(): void {
    if (!drag) return;
    const { ghost, element, pointer } = drag;
    drag = null;
    mark(null);
    ghost?.remove();
    element.classList.remove('lifted');
    root.classList.remove('dragging');
    if (root.hasPointerCapture(pointer)) root.releasePointerCapture(pointer);
  }
}

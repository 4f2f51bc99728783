import type { BoardCard } from '../../../server/src/protocol';
import { post } from '../kit/host';
import type { CardMenu } from './menu';
import { isTarget, type Mover } from './move';
import type { BoardView } from './view';

/** Everything that the mouse does on a card, by keyboard: arrows move between cards, with Shift they move the card. */
export function followKeys(view: BoardView, mover: Mover, menu: CardMenu): void {
  const root = view.element;
  const cardOf = (target: EventTarget | null): [BoardCard, HTMLElement] | null => {
    const element = (target as Element | null)?.closest<HTMLElement>('.card') ?? null;
    const card = element && view.card(element.dataset.key!);
    return card ? [card, element] : null;
  };

  root.addEventListener('focusin', ({ target }) => {
    const found = cardOf(target);
    if (found) view.tabStop(found[1]);
  });
  root.addEventListener('click', ({ target }) => {
    const found = cardOf(target);
    if (!found) return;
    found[1].focus({ preventScroll: true });
    if ((target as Element).closest('.id')) open(found[0]);
  });
  root.addEventListener('dblclick', ({ target }) => {
    const found = cardOf(target);
    if (found) open(found[0]);
  });
  root.addEventListener('contextmenu', (event) => {
    const found = cardOf(event.target);
    if (!found) return;
    event.preventDefault();
    menu.open(...found);
  });
  root.addEventListener('keydown', (event) => {
    const found = cardOf(event.target);
    if (!found || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!handle(event, ...found)) return;
    event.preventDefault();
    event.stopPropagation();
  });

  function handle({ key, shiftKey }: KeyboardEvent, card: BoardCard, element: HTMLElement): boolean {
    const aside = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (key === ' ') menu.open(card, element);
    else if (key === 'Enter') open(card);
    else if (aside !== 0 && shiftKey) moveAside(card, aside);
    else if (aside !== 0) lookAside(card, aside);
    else if (key === 'ArrowDown' || key === 'ArrowUp') lookAlong(card, key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Home' || key === 'End') {
      const all = columnOf(card);
      focus(key === 'Home' ? all[0] : all.at(-1));
    } else return false;
    return true;
  }

  const open = ({ line }: BoardCard) => post({ type: 'open', uri: view.board.uri, line });
  const focus = (card: BoardCard | undefined) => card && view.focus(card);

  /** The cards of its column in all lanes that lie open. */
  const columnOf = ({ column }: BoardCard): BoardCard[] => view.openLanes.flatMap(({ cells }) => cells[column]!);

  function lookAlong(card: BoardCard, by: number): void {
    const all = columnOf(card);
    focus(all[all.indexOf(card) + by]);
  }

  /** To the card at the same height of the next column that has one, in its lane. */
  function lookAside(card: BoardCard, by: number): void {
    const lane = view.openLanes.find(({ cells }) => cells[card.column]!.includes(card));
    if (!lane) return;
    const height = lane.cells[card.column]!.indexOf(card);
    for (let column = card.column + by; lane.cells[column]; column += by) {
      const cell = lane.cells[column]!;
      if (cell.length > 0) return void focus(cell[Math.min(height, cell.length - 1)]);
    }
  }

  function moveAside(card: BoardCard, by: number): void {
    const { columns } = view.board;
    let column = card.column + by;
    while (columns[column] && !isTarget(columns[column]!)) column += by;
    mover.move(card, column);
  }
}

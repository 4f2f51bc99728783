import type { Board, BoardCard, BoardColumn } from '../../../server/src/protocol';
import { announce } from '../kit/announce';
import { post } from '../kit/host';
import { l10n } from '../kit/l10n';
import { columnName } from './card';
import type { BoardView } from './view';

/** Whether a ticket can be given the status of a column. */
export const isTarget = ({ kind, words }: BoardColumn): boolean => kind !== null && words.length > 0;

/** A move that the plan has not answered yet. */
interface Pending {
  readonly id: string;
  readonly column: number;
  readonly known: ReadonlySet<string>;
}

/** Sets statuses: the card is moved at once, the plan follows, and what it finds wrong then is told. */
export class Mover {
  #pending: Pending | null = null;

  constructor(readonly view: BoardView) {}

  move(card: BoardCard, to: number): void {
    const { board } = this.view;
    const column = board.columns[to];
    if (!column || !isTarget(column) || to === card.column) return;
    if (!card.settable) {
      announce(l10n.t('The status of {0} is not said on it, and cannot be set here.', nameOf(card)), true);
      return;
    }
    this.#pending = { id: card.id, column: to, known: findingsOf(board) };
    post({ type: 'setStatus', ids: [card.id], words: column.words, kind: column.kind });
    this.view.show({ ...board, cards: board.cards.map((one) => (one === card ? { ...one, column: to } : one)) });
    const moved = this.view.card(card.id);
    if (moved) this.view.focus(moved);
  }

  /** The plan as it is now: tells what has become of the last move. */
  answered(board: Board): void {
    const pending = this.#pending;
    const card = pending && board.cards.find(({ id }) => id === pending.id);
    if (!card || card.column !== pending.column) return;
    this.#pending = null;
    const found = [...findingsOf(board)].filter((message) => !pending.known.has(message));
    const moved = l10n.t('{0} is now {1}.', nameOf(card), columnName(board.columns[card.column]!));
    announce([moved, ...found].join('\n'), found.length > 0);
  }
}

const findingsOf = ({ cards }: Board): Set<string> =>
  new Set(cards.flatMap(({ findings }) => findings.map(({ message }) => message)));

const nameOf = ({ name, title }: BoardCard): string => name ?? title.slice(0, 80);

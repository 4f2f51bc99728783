import type { Board, BoardCard } from '../../../server/src/protocol';
import { h, KeyedList, keepingFocus } from '../kit/dom';
import { l10n } from '../kit/l10n';
import { arrange, closedAtFirst, filter, type Lane, type Wanted } from './arrange';
import { ColumnHeads } from './heads';
import { type LaneHost, LaneView } from './lanes';

/** The columns and lanes with their cards. */
export class BoardView implements LaneHost {
  readonly heads = new ColumnHeads();
  readonly element = h('main', { class: 'board', tabindex: -1, 'aria-label': l10n.t('Board') });
  readonly #lanes = h('div', { class: 'lanes' });
  readonly #nothing = h('p', { class: 'empty', hidden: true }, l10n.t('No ticket fits the filter.'));
  readonly #views = new Map<string, LaneView>();
  readonly #list: KeyedList<Lane, HTMLElement>;
  #cards: ReadonlyMap<string, BoardCard> = new Map();
  #closed: { uri: string; sort: string; keys: Set<string> } | undefined;
  #shown: Lane[] = [];
  board: Board = { uri: '', title: '', columns: [], phases: [], owners: [], cards: [] };

  constructor(
    /** What the user opened and closed, by lane. */
    readonly folds: { get(key: string): boolean | undefined; set(key: string, open: boolean): void },
    readonly wanted: () => Wanted,
  ) {
    this.#list = new KeyedList(
      this.#lanes,
      ({ key }) => key,
      (lane) => {
        const view = new LaneView(lane, this);
        this.#views.set(lane.key, view);
        return view.element;
      },
      (_element, lane) => this.#views.get(lane.key)!.show(lane),
    );
    this.element.append(this.heads.element, this.#lanes, this.#nothing);
  }

  /** Draws a board in place of the one before; cards that say the same stay as they are. */
  show(board: Board): void {
    const otherColumns = JSON.stringify(board.columns) !== JSON.stringify(this.board.columns);
    this.board = board;
    this.#cards = new Map(board.cards.map((card) => [card.id, card]));
    this.element.style.setProperty('--columns', String(Math.max(1, board.columns.length)));
    this.draw(otherColumns);
  }

  /** Draws the same board as the user wants it now; `anew` where its columns are others than before. */
  draw(anew = false): void {
    const wanted = this.wanted();
    const focused = document.activeElement?.closest<HTMLElement>('.card')?.dataset.key;
    const place = this.#placeOf(focused);
    this.#shown = arrange(this.board, wanted);
    if (this.#closed?.uri !== this.board.uri || this.#closed.sort !== wanted.lanes)
      this.#closed = { uri: this.board.uri, sort: wanted.lanes, keys: closedAtFirst(this.#shown) };
    keepingFocus(
      () => {
        if (anew) this.#list.show([]);
        this.heads.show(this.board, filter(wanted));
        this.#list.show(this.#shown);
        for (const key of [...this.#views.keys()]) if (!this.#list.get(key)) this.#views.delete(key);
        this.#nothing.hidden = this.#shown.length > 0 || this.board.cards.length === 0;
        this.#keepOneTabStop();
      },
      () => this.#focusNear(place),
    );
  }

  isOpen({ key, label }: Lane): boolean {
    const isSearching = this.wanted().search.trim() !== '';
    return label === '' || isSearching || (this.folds.get(key) ?? !this.#closed?.keys.has(key));
  }

  toggle(lane: Lane): void {
    this.folds.set(lane.key, !this.isOpen(lane));
    keepingFocus(() => {
      this.#views.get(lane.key)!.show(lane);
      this.#keepOneTabStop();
    });
  }

  /** How many cards pass the filter. */
  get wantedCards(): number {
    return this.#shown.reduce((sum, { size }) => sum + size, 0);
  }

  card(id: string): BoardCard | undefined {
    return this.#cards.get(id);
  }

  /** Lanes that lie open, in order. */
  get openLanes(): readonly Lane[] {
    return this.#shown.filter((lane) => this.isOpen(lane));
  }

  /** Gives the focus to a card, wherever it stands; builds it where that was not done yet. */
  focus(card: BoardCard): void {
    const lane = this.#shown.find(({ cells }) => cells[card.column]?.includes(card));
    const element = lane && this.#views.get(lane.key)?.reach(card);
    if (!element) return;
    this.tabStop(element);
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Where a card stands: its lane, column and height. */
  #placeOf(id: string | undefined): readonly [string, number, number] | null {
    for (const { key, cells } of id === undefined ? [] : this.#shown)
      for (const [column, cell] of cells.entries()) {
        const height = cell.findIndex((card) => card.id === id);
        if (height >= 0) return [key, column, height];
      }
    return null;
  }

  /** To what stands now where a card was that is no longer shown. */
  #focusNear(place: readonly [string, number, number] | null): void {
    if (!place) return;
    const [key, column, height] = place;
    const lanes = this.openLanes;
    const lane = lanes.find((one) => one.key === key);
    const cell = lane?.cells[column]?.length
      ? lane.cells[column]
      : (lane ?? lanes[0])?.cells.find((one) => one.length > 0);
    const card = cell?.[Math.min(height, cell.length - 1)];
    if (card) this.focus(card);
    else (this.#lanes.querySelector<HTMLElement>('.toggle') ?? this.element).focus();
  }

  /** The tab key reaches this card, and from it what comes behind the board. */
  tabStop(element: HTMLElement): void {
    for (const other of this.#lanes.querySelectorAll<HTMLElement>('.card[tabindex="0"]'))
      if (other !== element) other.tabIndex = -1;
    element.tabIndex = 0;
  }

  #keepOneTabStop(): void {
    if (this.#lanes.querySelector('.card[tabindex="0"]')) return;
    const first = this.#lanes.querySelector<HTMLElement>('.card');
    if (first) first.tabIndex = 0;
  }
}

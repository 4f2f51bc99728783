import type { Board, BoardCard } from '../../../server/src/protocol';
import { l10n } from '../kit/l10n';

export type LaneSort = 'phase' | 'owner' | 'none';
export type Only = 'all' | 'ready' | 'waiting' | 'findings';

/** What the user has chosen to see. */
export interface Wanted {
  readonly lanes: LaneSort;
  readonly only: Only;
  readonly search: string;
}

/** A lane and its cards, by column. */
export interface Lane {
  readonly key: string;
  readonly label: string;
  /** The user's own text, not ours. */
  readonly own: boolean;
  readonly line: number | null;
  readonly done: number;
  readonly total: number;
  readonly cells: readonly (readonly BoardCard[])[];
  readonly size: number;
}

/** The lanes of a board in its order with the cards that are wanted; phases that are cards come behind, and last what is in none. */
export function arrange(board: Board, wanted: Wanted): Lane[] {
  const fits = filter(wanted);
  const lanes = lanesOf(board, wanted.lanes);
  const cells = lanes.map(() => board.columns.map((): BoardCard[] => []));
  const owners = new Map(board.owners.map((owner, i) => [owner, i]));
  const laneOf = ({ phase, owner, isPhase }: BoardCard): number | null | undefined =>
    wanted.lanes === 'phase'
      ? (phase ?? (isPhase ? board.phases.length : null))
      : wanted.lanes === 'owner' && owner !== null
        ? owners.get(owner)
        : null;
  for (const card of board.cards) {
    if (!fits(card)) continue;
    cells[laneOf(card) ?? lanes.length - 1]![card.column]!.push(card);
  }
  return lanes
    .map((lane, i) => ({ ...lane, cells: cells[i]!, size: cells[i]!.reduce((sum, cell) => sum + cell.length, 0) }))
    .filter(({ size }) => size > 0);
}

/** Whether a card is wanted. */
export function filter({ only, search }: Wanted): (card: BoardCard) => boolean {
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return (card) =>
    (only === 'all' ||
      (only === 'ready' && card.ready) ||
      (only === 'waiting' && card.waitsOn.length > 0) ||
      (only === 'findings' && card.findings.length > 0)) &&
    (words.length === 0 || holds(textOf(card), words));
}

const holds = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));
const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
const texts = new WeakMap<BoardCard, string>();

/** All that a card says, to be searched. */
function textOf(card: BoardCard): string {
  let text = texts.get(card);
  if (text === undefined) {
    text = fold(
      [card.name, card.title, card.owner, card.word, card.parent, card.priority, ...card.waitsOn]
        .filter((part) => typeof part === 'string')
        .join(' '),
    );
    texts.set(card, text);
  }
  return text;
}

function lanesOf({ phases, owners, cards }: Board, sort: LaneSort): Omit<Lane, 'cells' | 'size'>[] {
  const rest = { line: null, done: 0, total: 0 };
  if (sort === 'owner')
    return [
      ...owners.map((label) => ({ ...rest, key: `owner:${label}`, label, own: true })),
      { ...rest, key: 'owner', label: l10n.t('No owner'), own: false },
    ];
  if (sort === 'phase') {
    const isDivided =
      phases.length > 0 || (cards.some(({ isPhase }) => isPhase) && !cards.every(({ isPhase }) => isPhase));
    return [
      ...phases.map(({ id, label, line, done, total }) => ({ key: id, label, own: true, line, done, total })),
      { ...rest, key: 'phases', label: isDivided ? l10n.t('Phases without tickets') : '', own: false },
      { ...rest, key: 'phase', label: isDivided ? l10n.t('In no phase') : '', own: false },
    ];
  }
  return [{ ...rest, key: 'all', label: '', own: false }];
}

/** So many cards lie open at first. */
const openAtFirst = 400;

/** The lanes that are closed until the user opens them: what is finished, and what comes when enough lies open. */
export function closedAtFirst(lanes: readonly Lane[]): Set<string> {
  const closed = new Set<string>();
  if (lanes.length < 2) return closed;
  let open = 0;
  for (const { key, done, total, size } of lanes) {
    const isOver = total > 0 && done === total;
    if (isOver || (open > 0 && open + size > openAtFirst)) closed.add(key);
    else open += size;
  }
  return closed.size === lanes.length ? new Set() : closed;
}

import '../kit/kit.css';
import './board.css';
import { isString, nullOr, objectOf, oneOf } from '../../src/panels/guards';
import { announce } from '../kit/announce';
import { h, setAttribute, setText } from '../kit/dom';
import { Kept, listen } from '../kit/host';
import { l10n } from '../kit/l10n';
import { PlanChoice } from '../kit/planChoice';
import type { LaneSort, Only, Wanted } from './arrange';
import { isBoard } from './data';
import { followDrags } from './drag';
import { followKeys } from './keys';
import { CardMenu } from './menu';
import { Mover } from './move';
import { BoardView } from './view';

interface State extends Wanted {
  /** Lanes that the user opened or closed. */
  readonly folds: Readonly<Record<string, boolean>>;
  /** The card that had the focus last. */
  readonly card: string | null;
}

const kept = new Kept<State>(
  objectOf<State>({
    lanes: oneOf<LaneSort>('phase', 'owner', 'none'),
    only: oneOf<Only>('all', 'ready', 'waiting', 'findings'),
    search: isString,
    folds: (value): value is State['folds'] =>
      typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'boolean'),
    card: nullOr(isString),
  }),
  { lanes: 'phase', only: 'all', search: '', folds: {}, card: null },
);

const folds = {
  get: (key: string) => kept.value.folds[key],
  set: (key: string, open: boolean) => kept.change({ folds: { ...kept.value.folds, [key]: open } }),
};
const view = new BoardView(folds, () => kept.value);
const mover = new Mover(view);
const menu = new CardMenu(view, mover);

const title = h('h1', { dir: 'auto' });
const stale = h('p', { class: 'stale', hidden: true }, l10n.t('The server has stopped: this may be out of date.'));
const empty = h('p', { class: 'empty', hidden: true });
const search = h('input', {
  type: 'search',
  placeholder: l10n.t('Search'),
  'aria-label': l10n.t('Search the tickets'),
});
const only = choice<Only>(l10n.t('Tickets to show'), [
  ['all', l10n.t('All tickets')],
  ['ready', l10n.t('Ready to start')],
  ['waiting', l10n.t('Waiting')],
  ['findings', l10n.t('With findings')],
]);
const lanes = choice<LaneSort>(l10n.t('Lanes'), [
  ['phase', l10n.t('Lanes by phase')],
  ['owner', l10n.t('Lanes by owner')],
  ['none', l10n.t('No lanes')],
]);
const plans = new PlanChoice();

document.body.append(
  h('header', { class: 'toolbar' }, title, h('div', { class: 'tools' }, search, only, lanes, plans.element)),
  stale,
  empty,
  view.element,
);
view.element.append(menu.element);
view.element.prepend(
  h(
    'p',
    { class: 'hidden-text', id: 'card-keys' },
    l10n.t(
      'Arrow keys go from card to card. Shift and an arrow key set the status. Space lists the statuses. Enter goes to the line.',
    ),
  ),
);

search.value = kept.value.search;
only.value = kept.value.only;
lanes.value = kept.value.lanes;
search.addEventListener('input', () => change({ search: search.value }));
only.addEventListener('change', () => change({ only: only.value as Only }));
lanes.addEventListener('change', () => change({ lanes: lanes.value as LaneSort }));
window.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)
    return;
  event.preventDefault();
  search.select();
});

const scrollBack = kept.scrollOf(view.element);
let isNew = true;
view.element.addEventListener('focusin', ({ target }) => {
  const { key } = (target as Element).closest<HTMLElement>('.card')?.dataset ?? {};
  if (key !== undefined && key !== kept.value.card) kept.change({ card: key });
});

/** Where the page is loaded anew, as after the text was in its place: to the card that had the focus. */
function focusBack(): void {
  const card = isNew && kept.value.card !== null && view.card(kept.value.card);
  isNew = false;
  if (card && document.hasFocus()) view.focus(card);
}

followDrags(view, mover);
followKeys(view, mover, menu);
listen(isBoard, kept, ({ data, ...message }) => {
  plans.show(message);
  setAttribute(stale, 'hidden', !message.stale);
  setText(title, data?.title || l10n.t('Board'));
  setText(empty, data ? l10n.t('This plan has no tickets.') : l10n.t('There is no plan to show.'));
  setAttribute(empty, 'hidden', data !== null && data.cards.length > 0);
  setAttribute(view.element, 'hidden', data === null || data.cards.length === 0);
  if (!data) return;
  view.show(data);
  scrollBack();
  focusBack();
  mover.answered(view.board);
});

function change(part: Partial<Wanted>): void {
  kept.change(part);
  view.draw();
  const { length } = view.board.cards;
  announce(l10n.t('{0} of {1} tickets', view.wantedCards, length));
}

function choice<T extends string>(label: string, options: readonly (readonly [T, string])[]): HTMLSelectElement {
  return h('select', { 'aria-label': label }, ...options.map(([value, text]) => h('option', { value }, text)));
}

import type { Board, BoardCard, BoardColumn } from '../../../server/src/protocol';
import { h, setAttribute, svg, userText } from '../kit/dom';
import { l10n } from '../kit/l10n';
import { kindWord } from '../kit/statuses';

const mostFindings = 2;
const mostWaits = 3;

/** The name of a column. */
export function columnName({ label, kind, words }: BoardColumn): string {
  if (label !== null) return label;
  if (kind !== null) return kindWord(kind);
  return words.length === 1 ? words[0]! : words.length > 1 ? l10n.t('other') : l10n.t('no status');
}

/** A card that can be focused and dragged. */
export function createCard(board: Board, card: BoardCard): HTMLElement {
  const element = h('li', { class: 'card', 'data-key': card.id, tabindex: -1, 'aria-describedby': 'card-keys' });
  fillCard(element, board, card);
  return element;
}

/** Writes what a card says; the element stays, and with it the focus. */
export function fillCard(element: HTMLElement, board: Board, card: BoardCard): void {
  const worst = ['error', 'warning', 'info', 'hint'].find((one) => card.findings.some((f) => f.severity === one));
  setAttribute(element, 'data-severity', worst ?? null);
  setAttribute(element, 'data-settable', card.settable);
  setAttribute(element, 'aria-label', describe(board, card));
  setAttribute(element, 'aria-roledescription', l10n.t('card'));
  element.replaceChildren(
    h(
      'div',
      { class: 'top' },
      card.name === null ? null : idOf(card.name),
      card.word === null ? null : userText('span', 'word', card.word),
      card.ready ? h('span', { class: 'ready' }, l10n.t('ready')) : null,
      h('span', { class: 'space' }),
      card.progress ? h('span', { class: 'progress' }, `${card.progress.done}/${card.progress.total}`) : null,
    ),
    userText('div', 'title', card.title),
  );
  if (card.parent !== null) element.prepend(userText('div', 'parent', card.parent));
  const facts = [
    card.waitsOn.length > 0 ? h('span', { class: 'waits' }, lock(), userText('span', '', waits(card))) : null,
    card.owner === null ? null : userText('span', 'owner', card.owner),
    card.estimate === null ? null : userText('span', 'estimate', card.estimate),
    card.priority === null ? null : userText('span', 'priority', card.priority),
  ].filter((fact) => fact !== null);
  if (facts.length > 0) element.append(h('div', { class: 'facts' }, ...facts));
  for (const { severity, message } of card.findings.slice(0, mostFindings))
    element.append(h('div', { class: `finding ${severity}` }, warningSign(), userText('span', '', message)));
  const more = card.findings.length - mostFindings;
  if (more > 0) element.append(h('div', { class: 'finding more' }, l10n.t('and {0} more', more)));
}

/** Whether two cards look alike, wherever their lines are. */
export const saysTheSame = (a: BoardCard, b: BoardCard): boolean =>
  JSON.stringify({ ...a, line: 0 }) === JSON.stringify({ ...b, line: 0 });

/** What a screen reader says of a card. */
export function describe(board: Board, card: BoardCard): string {
  return [
    [card.name, card.title].filter((part) => part !== null).join(' '),
    card.word ?? columnName(board.columns[card.column]!),
    card.ready ? l10n.t('ready to start') : null,
    card.waitsOn.length > 0 ? l10n.t('waits on {0}', waits(card)) : null,
    card.owner === null ? null : l10n.t('owner {0}', card.owner),
    card.estimate === null ? null : l10n.t('estimate {0}', card.estimate),
    ...card.findings.map(({ message }) => message),
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function waits({ waitsOn }: BoardCard): string {
  const named = waitsOn.slice(0, mostWaits).join(', ');
  return waitsOn.length > mostWaits ? `${named}, +${waitsOn.length - mostWaits}` : named;
}

/** A click on it leads to the line; by keyboard the card itself does. */
const idOf = (name: string) => h('button', { class: 'id', type: 'button', tabindex: -1, dir: 'auto' }, name);

const small = { class: 'small-sign', viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' };
const lock = () => svg('svg', small, svg('path', { d: 'M4 7.5h8v5.5h-8zM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2' }));
const warningSign = () => svg('svg', small, svg('path', { d: 'M8 2.5l6 10.5h-12zM8 6.5v3M8 11v.6' }));

import type { Board, BoardCard, BoardColumn } from '../../../server/src/protocol';
import { h } from '../kit/dom';
import { l10n } from '../kit/l10n';
import { kindWord, statusSign } from '../kit/statuses';
import { columnName } from './card';

/** What the sign of a column says, where its name does not. */
function meaning(column: BoardColumn): string | null {
  const word = column.kind && kindWord(column.kind);
  return word === columnName(column).toLowerCase().replaceAll('_', ' ') ? null : word;
}

/** The heads of the columns: sign, name, how many cards, and who is at work on them. */
export class ColumnHeads {
  readonly element = h('ul', { class: 'heads', role: 'list', 'aria-label': l10n.t('Columns') });
  #shown = '';

  /** @param isWanted Whether a card passes the filter */
  show(board: Board, isWanted: (card: BoardCard) => boolean): void {
    const counts = board.columns.map((column) => ({
      column,
      all: 0,
      wanted: 0,
      ready: 0,
      findings: 0,
      owners: new Set<string>(),
    }));
    for (const card of board.cards) {
      const count = counts[card.column]!;
      count.all++;
      if (isWanted(card)) count.wanted++;
      if (card.ready) count.ready++;
      count.findings += card.findings.length;
      if (card.owner !== null) count.owners.add(card.owner);
    }
    const now = JSON.stringify(counts.map(({ owners, ...rest }) => ({ ...rest, owners: owners.size })));
    if (now === this.#shown) return;
    this.#shown = now;
    this.element.replaceChildren(
      ...counts.map(({ column, all, wanted, ready, findings, owners }, i) => {
        const working = column.kind === 'active' || column.kind === 'review';
        const notes = [
          ready > 0 ? l10n.t('{0} ready', ready) : null,
          working && owners.size > 0
            ? owners.size === 1
              ? l10n.t('1 person')
              : l10n.t('{0} people', owners.size)
            : null,
          findings > 0 ? (findings === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', findings)) : null,
        ].filter((note) => note !== null);
        return h(
          'li',
          { class: 'head', 'data-column': i },
          h(
            'div',
            { class: 'first', title: meaning(column) },
            statusSign(column.kind),
            h('span', { class: 'name', dir: 'auto' }, columnName(column)),
            meaning(column) ? h('span', { class: 'hidden-text' }, meaning(column)) : null,
            h('span', { class: 'count' }, wanted === all ? String(all) : l10n.t('{0} of {1}', wanted, all)),
          ),
          h('div', { class: 'notes' }, notes.join(' · ')),
        );
      }),
    );
  }
}

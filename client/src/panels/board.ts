import { commands, Disposable, l10n } from 'vscode';
import { type Board, boardRequest } from '../../../server/src/protocol';
import { Panels } from './panels';
import type { PanelServices } from './planPanel';

/** The board: the tickets of a plan by their status. */
export function registerBoard(services: PanelServices): Disposable {
  const panels = new Panels<Board>({ name: 'board', title: l10n.t('Board'), request: boardRequest }, services);
  return Disposable.from(
    panels,
    commands.registerCommand('planTruth.showBoard', (what?: unknown) => panels.show(what)),
  );
}

import { l10n } from 'vscode';
import {
  type StatusChoice,
  type StatusChoicesParams,
  type StatusChoicesResult,
  statusChoicesRequest,
} from '../../server/src/protocol';
import { announce } from './announce';
import type { PlanServer } from './client';
import { bringsSummary, inView, makeEdit } from './edits';
import type { OwnChanges } from './ownChanges';

/** What these tickets can be set to; of each word one, with the summary or without as the setting says. */
export async function askChoices(server: PlanServer, ids: string[]): Promise<StatusChoice[]> {
  const params: StatusChoicesParams = { ids };
  const choices = await inView(() => server.request<StatusChoicesResult>(statusChoicesRequest, params));
  const along = bringsSummary();
  return choices
    .filter(({ summary }) => !summary)
    .map((choice) => {
      const other = along && choices.find(({ word, summary }) => summary && word === choice.word);
      return other ? { ...other, next: choice.next } : choice;
    });
}

/**
 * Sets the status that `pick` chooses, as one edit that one undo takes back; nothing is saved.
 * @returns The status that was set; null where none was, which the user was told.
 */
export async function applyStatus(
  server: PlanServer,
  ids: string[],
  changes: OwnChanges,
  pick: (choices: StatusChoice[]) => StatusChoice | undefined,
): Promise<StatusChoice | null> {
  return makeEdit(changes, async () => {
    const choice = pick(await askChoices(server, ids));
    if (choice) return choice;
    announce(l10n.t('The status was not changed: the plan has become another meanwhile.'));
    return null;
  });
}

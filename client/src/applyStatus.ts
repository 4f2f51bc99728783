import { l10n, Position, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import {
  type StatusChoice,
  type StatusChoicesParams,
  type StatusChoicesResult,
  statusChoicesRequest,
  type WireRange,
  type WireWorkspaceEdit,
} from '../../server/src/protocol';
import { announce } from './announce';
import type { PlanServer } from './client';

/** Each try reads the plans as they are by then; somebody who types faster than this goes on typing. */
const maxTries = 5;

/** What these tickets can be set to; of each word one, with the summary or without as the setting says. */
export async function askChoices(server: PlanServer, ids: string[]): Promise<StatusChoice[]> {
  const params: StatusChoicesParams = { ids };
  const choices = await window.withProgress({ location: { viewId: 'planTruth.plans' } }, () =>
    server.request<StatusChoicesResult>(statusChoicesRequest, params),
  );
  const along = workspace.getConfiguration('planTruth').get('tree.updateSummary', true);
  return choices
    .filter(({ summary }) => !summary)
    .map((choice) => {
      const other = along && choices.find(({ word, summary }) => summary && word === choice.word);
      return other ? { ...other, next: choice.next } : choice;
    });
}

/**
 * Sets the status that `pick` chooses, as one edit that one undo takes back; nothing is saved. The plans are read as they
 * are at that moment: an edit for a text that has changed meanwhile is thrown away and worked out anew.
 * @returns Whether it was done.
 */
export async function applyStatus(
  server: PlanServer,
  ids: string[],
  pick: (choices: StatusChoice[]) => StatusChoice | undefined,
): Promise<boolean> {
  for (let left = maxTries; left > 0; left--) {
    const choice = pick(await askChoices(server, ids));
    if (!choice) break;
    if ((await isCurrent(choice.edit)) && (await workspace.applyEdit(toEdit(choice.edit)))) return true;
  }
  announce(l10n.t('The status was not changed: the plan has become another meanwhile.'));
  return false;
}

/** Whether the edit is for the documents as they are. A document that was not open is opened, for the next try. */
async function isCurrent({ documentChanges }: WireWorkspaceEdit): Promise<boolean> {
  const uris = documentChanges.map(({ textDocument }) => Uri.parse(textDocument.uri));
  const documents = await Promise.all(uris.map((uri) => workspace.openTextDocument(uri)));
  return documents.every(({ version }, i) => version === documentChanges[i]!.textDocument.version);
}

function toEdit({ documentChanges }: WireWorkspaceEdit): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { textDocument, edits } of documentChanges)
    for (const { range, newText } of edits) edit.replace(Uri.parse(textDocument.uri), toRange(range), newText);
  return edit;
}

const toRange = ({ start, end }: WireRange): Range =>
  new Range(new Position(start.line, start.character), new Position(end.line, end.character));

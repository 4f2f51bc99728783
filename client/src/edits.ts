import { l10n, Position, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { WireRange, WireWorkspaceEdit } from '../../server/src/protocol';
import { announce } from './announce';
import type { PlanServer } from './client';
import type { OwnChanges } from './ownChanges';

/** Each try reads the plans as they are by then; somebody who types faster than this goes on typing. */
const maxTries = 5;

/** Whether counts, totals and bars are brought along with a change. */
export const bringsSummary = (): boolean => workspace.getConfiguration('planTruth').get('tree.updateSummary', true);

/**
 * Makes an edit that the server works out, which one undo takes back; nothing is saved. The plans are read as they are at that
 * moment: an edit for a text that has changed meanwhile is thrown away and worked out anew.
 * @param ask Null where there is nothing to do, and that was told.
 * @param changes Of the view that it is made from, which can take it back.
 * @returns What was asked for and done; null where it was not.
 */
export async function makeEdit<T extends { edit: WireWorkspaceEdit }>(
  changes: OwnChanges,
  ask: () => Promise<T | null>,
): Promise<T | null> {
  for (let left = maxTries; left > 0; left--) {
    const found = await ask();
    if (!found) return null;
    if (!(await isCurrent(found.edit))) continue;
    changes.prepare(found.edit);
    if (!(await workspace.applyEdit(toEdit(found.edit)))) continue;
    changes.note();
    return found;
  }
  announce(l10n.t('Nothing was changed: the plan has become another meanwhile.'));
  return null;
}

/** Has the server work out a change and makes it; says why not where the server does. */
export function requestEdit<T extends { edit: WireWorkspaceEdit }>(
  server: PlanServer,
  changes: OwnChanges,
  method: string,
  params: object,
): Promise<T | null> {
  return makeEdit(changes, async () => {
    const asked = { ...params, summary: bringsSummary() };
    const found = await inView(() => server.request<T | { refused: string }>(method, asked));
    if (!('refused' in found)) return found;
    announce(found.refused);
    return null;
  });
}

/** Shows on the view that something is under way. */
export const inView = <T>(work: () => Promise<T>): Promise<T> =>
  Promise.resolve(window.withProgress({ location: { viewId: 'planTruth.plans' } }, work));

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

import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Refusal } from '../core/features/change';
import { completion } from '../core/features/completion';
import { prepareRename, rename } from '../core/features/rename';
import { contentModified } from './guard';
import { type Answers, inAllPlans } from './navigation';

/** Answers what can be typed at a place, and how a ticket gets another id. */
export function answerEditing(answers: Answers): void {
  const { connection, guard, documents, converter } = answers;
  const about = <P extends { textDocument: { uri: string } }>({ textDocument }: P) =>
    documents.moment(textDocument.uri);

  connection.onCompletion(
    guard.request('completion', about, ({ position }, { uri, snapshot }) => {
      const source = snapshot.source(uri);
      if (!source) return null;
      const found = completion(snapshot, uri, converter.encoding.offset(source, position));
      return converter.completions(source, found);
    }),
  );

  connection.onPrepareRename(
    guard.request('prepareRename', about, ({ position }, { uri, snapshot }) => {
      const source = snapshot.source(uri);
      const found = source && prepareRename(snapshot, uri, converter.encoding.offset(source, position));
      if (!found) return null;
      const { span, name } = unlessRefused(found);
      return { range: converter.range(source, span), placeholder: name };
    }),
  );

  connection.onRenameRequest(
    guard.request('rename', about, async ({ position, newName }, asked) => {
      const { uri, snapshot } = await inAllPlans(answers, asked);
      const source = snapshot.source(uri);
      if (!source) return null;
      const offset = converter.encoding.offset(source, position);
      const { edits } = unlessRefused(rename(snapshot, uri, offset, newName));
      // Between the request and now other documents may have gone on, too.
      const now = documents.snapshot;
      if ([...edits.keys()].some((at) => now.source(at) !== snapshot.source(at))) throw contentModified();
      return converter.workspaceEdit(snapshot, edits, (at) => documents.version(at));
    }),
  );
}

/** What was refused ends as an error, whose message editors show. */
function unlessRefused<T extends object>(found: T | Refusal): T {
  if ('refused' in found) throw new ResponseError(LSPErrorCodes.RequestFailed, found.refused);
  return found;
}

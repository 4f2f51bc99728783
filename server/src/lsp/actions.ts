import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { fixAllAction, quickActions } from '../core/features/actions';
import { type Change, fixAllKind, type Refusal } from '../core/features/change';
import { type Refactoring, refactorings } from '../core/features/refactor';
import type { Span } from '../core/text/span';
import { actionKinds } from './capabilities';
import type { Moment } from './documents';
import { contentModified } from './guard';
import type { Answers } from './navigation';

/** What an action brings along whose edit is worked out once it is chosen. */
interface ActionData {
  readonly uri: string;
  readonly version: number | null;
  readonly span: Span;
  readonly name: string;
}

/** Answers what can be done at a place. What a client need not have at once is worked out when it is chosen. */
export function answerActions({ connection, guard, documents, converter }: Answers): void {
  const { client } = converter;
  const about = <P extends { textDocument: { uri: string } }>({ textDocument }: P) =>
    documents.moment(textDocument.uri);

  connection.onCodeAction(
    guard.request('codeAction', about, ({ range, context, textDocument }, moment) => {
      const { uri, version, snapshot } = moment;
      const source = snapshot.source(uri);
      if (!source || !client.codeActionLiterals) return [];
      if (documents.version(textDocument.uri) !== version) throw contentModified();
      const span = converter.span(source, range);
      const wanted = wantedBy(context.only);
      const quick = wanted(CodeActionKind.QuickFix) ? quickActions(snapshot, uri, span) : [];
      // Fix-all only where it is asked for.
      const all = context.only && wanted(fixAllKind) ? fixAllAction(snapshot, uri) : null;
      const others = actionKinds.some((kind) => kind.startsWith('refactor') && wanted(kind))
        ? refactorings(snapshot, uri, span).filter(({ kind }) => wanted(kind))
        : [];
      return [
        ...[...quick, ...(all ? [all] : [])].map((action) => converter.action(snapshot, uri, version, action)),
        ...others.flatMap((one) => refactoring(moment, span, one) ?? []),
      ];
    }),
  );

  connection.onCodeActionResolve(
    guard.request(
      'codeAction resolve',
      ({ data }) => documents.moment((data as ActionData).uri),
      (action, moment) => {
        const { span, name, version } = action.data as ActionData;
        if (moment.version !== version) throw contentModified();
        const found = refactorings(moment.snapshot, moment.uri, span)
          .find((one) => one.name === name)
          ?.change();
        if (found && 'refused' in found) throw new ResponseError<void>(LSPErrorCodes.RequestFailed, found.refused);
        return found ? { ...action, edit: editOf(moment, found) } : action;
      },
    ),
  );

  const editOf = ({ snapshot, version, uri }: Moment, { edits }: Change) =>
    converter.workspaceEdit(snapshot, edits, (at) => (at === uri ? version : documents.version(at)));

  /** Null for a client that must have the edit at once, where there is none. */
  function refactoring(moment: Moment, span: Span, one: Refactoring) {
    const { name, title, kind, preferred, change } = one;
    const action: CodeAction = { title, kind, ...(preferred && client.preferredActions ? { isPreferred: true } : {}) };
    if (client.resolvesActions && !one.quick) {
      const uri = documents.clientUri(moment.uri);
      return { ...action, data: { uri, version: moment.version, span, name } satisfies ActionData };
    }
    const found: Change | Refusal | null = change();
    return found && 'edits' in found ? { ...action, edit: editOf(moment, found) } : null;
  }
}

/** Whether a kind is asked for: itself, one that it is below, or any. */
const wantedBy =
  (only: CodeActionContext['only']) =>
  (kind: string): boolean =>
    !only || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));

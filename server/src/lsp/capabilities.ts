import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { fixAllKind } from '../core/features/change';
import { tokenModifiers, tokenTypes } from '../core/features/tokens';
import type { Client } from './client';
import type { Encoding } from './encoding';

export const actionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, 'refactor.move', fixAllKind];

/** What the server can do for this client: all that it says before anything of a plan is loaded. */
export function capabilities(client: Client, encoding: Encoding): ServerCapabilities {
  const files = { filters: [{ pattern: { glob: '**' } }] };
  return {
    positionEncoding: encoding.kind,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    hoverProvider: true,
    documentSymbolProvider: { label: 'Plan Truth' },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    callHierarchyProvider: true,
    documentLinkProvider: {},
    completionProvider: { triggerCharacters: ['|', ',', '、', '#', '@'] },
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
    ...(client.codeActionLiterals
      ? {
          codeActionProvider: {
            codeActionKinds: actionKinds,
            ...(client.resolvesActions ? { resolveProvider: true } : {}),
          },
        }
      : {}),
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'plan-truth', interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didCreate: files, didRename: files, didDelete: files },
    },
  };
}

import { Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions, type NodeModule, TransportKind } from 'vscode-languageclient/node';

/**
 * What the client needs of the library that speaks to the server, on the desktop. It is many times larger than all that is
 * ours: a bundle of its own, read once everything else is there.
 */
export { CloseAction, ErrorAction, RevealOutputChannelOn, State } from 'vscode-languageclient/node';

/** A client whose server runs as a Node process of its own. */
export function createClient(extension: Uri, options: LanguageClientOptions): LanguageClient {
  const run: NodeModule = {
    module: Uri.joinPath(extension, 'server/dist/server.js').fsPath,
    transport: TransportKind.ipc,
  };
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return new LanguageClient('planTruth', 'Plan Truth', { run, debug }, options);
}

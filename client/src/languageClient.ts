import { Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import type { Places } from './client';

/**
 * What the client needs of the library that speaks to the server, on the desktop. It is many times larger than all that is
 * ours: a bundle of its own, read once everything else is there.
 */
export { CloseAction, ErrorAction, RevealOutputChannelOn, State } from 'vscode-languageclient/node';

/**
 * Nearly all that a reading makes stays. To move it about a large nursery takes more time and memory than to move it out of a
 * small one; in megabytes, half of what Node would take.
 */
const nursery = '--max-semi-space-size=8';

/** A client whose server runs as a Node process of its own. */
export function createClient(
  { extensionUri, globalStorageUri }: Places,
  options: LanguageClientOptions,
): LanguageClient {
  // From Node 22.1 on, what was compiled once is read from there.
  const env = { NODE_COMPILE_CACHE: Uri.joinPath(globalStorageUri, 'compiled').fsPath };
  const run: NodeModule = {
    module: Uri.joinPath(extensionUri, 'server/dist/server.js').fsPath,
    transport: TransportKind.ipc,
    options: { execArgv: [nursery], env },
  };
  const debug: NodeModule = { ...run, options: { execArgv: [nursery, '--nolazy', '--inspect=6009'], env } };
  return new LanguageClient('planTruth', 'Plan Truth', { run, debug }, options);
}

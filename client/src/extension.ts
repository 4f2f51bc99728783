import type { ExtensionContext } from 'vscode';
import { LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import { type Started, start } from './activate';
import type { PlanServer } from './client';

let server: PlanServer | undefined;

/** The desktop entry: the language server runs as a Node process of its own. */
export function activate(context: ExtensionContext): Started['api'] {
  const run: NodeModule = {
    module: context.asAbsolutePath('server/dist/server.js'),
    transport: TransportKind.ipc,
  };
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const started = start(context, (options) => new LanguageClient('planTruth', 'Plan Truth', { run, debug }, options));
  server = started.server;
  return started.api;
}

/** Ends the server with the window. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}

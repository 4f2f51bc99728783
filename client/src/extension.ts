import type { ExtensionContext } from 'vscode';
import { type Started, start } from './activate';
import type { PlanServer } from './client';

let server: PlanServer | undefined;

/** The desktop entry: the language server runs as a Node process of its own. */
export function activate(context: ExtensionContext): Started['api'] {
  const started = start(context, () => import('./languageClient'));
  server = started.server;
  return started.api;
}

/** Ends the server with the window. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}

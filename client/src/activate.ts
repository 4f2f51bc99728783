import { commands, type ExtensionContext, l10n, window } from 'vscode';
import { type CreateClient, PlanServer } from './client';
import { registerCommands } from './commands';
import { followCursor } from './follow';
import { PlanTree } from './tree';

/** What both entries, desktop and browser, do: one server, one view, the commands. Nothing here waits for the server. */
export function start(context: ExtensionContext, create: CreateClient): PlanServer {
  const output = window.createOutputChannel('Plan Truth', { log: true });
  const server = new PlanServer(create, output);
  const tree = new PlanTree(server, output);
  const view = window.createTreeView('planTruth.plans', {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
  });
  tree.attach(view);
  context.subscriptions.push(
    output,
    server,
    tree,
    view,
    followCursor(view, tree, output),
    ...registerCommands(server, output),
    server.onDidChangeState((state) => {
      void commands.executeCommand('setContext', 'planTruth.serverFailed', state === 'failed');
      view.message =
        state === 'failed' && tree.isFilled ? l10n.t('The server has stopped: this may be out of date.') : undefined;
    }),
  );
  void server.start();
  return server;
}

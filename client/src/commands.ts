import { commands, type Disposable, env, type LogOutputChannel, l10n, Uri, workspace } from 'vscode';
import { type PromptParams, type PromptResult, promptRequest, type TreeNode } from '../../server/src/protocol';
import { announce } from './announce';
import type { PlanServer } from './client';
import type { Gestures } from './gestures';
import { nodesOf } from './selected';
import { chooseStatus } from './setStatus';

/** The commands that `package.json` contributes beside those of single views. */
export function registerCommands(server: PlanServer, gestures: Gestures, output: LogOutputChannel): Disposable[] {
  const nextOf = (nodes: TreeNode[]) => gestures.setStatus(nodes, (choices) => choices.find(({ next }) => next));
  return [
    commands.registerCommand('planTruth.restartServer', () => server.restart()),
    commands.registerCommand('planTruth.showOutput', () => output.show()),
    commands.registerCommand(
      'planTruth.setStatus',
      gestures.ofItems((...tickets) => chooseStatus(server, gestures, nodesOf(tickets))),
    ),
    commands.registerCommand(
      'planTruth.nextStatus',
      gestures.ofItems(async ({ node }) => {
        await nextOf([node]);
      }),
    ),
    commands.registerCommand('planTruth.undo', gestures.command(gestures.undo)),
    commands.registerCommand('planTruth.addTicket', gestures.ofItems(gestures.addTicket)),
    commands.registerCommand('planTruth.addDependency', gestures.ofItems(gestures.addDependency)),
    commands.registerCommand('planTruth.removeDependency', gestures.ofItems(gestures.removeDependency)),
    commands.registerCommand('planTruth.moveTickets', gestures.ofItems(gestures.moveTickets)),
    commands.registerCommand(
      'planTruth.copyId',
      gestures.ofItems(async (...tickets) => {
        const labels = nodesOf(tickets).map(({ label }) => label);
        await env.clipboard.writeText(labels.join('\n'));
      }),
    ),
    commands.registerCommand(
      'planTruth.copyPrompt',
      gestures.ofItems((...tickets) => copyPrompt(server, nodesOf(tickets))),
    ),
  ];
}

async function copyPrompt(server: PlanServer, nodes: TreeNode[]): Promise<void> {
  const paths = Object.fromEntries(nodes.map(({ uri }) => [uri, workspace.asRelativePath(Uri.parse(uri))]));
  const params: PromptParams = { ids: nodes.map(({ id }) => id), paths };
  const text = await server.request<PromptResult>(promptRequest, params);
  if (text === '') {
    announce(l10n.t('{0} is no longer in the plan.', nodes[0]!.label));
    return;
  }
  await env.clipboard.writeText(text);
  announce(
    nodes.length === 1
      ? l10n.t('{0} was copied with its context.', nodes[0]!.label)
      : l10n.t('{0} tickets were copied with their context.', nodes.length),
  );
}

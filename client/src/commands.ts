import { commands, type Disposable, env, type LogOutputChannel } from 'vscode';
import type { PlanServer } from './client';
import { chosen, type Tickets } from './selected';

/** The commands that `package.json` contributes. */
export function registerCommands(server: PlanServer, output: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand('planTruth.restartServer', () => server.restart()),
    commands.registerCommand('planTruth.showOutput', () => output.show()),
    commands.registerCommand('planTruth.copyId', (...[item, selected]: Tickets) =>
      env.clipboard.writeText(
        chosen(item, selected)
          .map(({ node }) => node.label)
          .join('\n'),
      ),
    ),
  ];
}

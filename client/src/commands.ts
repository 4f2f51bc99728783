import { commands, type Disposable, env, type LogOutputChannel } from 'vscode';
import type { PlanServer } from './client';
import type { PlanItem } from './tree';

/** The commands that `package.json` contributes. */
export function registerCommands(server: PlanServer, output: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand('planTruth.restartServer', () => server.restart()),
    commands.registerCommand('planTruth.showOutput', () => output.show()),
    commands.registerCommand('planTruth.copyId', (item?: PlanItem, selected?: PlanItem[]) => {
      const items = selected?.length ? selected : item ? [item] : [];
      return env.clipboard.writeText(items.map(({ node }) => node.label).join('\n'));
    }),
  ];
}

import { commands, type Disposable, type LogOutputChannel, l10n, Position, Range, Uri, ViewColumn } from 'vscode';
import { type LocateParams, type LocateResult, locateRequest, type TreeNode } from '../../server/src/protocol';
import { announce } from './announce';
import type { PlanServer } from './client';
import type { Handed } from './selected';

/** Where the last item that was opened led: what follows the cursor leaves it alone there. */
export interface Opened {
  uri: string;
  line: number;
}

/** Goes to the lines of items, as they stand by then. */
export class Opener implements Disposable {
  last: Opened | null = null;
  private readonly commands: Disposable[];

  constructor(
    private readonly server: PlanServer,
    private readonly output: LogOutputChannel,
  ) {
    this.commands = [
      commands.registerCommand('planTruth.open', (item?: { node: TreeNode }) => item && this.open(item.node, false)),
      commands.registerCommand('planTruth.openToSide', (...[item]: Handed) => item && this.open(item.node, true)),
    ];
  }

  dispose(): void {
    for (const command of this.commands) command.dispose();
  }

  private async open(node: TreeNode, aside: boolean): Promise<void> {
    const place = await this.locate(node);
    if (!place) {
      announce(l10n.t('{0} is no longer in the plan.', node.label));
      return;
    }
    const { line, character } = place.range.start;
    const start = new Position(line, character);
    const uri = Uri.parse(place.uri);
    this.last = { uri: uri.toString(), line };
    await commands.executeCommand('vscode.open', uri, {
      selection: new Range(start, start),
      preview: !aside,
      viewColumn: aside ? ViewColumn.Beside : undefined,
    });
  }

  private async locate({ id, type, uri, range }: TreeNode): Promise<LocateResult> {
    if (type === 'plan') return range && { uri, range };
    const params: LocateParams = { id };
    try {
      return await this.server.request<LocateResult>(locateRequest, params);
    } catch (error) {
      // Where it was is better than nowhere.
      this.output.debug(String(error));
      return range && { uri, range };
    }
  }
}

import { type Disposable, type LogOutputChannel, TreeItemCheckboxState, type TreeView } from 'vscode';
import { applyStatus } from './applyStatus';
import type { PlanServer } from './client';
import type { PlanItem, PlanTree } from './tree';

/** A check in the view is a check in the text; where it cannot be made, the view shows again what the text says. */
export function followCheckBoxes(
  view: TreeView<PlanItem>,
  tree: PlanTree,
  server: PlanServer,
  output: LogOutputChannel,
): Disposable {
  async function check(items: PlanItem[], checked: boolean): Promise<void> {
    const ids = items.map(({ node }) => node.id);
    const kind = checked ? 'done' : 'todo';
    try {
      if (await applyStatus(server, ids, (choices) => choices.find((choice) => choice.kind === kind))) return;
    } catch (error) {
      output.error(String(error));
    }
    tree.refresh(items);
  }

  return view.onDidChangeCheckboxState(async ({ items }) => {
    for (const state of [TreeItemCheckboxState.Checked, TreeItemCheckboxState.Unchecked]) {
      const changed = items.filter(([, now]) => now === state).map(([item]) => item);
      if (changed.length > 0) await check(changed, state === TreeItemCheckboxState.Checked);
    }
  });
}

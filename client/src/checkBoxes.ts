import { type Disposable, TreeItemCheckboxState, type TreeView } from 'vscode';
import type { Gestures } from './gestures';
import type { PlanItem, PlanTree } from './tree';

/** A check in the view is a check in the text; where it cannot be made, the view shows again what the text says. */
export function followCheckBoxes(view: TreeView<PlanItem>, tree: PlanTree, gestures: Gestures): Disposable {
  const check = async (items: PlanItem[], checked: boolean): Promise<void> => {
    const kind = checked ? 'done' : 'todo';
    const nodes = items.map(({ node }) => node);
    let done = false;
    await gestures.command(async () => {
      done = await gestures.setStatus(nodes, (choices) => choices.find((choice) => choice.kind === kind));
    })();
    if (!done) tree.refresh(items);
  };

  return view.onDidChangeCheckboxState(async ({ items }) => {
    for (const state of [TreeItemCheckboxState.Checked, TreeItemCheckboxState.Unchecked]) {
      const changed = items.filter(([, now]) => now === state).map(([item]) => item);
      if (changed.length > 0) await check(changed, state === TreeItemCheckboxState.Checked);
    }
  });
}

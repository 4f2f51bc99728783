import type { TreeNode } from '../../server/src/protocol';

/** An item of either view. */
export interface Item {
  readonly node: TreeNode;
}

/** What VS Code hands to a command of an item: the one that was asked for, and all that are selected. */
export type Tickets = [item?: Item, selected?: Item[]];

/** All that are selected where the one that was asked for is among them. */
export const nodesOf = ([item, selected]: Tickets): TreeNode[] =>
  (selected?.length ? selected : item ? [item] : []).map(({ node }) => node);

/** A user's text as a quick pick or the status bar shows it as it is written: `$(name)` would become an icon. */
export const plainLabel = (text: string): string => text.replaceAll('$(', '\\$(');

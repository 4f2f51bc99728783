import type { TreeNode } from '../../server/src/protocol';

/** An item of either view. */
export interface Item {
  readonly node: TreeNode;
}

/** What VS Code hands to a command of an item: the one that was asked for, and all that are selected. */
export type Tickets = [item?: Item, selected?: Item[]];

/** All that are selected where the one that was asked for is among them. */
export const chosen = (item: Item | undefined, selected: Item[] | undefined): Item[] =>
  selected?.length ? selected : item ? [item] : [];

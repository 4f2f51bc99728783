import type { TreeNode } from '../../server/src/protocol';

/** An item of either view. */
export interface Item {
  readonly node: TreeNode;
}

/** What a command of an item is about: the one that was asked for, and all that are selected where it is among them. */
export type Tickets = [item: Item, selected?: Item[]];
/** What VS Code hands to such a command. An item that was drawn anew while its menu was open is none to it any more. */
export type Handed = [item?: Item, selected?: (Item | undefined)[]];

export const isGiven = (handed: Handed): handed is Tickets =>
  handed[0] !== undefined && (handed[1] ?? []).every((item) => item !== undefined);

export const nodesOf = ([item, selected]: Tickets): TreeNode[] =>
  (selected?.length ? selected : [item]).map(({ node }) => node);

/** A user's text as a quick pick or the status bar shows it as it is written: `$(name)` would become an icon. */
export const plainLabel = (text: string): string => text.replaceAll('$(', '\\$(');

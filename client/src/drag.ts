import { type DataTransfer, DataTransferItem, l10n, type TreeDragAndDropController } from 'vscode';
import type { TreeNode } from '../../server/src/protocol';
import { announce } from './announce';
import type { Gestures } from './gestures';
import type { PlanItem } from './tree';

const type = 'application/vnd.code.tree.plantruth.plans';

/** Tickets are dragged to other phases, before other tickets, and onto a status. */
export class TicketDrag implements TreeDragAndDropController<PlanItem> {
  readonly dragMimeTypes = [type];
  readonly dropMimeTypes = [type];
  /** Set once the view is there, which wants this first. */
  gestures: Gestures | undefined;

  handleDrag(items: readonly PlanItem[], data: DataTransfer): void {
    const tickets = items.filter(({ node }) => node.type === 'ticket').map(({ node }) => node);
    if (tickets.length > 0) data.set(type, new DataTransferItem(tickets));
  }

  async handleDrop(target: PlanItem | undefined, data: DataTransfer): Promise<void> {
    const dragged: unknown = data.get(type)?.value;
    const { gestures } = this;
    if (!target || !gestures || !isNodes(dragged)) return;
    const nodes = dragged.filter(({ id }) => id !== target.node.id);
    if (nodes.length > 0) await gestures.command(() => drop(gestures, nodes, target))();
  }
}

async function drop(gestures: Gestures, nodes: TreeNode[], target: PlanItem): Promise<void> {
  const { node, parent } = target;
  const holder = node.type === 'ticket' ? parent?.node : node;
  if (holder?.type === 'status' && holder.status) await gestures.setKind(nodes, holder.status);
  else if (holder?.type === 'group') await gestures.move(nodes, holder, node.type === 'ticket' ? node.id : null, true);
  else announce(l10n.t('Tickets can be dragged to phases, before other tickets of a phase, and onto a status.'));
}

const isNodes = (value: unknown): value is TreeNode[] =>
  Array.isArray(value) && value.every((one) => typeof one?.id === 'string' && typeof one.label === 'string');

import {
  type CancellationToken,
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import {
  type TreeNode,
  type TreeTooltipParams,
  type TreeTooltipResult,
  treeTooltipRequest,
  type WireStatusKind,
} from '../../server/src/protocol';
import type { PlanServer } from './client';
import { problemsUri } from './problems';

/** Each status has a shape of its own; the colour only helps. */
const statusIcons: Record<WireStatusKind, [icon: string, color?: string]> = {
  todo: ['circle-large-outline'],
  active: ['color-mode', 'charts.yellow'],
  review: ['eye', 'charts.purple'],
  done: ['pass-filled', 'charts.green'],
  blocked: ['error', 'charts.red'],
  dropped: ['circle-slash', 'disabledForeground'],
};

/** What the view shows of a node. Label and description are shown as plain text whatever they hold. */
export function toTreeItem(node: TreeNode, open: boolean): TreeItem {
  const item = new TreeItem(node.label, collapsible(node, open));
  item.id = node.id;
  item.description = node.description;
  item.iconPath = iconOf(node);
  // Gives a plan its file icon, and an item its number of problems.
  item.resourceUri = node.type === 'plan' ? Uri.parse(node.uri) : problemsUri(node);
  item.accessibilityInformation = { label: node.accessibleLabel };
  item.contextValue = [
    node.type,
    node.status,
    node.ready && 'ready',
    node.waiting && 'waiting',
    node.settable && 'settable',
    node.depends && 'depends',
  ]
    .filter(Boolean)
    .join(' ');
  if (node.checked !== null) item.checkboxState = checkBox(node);
  if (node.range) item.command = { title: l10n.t('Go to Line'), command: 'planTruth.open', arguments: [{ node }] };
  return item;
}

/**
 * The hover's content. It quotes the user's text: neither HTML nor command links live in it. Without the server it is what a
 * screen reader would say.
 */
export async function askTooltip(
  server: PlanServer,
  { id, accessibleLabel }: TreeNode,
  token: CancellationToken,
): Promise<MarkdownString | string> {
  const params: TreeTooltipParams = { id };
  const words = await server.request<TreeTooltipResult>(treeTooltipRequest, params, token).catch(() => '');
  if (words === '') return accessibleLabel;
  const tooltip = new MarkdownString(words);
  tooltip.isTrusted = false;
  tooltip.supportHtml = false;
  return tooltip;
}

function checkBox({ checked, label }: TreeNode): NonNullable<TreeItem['checkboxState']> {
  return {
    state: checked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: checked ? l10n.t('Uncheck') : l10n.t('Check'),
    accessibilityInformation: { label, role: 'checkbox' },
  };
}

function collapsible(node: TreeNode, open: boolean): TreeItemCollapsibleState {
  if (!node.hasChildren) return TreeItemCollapsibleState.None;
  return open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function iconOf(node: TreeNode): ThemeIcon {
  if (node.type === 'plan') return ThemeIcon.File;
  if (node.type === 'owner') return new ThemeIcon('person');
  if (node.ready) return new ThemeIcon('record', new ThemeColor('charts.blue'));
  if (node.waiting && (node.status === 'todo' || node.status === null)) {
    return new ThemeIcon('lock', new ThemeColor('disabledForeground'));
  }
  if (node.status === null) return new ThemeIcon(node.type === 'ticket' ? 'dash' : 'list-unordered');
  const [icon, color] = statusIcons[node.status];
  return new ThemeIcon(icon, color ? new ThemeColor(color) : undefined);
}

import {
  type Command,
  l10n,
  MarkdownString,
  Position,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import type { TreeNode, WireStatusKind } from '../../server/src/protocol';

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
  // Gives a plan its file icon and its number of problems.
  if (node.type === 'plan') item.resourceUri = Uri.parse(node.uri);
  item.accessibilityInformation = { label: node.accessibleLabel };
  item.contextValue = [
    node.type,
    node.status,
    node.ready && 'ready',
    node.waiting && 'waiting',
    node.settable && 'settable',
  ]
    .filter(Boolean)
    .join(' ');
  if (node.checked !== null) item.checkboxState = checkBox(node);
  item.command = openCommand(node);
  return item;
}

/** The hover's content. It quotes the user's text: neither HTML nor command links live in it. */
export function tooltipOf(node: TreeNode): MarkdownString {
  const tooltip = new MarkdownString(node.tooltip);
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
  if (node.ready) return new ThemeIcon('record', new ThemeColor('charts.blue'));
  if (node.waiting && (node.status === 'todo' || node.status === null)) {
    return new ThemeIcon('lock', new ThemeColor('disabledForeground'));
  }
  if (node.status === null) return new ThemeIcon(node.type === 'group' ? 'list-unordered' : 'dash');
  const [icon, color] = statusIcons[node.status];
  return new ThemeIcon(icon, color ? new ThemeColor(color) : undefined);
}

function openCommand(node: TreeNode): Command {
  const { line, character } = node.range.start;
  const start = new Position(line, character);
  return {
    title: l10n.t('Go to Line'),
    command: 'vscode.open',
    arguments: [Uri.parse(node.uri), { selection: new Range(start, start), preview: true }],
  };
}

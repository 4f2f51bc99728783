import type { Snapshot } from '../../server/src/core/analysis/snapshot';
import { fixAllAction, quickActions } from '../../server/src/core/features/actions';
import { board } from '../../server/src/core/features/board';
import { completion } from '../../server/src/core/features/completion';
import { planGraph } from '../../server/src/core/features/graph';
import { hints } from '../../server/src/core/features/hints';
import { hover } from '../../server/src/core/features/hover';
import { lenses, lensWords } from '../../server/src/core/features/lenses';
import { readyTickets } from '../../server/src/core/features/ready';
import { refactorings } from '../../server/src/core/features/refactor';
import { prepareRename, rename } from '../../server/src/core/features/rename';
import { report } from '../../server/src/core/features/report';
import { statusChoices } from '../../server/src/core/features/statusChoices';
import { type PlanSymbol, symbols } from '../../server/src/core/features/symbols';
import { type TreeItem, treeChildren, treeTooltip } from '../../server/src/core/features/tree';
import { workspaceSymbols } from '../../server/src/core/features/workspaceSymbols';
import { check } from '../../server/src/core/rules/check';

/** A text that a user is shown, and whether the editor reads it as Markdown. */
export interface Shown {
  readonly by: string;
  readonly text: string;
  readonly markdown: boolean;
}

/** All that rules and features say of a document, in every one of its words. A text comes once for each that says it. */
export function shownOf(snapshot: Snapshot, uri: string): Shown[] {
  const found = new Map<string, Shown>();
  const add = (by: string, markdown: boolean, ...texts: (string | null | undefined)[]): void => {
    for (const text of texts) if (text) found.set(`${by} ${text}`, { by, text, markdown });
  };
  const { text } = snapshot.source(uri)!;

  for (const { message, related, fixes } of check(snapshot, uri)) {
    add('finding', false, message, ...related.map((place) => place.message), ...fixes.map(({ title }) => title));
  }
  add('fix all', false, fixAllAction(snapshot, uri)?.title);
  for (const offset of places(text)) {
    add('hover', true, hover(snapshot, uri, offset)?.markdown);
    for (const { label, detail, description } of completion(snapshot, uri, offset).items)
      add('completion', false, label, detail, description);
    for (const found of [prepareRename(snapshot, uri, offset), rename(snapshot, uri, offset, 'no id')])
      if (found && 'refused' in found) add('rename', false, found.refused);
  }
  for (const start of lineStarts(text))
    for (const actions of [quickActions, refactorings])
      add('code action', false, ...actions(snapshot, uri, { start, end: start }).map(({ title }) => title));
  const whole = { start: 0, end: text.length };
  add('code action', false, ...quickActions(snapshot, uri, whole).map(({ title }) => title));
  add('hint', false, ...hints(snapshot, uri, whole).map((hint) => hint.text));
  add('lens', false, ...lenses(snapshot, uri).map(({ phase }) => lensWords(snapshot, uri, phase)));
  for (const { name, container } of workspaceSymbols(snapshot, '')) add('workspace symbol', false, name, container);

  const symbol = ({ name, detail, children }: PlanSymbol): void => {
    add('symbol', false, name, detail);
    children.forEach(symbol);
  };
  symbols(snapshot, uri).forEach(symbol);

  const item = (one: TreeItem): void => {
    add('tree', false, one.label, one.description, one.accessibleLabel);
    add('tree tooltip', true, treeTooltip(snapshot, one.id));
    for (const { title, word } of statusChoices(snapshot, [one.id])) add('status', false, title, word);
    treeChildren(snapshot, one.id).forEach(item);
  };
  treeChildren(snapshot, null).forEach(item);
  for (const { plan } of readyTickets(snapshot)) add('ready', false, plan);
  add('board', false, ...stringsIn(board(snapshot, uri)));
  add('graph', false, ...stringsIn(planGraph(snapshot, null)));
  add('report', false, ...stringsIn(report(snapshot, uri)));
  return [...found.values()];
}

/** What is for the machine. */
const notShown = new Set(['id', 'uri', 'rule', 'key', 'unit', 'kind', 'status', 'severity', 'words']);

/** Every text in what a webview is given. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => (notShown.has(name) ? [] : stringsIn(one)));
}

/** In every word, and between those that stand apart: in empty cells. */
const places = (text: string): number[] => Array.from(text.matchAll(/\S+|(?<=\| )(?= *\|)/g), ({ index }) => index + 1);

const lineStarts = (text: string): number[] => [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];

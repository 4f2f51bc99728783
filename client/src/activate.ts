import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { followCheckBoxes } from './checkBoxes';
import { type LoadLibrary, PlanServer } from './client';
import { registerCommands } from './commands';
import { TicketDrag } from './drag';
import { followCursor } from './follow';
import { Gestures } from './gestures';
import { TreeLook } from './look';
import { markTickets } from './marks';
import { Opener } from './open';
import { registerBoard } from './panels/board';
import { CurrentPlan } from './panels/currentPlan';
import { registerGraph } from './panels/graph';
import { registerProgress } from './panels/progress';
import { extendMarkdownIt } from './preview/plugin';
import { PreviewMarks } from './preview/previewMarks';
import type { MarkdownIt } from './preview/tokens';
import { countProblems, decorateProblems } from './problems';
import { ReadyList } from './ready';
import { showProgress } from './statusBar';
import { PlanTree } from './tree';
import { registerWalkthrough } from './walkthrough';

/** The extension at work: its server, and what it gives to others. */
export interface Started {
  readonly server: PlanServer;
  readonly api: {
    /** Called by VS Code's Markdown preview. */
    extendMarkdownIt(md: MarkdownIt): MarkdownIt;
  };
}

/** What both entries, desktop and browser, do: one server, one view, the commands. Nothing here waits for the server. */
export function start(context: ExtensionContext, loadLibrary: LoadLibrary): Started {
  const output = window.createOutputChannel('Plan Truth', { log: true });
  const groups: { properties: object }[] = context.extension.packageJSON.contributes.configuration;
  const server = new PlanServer(
    loadLibrary,
    context,
    output,
    groups.flatMap(({ properties }) => Object.keys(properties)),
  );
  const tree = new PlanTree(server, output);
  const drag = new TicketDrag();
  const view = window.createTreeView('planTruth.plans', {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: drag,
    // What is checked is what the text says.
    manageCheckboxStateManually: true,
  });
  tree.attach(view);
  const gestures = new Gestures(server, tree, view, output);
  drag.gestures = gestures;
  const ready = new ReadyList(server, output);
  const current = new CurrentPlan(server, output);
  const preview = new PreviewMarks(server, output);
  const panels = { context, server, output, current };
  const readyView = window.createTreeView('planTruth.ready', { treeDataProvider: ready, canSelectMany: true });
  const opener = new Opener(server, output);
  context.subscriptions.push(
    output,
    server,
    tree,
    view,
    ready,
    readyView,
    opener,
    new TreeLook(view, tree, server, output),
    decorateProblems(),
    countProblems(view),
    ready.onDidLoad((count) => {
      readyView.description = count;
    }),
    followCursor(view, tree, opener, output),
    followCheckBoxes(view, tree, gestures),
    showProgress(server, output),
    markTickets(context, server, output),
    current,
    registerBoard(panels),
    registerGraph(panels),
    registerProgress(panels),
    preview,
    ...registerCommands(server, gestures, output),
    ...registerWalkthrough(context),
    workspace.onDidGrantWorkspaceTrust(() => server.restart()),
    server.onDidChangeState((state) => {
      void commands.executeCommand('setContext', 'planTruth.serverFailed', state === 'failed');
    }),
  );
  void server.start();
  return { server, api: { extendMarkdownIt: (md) => extendMarkdownIt(md, preview) } };
}

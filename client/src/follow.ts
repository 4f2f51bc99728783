import {
  CancellationTokenSource,
  Disposable,
  type LogOutputChannel,
  type TextEditor,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import type { Opener } from './open';
import type { PlanItem, PlanTree } from './tree';

/** Long enough that typing and moving do not make the tree jump along. */
const delay = 200;

/** Selects the item at the cursor in the view, where it is in sight and the setting says so; the focus stays. */
export function followCursor(
  view: TreeView<PlanItem>,
  tree: PlanTree,
  opener: Opener,
  output: LogOutputChannel,
): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: CancellationTokenSource | undefined;

  function later(): void {
    clearTimeout(timer);
    asked?.cancel();
    const editor = window.activeTextEditor;
    if (!editor || !isWanted(editor)) return;
    timer = setTimeout(() => {
      void follow(editor).catch((error: unknown) => output.debug(String(error)));
    }, delay);
  }

  function isWanted(editor: TextEditor): boolean {
    return (
      view.visible &&
      editor === window.activeTextEditor &&
      editor.document.languageId === 'markdown' &&
      workspace.getConfiguration('planTruth').get('tree.followCursor', true)
    );
  }

  async function follow(editor: TextEditor): Promise<void> {
    const { line, character } = editor.selection.active;
    const uri = editor.document.uri.toString();
    // A click on a phase shall not move the selection on to what else stands on its line.
    if (opener.last?.uri === uri && opener.last.line === line) return;
    opener.last = null;
    asked = new CancellationTokenSource();
    const { token } = asked;
    const item = await tree.itemAt({ uri, position: { line, character } }, token);
    // Between the tickets there is only the plan: no reason to jump to its top.
    if (item?.node.type === 'plan' && view.selection[0]?.node.uri === uri) return;
    // Several that are selected stay so.
    if (item && view.selection.includes(item)) return;
    if (item && !token.isCancellationRequested && isWanted(editor))
      await view.reveal(item, { select: true, focus: false });
  }

  return Disposable.from(
    window.onDidChangeTextEditorSelection((event) => {
      if (event.textEditor === window.activeTextEditor) later();
    }),
    window.onDidChangeActiveTextEditor(later),
    view.onDidChangeVisibility(later),
    new Disposable(() => {
      clearTimeout(timer);
      asked?.cancel();
    }),
  );
}

import { commands, Uri, ViewColumn, window, workspace } from 'vscode';

/**
 * What a panel changed in texts, to be taken back from the panel. The editor's own undo does it, so that there is one history;
 * it is asked only while the last change of the text is ours.
 */
export class PanelUndo {
  /** The version of each text that our last changes left. */
  private readonly made: { readonly uri: string; version: number }[] = [];

  /** A text was just changed from the panel. */
  note(uri: string): void {
    const version = versionOf(uri);
    if (version !== undefined) this.made.push({ uri, version });
  }

  /** @returns Whether there was something of ours to take back. */
  async undo(): Promise<boolean> {
    const last = this.made.at(-1);
    if (!last || versionOf(last.uri) !== last.version) return false;
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === last.uri);
    // The command works on the editor that has the focus.
    await window.showTextDocument(Uri.parse(last.uri), { viewColumn: shown?.viewColumn ?? ViewColumn.Active });
    await commands.executeCommand('undo');
    this.made.pop();
    const before = this.made.at(-1);
    const version = versionOf(last.uri);
    if (before?.uri === last.uri && before.version + 1 === last.version && version !== undefined)
      before.version = version;
    return true;
  }
}

const versionOf = (uri: string): number | undefined =>
  workspace.textDocuments.find((document) => document.uri.toString() === uri)?.version;

import {
  DiagnosticSeverity,
  Disposable,
  FileDecoration,
  l10n,
  languages,
  ThemeColor,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { TreeNode } from '../../server/src/protocol';

const scheme = 'plan-truth-item';
/** A decoration holds two characters. */
const most = 9;

/** What a decoration is looked up by: the item, how many problems it has, and how bad they are. */
export function problemsUri({ id, problems }: TreeNode): Uri | undefined {
  if (!problems) return undefined;
  return Uri.from({ scheme, path: `/${encodeURIComponent(id)}`, query: `${problems.severity}=${problems.count}` });
}

/** Marks the items of the tree that have problems, as the Explorer marks files: by a number, and by a colour on top of it. */
export function decorateProblems(): Disposable {
  return window.registerFileDecorationProvider({
    provideFileDecoration(uri) {
      if (uri.scheme !== scheme) return undefined;
      const [severity, text] = uri.query.split('=');
      const count = Number(text);
      return new FileDecoration(
        count > most ? `${most}+` : String(count),
        problemWords(count),
        severity === 'error'
          ? new ThemeColor('list.errorForeground')
          : severity === 'warning'
            ? new ThemeColor('list.warningForeground')
            : undefined,
      );
    },
  });
}

/** The number of problems in all plans, on the view. */
export function countProblems(view: TreeView<unknown>): Disposable {
  const counts = new Map<string, number>();

  function update(uris: readonly Uri[]): void {
    for (const uri of uris) {
      const count = problemsOf(uri);
      if (count > 0) counts.set(uri.toString(), count);
      else counts.delete(uri.toString());
    }
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    view.badge = all > 0 ? { value: all, tooltip: problemWords(all) } : undefined;
  }

  update(languages.getDiagnostics().map(([uri]) => uri));
  return Disposable.from(languages.onDidChangeDiagnostics(({ uris }) => update(uris)));
}

/** As many as the Problems panel shows of ours. */
export const problemsOf = (uri: Uri): number =>
  languages
    .getDiagnostics(uri)
    .filter(({ source, severity }) => source === 'plan-truth' && severity !== DiagnosticSeverity.Hint).length;

export const problemWords = (count: number): string =>
  count === 1 ? l10n.t('{0} problem', count) : l10n.t('{0} problems', count);

import { commands, type Disposable, type ExtensionContext, env, languages, Uri, window, workspace } from 'vscode';

/** What the walkthrough offers and waits for. Its other steps are done by what VS Code itself sees: commands and views. */
export function registerWalkthrough({ extension, extensionUri }: ExtensionContext): Disposable[] {
  const walkthrough = `${extension.id}#start`;
  return [
    commands.registerCommand('planTruth.getStarted', () =>
      commands.executeCommand('workbench.action.openWalkthrough', walkthrough),
    ),
    commands.registerCommand('planTruth.openSample', () => openSample(extensionUri)),
    watchForFix(),
  ];
}

/** A plan to try things on, in the user's language. It is no file until the user makes it one. */
async function openSample(extensionUri: Uri): Promise<void> {
  const name = env.language.startsWith('ja') ? 'plan.ja.md' : 'plan.md';
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'media/samples', name));
  const document = await workspace.openTextDocument({
    language: 'markdown',
    content: new TextDecoder().decode(bytes),
  });
  await window.showTextDocument(document);
}

/** Tells once when a finding went away because the text was changed. */
function watchForFix(): Disposable {
  /** How many findings a document has, and in which version it first had so many: the same news comes again after an edit. */
  const known = new Map<string, { version: number; findings: number }>();
  const watch: Disposable = languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) {
      const key = uri.toString();
      const document = workspace.textDocuments.find((one) => one.uri.toString() === key);
      if (!document) {
        known.delete(key);
        continue;
      }
      const { version } = document;
      const findings = languages.getDiagnostics(uri).filter(({ source }) => source === 'plan-truth').length;
      const before = known.get(key);
      if (findings === before?.findings) continue;
      known.set(key, { version, findings });
      if (!before || version === before.version || findings > before.findings) continue;
      void commands.executeCommand('setContext', 'planTruth.findingFixed', true);
      watch.dispose();
      return;
    }
  });
  return watch;
}

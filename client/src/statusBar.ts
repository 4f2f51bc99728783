import {
  CancellationTokenSource,
  Disposable,
  type LogOutputChannel,
  l10n,
  languages,
  StatusBarAlignment,
  type Uri,
  window,
} from 'vscode';
import { type ProgressParams, type ProgressResult, progressRequest } from '../../server/src/protocol';
import type { PlanServer } from './client';
import { problemsOf, problemWords } from './problems';

/** Beside what the editor itself tells on the left, errors and warnings first. */
const priority = 10;

/** The progress of the active editor's plan and what was found in it, in the status bar; nothing where there is no plan. */
export function showProgress(server: PlanServer, output: LogOutputChannel): Disposable {
  const item = window.createStatusBarItem('planTruth.progress', StatusBarAlignment.Left, priority);
  item.name = l10n.t('Plan Progress');
  item.command = { command: 'planTruth.plans.focus', title: l10n.t('Show Plans') };
  let asked: CancellationTokenSource | undefined;
  let shown: { uri: string; progress: NonNullable<ProgressResult> } | undefined;

  function update(): void {
    void ask().catch((error: unknown) => output.debug(String(error)));
  }

  async function ask(): Promise<void> {
    asked?.cancel();
    const document = window.activeTextEditor?.document;
    const uri = document?.languageId === 'markdown' ? document.uri : undefined;
    // What was told of this plan stays until there is news of it, so that nothing flickers.
    if (shown?.uri !== uri?.toString()) hide();
    if (!uri || server.state !== 'running') {
      hide();
      return;
    }
    asked = new CancellationTokenSource();
    const { token } = asked;
    const params: ProgressParams = { uri: uri.toString() };
    const progress = await server.request<ProgressResult>(progressRequest, params, token);
    if (token.isCancellationRequested) return;
    shown = progress ? { uri: uri.toString(), progress } : undefined;
    show(uri);
  }

  function show(uri: Uri): void {
    const { text, words } = shown ? tell(shown.progress, problemsOf(uri)) : { text: '', words: '' };
    if (text === '') {
      hide();
      return;
    }
    item.text = `$(checklist) ${text}`;
    item.tooltip = words;
    item.accessibilityInformation = { label: words };
    item.show();
  }

  function hide(): void {
    shown = undefined;
    item.hide();
  }

  update();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(update),
    server.onDidChangeTree(({ progress }) => {
      if (progress.length > 0) update();
    }),
    server.onDidChangeState(update),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const uri = window.activeTextEditor?.document.uri;
      if (uri && shown?.uri === uri.toString() && uris.some((one) => one.toString() === shown?.uri)) show(uri);
    }),
    new Disposable(() => asked?.cancel()),
  );
}

/** Empty where there is nothing to tell. */
function tell(
  { label, done, total, ready, waiting }: NonNullable<ProgressResult>,
  problems: number,
): { text: string; words: string } {
  const found = problemWords(problems);
  const parts = [
    total > 0 && l10n.t('{0} of {1} done', done, total),
    ready > 0 && l10n.t('{0} ready to start', ready),
    waiting > 0 && l10n.t('{0} waiting', waiting),
    problems > 0 && found,
  ].filter(Boolean);
  return {
    text: [total > 0 && `${done}/${total}`, problems > 0 && found].filter(Boolean).join(' · '),
    words: `${label}: ${parts.join(', ')}`,
  };
}

import { commands, Disposable, l10n } from 'vscode';
import { type Report, reportRequest } from '../../../server/src/protocol';
import { Panels } from './panels';
import type { PanelServices } from './planPanel';

/** The progress view: how far a plan is, and how it came there. */
export function registerProgress(services: PanelServices): Disposable {
  const panels = new Panels<Report>({ name: 'progress', title: l10n.t('Progress'), request: reportRequest }, services);
  return Disposable.from(
    panels,
    commands.registerCommand('planTruth.showProgress', (what?: unknown) => panels.show(what)),
  );
}

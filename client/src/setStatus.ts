import { l10n, type QuickPickItem, window } from 'vscode';
import type { StatusChoice, TreeNode } from '../../server/src/protocol';
import { askChoices } from './applyStatus';
import type { PlanServer } from './client';
import type { Gestures } from './gestures';
import { kindWord } from './panels/kindWord';
import { plainLabel } from './selected';

interface Choosable extends QuickPickItem {
  readonly word: string;
}

/** Has the user pick a status for tickets, and sets it. */
export async function chooseStatus(server: PlanServer, gestures: Gestures, nodes: TreeNode[]): Promise<void> {
  const ids = nodes.map(({ id }) => id);
  const one = nodes.length === 1 ? nodes[0] : undefined;
  const choosable: Promise<Choosable[]> = askChoices(server, ids).then((choices) =>
    choices.sort((a, b) => Number(b.next) - Number(a.next)).map(toItem),
  );
  const picked = await window.showQuickPick(choosable, {
    title: one ? l10n.t('Set the status of {0}', one.label) : l10n.t('Set the status of {0} tickets', nodes.length),
    placeHolder: one?.description
      ? l10n.t('It is {0}', one.description)
      : l10n.t('The statuses that all of them can have'),
  });
  if (picked) await gestures.setStatus(nodes, (choices) => choices.find(({ word }) => word === picked.word));
}

function toItem({ word, kind, next, summary }: StatusChoice): Choosable {
  return {
    word,
    label: plainLabel(word),
    description: [kind && kindWord(l10n, kind), next && l10n.t('next'), summary && l10n.t('updates the summary')]
      .filter(Boolean)
      .join(' · '),
    picked: next,
  };
}

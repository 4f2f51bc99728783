import { commands, type Disposable, type LogOutputChannel, l10n, type QuickPickItem, window } from 'vscode';
import type { StatusChoice } from '../../server/src/protocol';
import { applyStatus, askChoices } from './applyStatus';
import type { PlanServer } from './client';
import { kindWord } from './kindWord';
import { chosen, type Item, type Tickets } from './selected';

interface Choosable extends QuickPickItem {
  readonly word: string;
}

/** The commands that set the status of tickets of a view. */
export function registerStatusCommands(server: PlanServer, output: LogOutputChannel): Disposable[] {
  const logged = (work: Promise<unknown>) => work.catch((error: unknown) => output.error(String(error)));
  return [
    commands.registerCommand('planTruth.setStatus', (...[item, selected]: Tickets) =>
      logged(choose(server, chosen(item, selected))),
    ),
    commands.registerCommand('planTruth.nextStatus', (...[item]: Tickets) =>
      item ? logged(applyStatus(server, [item.node.id], (choices) => choices.find(({ next }) => next))) : undefined,
    ),
  ];
}

async function choose(server: PlanServer, items: Item[]): Promise<void> {
  if (items.length === 0) return;
  const ids = items.map(({ node }) => node.id);
  const one = items.length === 1 ? items[0]!.node : undefined;
  const choosable: Promise<Choosable[]> = askChoices(server, ids).then((choices) =>
    choices.sort((a, b) => Number(b.next) - Number(a.next)).map(toItem),
  );
  const picked = await window.showQuickPick(choosable, {
    title: one ? l10n.t('Set the status of {0}', one.label) : l10n.t('Set the status of {0} tickets', items.length),
    placeHolder: one?.description
      ? l10n.t('It is {0}', one.description)
      : l10n.t('The statuses that all of them can have'),
  });
  if (!picked) return;
  await applyStatus(server, ids, (choices) => choices.find(({ word }) => word === picked.word));
}

function toItem({ word, kind, next, summary }: StatusChoice): Choosable {
  return {
    word,
    label: plain(word),
    description: [kind && kindWord(kind), next && l10n.t('next'), summary && l10n.t('updates the summary')]
      .filter(Boolean)
      .join(' · '),
    picked: next,
  };
}

/** A word of the plan as it is written: `$(name)` would become an icon. */
const plain = (text: string): string => text.replaceAll('$(', '\\$(');

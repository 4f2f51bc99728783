import { commands, type LogOutputChannel, l10n, type QuickPickItem, type TreeView, window } from 'vscode';
import {
  type AddTicketParams,
  type AddTicketResult,
  addDependencyRequest,
  addTicketRequest,
  type DependencyParams,
  type EditResult,
  type MoveTicketsParams,
  moveTicketsRequest,
  type Pick,
  type PicksParams,
  type PicksResult,
  picksRequest,
  removeDependencyRequest,
  type StatusChoice,
  type TreeNode,
  type WireStatusKind,
} from '../../server/src/protocol';
import { announce } from './announce';
import { applyStatus, askChoices } from './applyStatus';
import type { PlanServer } from './client';
import { inView, requestEdit } from './edits';
import { OwnChanges } from './ownChanges';
import { type Handed, type Item, isGiven, nodesOf, plainLabel, type Tickets } from './selected';
import type { PlanItem, PlanTree } from './tree';

type Made<R> = Extract<R, { edit: unknown }>;
interface Choosable extends QuickPickItem {
  readonly pick: Pick;
}

/** What can be done to tickets from the sidebar. Each is one edit; what became of it is said, and the tree shows where it is. */
export class Gestures {
  private readonly changes = new OwnChanges();

  constructor(
    private readonly server: PlanServer,
    private readonly tree: PlanTree,
    private readonly view: TreeView<PlanItem>,
    private readonly output: LogOutputChannel,
  ) {}

  /** A gesture as a command: what goes wrong is told, once, and logged. */
  command<A extends unknown[]>(gesture: (...args: A) => Promise<void>): (...args: A) => Promise<void> {
    return async (...args) => {
      try {
        await gesture.apply(this, args);
      } catch (error) {
        this.output.error(String(error));
        announce(
          this.server.state === 'running'
            ? l10n.t('Nothing was changed: see the output of Plan Truth.')
            : l10n.t('Nothing was changed: the Plan Truth server is not running.'),
        );
      }
    };
  }

  /** A gesture as the command of an item; where a key of the user's asks for it, of what is selected. */
  ofItems(gesture: (...tickets: Tickets) => Promise<void>): (...handed: Handed) => Promise<void> {
    return this.command(async (...handed: Handed) => {
      const { selection } = this.view;
      const tickets: Handed = handed.length > 0 ? handed : [selection[0], [...selection]];
      if (isGiven(tickets)) await gesture.apply(this, tickets);
      else if (handed.length > 0) announce(l10n.t('Nothing was changed: the plan has become another meanwhile.'));
    });
  }

  async setStatus(
    nodes: readonly TreeNode[],
    pick: (choices: StatusChoice[]) => StatusChoice | undefined,
  ): Promise<boolean> {
    const ids = nodes.map(({ id }) => id);
    const done = await applyStatus(this.server, ids, this.changes, pick);
    if (!done) return false;
    announce(
      nodes.length === 1
        ? l10n.t('{0} is now {1}.', nodes[0]!.label, done.word)
        : l10n.t('{0} tickets are now {1}.', nodes.length, done.word),
    );
    // By status it has moved; elsewhere it stands where it stood, and whatever is selected stays so.
    if (this.tree.how.groupBy === 'status') await this.show(nodes[0]!.id, false);
    return true;
  }

  /** Sets a status by what it means; where the plan has several words for that, the user picks one. */
  async setKind(nodes: readonly TreeNode[], kind: WireStatusKind): Promise<void> {
    const choices = await askChoices(
      this.server,
      nodes.map(({ id }) => id),
    );
    const fitting = choices.filter((choice) => choice.kind === kind);
    const [first] = fitting;
    if (!first) {
      announce(l10n.t('The plan has no such status for this.'));
      return;
    }
    const word =
      fitting.length === 1
        ? first.word
        : (
            await window.showQuickPick(
              fitting.map((choice) => ({ label: plainLabel(choice.word), word: choice.word })),
              { title: l10n.t('Which status?') },
            )
          )?.word;
    if (word !== undefined) await this.setStatus(nodes, (found) => found.find((choice) => choice.word === word));
  }

  /** Takes back what was last done from here, and nothing that was done elsewhere; where there is nothing, as anywhere. */
  async undo(): Promise<void> {
    const outcome = await this.changes.undo();
    if (outcome === 'done') announce(l10n.t('The last change was taken back.'));
    else if (outcome === 'changed') announce(l10n.t('Nothing was taken back: the text has changed since.'));
    else await commands.executeCommand('undo');
  }

  async addTicket(...[item]: Tickets): Promise<void> {
    const { node } = item;
    const focus = isOfTree(item);
    const title = await window.showInputBox({
      title:
        node.type === 'ticket'
          ? l10n.t('Add a ticket below {0}', node.label)
          : l10n.t('Add a ticket to {0}', node.label),
      prompt: l10n.t('What it is called; it gets the next free id'),
      validateInput: (text) => (text.trim() === '' ? l10n.t('A ticket has a title.') : undefined),
    });
    if (title === undefined) return;
    const params: AddTicketParams = { at: node.id, title };
    const made = await requestEdit<Made<AddTicketResult>>(this.server, this.changes, addTicketRequest, params);
    if (!made) return;
    announce(l10n.t('{0} was added.', [made.id, made.title].filter(Boolean).join(' ')));
    await this.reveal(await this.tree.itemAt({ uri: made.uri, position: made.range.start }), focus);
  }

  async addDependency(...[item]: Tickets): Promise<void> {
    const { id, label } = item.node;
    const on = await this.pick('addDependency', [id], {
      title: l10n.t('What does {0} depend on?', label),
      none: l10n.t('There is nothing that {0} could depend on.', label),
    });
    if (!on) return;
    const params: DependencyParams = { id, on: on.id };
    if (await requestEdit<Made<EditResult>>(this.server, this.changes, addDependencyRequest, params))
      announce(l10n.t('{0} depends on {1} now.', label, on.label));
  }

  async removeDependency(...[item]: Tickets): Promise<void> {
    const { id, label } = item.node;
    const on = await this.pick('removeDependency', [id], {
      title: l10n.t('What does {0} no longer depend on?', label),
      none: l10n.t('{0} depends on nothing that is known.', label),
    });
    if (!on) return;
    const params: DependencyParams = { id, on: on.id };
    if (await requestEdit<Made<EditResult>>(this.server, this.changes, removeDependencyRequest, params))
      announce(l10n.t('{0} no longer depends on {1}.', label, on.label));
  }

  /** By the keyboard what dragging does. */
  async moveTickets(...tickets: Tickets): Promise<void> {
    const nodes = nodesOf(tickets);
    const ids = nodes.map(({ id }) => id);
    const to = await this.pick('moveTickets', ids, {
      title:
        nodes.length === 1
          ? l10n.t('Where does {0} belong?', nodes[0]!.label)
          : l10n.t('Where do {0} tickets belong?', nodes.length),
      none: l10n.t('There is no other phase to move this to.'),
    });
    if (to) await this.move(nodes, to, null, isOfTree(tickets[0]));
  }

  /**
   * @param before A ticket of the group that they go before; null: to its end.
   * @param focus The tree has it, and keeps it.
   */
  async move(
    nodes: readonly TreeNode[],
    to: { id: string; label: string },
    before: string | null,
    focus: boolean,
  ): Promise<void> {
    const params: MoveTicketsParams = { ids: nodes.map(({ id }) => id), to: to.id, before };
    if (!(await requestEdit<Made<EditResult>>(this.server, this.changes, moveTicketsRequest, params))) return;
    announce(
      nodes.length === 1
        ? l10n.t('{0} is in {1} now.', nodes[0]!.label, to.label)
        : l10n.t('{0} tickets are in {1} now.', nodes.length, to.label),
    );
    await this.show(nodes[0]!.id, focus);
  }

  private async pick(
    of: PicksParams['of'],
    ids: string[],
    { title, none }: { title: string; none: string },
  ): Promise<Pick | undefined> {
    const params: PicksParams = { of, ids };
    const picks = await inView(() => this.server.request<PicksResult>(picksRequest, params));
    if (picks.length === 0) {
      announce(none);
      return undefined;
    }
    const items = picks.map((pick): Choosable => {
      return { pick, label: plainLabel(pick.label), description: plainLabel(pick.description) };
    });
    return (await window.showQuickPick(items, { title, matchOnDescription: true }))?.pick;
  }

  /** Selects a ticket where it is now, unless the view has it selected already. */
  private async show(id: string, focus: boolean): Promise<void> {
    if (this.view.visible) await this.reveal(await this.tree.itemOf(id), focus);
  }

  private async reveal(item: PlanItem | undefined, focus: boolean): Promise<void> {
    if (!item || !this.view.visible || this.view.selection.includes(item)) return;
    await this.view.reveal(item, { select: true, focus });
  }
}

/** What is done to an item of the other view leaves the focus there. */
const isOfTree = (item: Item): boolean => 'children' in item;

import type { StatusKind } from '../../core/model/plan';
import { type Labels, labelsOf, shortened, titled } from '../labels';
import type { GroupListing, PlanListing, StatusListing, TicketListing } from '../listing';
import type { Say } from '../say';
import { visible } from '../terminal/display';
import type { Style } from '../terminal/style';

/** A sign for each kind of status, so that colour is never all there is. */
const marks: Readonly<Record<StatusKind | 'none', string>> = {
  todo: '[ ]',
  active: '[~]',
  review: '[?]',
  done: '[x]',
  blocked: '[!]',
  dropped: '[-]',
  none: ' · ',
};

const maxUnread = 100;
const maxWaits = 5;
const unreadWidth = 80;

/** Plans for people: an outline with line numbers, and what was not understood at its end. */
export function listText(plans: readonly PlanListing[], files: number, style: Style, say: Say): string {
  if (plans.length === 0)
    return `${files === 0 ? say('No plan files found.') : say('No plan in {0} {0|file|files}.', files)}\n`;
  const labels = labelsOf(plans);
  return `${plans.map((plan) => new Outline(plan, labels, style, say).text()).join('\n\n')}\n`;
}

/** One plan's lines in the making. */
class Outline {
  readonly #lines: string[] = [];

  constructor(
    readonly plan: PlanListing,
    readonly labels: Labels,
    readonly style: Style,
    readonly say: Say,
  ) {}

  text(): string {
    this.#lines.push(this.#head());
    this.#nodes(this.plan.groups, this.plan.tickets, 0);
    this.#unread();
    return this.#lines.join('\n');
  }

  #head(): string {
    const { path, title, done, total, groups, tickets } = this.plan;
    // Leaf tickets, as in `done` and `total`.
    const ready = [...allTickets(groups, tickets)].filter((one) => one.ready && one.children.length === 0).length;
    const progress = total > 0 ? this.say('{0} of {1} done', done, total) : '';
    const counts = [progress, ready > 0 ? this.style.good(this.say('{0} ready', ready)) : ''].filter(
      (part) => part !== '',
    );
    return joined([this.style.bold(visible(path)), visible(title ?? ''), counts.join(', ')]);
  }

  /** In the plan's own order: what stands first in the text comes first. */
  #nodes(groups: readonly GroupListing[], tickets: readonly TicketListing[], depth: number): void {
    for (const node of [...groups, ...tickets].sort((a, b) => a.line - b.line)) {
      if ('kind' in node) {
        this.#add(node.line, depth, this.#group(node));
        this.#nodes(node.groups, node.tickets, depth + 1);
      } else {
        this.#add(node.line, depth, this.#ticket(node));
        this.#nodes([], node.children, depth + 1);
      }
    }
  }

  #add(line: number, depth: number, text: string): void {
    this.#lines.push(`${this.style.dim(String(line).padStart(5))}  ${'  '.repeat(depth)}${text}`);
  }

  #group(group: GroupListing): string {
    const { status, done, total } = group;
    const title = this.style.bold(visible(group.title));
    // A group told by a check item shows its box, as a ticket does; else its own word is enough.
    const marked = isBox(status) ? `${marks[status.kind ?? 'none']} ${title}` : title;
    return joined([marked, statusText(status), total > 0 ? `${done}/${total}` : '', this.#waits(group)]);
  }

  #ticket(ticket: TicketListing): string {
    return joined([
      `${marks[ticket.status.kind ?? 'none']} ${visible(titled(ticket.id, ticket.title) || ticket.key)}`,
      statusText(ticket.status),
      ticket.ready ? this.style.good(this.say('ready')) : '',
      this.#waits(ticket),
    ]);
  }

  #waits({ waitsOn }: TicketListing | GroupListing): string {
    if (waitsOn.length === 0) return '';
    const labels = waitsOn.slice(0, maxWaits).map((name) => visible(this.labels(this.plan, name)));
    const names = labels.reduce((all, one) => this.say('{0}, {1}', all, one));
    const more = waitsOn.length - maxWaits;
    return this.style.dim(
      more > 0 ? this.say('waits on {0} and {1} more', names, more) : this.say('waits on {0}', names),
    );
  }

  #unread(): void {
    const { unread } = this.plan;
    if (unread.length === 0) return;
    this.#lines.push(`       ${this.style.severity.warning(this.say('not understood:'))}`);
    for (const { line, text, reason } of unread.slice(0, maxUnread))
      this.#add(line, 0, `${visible(shortened(text, unreadWidth))}  ${this.style.dim(visible(reason))}`);
    if (unread.length > maxUnread)
      this.#lines.push(`       ${this.say('and {0} more {0|line|lines}', unread.length - maxUnread)}`);
  }
}

/** The plan's own word; a box says nothing that the mark does not. */
const statusText = (status: StatusListing): string => (isBox(status) ? '' : visible(status.text));

const isBox = ({ text }: StatusListing): boolean => /^\[.?\]$/u.test(text);

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('  ');

function* allTickets(groups: readonly GroupListing[], tickets: readonly TicketListing[]): Iterable<TicketListing> {
  for (const group of groups) yield* allTickets(group.groups, group.tickets);
  for (const ticket of tickets) {
    yield ticket;
    yield* allTickets([], ticket.children);
  }
}

import type { Span } from '../text/span';
import { DraftTicket } from './draftTicket';
import { UniqueKeys } from './keys';
import { canonicalId } from './names';
import type { Dependency, Group, GroupKind, Mention, Status, StatusKind } from './plan';
import type { TicketReading } from './ticketReading';
import { normalize } from './vocabulary';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export type DraftGroup = Mutable<Omit<Group, 'groups' | 'tickets' | 'dependencies' | 'mentions' | 'parent'>> & {
  groups: DraftGroup[];
  tickets: DraftTicket[];
  dependencies: Dependency[];
  mentions: Mention[];
  parent: DraftGroup | null;
  /** Known from a heading, not only from a row, an item or a figure. */
  headed: boolean;
};

/** Where a new ticket goes. */
export interface Place {
  readonly group: DraftGroup | null;
  readonly parent: DraftTicket | null;
  /** In a log, which says what was so on its day: it tells of no ticket again. */
  readonly log?: boolean;
}

/** What stands around the line that tells of a ticket. */
export interface Surroundings {
  /** The status that the line says where its reading does not, offsets as the line's. */
  readonly own?: Status | null;
  /** Its status where the line says none. */
  readonly inherited?: Status | null;
  /** As `Ticket.table`. */
  readonly table?: number | null;
}

/**
 * The plan while it is read: groups by kind and key, tickets by id. A ticket or group that is told of again becomes one more
 * mention of the first. The one place that decides whether two are the same.
 */
export class Draft {
  readonly groups: DraftGroup[] = [];
  readonly tickets: DraftTicket[] = [];
  readonly allGroups: DraftGroup[] = [];
  /** What rows and items call the groups that have headings. */
  readonly otherNames: { readonly group: DraftGroup; readonly title: string; readonly span: Span }[] = [];
  readonly allTickets: DraftTicket[] = [];
  /** By canonical id; the first one where several have it. */
  readonly byId = new Map<string, DraftTicket>();
  readonly sameIds = new Map<string, DraftTicket[]>();
  /** Where the line of each ticket starts, by its index. */
  readonly places: number[] = [];
  #elsewhere: readonly DraftTicket[] | null = null;
  readonly #groupsByName = new Map<string, DraftGroup>();
  readonly #ticketKeys = new UniqueKeys();
  readonly #groupKeys = new Map<GroupKind, UniqueKeys>();
  /** Sections that turned out to hold nothing. */
  readonly pruned: DraftGroup[] = [];
  #tables = 0;

  nextTable(): number {
    return this.#tables++;
  }

  ticketById(id: string): DraftTicket | undefined {
    return this.byId.get(canonicalId(id));
  }

  group(kind: GroupKind, key: string): DraftGroup | undefined {
    return this.#groupsByName.get(`${kind}:${key}`);
  }

  /**
   * Adds a ticket, or a mention where its id is known from another place and the titles do not speak against it.
   * @param base Where the offsets of the reading count from, which start its line.
   */
  addTicket(
    reading: TicketReading,
    base: number,
    place: Place,
    { own = null, inherited = null, table = null }: Surroundings,
  ): DraftTicket {
    const { canonicalId } = reading;
    const known = canonicalId !== null && !place.log ? this.byId.get(canonicalId) : undefined;
    if (known && isSame(known, reading, table)) {
      known.mention(reading, base, own, inherited);
      return known;
    }
    const key = this.#ticketKeys.take(reading.name);
    const { group, parent } = place;
    const index = this.allTickets.length;
    this.places.push(base);
    const ticket = new DraftTicket(reading, this.places, own, inherited, key, index, table, group, parent);
    if (canonicalId !== null) this.#name(canonicalId, ticket, !known);
    if (parent) parent.add(ticket);
    else (group?.tickets ?? this.tickets).push(ticket);
    this.allTickets.push(ticket);
    return ticket;
  }

  #name(id: string, ticket: DraftTicket, first: boolean): void {
    const known = this.byId.get(id);
    if (known) {
      const same = this.sameIds.get(id);
      if (same) same.push(ticket);
      else this.sameIds.set(id, [known, ticket]);
    }
    if (first) this.byId.set(id, ticket);
  }

  /** Gives a ticket another id or name; false, and nothing is done, where that would make others of other tickets. */
  rename(ticket: DraftTicket, before: TicketReading, after: TicketReading): boolean {
    const [old, id] = [before.canonicalId, after.canonicalId];
    if (old !== id && ((old !== null && this.sameIds.has(old)) || (id !== null && this.byId.has(id)))) return false;
    if (before.name !== after.name && !this.#ticketKeys.replace(before.name, after.name)) return false;
    if (old === id) return true;
    if (old !== null) this.byId.delete(old);
    if (id !== null) this.byId.set(id, ticket);
    return true;
  }

  /** The tickets of which something is told in other places than their lines, once all is read. */
  get elsewhere(): readonly DraftTicket[] {
    this.#elsewhere ??= this.allTickets.filter((ticket) => ticket.isElsewhere);
    return this.#elsewhere;
  }

  /** The group of a kind and key, made where it is new, with one more mention. */
  addGroup(
    parts: {
      kind: GroupKind;
      key: string;
      title: string;
      partial?: boolean;
      statusName?: StatusKind | null;
      headed: boolean;
    } & Mention,
    parent: DraftGroup | null,
  ): DraftGroup {
    const { kind, key, title, headed, partial = false, statusName = null, ...mention } = parts;
    const known = this.#groupsByName.get(`${kind}:${key}`);
    if (known && !(headed && known.headed && speakAgainst(known.title, title) && known.tickets.length > 0)) {
      if (known.headed !== headed) this.#rename(known, known.headed ? { title, ...mention } : known);
      known.mentions.push(mention);
      known.partial ||= partial;
      if (headed && !known.headed) {
        Object.assign(known, { headed, title, span: mention.span, titleSpan: mention.titleSpan });
      }
      if (!known.status) known.status = mention.status;
      return known;
    }
    const keys = this.#groupKeys.get(kind) ?? new UniqueKeys();
    this.#groupKeys.set(kind, keys);
    const unique = keys.take(key);
    const group: DraftGroup = {
      type: 'group',
      kind,
      key: unique,
      title,
      titleSpan: mention.titleSpan,
      span: mention.span,
      status: mention.status,
      dependencies: [],
      groups: [],
      tickets: [],
      mentions: [mention],
      partial,
      statusName,
      parent,
      headed,
      body: null,
      estimated: false,
      index: 0,
    };
    this.#groupsByName.set(`${kind}:${unique}`, group);
    (parent?.groups ?? this.groups).push(group);
    this.allGroups.push(group);
    return group;
  }

  /** Another place calls a group otherwise than its heading. */
  #rename(group: DraftGroup, { title, titleSpan }: { title: string; titleSpan: Span }): void {
    this.otherNames.push({ group, title, span: titleSpan });
  }

  /** A dash in a box means dropped to some and begun to others: over a ticket that is neither, it is the second. */
  reviveParents(): void {
    for (const ticket of this.allTickets)
      if (ticket.status?.text === '[-]' && ticket.children.some(({ status }) => status && status.kind !== 'dropped'))
        ticket.status = { ...ticket.status, kind: 'active' };
  }

  /** Takes out sections that turned out to hold nothing. */
  prune(): void {
    const keeps = (group: DraftGroup): boolean => {
      group.groups = group.groups.filter(keeps);
      return group.kind !== 'section' || group.tickets.length > 0 || group.groups.length > 0 || group.status !== null;
    };
    const top = this.groups.filter(keeps);
    this.groups.splice(0, this.groups.length, ...top);
    const kept = new Set<DraftGroup>();
    const add = (group: DraftGroup): void => {
      kept.add(group);
      group.groups.forEach(add);
    };
    top.forEach(add);
    this.pruned.push(...this.allGroups.filter((group) => !kept.has(group)));
    const all = this.allGroups.filter((group) => kept.has(group)).sort((a, b) => a.span.start - b.span.start);
    for (const [i, group] of all.entries()) group.index = i;
    this.allGroups.splice(0, this.allGroups.length, ...all);
  }
}

/**
 * Whether parts with a known id tell of the known ticket again. In one table they do not, nor where the titles differ
 * altogether: then two tickets have one id. Boxes often carry the number of what they belong to, so two of them are one
 * ticket only when they say the same.
 */
function isSame(known: DraftTicket, parts: TicketReading, table: number | null): boolean {
  if (known.table !== null && known.table === table) return false;
  // Plain numbers start again in every phase.
  const loose = (known.shape === 'task' && parts.shape === 'task') || /^\d+$/.test(parts.id!);
  if (loose) return normalize(known.title) === normalize(parts.title);
  return !speakAgainst(known.title, parts.title);
}

/** Two titles that share no word of weight. */
function speakAgainst(a: string, b: string): boolean {
  const left = significant(a);
  const right = significant(b);
  if (left.size === 0 || right.size === 0) return false;
  if (normalize(a).includes(normalize(b)) || normalize(b).includes(normalize(a))) return false;
  for (const word of left) if (right.has(word)) return false;
  return true;
}

const significant = (title: string): Set<string> =>
  new Set(
    normalize(title)
      .split(/[^\p{L}\p{N}]+/u)
      .flatMap((word) =>
        /\p{Script=Han}|\p{Script=Katakana}|\p{Script=Hiragana}|\p{Script=Hangul}/u.test(word) ? bigrams(word) : [word],
      )
      .filter((word) => word.length > 1 && !/^(?:the|and|for|to|of|in|with|a|an|phase|sprint|tasks?)$/.test(word)),
  );

function bigrams(word: string): string[] {
  return word.length < 3 ? [word] : Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
}

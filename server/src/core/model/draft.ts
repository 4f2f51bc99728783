import type { Span } from '../text/span';
import { canonicalId } from './names';
import type {
  Dependency,
  Group,
  GroupKind,
  Mention,
  Status,
  StatusKind,
  Ticket,
  TicketMention,
  TicketShape,
} from './plan';
import { isOptional, normalize } from './vocabulary';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export type DraftTicket = Mutable<Omit<Ticket, 'children' | 'dependencies' | 'group' | 'parent' | 'mentions'>> & {
  children: DraftTicket[];
  dependencies: Dependency[];
  mentions: TicketMention[];
  group: DraftGroup | null;
  parent: DraftTicket | null;
};

export type DraftGroup = Mutable<Omit<Group, 'groups' | 'tickets' | 'dependencies' | 'mentions' | 'parent'>> & {
  groups: DraftGroup[];
  tickets: DraftTicket[];
  dependencies: Dependency[];
  mentions: Mention[];
  parent: DraftGroup | null;
  /** Known from a heading, not only from a row, an item or a figure. */
  headed: boolean;
};

/** Everything that a ticket is made from; what is left out is null or empty. */
export interface TicketParts {
  shape: TicketShape;
  id?: string | null;
  idSpan?: Span | null;
  title: string;
  titleSpan: Span;
  span: Span;
  /** Left out where it is no more than `span`. */
  body?: Span;
  status?: Status | null;
  statusSlot?: Span | null;
  dependencies?: Dependency[];
  table?: number | null;
  branch?: string | null;
  owner?: string | null;
  estimate?: string | null;
  priority?: string | null;
  optional?: boolean;
}

/** Where a new ticket goes. */
export interface Place {
  readonly group: DraftGroup | null;
  readonly parent: DraftTicket | null;
  /** In a log, which says what was so on its day: it tells of no ticket again. */
  readonly log?: boolean;
}

/**
 * The plan while it is read: groups by kind and key, tickets by id. A ticket or group that is told of again becomes one more
 * mention of the first. The one place that decides whether two are the same.
 */
export class Draft {
  readonly groups: DraftGroup[] = [];
  readonly tickets: DraftTicket[] = [];
  readonly allGroups: DraftGroup[] = [];
  readonly allTickets: DraftTicket[] = [];
  /** By canonical id; the first one where several have it. */
  readonly #byId = new Map<string, DraftTicket>();
  readonly #groupsByName = new Map<string, DraftGroup>();
  readonly #ticketKeys = new UniqueKeys();
  readonly #groupKeys = new Map<GroupKind, UniqueKeys>();
  #tables = 0;

  nextTable(): number {
    return this.#tables++;
  }

  ticketById(id: string): DraftTicket | undefined {
    return this.#byId.get(canonicalId(id));
  }

  group(kind: GroupKind, key: string): DraftGroup | undefined {
    return this.#groupsByName.get(`${kind}:${key}`);
  }

  /** Adds a ticket, or a mention where its id is known from another place and the titles do not speak against it. */
  addTicket(parts: TicketParts, place: Place): DraftTicket {
    const known = parts.id && !place.log ? this.ticketById(parts.id) : undefined;
    if (known && parts.id && isSame(known, parts)) return this.#mention(known, parts);
    const ticket: DraftTicket = {
      type: 'ticket',
      id: null,
      idSpan: null,
      status: null,
      statusSlot: null,
      dependencies: [],
      table: null,
      branch: null,
      owner: null,
      estimate: null,
      priority: null,
      ...parts,
      body: parts.body ?? parts.span,
      optional: parts.optional === true || isOptional(parts.title),
      key: this.#ticketKeys.take(parts.id ?? slug(parts.title)),
      children: [],
      mentions: [],
      group: place.group,
      parent: place.parent,
    };
    ticket.mentions.push(mentionOf(parts));
    if (ticket.id && !known) this.#byId.set(canonicalId(ticket.id), ticket);
    (place.parent?.children ?? place.group?.tickets ?? this.tickets).push(ticket);
    this.allTickets.push(ticket);
    return ticket;
  }

  #mention(ticket: DraftTicket, parts: TicketParts): DraftTicket {
    ticket.mentions.push(mentionOf(parts));
    ticket.status ??= parts.status ?? null;
    if (ticket.status?.inherited && parts.status && !parts.status.inherited) ticket.status = parts.status;
    ticket.statusSlot ??= parts.statusSlot ?? null;
    if (ticket.dependencies.length === 0) ticket.dependencies = parts.dependencies ?? [];
    for (const field of ['branch', 'owner', 'estimate', 'priority'] as const) ticket[field] ??= parts[field] ?? null;
    return ticket;
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
    };
    this.#groupsByName.set(`${kind}:${unique}`, group);
    (parent?.groups ?? this.groups).push(group);
    this.allGroups.push(group);
    return group;
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
    const all = this.allGroups.filter((group) => kept.has(group)).sort((a, b) => a.span.start - b.span.start);
    this.allGroups.splice(0, this.allGroups.length, ...all);
  }
}

/** Hands out keys that differ: the base itself, then with `~2`, `~3` … behind it. */
class UniqueKeys {
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();

  take(base: string): string {
    let count = this.#counts.get(base) ?? 0;
    let key = base;
    do {
      count++;
      key = count === 1 ? base : `${base}~${count}`;
    } while (this.#taken.has(key));
    this.#counts.set(base, count);
    this.#taken.add(key);
    return key;
  }
}

/** A title as a key: letters and digits, words parted by a dash. */
export const slug = (title: string): string =>
  normalize(title)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'ticket';

function mentionOf(parts: TicketParts): TicketMention {
  return {
    span: parts.span,
    titleSpan: parts.titleSpan,
    status: parts.status ?? null,
    statusSlot: parts.statusSlot ?? null,
    idSpan: parts.idSpan ?? null,
  };
}

/**
 * Whether parts with a known id tell of the known ticket again. In one table they do not, nor where the titles differ
 * altogether: then two tickets have one id. Boxes often carry the number of what they belong to, so two of them are one
 * ticket only when they say the same.
 */
function isSame(known: DraftTicket, parts: TicketParts): boolean {
  if (known.table !== null && known.table === (parts.table ?? null)) return false;
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

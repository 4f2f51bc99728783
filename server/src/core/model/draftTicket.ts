import { type Span, shift } from '../text/span';
import type { DraftGroup } from './draft';
import { canonicalId } from './names';
import type { Dependency, Status, Ticket, TicketMention, TicketShape } from './plan';
import { isOptional, normalize } from './vocabulary';

/** What one row, item or heading says of a ticket. Offsets count from the line that it was read in. */
export interface TicketParts {
  readonly shape: TicketShape;
  readonly id?: string | null;
  readonly idSpan?: Span | null;
  readonly title: string;
  readonly titleSpan: Span;
  readonly span: Span;
  readonly status?: Status | null;
  readonly statusSlot?: Span | null;
  readonly dependencies?: readonly Dependency[];
  readonly branch?: string | null;
  readonly owner?: string | null;
  readonly estimate?: string | null;
  readonly priority?: string | null;
  readonly optional?: boolean;
  /** A status beside its own. */
  readonly aside?: Status | null;
  /** What it says in words that it waits for; null where nothing. */
  readonly worded?: readonly Dependency[] | null;
}

/** The same with what follows from it alone: read once, it serves every version of the document that has the line. */
export interface TicketReading extends TicketParts {
  readonly optional: boolean;
  /** Null where it has no id. */
  readonly canonicalId: string | null;
  /** What its key is made from. */
  readonly name: string;
}

export const ticketReading = (parts: TicketParts): TicketReading => ({
  ...parts,
  optional: parts.optional === true || isOptional(parts.title),
  canonicalId: parts.id ? canonicalId(parts.id) : null,
  name: parts.id ?? slug(parts.title),
});

/** A title as a key: letters and digits, words parted by a dash. */
export const slug = (title: string): string =>
  normalize(title)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'ticket';

/** Where a ticket is told of. */
interface Telling {
  readonly reading: TicketReading;
  /** Where the line starts in the document. */
  readonly base: number;
  readonly status: Status | null;
}

type Extra = 'branch' | 'owner' | 'estimate' | 'priority';

const nothing: readonly never[] = [];

/**
 * A ticket while a plan is read, and then in the plan. What its line says is shared with other versions of the document: here are
 * only its place and what else is told of it. Spans are made when they are asked for.
 */
export class DraftTicket implements Ticket {
  readonly type = 'ticket';
  readonly #first: Telling;
  #more: TicketMention[] | null = null;
  #mentions: readonly TicketMention[] | null = null;
  #status: Status | null;
  #statusSlot: Span | null | undefined;
  #body: Span | null = null;
  #dependencies: readonly Dependency[] | null = null;
  #children: DraftTicket[] | null = null;
  #extra: Partial<Record<Extra, string>> | null = null;

  constructor(
    reading: TicketReading,
    base: number,
    inherited: Status | null,
    readonly key: string,
    readonly index: number,
    readonly table: number | null,
    readonly group: DraftGroup | null,
    readonly parent: DraftTicket | null,
  ) {
    const status = statusOf(reading, base) ?? inherited;
    this.#first = { reading, base, status };
    this.#status = status;
  }

  get shape(): TicketShape {
    return this.#first.reading.shape;
  }
  get id(): string | null {
    return this.#first.reading.id ?? null;
  }
  get canonicalId(): string | null {
    return this.#first.reading.canonicalId;
  }
  get title(): string {
    return this.#first.reading.title;
  }
  get optional(): boolean {
    return this.#first.reading.optional;
  }
  get start(): number {
    return this.#first.base + this.#first.reading.span.start;
  }
  get span(): Span {
    return shift(this.#first.reading.span, this.#first.base);
  }
  get body(): Span {
    return this.#body ?? this.span;
  }
  set body(body: Span) {
    this.#body = body;
  }
  get titleSpan(): Span {
    return shift(this.#first.reading.titleSpan, this.#first.base);
  }
  get idSpan(): Span | null {
    return placed(this.#first.reading.idSpan, this.#first.base);
  }
  get statusSlot(): Span | null {
    return this.#statusSlot ?? placed(this.#first.reading.statusSlot, this.#first.base);
  }
  get status(): Status | null {
    return this.#status;
  }
  set status(status: Status | null) {
    this.#status = status;
  }

  get branch(): string | null {
    return this.#told('branch');
  }
  get owner(): string | null {
    return this.#told('owner');
  }
  get estimate(): string | null {
    return this.#told('estimate');
  }
  get priority(): string | null {
    return this.#told('priority');
  }
  #told(field: Extra): string | null {
    return this.#first.reading[field] ?? this.#extra?.[field] ?? null;
  }

  /** Says one of these of a ticket of which it is not known yet. */
  tell(field: Extra, value: string | null): void {
    if (value === null || this.#told(field) !== null) return;
    this.#extra ??= {};
    this.#extra[field] = value;
  }

  get dependencies(): readonly Dependency[] {
    this.#dependencies ??= dependenciesOf(this.#first.reading, this.#first.base);
    return this.#dependencies;
  }
  dependsOn(dependencies: readonly Dependency[]): void {
    this.#dependencies = [...this.dependencies, ...dependencies];
  }

  get children(): readonly DraftTicket[] {
    return this.#children ?? nothing;
  }
  add(child: DraftTicket): void {
    if (this.#children) this.#children.push(child);
    else this.#children = [child];
  }

  get isToldAgain(): boolean {
    return this.#more !== null;
  }
  get mentions(): readonly TicketMention[] {
    this.#mentions ??= [mentionOf(this.#first), ...(this.#more ?? [])];
    return this.#mentions;
  }

  /** Another line tells of it: what the first ones leave open is taken from there. */
  mention(reading: TicketReading, base: number, inherited: Status | null): void {
    const status = statusOf(reading, base) ?? inherited;
    const mention = mentionOf({ reading, base, status });
    this.#more ??= [];
    this.#more.push(mention);
    this.#mentions = null;
    if (!this.#status || (this.#status.inherited && status && !status.inherited)) this.#status = status;
    if (this.statusSlot === null) this.#statusSlot = mention.statusSlot;
    if (this.dependencies.length === 0) this.#dependencies = dependenciesOf(reading, base);
    for (const field of ['branch', 'owner', 'estimate', 'priority'] as const) this.tell(field, reading[field] ?? null);
  }
}

const placed = (span: Span | null | undefined, base: number): Span | null => (span ? shift(span, base) : null);

const statusOf = ({ status }: TicketReading, base: number): Status | null =>
  status ? { text: status.text, kind: status.kind, span: shift(status.span, base), inherited: status.inherited } : null;

function dependenciesOf({ dependencies }: TicketReading, base: number): readonly Dependency[] {
  if (!dependencies || dependencies.length === 0) return nothing;
  return dependencies.map((dependency) => new PlacedDependency(dependency, base));
}

/** A dependency that was read in a line, where the line stands. */
class PlacedDependency implements Dependency {
  constructor(
    readonly read: Dependency,
    readonly base: number,
  ) {}

  get text(): string {
    return this.read.text;
  }
  get id(): string | null {
    return this.read.id;
  }
  get span(): Span {
    return shift(this.read.span, this.base);
  }
  get soft(): boolean {
    return this.read.soft;
  }
}

const mentionOf = ({ reading, base, status }: Telling): TicketMention => ({
  span: shift(reading.span, base),
  titleSpan: shift(reading.titleSpan, base),
  status,
  statusSlot: placed(reading.statusSlot, base),
  idSpan: placed(reading.idSpan, base),
});

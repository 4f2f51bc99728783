import { type Span, shift } from '../text/span';
import type { DraftGroup } from './draft';
import type { Moved } from './move';
import { LineSpan, PlacedDependency, told } from './placed';
import type { Dependency, Status, Ticket, TicketMention, TicketShape } from './plan';
import type { TicketReading } from './ticketReading';

type Extra = 'branch' | 'owner' | 'estimate' | 'priority';

const nothing: readonly never[] = [];

/**
 * A ticket while a plan is read, and then in the plan. What its line says is shared with other versions of the document: here are
 * only its place and what else is told of it. Spans are made when they are asked for.
 */
export class DraftTicket implements Ticket {
  readonly type = 'ticket';
  readonly shape: TicketShape;
  optional: boolean;
  #reading: TicketReading;
  /** Where the lines of all tickets start in the document, by their indexes: moved at once. */
  readonly #places: readonly number[];
  /** What the line says, offsets as its own. */
  #own: Status | null;
  #inherited: Status | null;
  /** Undefined until it is asked for. */
  #status: Status | null | undefined;
  /** Another status than the line's was said of it. */
  #isOverruled = false;
  #more: TicketMention[] | null = null;
  #mentions: { readonly base: number; readonly all: readonly TicketMention[] } | null = null;
  #statusSlot: Span | null = null;
  #body: Span | null = null;
  #dependencies: readonly PlacedDependency[] | null = null;
  #isTold = false;
  #children: DraftTicket[] | null = null;
  #extra: Partial<Record<Extra, string>> | null = null;

  /**
   * @param own The status that the line says where the reading does not, offsets as the line's.
   * @param inherited The status where the line says none.
   */
  constructor(
    reading: TicketReading,
    places: readonly number[],
    own: Status | null,
    inherited: Status | null,
    public key: string,
    readonly index: number,
    readonly table: number | null,
    readonly group: DraftGroup | null,
    readonly parent: DraftTicket | null,
  ) {
    this.shape = reading.shape;
    this.optional = reading.optional;
    this.#reading = reading;
    this.#places = places;
    this.#own = reading.status ?? own;
    this.#inherited = inherited;
    this.#status = undefined;
  }

  get #base(): number {
    return this.#places[this.index]!;
  }

  get id(): string | null {
    return this.#reading.id ?? null;
  }
  get canonicalId(): string | null {
    return this.#reading.canonicalId;
  }
  get title(): string {
    return this.#reading.title;
  }
  get start(): number {
    return this.#base + this.#reading.span.start;
  }
  get span(): Span {
    return shift(this.#reading.span, this.#base);
  }
  get body(): Span {
    return this.#body ?? this.span;
  }
  set body(body: Span) {
    this.#body = body;
  }
  get titleSpan(): Span {
    return shift(this.#reading.titleSpan, this.#base);
  }
  get idSpan(): Span | null {
    return placed(this.#reading.idSpan, this.#base);
  }
  get statusSlot(): Span | null {
    return this.#statusSlot ?? placed(this.#reading.statusSlot, this.#base);
  }
  get status(): Status | null {
    if (this.#status === undefined) this.#status = this.#said();
    return this.#status;
  }
  set status(status: Status | null) {
    this.#isOverruled = true;
    this.#status = status;
  }
  #said(): Status | null {
    if (!this.#own) return this.#inherited;
    const { text, kind, span, inherited } = this.#own;
    return { text, kind, span: new LineSpan(this, span), inherited };
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
    return this.#reading[field] ?? this.#extra?.[field] ?? null;
  }

  /** Says one of these of a ticket of which it is not known yet. */
  tell(field: Extra, value: string | null): void {
    if (value === null || this.#told(field) !== null) return;
    this.#extra ??= {};
    this.#extra[field] = value;
  }

  get dependencies(): readonly PlacedDependency[] {
    this.#dependencies ??= dependenciesOf(this.#reading, this);
    return this.#dependencies;
  }
  /** Another place says what it depends on. */
  dependsOn(dependencies: readonly Dependency[]): void {
    this.#isTold = true;
    this.#dependencies = [...this.dependencies, ...dependencies.map(told)];
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
    const base = this.#base;
    if (this.#mentions?.base !== base) {
      const own = mentionOf(this.#reading, base, this.#isOverruled ? this.#said() : this.status);
      this.#mentions = { base, all: [own, ...(this.#more ?? [])] };
    }
    return this.#mentions.all;
  }

  /** Another line tells of it: what the first ones leave open is taken from there. */
  mention(reading: TicketReading, base: number, own: Status | null, inherited: Status | null): void {
    const said = reading.status ?? own;
    const status = said ? statusAt(said, base) : inherited;
    const mention = mentionOf(reading, base, status);
    this.#more ??= [];
    this.#more.push(mention);
    this.#mentions = null;
    const before = this.status;
    if (!before || (before.inherited && status && !status.inherited)) this.status = status;
    if (this.statusSlot === null) this.#statusSlot = mention.statusSlot;
    if (this.dependencies.length === 0 && reading.dependencies)
      this.dependsOn(reading.dependencies.map((one) => ({ ...one, span: shift(one.span, base) })));
    for (const field of ['branch', 'owner', 'estimate', 'priority'] as const) this.tell(field, reading[field] ?? null);
  }

  get isInLine(): boolean {
    return this.#more === null && !this.#isOverruled && !this.#isTold && this.#statusSlot === null;
  }

  /** Its line alone says what there is to say of it, and it says so of itself. */
  get isPlain(): boolean {
    return this.#more === null && !this.#isOverruled && !this.#isTold && this.#extra === null;
  }

  isToldBy(reading: TicketReading): boolean {
    return this.#reading === reading;
  }

  /** Its line is another one now, as long as `isPlain`. */
  reread(reading: TicketReading, own: Status | null, key: string): void {
    this.#reading = reading;
    this.#own = reading.status ?? own;
    this.optional = reading.optional;
    this.key = key;
    this.#status = undefined;
    this.#mentions = null;
    this.#dependencies = null;
  }

  /** Something is told of it in other places than its line. */
  get isElsewhere(): boolean {
    return (
      this.#isOverruled ||
      this.#inherited !== null ||
      this.#body !== null ||
      this.#statusSlot !== null ||
      this.#more !== null ||
      this.#isTold
    );
  }

  /** What is told of it elsewhere is in other places now. */
  moveOthers(moved: Moved): void {
    this.#mentions = null;
    if (this.#inherited) {
      this.#inherited = moved(this.#inherited);
      if (!this.#isOverruled) this.#status = undefined;
    }
    for (const one of this.#dependencies ?? nothing)
      if (typeof one.place === 'number') one.place = moved({ start: one.place, end: one.place }).start;
    if (this.#body) this.#body = moved(this.#body);
    if (this.#isOverruled && this.#status) this.#status = moved(this.#status);
    if (this.#statusSlot) this.#statusSlot = moved(this.#statusSlot);
    if (this.#more) this.#more = moved(this.#more);
  }
}

const placed = (span: Span | null | undefined, base: number): Span | null => (span ? shift(span, base) : null);

const statusAt = ({ text, kind, span, inherited }: Status, base: number): Status => ({
  text,
  kind,
  span: shift(span, base),
  inherited,
});

const mentionOf = (reading: TicketReading, base: number, status: Status | null): TicketMention => ({
  span: shift(reading.span, base),
  titleSpan: shift(reading.titleSpan, base),
  status,
  statusSlot: placed(reading.statusSlot, base),
  idSpan: placed(reading.idSpan, base),
});

function dependenciesOf({ dependencies }: TicketReading, ticket: DraftTicket): readonly PlacedDependency[] {
  if (!dependencies || dependencies.length === 0) return nothing;
  return dependencies.map((dependency) => new PlacedDependency(dependency, ticket));
}

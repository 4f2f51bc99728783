import { canonicalId } from '../model/names';
import type { Group, Plan, Ticket } from '../model/plan';
import type { Retold } from '../model/state';
import { normalize } from '../model/vocabulary';
import { memoized } from '../text/memo';
import { mostWords, nearest } from '../text/similar';
import { TitleIndex } from './titleIndex';

type Entity = Ticket | Group;

const normalName = memoized(normalize);

/** Names of one plan, for looking dependencies up. Each is gathered when it is first asked for. */
export class PlanIndex {
  #byBareId: Map<string, Ticket[]> | null = null;
  #groups: Map<string, Group> | null = null;
  /** How many tickets have an id of each form. */
  #idForms: Map<string, number> | null = null;
  /** Canonical ids, how many tickets have each, by what they are but for their digits. */
  #idsButDigits: Map<string, Map<string, number>> | null = null;
  #titles: TitleIndex | null = null;
  /** What asked for the title of a ticket. */
  #titleReaders = new Map<Ticket, Set<Entity>>();
  /** Names that fit nothing, the title nearest to each, and what asked for that. */
  #nearTitles = new Map<string, { readonly title: string | null; readonly askers: Set<Entity> }>();

  constructor(readonly plan: Plan) {}

  /** The tickets of a canonical id. */
  withId(id: string): readonly Ticket[] {
    const one = this.plan.byId.get(id);
    return this.plan.sameIds.get(id) ?? (one ? [one] : []);
  }

  /** Those of a canonical id without separators (`T001` for `T-001`). */
  withBareId(id: string): readonly Ticket[] {
    this.#byBareId ??= groupedBy(this.plan.allTickets, ({ id }) => (id === null ? null : bareId(id)));
    return this.#byBareId.get(id) ?? [];
  }

  /** By `kind:key`. */
  get groups(): ReadonlyMap<string, Group> {
    this.#groups ??= new Map(this.plan.allGroups.map((group) => [`${group.kind}:${group.key}`, group]));
    return this.#groups;
  }

  /** Whether a name has the form of an id in use, as `A-1` has that of `B-123`: it can be told from an id that is not there. */
  hasForm(name: string): boolean {
    if (!this.#idForms) {
      this.#idForms = new Map();
      for (const { id } of this.plan.allTickets) if (id !== null) this.#countForm(id, 1);
    }
    return (this.#idForms.get(idForm(name)) ?? 0) > 0;
  }

  #countForm(id: string, by: number): void {
    const form = idForm(id);
    this.#idForms!.set(form, (this.#idForms!.get(form) ?? 0) + by);
  }

  /**
   * The canonical ids that may be meant by one that is not there: those that differ in more than digits, as long as these are not too
   * many to be looked through, and those with one digit more or less. Another number is another ticket.
   */
  idsLike(id: string): readonly string[] {
    if (!this.#idsButDigits) {
      this.#idsButDigits = new Map();
      for (const { canonicalId } of this.plan.allTickets) if (canonicalId !== null) this.#countId(canonicalId, 1);
    }
    const own = butDigits(id);
    const unlike = [...this.#idsButDigits].flatMap(([form, ids]) => (form === own ? [] : [ids]));
    const count = unlike.reduce((sum, { size }) => sum + size, 0);
    const others = count > mostWords ? [] : unlike.flatMap((ids) => [...ids.keys()]);
    return [...others, ...oneDigitApart(id).filter((one) => this.plan.byId.has(one))];
  }

  #countId(id: string, by: number): void {
    const form = butDigits(id);
    const ids = this.#idsButDigits!.get(form) ?? new Map<string, number>();
    const count = (ids.get(id) ?? 0) + by;
    if (count > 0) this.#idsButDigits!.set(form, ids.set(id, count));
    else if (ids.delete(id) && ids.size === 0) this.#idsButDigits!.delete(form);
  }

  /** The index of the plan after some tickets got other ids or titles, made of this one, which is of no use from then on. */
  next(plan: Plan, retold: readonly Retold[], asking: Set<Entity>): PlanIndex {
    const next = new PlanIndex(plan);
    next.#groups = this.#groups;
    next.#idForms = this.#idForms;
    next.#byBareId = this.#byBareId;
    next.#idsButDigits = this.#idsButDigits;
    next.#titles = this.#titles;
    next.#titleReaders = this.#titleReaders;
    next.#nearTitles = this.#nearTitles;
    for (const { ticket, idBefore, titleBefore } of retold) {
      if (ticket.id !== idBefore) next.#renamed(ticket, idBefore);
      if (ticket.title !== titleBefore) for (const asker of next.#retitled(ticket, titleBefore)) asking.add(asker);
    }
    return next;
  }

  /** Gives what names something by words that may mean something else now. */
  *#retitled(ticket: Ticket, before: string): Generator<Entity> {
    yield* this.#titles?.retitled(ticket, before) ?? [];
    yield* this.#titleReaders.get(ticket) ?? [];
    this.#titleReaders.delete(ticket);
    // What is not near is nothing to the others.
    for (const [name, { askers }] of this.#nearTitles)
      if (nearest(name, [before], normalName) !== null || nearest(name, [ticket.title], normalName) !== null) {
        yield* askers;
        this.#nearTitles.delete(name);
      }
  }

  #renamed(ticket: Ticket, before: string | null): void {
    if (this.#idForms && before !== null) this.#countForm(before, -1);
    if (this.#idForms && ticket.id !== null) this.#countForm(ticket.id, 1);
    if (this.#idsButDigits && before !== null) this.#countId(canonicalId(before), -1);
    if (this.#idsButDigits && ticket.canonicalId !== null) this.#countId(ticket.canonicalId, 1);
    if (!this.#byBareId) return;
    if (before !== null) {
      const left = this.#byBareId.get(bareId(before))!.filter((one) => one !== ticket);
      if (left.length > 0) this.#byBareId.set(bareId(before), left);
      else this.#byBareId.delete(bareId(before));
    }
    // Among those of the same name, the order is that of the text.
    const id = ticket.id === null ? null : bareId(ticket.id);
    if (id === null) return;
    const same = [...(this.#byBareId.get(id) ?? []), ticket];
    this.#byBareId.set(
      id,
      same.sort((a, b) => a.index - b.index),
    );
  }

  /** The title of a ticket, for what wants to know whether it is named by it. */
  titleOf(ticket: Ticket, asker: Entity): string {
    const asking = this.#titleReaders.get(ticket);
    if (asking) asking.add(asker);
    else this.#titleReaders.set(ticket, new Set([asker]));
    return ticket.title;
  }

  /** The title that a name which fits none is meant to be; null where none is near. @param asker What names it. */
  nearestTitle(name: string, asker: Entity): string | null {
    let near = this.#nearTitles.get(name);
    if (!near) {
      near = { title: nearest(name, this.#names(), normalName), askers: new Set() };
      this.#nearTitles.set(name, near);
    }
    near.askers.add(asker);
    return near.title;
  }

  /** Every title, as written. */
  *#names(): Generator<string> {
    for (const { title } of this.plan.allTickets) yield title;
    for (const { kind, title } of this.plan.allGroups) if (kind !== 'section') yield title;
  }

  /** Those of tickets and of groups like phases. */
  get titles(): TitleIndex {
    this.#titles ??= new TitleIndex([
      ...this.plan.allTickets,
      ...this.plan.allGroups.filter(({ kind }) => kind !== 'section'),
    ]);
    return this.#titles;
  }
}

const indexes = new WeakMap<Plan, PlanIndex>();

/**
 * Gives a plan the index of the plan that it was made of.
 * @returns What depends on something by words that may mean something else now, as a ticket has another title.
 */
export function handDown(before: Plan, plan: Plan, retold: readonly Retold[]): ReadonlySet<Entity> {
  const asking = new Set<Entity>();
  const index = indexes.get(before);
  if (index) indexes.set(plan, index.next(plan, retold, asking));
  return asking;
}

/** The names of a plan: one index a plan. */
export function indexOf(plan: Plan): PlanIndex {
  let index = indexes.get(plan);
  if (!index) {
    index = new PlanIndex(plan);
    indexes.set(plan, index);
  }
  return index;
}

export function bareId(id: string): string {
  const canonical = canonicalId(id);
  return isAscii(canonical) ? canonical.replace(/[^A-Z0-9.]+/g, '') : canonical.replace(/[^\p{L}\p{N}.]/gu, '');
}

/** Letters become `A`, runs of digits `0`: what ids of one family have in common. */
function idForm(id: string): string {
  const canonical = canonicalId(id);
  const lettered = isAscii(canonical) ? canonical.replace(/[A-Z]+/g, 'A') : canonical.replace(/\p{L}+/gu, 'A');
  return lettered.replace(/\d+/g, '0');
}

/** An id with one of its digits left out, or with one more beside them. */
function oneDigitApart(id: string): string[] {
  const apart: string[] = [];
  for (const { 0: digits, index } of id.matchAll(/\d+/g))
    for (let at = 0; at <= digits.length; at++) {
      const [before, behind] = [id.slice(0, index + at), id.slice(index + at)];
      if (at < digits.length) apart.push(before + behind.slice(1));
      for (let digit = 0; digit < 10; digit++) apart.push(before + digit + behind);
    }
  return apart;
}

const butDigits = (id: string): string => id.replace(/\d+/g, '0');

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

function groupedBy<V>(values: readonly V[], keyOf: (value: V) => string | null): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key !== null) add(groups, key, value);
  }
  return groups;
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import { canonicalId } from '../model/names';
import type { Group, Plan, Ticket } from '../model/plan';
import type { Say } from '../text/say';
import { type Span, touches } from '../text/span';
import { fileName } from './describe';
import { plain } from './markdown';
import { nameOf, statusText } from './names';
import { isDistinct, nameWithin } from './naming';
import { startingUntil } from './near';
import type { Slot } from './slots';

type Entity = Ticket | Group;

/** Something that could be depended on. */
export interface DependencyChoice {
  readonly type: 'ticket' | 'group';
  /** What to write: the id, or the name of the phase. */
  readonly name: string;
  readonly detail: string;
  readonly status: string;
  readonly filter: string;
}

/**
 * What can still be put into a dependency slot: the plan's tickets by their ids, those near it first, its phases, then tickets of
 * other plans. Left out: itself and what holds it, what waits on it (that would close a cycle), what is there already.
 * @param word The part of the slot that is being typed, which does not count as there.
 */
export function dependencyChoices(
  snapshot: Snapshot,
  analysis: Analysis,
  { span, owner }: Slot & { type: 'dependency' },
  word: Span,
): DependencyChoice[] {
  const { plan, source } = analysis;
  const left = owner ? new Set([...around(owner), ...waitingOn(analysis, owner)]) : new Set<Entity>();
  if (owner)
    for (const dependency of analysis.dependencies(owner))
      if (!touches(dependency.span, word)) for (const { entity } of dependency.targets) left.add(entity);
  const others = `${source.text.slice(span.start, word.start)},${source.text.slice(word.end, span.end)}`;
  const written = new Set(others.split(/[,，、;；\s]+/).map(canonicalId));
  const seen = new Set(written);
  const tickets = [...byNearness(plan.allTickets, owner, span.start)].flatMap((ticket) => {
    const name = left.has(ticket) ? null : nameOfTicket(plan, ticket);
    const key = name === null ? '' : canonicalId(name);
    if (name === null || seen.has(key)) return [];
    seen.add(key);
    return [{ ticket, name }];
  });
  const groups = plan.allGroups.flatMap((group) => {
    const name = group.kind === 'section' || left.has(group) ? null : groupName(analysis, group);
    return name === null || others.includes(name) ? [] : [choiceOf(analysis.say, group, name, '')];
  });
  const own = tickets.map(({ ticket, name }) => choiceOf(analysis.say, ticket, name, ''));
  const far = elsewhere(snapshot, analysis, written);
  return owner?.type === 'group' ? [...groups, ...own, ...far] : [...own, ...groups, ...far];
}

/** More letters than these nobody repeats in a cell. */
const longestTitle = 60;

/** The id of a ticket; in a plan without ids its title, where it can stand in a list of names. */
function nameOfTicket(plan: Plan, { id, title }: Ticket): string | null {
  if (id !== null || plan.byId.size > 0) return id;
  const name = plain(title);
  return name === '' || name.length > longestTitle || /[,，、;；+&|()（）[\]]| (?:and|und|et|y|e|и|ve) /iu.test(name)
    ? null
    : name;
}

/**
 * What of its plan a ticket or group could depend on, by its id or as a phase: the nearest of its sort.
 * @param most As many of them.
 */
export function dependable(analysis: Analysis, owner: Entity, most: number): Entity[] {
  const left = around(owner);
  for (const { targets } of analysis.dependencies(owner)) for (const { entity } of targets) left.add(entity);
  const { allTickets, allGroups } = analysis.plan;
  const all: Iterable<Entity> =
    owner.type === 'ticket'
      ? byNearness(allTickets, owner, owner.span.start)
      : allGroups.filter((group) => group.kind === owner.kind && group.kind !== 'section').reverse();
  const found: Entity[] = [];
  const free = new Set<Entity>();
  for (const entity of all) {
    if (found.length === most) break;
    if (left.has(entity) || (entity.type === 'ticket' && nameOfTicket(analysis.plan, entity) === null)) continue;
    if (!isWaitingOn(analysis, entity, owner, free)) found.push(entity);
  }
  return found;
}

function choiceOf(say: Say, entity: Entity, name: string, where: string): DependencyChoice {
  const title = entity.type === 'ticket' ? plain(entity.title) : nameOf(say, entity);
  const status = entity.status ? statusText(say, entity.status) : '';
  return {
    type: entity.type,
    name,
    detail: title === name ? '' : title,
    status: [status, where].filter((part) => part !== '').join(' · '),
    filter: title === name ? name : `${name} ${title}`,
  };
}

/** A group as its heading names it: `Phase A`. */
export function groupName({ source }: Analysis, group: Group): string | null {
  const title = source.slice(group.titleSpan);
  const name = nameWithin(title, group);
  return name && title.slice(name.start, name.end);
}

/** Rows above the place first, the nearest before the others; then those below. Those of the owner's group before all others. */
function* byNearness(tickets: readonly Ticket[], owner: Entity | null, offset: number): Generator<Ticket> {
  const home = owner?.type === 'ticket' ? owner.group : null;
  const at = startingUntil(tickets, offset - 1);
  for (const isNear of home ? [true, false] : [false]) {
    for (let i = at - 1; i >= 0; i--) if ((tickets[i]!.group === home && home !== null) === isNear) yield tickets[i]!;
    for (let i = at; i < tickets.length; i++)
      if ((tickets[i]!.group === home && home !== null) === isNear) yield tickets[i]!;
  }
}

/** The entity itself, what holds it and what it holds: nothing that it could sensibly wait on. */
export const around = (entity: Entity): Set<Entity> => new Set([...withHolders(entity), ...withContent(entity)]);

function withHolders(entity: Entity): Entity[] {
  const found: Entity[] = [entity];
  if (entity.type === 'ticket') for (let ticket = entity.parent; ticket; ticket = ticket.parent) found.push(ticket);
  const group = entity.type === 'ticket' ? entity.group : entity.parent;
  for (let holder = group; holder; holder = holder.parent) found.push(holder);
  return found;
}

function withContent(entity: Entity): Entity[] {
  const found: Entity[] = [entity];
  for (const one of found) found.push(...(one.type === 'ticket' ? one.children : [...one.groups, ...one.tickets]));
  return found;
}

const reversed = new WeakMap<Analysis, ReadonlyMap<Entity, readonly Entity[]>>();

/** Everything of the plan that depends on the entity, or on what depends on it. */
export function waitingOn(analysis: Analysis, entity: Entity): Set<Entity> {
  let edges = reversed.get(analysis);
  if (!edges) {
    edges = dependentsIn(analysis);
    reversed.set(analysis, edges);
  }
  const found = new Set<Entity>();
  // Who waits on a phase waits on all of it, and all of a phase waits on what the phase waits on.
  const open: Entity[] = withHolders(entity);
  for (const one of open)
    for (const dependent of edges.get(one) ?? [])
      for (const waiting of found.has(dependent) ? [] : withContent(dependent))
        if (!found.has(waiting)) {
          found.add(waiting);
          open.push(waiting);
        }
  return found;
}

/**
 * Whether the one, of the same plan, is among what is `waitingOn` the other: for a few it takes less than to gather all of these.
 * @param free What is known not to be, to be filled: who asks about several looks at nothing twice.
 */
export function isWaitingOn(analysis: Analysis, one: Entity, other: Entity, free = new Set<Entity>()): boolean {
  const goals = new Set(withHolders(other));
  const seen = new Set<Entity>();
  const open = [one];
  for (const entity of open)
    for (const holder of withHolders(entity)) {
      if (seen.has(holder) || free.has(holder)) continue;
      seen.add(holder);
      for (const { targets, problem, soft } of holder.dependencies.length > 0 ? analysis.dependencies(holder) : [])
        for (const target of problem === null && !soft ? targets : []) {
          if (goals.has(target.entity)) return true;
          if (target.uri === analysis.uri) open.push(target.entity);
        }
    }
  for (const entity of seen) free.add(entity);
  return false;
}

function dependentsIn(analysis: Analysis): Map<Entity, Entity[]> {
  const edges = new Map<Entity, Entity[]>();
  for (const entity of [...analysis.plan.allTickets, ...analysis.plan.allGroups])
    for (const { targets, problem, soft } of entity.dependencies.length > 0 ? analysis.dependencies(entity) : [])
      for (const target of problem === null && !soft ? targets : []) {
        const list = edges.get(target.entity);
        if (list) list.push(entity);
        else edges.set(target.entity, [entity]);
      }
  return edges;
}

/** Tickets of other plans whose ids can mean nothing else here. */
function elsewhere(snapshot: Snapshot, { uri, plan }: Analysis, written: ReadonlySet<string>): DependencyChoice[] {
  const found = new Map<string, DependencyChoice | null>();
  for (const other of snapshot.planUris) {
    if (other === uri) continue;
    const theirs = snapshot.analysis(other)!.plan;
    for (const [id, ticket] of theirs.byId) {
      if (plan.byId.has(id) || written.has(id) || !isDistinct(ticket.id!)) continue;
      const alone = !theirs.sameIds.has(id) && !found.has(id);
      found.set(id, alone ? choiceOf(snapshot.say, ticket, ticket.id!, fileName(other)) : null);
    }
  }
  return [...found.values()].filter((choice) => choice !== null);
}

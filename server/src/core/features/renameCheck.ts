import type { ResolvedDependency, Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Plan, Ticket } from '../model/plan';
import { applyEdits, type TextEdit } from '../text/edit';
import { plain } from './markdown';
import { nameOf } from './names';

type Entity = Ticket | Group;

/** What a renaming is to change. */
export interface Renamed {
  readonly target: Target;
  /** It gets another title; else another id or key. */
  readonly retitled: boolean;
}

/**
 * Reads the plans as they would be. Everything must be there as before, and mean the same; why it would not, null where it
 * does.
 */
export function brokenBy(
  snapshot: Snapshot,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  { target, retitled }: Renamed,
  name: string,
): string | null {
  const { say } = snapshot;
  const documents = [...edits].map(([uri, list]) => ({ uri, text: applyEdits(snapshot.source(uri)!.text, list) }));
  const after = snapshot.with({ documents });
  const places = { before: placesOf(snapshot), after: placesOf(after) };
  for (const uri of snapshot.planUris) {
    const old = snapshot.analysis(uri)!;
    const now = after.analysis(uri);
    const before = entitiesOf(old.plan);
    const entities = now ? entitiesOf(now.plan) : [];
    for (const [i, entity] of before.entries()) {
      const other = entities[i];
      const renamed = entity === target.entity;
      const same = other && (renamed ? isNow(other, name, retitled, entity) : idOf(other) === idOf(entity));
      const held = other && places.before.get(holder(entity)!) === places.after.get(holder(other)!);
      if (!now || !same || !held || entities.length !== before.length)
        return say('With the name {0}, {1} would not be read as it is now.', name, nameOf(say, entity));
      if (entity.dependencies.length === 0) continue;
      const changed = differing(old.dependencies(entity), now.dependencies(other), places);
      if (changed)
        return say('“{0}”, which {1} depends on, would no longer mean the same.', plain(changed), nameOf(say, entity));
    }
    if (now && said(old.plan, places.before) !== said(now.plan, places.after))
      return say('With the name {0}, a line that counts or names it would no longer mean the same.', name);
  }
  return null;
}

function isNow(other: Entity, name: string, retitled: boolean, before: Entity): boolean {
  if (!retitled) return idOf(other) === name;
  const sections = other.type === 'group' && other.kind === 'section';
  return (sections || idOf(other) === idOf(before)) && plain(other.title).includes(plain(name));
}

const entitiesOf = (plan: Plan): Entity[] => [...plan.allTickets, ...plan.allGroups];
/** Of a section its key comes from its title, and of what is in it from that. */
const idOf = (entity: Entity): string | null =>
  entity.type === 'ticket' ? entity.id : entity.kind === 'section' ? '' : entity.key;

const holder = (entity: Entity): Group | null => (entity.type === 'ticket' ? entity.group : entity.parent);

type Places = ReadonlyMap<Entity, string>;

/** What stays the same of a ticket or group when names change: its place in the order of its plan. */
function placesOf(snapshot: Snapshot): Places {
  const places = new Map<Entity, string>();
  for (const uri of snapshot.planUris)
    for (const [i, entity] of entitiesOf(snapshot.analysis(uri)!.plan).entries()) places.set(entity, `${i} ${uri}`);
  return places;
}

/** What figures, focus lines, lists and orders of a plan are about. */
function said({ claims, focus, blocked, orders }: Plan, places: Places): string {
  const at = (entity: Entity | null | undefined): string => (entity && places.get(entity)) ?? '-';
  return [
    ...claims.map(({ scope }) => (scope?.type === 'group' ? at(scope.group) : (scope?.type ?? '-'))),
    ...focus.map(({ target }) => at(target)),
    ...blocked.map(({ ticket }) => at(ticket)),
    ...orders.map(({ groups }) => groups.map(at).join(' ')),
  ].join('\n');
}

/** The first dependency that means something else now; written out, a range may have become several. */
function differing(
  before: readonly ResolvedDependency[],
  after: readonly ResolvedDependency[],
  places: { readonly before: Places; readonly after: Places },
): string | null {
  const meant = (all: readonly ResolvedDependency[], at: Places): string[] =>
    all.flatMap(({ problem, targets }) =>
      targets.length === 0 ? [problem ?? ''] : targets.map(({ entity }) => `${problem ?? ''} ${at.get(entity)}`),
    );
  const old = meant(before, places.before);
  const now = meant(after, places.after);
  const odd = old.findIndex((one, i) => one !== now[i]);
  if (odd < 0 && old.length === now.length) return null;
  return before.find((one) => meant([one], places.before).includes(old[odd] ?? ''))?.text ?? before[0]!.text;
}

import type { Snapshot } from '../analysis/snapshot';
import type { Group, Ticket } from '../model/plan';
import { applyEdits } from '../text/edit';
import type { Change } from './change';
import { nameOf } from './names';

type Entity = Ticket | Group;

/** What a plan says of one ticket or group. Equal facts say the same, wherever they stand in the text. */
export interface Fact {
  readonly uri: string;
  readonly entity: Entity;
  readonly id: string | null;
  /** Without what stands in brackets. */
  readonly title: string;
  /** As said on it; what its section says is not its own. */
  readonly status: string | null;
  /** The ticket and the group that hold it. */
  readonly parent: string | null;
  readonly group: string | null;
  /** What its dependencies were found to mean, each by its name. */
  readonly depends: readonly string[];
}

/** The name of a ticket or group in facts: that of a ticket does not change where it stands. */
export function factName(entity: Entity): string {
  return entity.type === 'group' ? `${entity.kind} ${entity.key}` : `${entity.id ?? ''} ${factTitle(entity.title)}`;
}

/** Without brackets, in which dependencies may stand. */
export const factTitle = (title: string): string => title.replace(/\s*[(（[][^()（）[\]]*[)）\]]/g, '');

/** What an edited plan has to say: of each that was there before (null: it is gone), and of those that are new. */
export interface Expected {
  readonly of?: (fact: Fact) => Fact | null;
  /** What may be there or not. */
  readonly may?: (entity: Entity) => boolean;
  readonly added?: readonly Omit<Fact, 'entity'>[];
}

/**
 * Reads the plans as they would be after a change. Everything must then be as expected; else gives the name of the first
 * ticket or group that is not, or not there.
 */
export function unlike(
  before: Snapshot,
  { edits }: Change,
  { of = (fact) => fact, may = () => false, added = [] }: Expected,
): string | null {
  const documents = [...edits].map(([uri, list]) => ({ uri, text: applyEdits(before.source(uri)!.text, list) }));
  const after = before.with({ documents });
  const found = new Map<string, Fact[]>();
  for (const fact of factsOf(after)) {
    const same = found.get(keyOf(fact));
    if (same) same.push(fact);
    else found.set(keyOf(fact), [fact]);
  }
  for (const old of factsOf(before)) {
    const wanted = of(old);
    if (wanted && !found.get(keyOf(wanted))?.pop() && !may(old.entity)) return nameOf(before.say, old.entity);
  }
  for (const wanted of added) if (!found.get(keyOf(wanted))?.pop()) return wanted.id ?? wanted.title;
  const [more] = [...found.values()].flat();
  return more ? nameOf(before.say, more.entity) : null;
}

const keyOf = ({ uri, id, title, status, parent, group, depends }: Omit<Fact, 'entity'>): string =>
  JSON.stringify([uri, id, title, status, parent, group, depends]);

function factsOf(snapshot: Snapshot): Fact[] {
  return snapshot.planUris.flatMap((uri) => {
    const analysis = snapshot.analysis(uri)!;
    return [...analysis.plan.allTickets, ...analysis.plan.allGroups].map((entity): Fact => {
      const { status } = entity;
      const ticket = entity.type === 'ticket';
      const group = ticket ? entity.group : entity.parent;
      return {
        uri,
        entity,
        id: ticket ? entity.id : factName(entity),
        title: factTitle(entity.title),
        status: status && !status.inherited ? status.text : null,
        parent: ticket && entity.parent ? factName(entity.parent) : null,
        group: group && factName(group),
        depends:
          entity.dependencies.length === 0
            ? []
            : analysis.dependencies(entity).map(({ targets, problem, text }) =>
                targets.length === 1 || (targets.length > 0 && problem !== null)
                  ? `${problem ?? ''} ${targets.map((one) => `${one.uri} ${factName(one.entity)}`).join('\n')}`
                  : // "All above" and ranges mean as many as there are.
                    `${problem} ${text}`,
              ),
      };
    });
  });
}

/** How a dependency on just one ticket or group reads among facts. */
export const dependsOn = (uri: string, entity: Entity): string => ` ${uri} ${factName(entity)}`;

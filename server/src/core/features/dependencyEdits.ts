import type { Analysis, Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Ticket } from '../model/plan';
import type { Change, Refusal } from './change';
import { around, waitingOn } from './dependencyChoices';
import { insertion, nameFor, removal } from './dependencyText';
import { dependsOn, unlike } from './facts';
import { plain } from './markdown';
import { nameOf } from './names';

type Entity = Ticket | Group;

/**
 * Makes a ticket or group depend on another one: behind what it depends on already, else where its plan says such things.
 * Refused where that would close a circle, where there is no place for it, and where it would not be read so.
 */
export function addDependency(snapshot: Snapshot, { uri, entity }: Target, on: Target): Change | Refusal {
  const analysis = snapshot.analysis(uri)!;
  const { say } = analysis;
  const [name, other] = [nameOf(say, entity), nameOf(say, on.entity)];
  if (on.entity === entity) return { refused: say('{0} cannot depend on itself.', name) };
  if (around(entity).has(on.entity)) return { refused: say('{0} and {1} are part of each other.', name, other) };
  if (depends(analysis, entity, on.entity)) return { refused: say('{0} depends on {1} already.', name, other) };
  if (waitingOn(analysis, entity).has(on.entity)) return { refused: say('{0} waits on {1} itself.', other, name) };
  const written = nameFor(snapshot.analysis(on.uri)!, on.entity);
  const edits = written === null ? null : insertion(analysis, entity, written);
  if (!edits)
    return {
      refused:
        entity.type === 'ticket' && entity.shape === 'row'
          ? say('The table of {0} has no cell for dependencies.', name)
          : say('{0} has no place for dependencies.', name),
    };
  const change = { edits: new Map([[uri, edits]]) };
  const wanted = dependsOn(on.uri, on.entity);
  const odd = unlike(snapshot, change, {
    of: (fact) => (fact.entity === entity ? { ...fact, depends: [...fact.depends, wanted] } : fact),
  });
  return odd === null
    ? change
    : {
        refused: say(
          '{0} cannot be made to depend on “{1}”: {2} would not be read as it is meant.',
          name,
          plain(written!),
          odd,
        ),
      };
}

/**
 * Takes a dependency away. Refused where it is told by a name that means others, too, or in a sentence somewhere else.
 */
export function removeDependency(snapshot: Snapshot, { uri, entity }: Target, on: Target): Change | Refusal {
  const analysis = snapshot.analysis(uri)!;
  const { say } = analysis;
  const name = nameOf(say, entity);
  const all = analysis.dependencies(entity);
  const gone = all.filter(({ targets }) => targets.some((target) => target.entity === on.entity));
  if (gone.length === 0) return { refused: say('{0} does not depend on {1}.', name, nameOf(say, on.entity)) };
  const wide = gone.find(({ targets, problem, told }) => told || targets.length > 1 || problem !== null);
  if (wide)
    return {
      refused: wide.told
        ? say('“{0}” is told in a sentence: change it there.', plain(wide.text))
        : say('“{0}” means more than {1}: change it by hand.', plain(wide.text), nameOf(say, on.entity)),
    };
  const edits = removal(analysis, entity, new Set(gone.map(({ span }) => span.start)));
  const change = { edits: new Map([[uri, edits]]) };
  const odd = unlike(snapshot, change, {
    of: (fact) =>
      fact.entity === entity ? { ...fact, depends: fact.depends.filter((_, i) => !gone.includes(all[i]!)) } : fact,
  });
  return odd === null
    ? change
    : { refused: say('Without “{0}”, {1} would not be read as it is now.', plain(gone[0]!.text), odd) };
}

const depends = (analysis: Analysis, entity: Entity, on: Entity): boolean =>
  analysis
    .dependencies(entity)
    .some(({ targets, problem }) => problem === null && targets.some((one) => one.entity === on));

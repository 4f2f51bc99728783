import type { ResolvedDependency, Target } from '../analysis/analysis';
import { indexOf } from '../analysis/index';
import type { Snapshot } from '../analysis/snapshot';
import { canonicalId, looksLikeId } from '../model/names';
import type { Group, Ticket } from '../model/plan';
import { keepingWidths } from '../text/cell';
import { applyEdits, type TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { plain } from './markdown';
import { nameOf } from './names';
import { occurrencesOf, useAt } from './occurrences';

/** Why something cannot be renamed, in a sentence for the user. */
export interface Refusal {
  readonly refused: string;
}

/** An id that can be renamed. */
export interface Renamable {
  readonly span: Span;
  readonly id: string;
}

export interface Renaming {
  /** By document, in the order of the documents. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

/** The id at an offset; null where nothing is named there. */
export function prepareRename(snapshot: Snapshot, uri: string, offset: number): Renamable | Refusal | null {
  const found = ticketAt(snapshot, uri, offset);
  return found && !('refused' in found) ? { span: found.span, id: found.ticket.id! } : found;
}

/**
 * Gives the ticket at an offset another id, in every place of every plan that names it by its id. Refused where the new id is
 * none or is taken, and where some dependency (a range, an id of another plan) would then mean something else.
 */
export function rename(snapshot: Snapshot, uri: string, offset: number, newId: string): Renaming | Refusal {
  const { say } = snapshot;
  const found = ticketAt(snapshot, uri, offset);
  if (!found) return { refused: say('There is no ticket id here.') };
  if ('refused' in found) return found;
  const { target, ticket } = found;
  const id = newId.trim();
  if (!looksLikeId(id))
    return {
      refused: say(
        '“{0}” is no id: one is up to 24 letters, digits and . _ - / #, with a digit among them.',
        plain(id),
      ),
    };
  const tickets = indexOf(snapshot.analysis(target.uri)!.plan).byId.get(canonicalId(id)) ?? [];
  const taken = tickets.find((other) => other !== ticket);
  if (taken) return { refused: say('{0} is taken: it is “{1}”.', id, plain(taken.title)) };
  const edits = editsFor(snapshot, target, id);
  const broken = brokenBy(snapshot, edits, target, id);
  return broken === null ? { edits } : { refused: broken };
}

interface Found {
  readonly span: Span;
  readonly target: Target;
  readonly ticket: Ticket;
}

function ticketAt(snapshot: Snapshot, uri: string, offset: number): Found | Refusal | null {
  const { say } = snapshot;
  const use = useAt(snapshot, uri, offset);
  const target = use?.targets[0];
  if (!use || !target) return null;
  const text = plain(snapshot.source(uri)!.slice(use.span));
  if (use.targets.length > 1)
    return { refused: say('“{0}” names more than one ticket: rename one of them at its own id.', text) };
  const { entity } = target;
  if (entity.type === 'group') return { refused: say('Only ids of tickets can be renamed.') };
  if (entity.id === null) return { refused: say('“{0}” has no id.', plain(entity.title)) };
  const onId = use.by === 'id' && use.span.start <= offset && offset <= use.span.end;
  if (!onId) return { refused: say('This is {0} by other words: put the cursor on the id itself.', entity.id) };
  return { span: use.span, target, ticket: entity };
}

/** The id alone in each place; the pipes of an aligned table stay where they are. */
function editsFor(snapshot: Snapshot, target: Target, id: string): Map<string, TextEdit[]> {
  const edits = new Map<string, TextEdit[]>();
  for (const { uri, span, by, targets } of occurrencesOf(snapshot, target)) {
    if (by !== 'id' || targets.length !== 1 || snapshot.source(uri)!.slice(span) === id) continue;
    const list = edits.get(uri) ?? [];
    edits.set(uri, list);
    list.push({ span, newText: id });
  }
  for (const [uri, list] of edits) edits.set(uri, keepingWidths(snapshot.source(uri)!, list));
  return edits;
}

/** Reads the plans as they would be. Everything must be there as before, and depend on the same; null where it does. */
function brokenBy(
  snapshot: Snapshot,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  target: Target,
  id: string,
): string | null {
  const documents = [...edits].map(([uri, list]) => ({ uri, text: applyEdits(snapshot.source(uri)!.text, list) }));
  const { say } = snapshot;
  const after = snapshot.with({ documents });
  const places = { before: placesOf(snapshot), after: placesOf(after) };
  for (const uri of snapshot.planUris) {
    const old = snapshot.analysis(uri)!;
    const now = after.analysis(uri);
    const before = entitiesOf(old.plan);
    const entities = now ? entitiesOf(now.plan) : [];
    for (const [i, entity] of before.entries()) {
      const wanted = entity === target.entity ? id : idOf(entity);
      const other = entities[i];
      if (!now || !other || entities.length !== before.length || idOf(other) !== wanted)
        return say('With the id {0}, {1} would not be read as it is now.', id, nameOf(say, entity));
      if (entity.dependencies.length === 0) continue;
      const dependencies = old.dependencies(entity);
      const changed = differing(dependencies, now.dependencies(other), places);
      if (changed)
        return say(
          '“{0}”, which {1} depends on, would no longer mean the same.',
          plain(changed.text),
          nameOf(say, entity),
        );
    }
  }
  return null;
}

const entitiesOf = (plan: { allTickets: readonly Ticket[]; allGroups: readonly Group[] }): (Ticket | Group)[] => [
  ...plan.allTickets,
  ...plan.allGroups,
];
const idOf = (entity: Ticket | Group): string | null => (entity.type === 'ticket' ? entity.id : entity.key);

type Places = ReadonlyMap<Ticket | Group, string>;

/** What stays the same of a ticket or group when ids change: its place in the order of its plan. */
function placesOf(snapshot: Snapshot): Places {
  const places = new Map<Ticket | Group, string>();
  for (const uri of snapshot.planUris)
    for (const [i, entity] of entitiesOf(snapshot.analysis(uri)!.plan).entries()) places.set(entity, `${i} ${uri}`);
  return places;
}

/** The first dependency that means something else now. */
function differing(
  before: readonly ResolvedDependency[],
  after: readonly ResolvedDependency[],
  places: { readonly before: Places; readonly after: Places },
): ResolvedDependency | null {
  const meant = (dependency: ResolvedDependency | undefined, at: Places): string =>
    dependency ? [dependency.problem ?? '', ...dependency.targets.map(({ entity }) => at.get(entity))].join('\n') : '';
  return before.find((one, i) => meant(one, places.before) !== meant(after[i], places.after)) ?? null;
}

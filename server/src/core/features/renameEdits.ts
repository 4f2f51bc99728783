import type { Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group } from '../model/plan';
import { keepingWidths } from '../text/cell';
import type { TextEdit } from '../text/edit';
import { contains } from '../text/span';
import { groupName } from './dependencyChoices';
import { withKey } from './groupKeys';
import { nameWithin } from './naming';
import { occurrencesOf, type Use } from './occurrences';

export type Edits = Map<string, TextEdit[]>;

/** Another id for a ticket: the id alone in each place. */
export function idEdits(snapshot: Snapshot, target: Target, id: string): Edits {
  return editsOf(snapshot, target, ({ by, targets }, text) =>
    by === 'id' && targets.length === 1 && text !== id ? id : null,
  );
}

/** Another key for a group: the key alone in each place that names the group by it. */
export function keyEdits(snapshot: Snapshot, target: Target, key: string): Edits {
  return editsOf(snapshot, target, ({ targets }, text) =>
    targets.length === 1 ? withKey(text, target.entity as Group, key) : null,
  );
}

/** What each use of a target becomes, as edits. */
export function editsOf(snapshot: Snapshot, target: Target, become: (use: Use, text: string) => string | null): Edits {
  const edits: Edits = new Map();
  const done = new Set<string>();
  for (const use of occurrencesOf(snapshot, target)) {
    const newText = become(use, snapshot.source(use.uri)!.slice(use.span));
    const place = `${use.span.start} ${use.uri}`;
    if (newText === null || done.has(place)) continue;
    done.add(place);
    add(edits, use.uri, { span: use.span, newText });
  }
  return edits;
}

/** The edits, and with them the padding that leaves the pipes of aligned tables where they are. */
export const padded = (snapshot: Snapshot, edits: ReadonlyMap<string, readonly TextEdit[]>): Edits =>
  new Map([...edits].map(([uri, list]) => [uri, keepingWidths(snapshot.source(uri)!, list)]));

/** More names than these are no list that anybody wants to read. */
const longestList = 20;

/**
 * The edits with every dependency on a range that the target is in written out: `T1-T3` as `T1, T2, T3`. Null where there is
 * none.
 * @param nameFor The name that each has then; null: as its heading names it.
 */
export function withRanges(
  snapshot: Snapshot,
  target: Target,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  nameFor: (one: Target) => string | null,
): Edits | null {
  const listed: Edits = new Map([...edits].map(([uri, list]) => [uri, [...list]]));
  let found = false;
  for (const uri of snapshot.planUris) {
    const analysis = snapshot.analysis(uri)!;
    for (const entity of [...analysis.plan.allTickets, ...analysis.plan.allGroups]) {
      if (entity.dependencies.length === 0) continue;
      for (const { targets, problem, span, told } of analysis.dependencies(entity)) {
        if (problem !== null || told || targets.length < 2 || targets.length > longestList) continue;
        if (!targets.some((one) => one.entity === target.entity)) continue;
        const text = analysis.source.slice(span);
        if (!targets.some((one) => nameWithin(text, one.entity))) continue;
        const names = targets.map((one) => renamed(snapshot, target, edits, one) ?? nameFor(one));
        if (names.includes(null)) continue;
        const others = (listed.get(uri) ?? []).filter((edit) => !contains(span, edit.span));
        listed.set(uri, [...others, { span, newText: names.join(', ') }]);
        found = true;
      }
    }
  }
  return found ? listed : null;
}

/** How a group is called once the edits are made. */
function renamed(
  snapshot: Snapshot,
  target: Target,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  { uri, entity }: Target,
): string | null {
  if (entity.type === 'ticket') return null;
  const analysis = snapshot.analysis(uri)!;
  const name = groupName(analysis, entity);
  if (name === null || entity !== target.entity) return name;
  const edit = edits.get(uri)?.find(({ span }) => contains(entity.titleSpan, span));
  return edit?.newText ?? null;
}

function add(edits: Edits, uri: string, edit: TextEdit): void {
  const list = edits.get(uri);
  if (list) list.push(edit);
  else edits.set(uri, [edit]);
}

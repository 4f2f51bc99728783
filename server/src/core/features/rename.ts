import type { Target } from '../analysis/analysis';
import { indexOf } from '../analysis/index';
import type { Snapshot } from '../analysis/snapshot';
import { ownIds } from '../model/ids';
import { canonicalId, looksLikeId } from '../model/names';
import type { Group, Ticket } from '../model/plan';
import type { TextEdit } from '../text/edit';
import { type Span, shift } from '../text/span';
import { type Change, isRefusal, type Refusal } from './change';
import { keyWithin, newKey } from './groupKeys';
import { plain } from './markdown';
import { nameOf } from './names';
import { nameWithin } from './naming';
import { useAt } from './occurrences';
import { brokenBy } from './renameCheck';
import { idEdits, keyEdits, padded, withRanges } from './renameEdits';
import { titleAt, titleEdits } from './renameTitle';

/** A name that can be changed. */
export interface Renamable {
  readonly span: Span;
  /** As it is now. */
  readonly name: string;
}

/** The id, phase or title at an offset; null where nothing is named there. */
export function prepareRename(snapshot: Snapshot, uri: string, offset: number): Renamable | Refusal | null {
  const found = nameAt(snapshot, uri, offset);
  return found && !isRefusal(found) ? { span: found.span, name: found.name } : found;
}

/**
 * Gives the ticket or phase at an offset another id, key or title, in every place of every plan that names it so. Dependencies
 * on a range that would break name each ticket instead. Refused where the new name is none or is taken, and where anything
 * would then be read as something else.
 */
export function rename(snapshot: Snapshot, uri: string, offset: number, newName: string): Change | Refusal {
  const { say } = snapshot;
  const found = nameAt(snapshot, uri, offset);
  if (!found) return { refused: say('There is nothing to rename here.') };
  if (isRefusal(found)) return found;
  const name = newName.trim();
  if (found.type === 'id') return renameId(snapshot, found.target, found.ticket, name);
  if (found.type === 'key') return renameKey(snapshot, found.target, found.group, found.name, name);
  const title = plain(name);
  if (title === '') return { refused: say('A title has at least one letter.') };
  const edits = titleEdits(snapshot, found.target, found.name, title);
  const broken = brokenBy(snapshot, edits, { target: found.target, retitled: true }, title);
  return broken === null ? { edits: padded(snapshot, edits) } : { refused: broken };
}

type Found = Renamable & { readonly target: Target } & (
    | { readonly type: 'id'; readonly ticket: Ticket }
    | { readonly type: 'key'; readonly group: Group }
    | { readonly type: 'title' }
  );

function nameAt(snapshot: Snapshot, uri: string, offset: number): Found | Refusal | null {
  const { say } = snapshot;
  const use = useAt(snapshot, uri, offset);
  const target = use?.targets[0];
  if (!use || !target) return null;
  const source = snapshot.source(uri)!;
  const text = source.slice(use.span);
  if (use.targets.length > 1)
    return { refused: say('“{0}” names more than one ticket: rename one of them at its own id.', plain(text)) };
  const { entity } = target;
  const onName = use.by !== 'among' && use.span.start <= offset && offset <= use.span.end;
  const title = titleAt(snapshot, use, offset);
  if (entity.type === 'ticket' && entity.id !== null && onName && use.by === 'id')
    return { type: 'id', span: use.span, name: entity.id, target, ticket: entity };
  const key =
    entity.type === 'group' && entity.kind !== 'section' && use.by !== 'among' ? keyWithin(text, entity) : null;
  const onKey = key !== null && onName && offset <= use.span.start + key.end;
  // A figure behind the name stands for it, too.
  if (entity.type === 'group' && key && (onKey || !title)) {
    // Of a cell that has more than the key, the key alone.
    const span = nameWithin(text, entity) ? use.span : shift(key, use.span.start);
    return { type: 'key', span, name: source.slice(span), target, group: entity };
  }
  if (!title)
    return { refused: say('This is “{0}” by other words: rename it where it stands itself.', nameOf(say, entity)) };
  return { type: 'title', ...title, target };
}

function renameId(snapshot: Snapshot, target: Target, ticket: Ticket, id: string): Change | Refusal {
  const { say } = snapshot;
  if (!looksLikeId(id, ownIds(snapshot.settingsFor(target.uri).ids)))
    return {
      refused: say(
        '“{0}” is no id: one is up to 24 letters, digits and . _ - / #, with a digit among them.',
        plain(id),
      ),
    };
  const tickets = indexOf(snapshot.analysis(target.uri)!.plan).withId(canonicalId(id));
  const taken = tickets.find((other) => other !== ticket);
  if (taken) return { refused: say('{0} is taken: it is “{1}”.', id, plain(taken.title)) };
  return firstWhole(snapshot, target, id, idEdits(snapshot, target, id), ({ entity }) =>
    entity === ticket ? id : entity.type === 'ticket' ? entity.id : null,
  );
}

function renameKey(snapshot: Snapshot, target: Target, group: Group, old: string, name: string): Change | Refusal {
  const { say } = snapshot;
  const key = newKey(old, group, name);
  if (key === null)
    return {
      refused: say('“{0}” is no name for this: it is “{1}”, with another number or letter.', plain(name), plain(old)),
    };
  const taken = indexOf(snapshot.analysis(target.uri)!.plan).groups.get(`${group.kind}:${key}`);
  if (taken && taken !== group) return { refused: say('{0} is taken: it is “{1}”.', plain(name), nameOf(say, taken)) };
  return firstWhole(snapshot, target, key, keyEdits(snapshot, target, key), () => null);
}

/** The edits as they are, else with ranges that name each; why not where both break something. */
function firstWhole(
  snapshot: Snapshot,
  target: Target,
  name: string,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  nameFor: (one: Target) => string | null,
): Change | Refusal {
  const broken = brokenBy(snapshot, edits, { target, retitled: false }, name);
  if (broken === null) return { edits: padded(snapshot, edits) };
  const listed = withRanges(snapshot, target, edits, nameFor);
  return listed && brokenBy(snapshot, listed, { target, retitled: false }, name) === null
    ? { edits: padded(snapshot, listed) }
    : { refused: broken };
}

import type { Target } from '../core/analysis/analysis';
import type { Snapshot } from '../core/analysis/snapshot';
import { addTicket, type NewPlace } from '../core/features/addTicket';
import type { Change, Refusal } from '../core/features/change';
import { addDependency, removeDependency } from '../core/features/dependencyEdits';
import { moveTickets } from '../core/features/moveTickets';
import { Summaries } from '../core/features/setStatus';
import { lookUp } from '../core/features/tree';
import { applyEdits } from '../core/text/edit';
import { SourceText } from '../core/text/source';
import {
  type AddTicketParams,
  type AddTicketResult,
  addDependencyRequest,
  addTicketRequest,
  type DependencyParams,
  type EditResult,
  type MoveTicketsParams,
  moveTicketsRequest,
  removeDependencyRequest,
} from '../protocol';
import type { Answers } from './navigation';

const gone = ({ say }: Snapshot): Refusal => ({ refused: say('This is no longer in the plan.') });

/** Answers what the client's views ask to be changed in a plan, as edits for it to make. */
export function answerChanges({ connection, guard, documents, converter }: Answers): void {
  type Now = ReturnType<typeof documents.now>;
  const now = () => documents.now();
  const answer = (found: Change | Refusal, { snapshot, versionOf }: Now, summary = false): EditResult => {
    if ('refused' in found) return found;
    const edits = summary ? withSummary(snapshot, found.edits) : found.edits;
    return { edit: converter.wireEdit(snapshot, edits, versionOf) };
  };

  connection.onRequest<AddTicketResult, void>(
    addTicketRequest,
    guard.request('addTicket', now, ({ at, title, summary }: AddTicketParams, moment): AddTicketResult => {
      const { snapshot, versionOf } = moment;
      const found = lookUp(snapshot, at);
      if (!found) return gone(snapshot);
      const { uri } = found.analysis;
      const added = addTicket(snapshot, uri, placeAt(found.entity), title);
      if ('refused' in added) return added;
      const after = new SourceText(applyEdits(found.analysis.source.text, added.edits.get(uri)!));
      const edits = summary ? withSummary(snapshot, added.edits) : added.edits;
      return {
        edit: converter.wireEdit(snapshot, edits, versionOf),
        id: added.id,
        title: added.title,
        uri: converter.clientUri(uri),
        range: converter.range(after, added.titleSpan),
      };
    }),
  );

  for (const [method, change] of [
    [addDependencyRequest, addDependency],
    [removeDependencyRequest, removeDependency],
  ] as const)
    connection.onRequest<EditResult, void>(
      method,
      guard.request(method, now, ({ id, on, summary }: DependencyParams, moment): EditResult => {
        const [entity, other] = [targetOf(moment.snapshot, id), targetOf(moment.snapshot, on)];
        return entity && other
          ? answer(change(moment.snapshot, entity, other), moment, summary)
          : gone(moment.snapshot);
      }),
    );

  connection.onRequest<EditResult, void>(
    moveTicketsRequest,
    guard.request('moveTickets', now, ({ ids, to, before, summary }: MoveTicketsParams, moment): EditResult => {
      const { snapshot } = moment;
      const targets = ids.map((id) => targetOf(snapshot, id));
      const group = targetOf(snapshot, to);
      const next = before ? targetOf(snapshot, before)?.entity : null;
      if (!group || next === undefined || targets.includes(null)) return gone(snapshot);
      if (group.entity.type !== 'group')
        return { refused: snapshot.say('Tickets can be moved to phases and sections only.') };
      const place = { uri: group.uri, group: group.entity };
      const found = targets.filter((target) => target !== null);
      return answer(moveTickets(snapshot, found, place, next?.type === 'ticket' ? next : null), moment, summary);
    }),
  );
}

/** The edits with those of figures that they make wrong. */
function withSummary(snapshot: Snapshot, edits: Change['edits']): Change['edits'] {
  const all = [...edits].map(([uri, list]) => {
    const analysis = snapshot.analysis(uri);
    return [uri, (analysis && new Summaries(snapshot, analysis).bringAlong(list)) ?? list] as const;
  });
  return new Map(all);
}

function placeAt(entity: Target['entity'] | null): NewPlace {
  if (!entity) return {};
  return entity.type === 'group' ? { group: entity } : { below: entity };
}

function targetOf(snapshot: Snapshot, id: string): Target | null {
  const found = lookUp(snapshot, id);
  return found?.entity ? { uri: found.analysis.uri, entity: found.entity } : null;
}

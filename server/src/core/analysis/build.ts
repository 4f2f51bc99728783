import { readsAlike } from '../model/ownWords';
import { type DocumentState, readDocument } from '../model/read';
import type { Settings } from '../settings';
import { type Say, sayIn } from '../text/say';
import { Graph } from './graph';
import type { Change, SettingsFor, Snapshot } from './snapshot';

/** A workspace without documents. */
export const emptySnapshot = (settings: Settings): Snapshot =>
  buildSnapshot(0, new Map(), () => settings, null, sayIn('en'));

/** Everything in a snapshot is worked out when it is first asked for. */
function buildSnapshot(
  version: number,
  documents: ReadonlyMap<string, DocumentState>,
  settingsFor: SettingsFor,
  today: string | null,
  say: Say,
): Snapshot {
  const uris = [...documents.keys()].sort();
  const planUris = uris.filter((uri) => documents.get(uri)!.plan !== null);
  const graph = new Graph(documents, planUris, say);
  return {
    version,
    settingsFor,
    today,
    say,
    uris,
    planUris,
    source: (uri) => documents.get(uri)?.source ?? null,
    analysis: (uri) => graph.analysis(uri),
    with(change) {
      const { settings = settingsFor, today: date = today, language } = change;
      const next = typeof settings === 'function' ? settings : () => settings;
      const read = readDocuments(documents, change, settingsFor, next);
      return buildSnapshot(version + 1, read, next, date, language ? sayIn(language) : say);
    },
  };
}

/** The documents after a change. Where settings that decide about reading become others, a document is read anew. */
function readDocuments(
  known: ReadonlyMap<string, DocumentState>,
  { documents: changed = [] }: Change,
  before: SettingsFor,
  now: SettingsFor,
): ReadonlyMap<string, DocumentState> {
  const documents = new Map(known);
  if (now !== before)
    for (const [uri, { source }] of documents)
      if (!readsAlike(before(uri), now(uri))) documents.set(uri, readDocument(uri, source.text, now(uri)));
  for (const { uri, text } of changed) {
    const old = documents.get(uri);
    if (text === null) documents.delete(uri);
    else if (old?.source.text !== text) documents.set(uri, readDocument(uri, text, now(uri), old));
  }
  return documents;
}

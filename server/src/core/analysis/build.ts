import { readsAlike } from '../model/ownWords';
import { readDocument } from '../model/read';
import type { DocumentState } from '../model/state';
import type { Settings } from '../settings';
import { type Say, sayIn } from '../text/say';
import { SourceText } from '../text/source';
import { Graph } from './graph';
import type { Change, SettingsFor, Snapshot } from './snapshot';

/** A workspace without documents. */
export const emptySnapshot = (settings: Settings): Snapshot =>
  buildSnapshot(0, new Map(), () => settings, null, sayIn('en'), null, false);

/** Everything in a snapshot is worked out when it is first asked for. */
function buildSnapshot(
  version: number,
  documents: ReadonlyMap<string, DocumentState>,
  settingsFor: SettingsFor,
  today: string | null,
  say: Say,
  /** What the version before knew of its plans. */
  before: Graph | null,
  /** It is of no use from now on. */
  inherits: boolean,
  /** Documents that are to rest. */
  tired: ReadonlySet<string> = new Set(),
): Snapshot {
  const uris = before ? urisOf(documents, before) : [...documents.keys()].sort();
  const isSame = before?.documents === documents;
  const planUris = isSame ? before.planUris : uris.filter((uri) => documents.get(uri)!.holdsPlan);
  const graph = new Graph(documents, uris, planUris, say, version);
  if (before && inherits) graph.inherit(before);
  if (tired.size > 0) graph.rest(tired);
  return {
    version,
    settingsFor,
    today,
    say,
    uris,
    planUris,
    source: (uri) => documents.get(uri)?.source ?? null,
    analysis: (uri) => graph.analysis(uri),
    basis: (uri) => graph.basis(uri),
    looksAt: (uri) => graph.looksAt(uri),
    seenFrom: (uri) => graph.seenFrom(uri),
    with: (change) => after(change, false),
    next: (change) => after(change, true),
    get awake() {
      return graph.awake;
    },
    resting: (tired) => buildSnapshot(version + 1, documents, settingsFor, today, say, graph, true, tired),
  };

  function after(change: Change, handsDown: boolean): Snapshot {
    const { settings = settingsFor, today: date = today, language } = change;
    const next = typeof settings === 'function' ? settings : () => settings;
    const read = readDocuments(documents, change, settingsFor, next, handsDown);
    return buildSnapshot(version + 1, read, next, date, language ? sayIn(language) : say, graph, handsDown);
  }
}

/** The documents, sorted: quickly where nearly all were there before. */
function urisOf(documents: ReadonlyMap<string, unknown>, before: Graph): readonly string[] {
  const left = before.uris.filter((uri) => documents.has(uri));
  if (left.length === documents.size) return left.length === before.uris.length ? before.uris : left;
  const added = [...documents.keys()].filter((uri) => !before.documents.has(uri));
  return [...left, ...added.sort()].sort();
}

/** The documents after a change. Where settings that decide about reading become others, a document is read anew. */
function readDocuments(
  known: ReadonlyMap<string, DocumentState>,
  { documents: changed = [] }: Change,
  before: SettingsFor,
  now: SettingsFor,
  handsDown: boolean,
): ReadonlyMap<string, DocumentState> {
  const documents = new Map(known);
  if (now !== before)
    for (const [uri, { source }] of documents)
      if (!readsAlike(before(uri), now(uri))) documents.set(uri, readDocument(uri, source, now(uri)));
  for (const [uri, { text }] of new Map(changed.map((one) => [one.uri, one]))) {
    const old = documents.get(uri);
    const source = typeof text === 'string' ? (old?.source.becoming(text) ?? new SourceText(text)) : text;
    if (source === null) documents.delete(uri);
    else if (!old) documents.set(uri, readBefore(uri, source, now(uri)) ?? readDocument(uri, source, now(uri)));
    else {
      const change = source.changeSince(old.source);
      if (change) documents.set(uri, readDocument(uri, source, now(uri), { state: old, change, handsDown }));
    }
  }
  return documents;
}

const ahead = new WeakMap<SourceText, DocumentState>();

/** Reads a text that is to become a document: who makes it one with these settings finds it read. */
export function readAhead(uri: string, source: SourceText, settings: Settings): void {
  ahead.set(source, readDocument(uri, source, settings));
}

function readBefore(uri: string, source: SourceText, settings: Settings): DocumentState | null {
  const state = ahead.get(source);
  ahead.delete(source);
  return state?.uri === uri && readsAlike(state.settings, settings) ? state : null;
}

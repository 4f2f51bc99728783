import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { StatusKind } from '../model/plan';
import { normalize } from '../model/vocabulary';
import type { TextEdit } from '../text/edit';
import { placeOf, Summaries, type Way, waysOf } from './setStatus';
import { itemTarget } from './tree';

/** A status that all of some items of the tree can be given at once. */
export interface StatusChoice {
  readonly title: string;
  /** The plan's own word: `MERGED`, `[x]`. */
  readonly word: string;
  readonly kind: StatusKind | null;
  /** The natural next step of every item. */
  readonly next: boolean;
  /** The summary is brought along; what changes the statuses alone is another choice. */
  readonly summary: boolean;
  /** By document. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

/**
 * The statuses that every one of these items can be given, in the first one's order; after each that makes a summary
 * wrong, the same with the summary brought along. Empty where one of them is gone or says no status.
 */
export function statusChoices(snapshot: Snapshot, ids: readonly string[]): StatusChoice[] {
  const items = [...new Set(ids)].map((id) => waysOfItem(snapshot, id));
  const [first] = items;
  if (!first || items.some((item) => item === null)) return [];
  const all = items.filter((item) => item !== null);
  const summaries = new Map<Analysis, Summaries>();
  return [...first.ways.keys()].flatMap((key) => {
    const picked = all.flatMap(({ analysis, ways }) => {
      const way = ways.get(key);
      return way ? [{ analysis, way }] : [];
    });
    return picked.length === all.length ? together(snapshot, picked, summaries) : [];
  });
}

interface Picked {
  readonly analysis: Analysis;
  readonly way: Way;
}

function waysOfItem(snapshot: Snapshot, id: string): { analysis: Analysis; ways: Map<string, Way> } | null {
  const target = itemTarget(snapshot, id);
  const place = target && placeOf(target.entity);
  if (!place) return null;
  const ways = new Map<string, Way>();
  for (const way of waysOf(target.analysis, place)) if (!ways.has(keyOf(way.word))) ways.set(keyOf(way.word), way);
  return { analysis: target.analysis, ways };
}

/** Words that differ in letter case and the like are one; of a box the very character counts. */
const keyOf = (word: string): string => (/^\[.\]$/u.test(word) ? word.toLowerCase() : normalize(word));

/** One way for every item as one choice, or as two; none where all of them are that already. */
function together(snapshot: Snapshot, picked: readonly Picked[], summaries: Map<Analysis, Summaries>): StatusChoice[] {
  const changing = picked.filter(({ way }) => way.edits.length > 0);
  const [first] = changing;
  if (!first) return [];
  const { name, word, kind } = first.way;
  const plans = [...new Set(changing.map(({ analysis }) => analysis))];
  const ofPlan = (plan: Analysis) => changing.filter(({ analysis }) => analysis === plan).map(({ way }) => way);
  const edits = new Map(plans.map((plan) => [plan.uri, inOrder(ofPlan(plan))]));
  const choice = {
    title: snapshot.say('Set status to {0}', name),
    word,
    kind,
    next: changing.every(({ way }) => way.next),
    summary: false,
    edits,
  };
  const along = new Map(edits);
  let summary = false;
  for (const analysis of plans) {
    if (!ofPlan(analysis).some(({ counts }) => counts)) continue;
    const known = summaries.get(analysis) ?? new Summaries(snapshot, analysis);
    summaries.set(analysis, known);
    const more = known.bringAlong(edits.get(analysis.uri)!);
    if (more) along.set(analysis.uri, more);
    summary ||= more !== null;
  }
  const title = snapshot.say('Set status to {0} and update the summary', name);
  return summary ? [choice, { ...choice, title, next: false, summary, edits: along }] : [choice];
}

/** Items that share one place are told of once. */
const inOrder = (ways: readonly Way[]): TextEdit[] =>
  ways
    .flatMap(({ edits }) => edits)
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }, i, all) => span.start !== all[i - 1]?.span.start);

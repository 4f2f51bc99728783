import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, StatusKind, Ticket } from '../model/plan';
import { together } from '../text/lists';
import type { Say } from '../text/say';
import type { Span } from '../text/span';
import { fileName } from './describe';
import { lasting } from './lasting';
import { plain } from './markdown';
import { kindWord, nameOf, statusText } from './names';
import { childrenOf } from './outline';
import { type Problems, problemsIn } from './problems';
import { type Progress, progressOf, progressWords } from './progress';
import { isBoxPlace, placeOf } from './setStatus';

/** One item of the plan tree. */
export interface TreeItem {
  /** Unique in the tree; the same as long as the document's URI and the keys on the way down are. */
  readonly id: string;
  readonly type: 'plan' | 'group' | 'ticket' | 'status' | 'owner';
  /** Empty for a status and an owner, which are of no one document. */
  readonly uri: string;
  readonly span: Span | null;
  readonly label: string;
  readonly description: string;
  readonly accessibleLabel: string;
  readonly status: StatusKind | null;
  readonly ready: boolean;
  readonly waiting: boolean;
  /** Its status can be set: it is said on it, or has a place to be said. */
  readonly settable: boolean;
  /** It says what it depends on. */
  readonly depends: boolean;
  /** Whether a check item is checked; null for what is none. */
  readonly checked: boolean | null;
  /** What was found on it and below it; null where nothing was. */
  readonly problems: Problems | null;
  readonly hasChildren: boolean;
}

/** What the tree shows of a plan as a whole. */
interface Overview {
  readonly progress: Progress;
  readonly problems: Problems | null;
  readonly hasChildren: boolean;
}

export const overviewOf = (snapshot: Snapshot, uri: string): Overview => lasting(snapshot, uri, overview);

const overview = (snapshot: Snapshot, analysis: Analysis): Overview => ({
  progress: progressOf(analysis, analysis.plan),
  problems: problemsIn(snapshot, analysis.uri).get(analysis.plan) ?? null,
  hasChildren: childrenOf(analysis.plan).length > 0,
});

const title = (_: Snapshot, { plan }: Analysis): string => plain(plan.title ?? '');

/** Empty where it has none. */
export const titleOf = (snapshot: Snapshot, uri: string): string => lasting(snapshot, uri, title);

/** Plans by their titles, or their files' names where they have none or another plan has the same. */
export function planLabels(snapshot: Snapshot, uris: readonly string[]): Map<string, string> {
  const titles = uris.map((uri) => titleOf(snapshot, uri) || fileName(uri));
  const times = new Map<string, number>();
  for (const title of titles) times.set(title, (times.get(title) ?? 0) + 1);
  const label = (uri: string, title: string) =>
    times.get(title) === 1 ? title : `${title} (${fileName(uri.slice(0, uri.lastIndexOf('/')))}/${fileName(uri)})`;
  return new Map(uris.map((uri, i) => [uri, label(uri, titles[i]!)]));
}

export function planItem(snapshot: Snapshot, uri: string, id: string, label: string): TreeItem {
  const { progress, problems, hasChildren } = overviewOf(snapshot, uri);
  const words = progressWords(snapshot.say, progress);
  return {
    id,
    type: 'plan',
    uri,
    span: { start: 0, end: 0 },
    label,
    description: words === '' ? '' : `${progress.done}/${progress.total}`,
    accessibleLabel: [snapshot.say('Plan'), label, words, problemWords(snapshot.say, problems)]
      .filter(Boolean)
      .join(', '),
    status: null,
    ready: false,
    waiting: false,
    settable: false,
    depends: false,
    checked: null,
    problems,
    hasChildren,
  };
}

/** @param place Where it stands, in a tree that does not show that: the names of its phase and plan. */
export function itemOf(
  snapshot: Snapshot,
  analysis: Analysis,
  id: string,
  entity: Group | Ticket,
  place: readonly string[] = [],
): TreeItem {
  const { say } = snapshot;
  const { status, type } = entity;
  const progress = progressOf(analysis, entity);
  const children = childrenOf(entity).length > 0;
  const counted = type === 'group' && progress.total > 0;
  const ready = isReady(analysis, entity);
  const waiting = isWaiting(analysis, entity);
  const label = nameOf(say, entity) || '—';
  const slot = placeOf(entity);
  const problems = problemsIn(snapshot, analysis.uri).get(entity) ?? null;
  return {
    id,
    type,
    uri: analysis.uri,
    span: entity.span,
    label,
    description: [describeShort(say, entity, progress), ...place].filter(Boolean).join(' · '),
    accessibleLabel: [
      label,
      status && statusText(say, status),
      children || counted ? progressWords(say, progress) : '',
      ready ? say('ready to start') : '',
      waiting ? waitingWords(analysis, entity) : '',
      problemWords(say, problems),
      ...place,
    ]
      .filter(Boolean)
      .join(', '),
    status: status?.kind ?? null,
    ready,
    waiting,
    settable: slot !== null,
    depends: entity.dependencies.length > 0,
    checked: type === 'ticket' && slot && isBoxPlace(analysis.source, slot) ? status?.kind === 'done' : null,
    problems,
    hasChildren: children,
  };
}

/** A ticket with nothing below it that could be started now. */
export const isReady = (analysis: Analysis, entity: Group | Ticket): boolean =>
  entity.type === 'ticket' && entity.children.length === 0 && analysis.isReady(entity);

/** Not done, and something that it depends on is not done either. */
export const isWaiting = (analysis: Analysis, entity: Group | Ticket): boolean =>
  !analysis.isDone(entity) && analysis.waitsOn(entity).length > 0;

function waitingWords(analysis: Analysis, entity: Group | Ticket): string {
  const { say } = analysis;
  const names = analysis.waitsOn(entity).map((target) => nameOf(say, target.entity));
  return say('waits on {0}', together(say, names));
}

const problemWords = (say: Say, problems: Problems | null): string =>
  problems ? say('{0} {0|problem|problems}', problems.count) : '';

/** How far a group is; a ticket's status, and where it has none how far its children are. A box in words. */
function describeShort(say: Say, entity: Group | Ticket, { done, total }: Progress): string {
  const { status } = entity;
  const text = status ? plain(status.text) : '';
  const words = /^\[.?\]$/u.test(text) ? boxWords(say, status!.kind) : text;
  const counts = total > 0 && (entity.type === 'group' || (words === '' && entity.children.length > 0));
  return counts ? `${done}/${total}` : words;
}

const boxWords = (say: Say, kind: StatusKind | null): string => (kind && kind !== 'todo' ? kindWord(say, kind) : '');

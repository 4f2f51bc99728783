import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Plan, StatusKind, Ticket } from '../model/plan';
import { together } from '../text/lists';
import type { Say } from '../text/say';
import type { Span } from '../text/span';
import { describe, describePlan, fileName } from './describe';
import { plain } from './markdown';
import { kindWord, nameOf, statusText } from './names';
import { childrenOf } from './outline';
import { type Progress, progressOf, progressWords } from './progress';
import { isBoxPlace, placeOf } from './setStatus';

/** One item of the plan tree. */
export interface TreeItem {
  /** The document's URI and the keys on the way down: the same as long as those are. */
  readonly id: string;
  readonly type: 'plan' | 'group' | 'ticket';
  readonly uri: string;
  readonly span: Span;
  readonly label: string;
  readonly description: string;
  readonly accessibleLabel: string;
  readonly status: StatusKind | null;
  readonly ready: boolean;
  readonly waiting: boolean;
  /** Its status can be set: it is said on it, or has a place to be said. */
  readonly settable: boolean;
  /** Whether a check item is checked; null for what is none. */
  readonly checked: boolean | null;
  readonly hasChildren: boolean;
}

/** The children of an item in the plan's own order; the plans where `parent` is null. Empty for an id not known. */
export function treeChildren(snapshot: Snapshot, parent: string | null): TreeItem[] {
  if (parent === null) return plans(snapshot);
  const found = lookUp(snapshot, parent);
  if (!found) return [];
  const { analysis, entity } = found;
  return withIds(parent, childrenOf(entity ?? analysis.plan)).map(([id, child]) => itemOf(analysis, id, child));
}

/** What an item's tooltip says, as Markdown. */
export function treeTooltip(snapshot: Snapshot, id: string): string {
  const found = lookUp(snapshot, id);
  if (!found) return '';
  const { analysis, entity } = found;
  return entity ? describe(snapshot, { uri: analysis.uri, entity }) : describePlan(analysis);
}

/** The way from the plan to the innermost item that tells of the offset's line, outermost first. */
export function treePath(snapshot: Snapshot, uri: string, offset: number): TreeItem[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return [];
  const down = (id: string, parent: Plan | Group | Ticket): [string, Group | Ticket][] => {
    for (const [childId, child] of withIds(id, childrenOf(parent))) {
      const below = down(childId, child);
      if (below.length > 0 || tellsOf(child, offset)) return [[childId, child], ...below];
    }
    return [];
  };
  const plan = plans(snapshot).filter((item) => item.uri === uri);
  return [...plan, ...down(uri, analysis.plan).map(([id, entity]) => itemOf(analysis, id, entity))];
}

/** Equal for two snapshots where the tree of the document looks the same and leads to the same lines. */
export function treeSignature(snapshot: Snapshot, uri: string): string {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return '';
  const lines: string[] = [];
  const add = (id: string, parent: Plan | Group | Ticket) => {
    for (const [childId, child] of withIds(id, childrenOf(parent))) {
      const line = analysis.source.lineAt(child.span.start);
      const { accessibleLabel, settable, checked } = itemOf(analysis, childId, child);
      lines.push(`${childId} ${line} ${settable} ${checked} ${accessibleLabel}`);
      add(childId, child);
    }
  };
  add('', analysis.plan);
  return [planItem(analysis, '').accessibleLabel, ...lines].join('\n');
}

/** Every item below a plan, in the order of the text. */
export function* everyItem(
  analysis: Analysis,
): Generator<{ entity: Group | Ticket; id: string; item: () => TreeItem }> {
  function* below(id: string, parent: Plan | Group | Ticket): ReturnType<typeof everyItem> {
    for (const [childId, entity] of withIds(id, childrenOf(parent))) {
      yield { entity, id: childId, item: () => itemOf(analysis, childId, entity) };
      yield* below(childId, entity);
    }
  }
  yield* below(analysis.uri, analysis.plan);
}

/** The ticket or group of an item; null where there is none, as for a plan. */
export function itemTarget(snapshot: Snapshot, id: string): { analysis: Analysis; entity: Group | Ticket } | null {
  const found = lookUp(snapshot, id);
  return found?.entity ? { analysis: found.analysis, entity: found.entity } : null;
}

function plans(snapshot: Snapshot): TreeItem[] {
  const all = snapshot.planUris.flatMap((uri) => snapshot.analysis(uri) ?? []);
  const titles = all.map(({ plan, uri }) => plain(plan.title ?? '') || fileName(uri));
  return all.map((analysis, i) => {
    const alone = titles.indexOf(titles[i]!) === titles.lastIndexOf(titles[i]!);
    return planItem(analysis, alone ? titles[i]! : `${titles[i]} (${folderAndName(analysis.uri)})`);
  });
}

function planItem(analysis: Analysis, label: string): TreeItem {
  const { plan, uri } = analysis;
  const progress = progressOf(analysis, plan);
  const words = progressWords(analysis.say, progress);
  return {
    id: uri,
    type: 'plan',
    uri,
    span: { start: 0, end: 0 },
    label,
    description: words === '' ? '' : `${progress.done}/${progress.total}`,
    accessibleLabel: [analysis.say('Plan'), label, words].filter(Boolean).join(', '),
    status: null,
    ready: false,
    waiting: false,
    settable: false,
    checked: null,
    hasChildren: childrenOf(plan).length > 0,
  };
}

function itemOf(analysis: Analysis, id: string, entity: Group | Ticket): TreeItem {
  const { status, type } = entity;
  const progress = progressOf(analysis, entity);
  const children = childrenOf(entity).length > 0;
  const counted = type === 'group' && progress.total > 0;
  const ready = type === 'ticket' && !children && analysis.isReady(entity);
  const waiting = !analysis.isDone(entity) && analysis.waitsOn(entity).length > 0;
  const label = nameOf(analysis.say, entity) || '—';
  const place = placeOf(entity);
  return {
    id,
    type,
    uri: analysis.uri,
    span: entity.span,
    label,
    description: describeShort(analysis.say, entity, progress),
    accessibleLabel: [
      label,
      status && statusText(analysis.say, status),
      children || counted ? progressWords(analysis.say, progress) : '',
      ready ? analysis.say('ready to start') : '',
      waiting
        ? analysis.say(
            'waits on {0}',
            together(
              analysis.say,
              analysis.waitsOn(entity).map((target) => nameOf(analysis.say, target.entity)),
            ),
          )
        : '',
    ]
      .filter(Boolean)
      .join(', '),
    status: status?.kind ?? null,
    ready,
    waiting,
    settable: place !== null,
    checked: type === 'ticket' && place && isBoxPlace(analysis.source, place) ? status?.kind === 'done' : null,
    hasChildren: children,
  };
}

/** How far a group is; a ticket's status, and where it has none how far its children are. A box in words. */
function describeShort(say: Say, entity: Group | Ticket, { done, total }: Progress): string {
  const { status } = entity;
  const text = status ? plain(status.text) : '';
  const words = /^\[.?\]$/u.test(text) ? boxWords(say, status!.kind) : text;
  const counts = total > 0 && (entity.type === 'group' || (words === '' && entity.children.length > 0));
  return counts ? `${done}/${total}` : words;
}

const boxWords = (say: Say, kind: StatusKind | null): string => (kind && kind !== 'todo' ? kindWord(say, kind) : '');

/** Siblings with their ids; the same key again gets a number. */
function withIds<T extends Group | Ticket>(parent: string, entities: readonly T[]): [string, T][] {
  const seen = new Map<string, number>();
  return entities.map((entity) => {
    const own = entity.type === 'group' ? `${entity.kind}:${entity.key}` : `ticket:${entity.key}`;
    const times = (seen.get(own) ?? 0) + 1;
    seen.set(own, times);
    return [`${parent}#${encode(times > 1 ? `${own}:${times}` : own)}`, entity];
  });
}

/** Without `#`; lone surrogates are no text that can be encoded. */
const encode = (key: string): string => encodeURIComponent(key.replace(/\p{Cs}/gu, '\ufffd'));

/** What an item stands for; the plan itself where `entity` is null. Null for an id not known. */
export function lookUp(snapshot: Snapshot, id: string): { analysis: Analysis; entity: Group | Ticket | null } | null {
  const [uri, ...steps] = id.split('#');
  const analysis = snapshot.analysis(uri!);
  if (!analysis) return null;
  let path = uri!;
  let entity: Group | Ticket | null = null;
  for (const step of steps) {
    path += `#${step}`;
    const found: [string, Group | Ticket] | undefined = withIds(
      path.slice(0, path.lastIndexOf('#')),
      childrenOf(entity ?? analysis.plan),
    ).find(([childId]) => childId === path);
    if (!found) return null;
    entity = found[1];
  }
  return { analysis, entity };
}

function tellsOf(entity: Group | Ticket, offset: number): boolean {
  const spans = [entity.span, ...(entity.type === 'group' ? entity.mentions.map(({ span }) => span) : [])];
  return spans.some(({ start, end }) => start <= offset && offset <= end);
}

function folderAndName(uri: string): string {
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  return `${fileName(folder)}/${fileName(uri)}`;
}

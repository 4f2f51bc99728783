import type { Analysis, Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Ticket } from '../model/plan';
import { check } from '../rules/check';
import { listed } from '../text/lists';
import { rowOf } from './cells';
import { fileName } from './describe';
import { plain } from './markdown';
import { linesOf } from './movedText';
import { nameOf, statusText } from './names';
import { entityAt } from './place';
import { placeOf, waysOf } from './setStatus';

/** Longer text is no longer context. */
const maxLines = 200;

/**
 * Tickets with their context as a text for an agent: where each stands, what it says, what it waits on and what waits on it, what
 * is wrong with it, and how the plan says that it is done. The plan's own text stands in fences that it cannot close.
 * @param pathOf What a document is called, as someone in the workspace would open it.
 */
export function promptFor(
  snapshot: Snapshot,
  targets: readonly Target[],
  pathOf: (uri: string) => string = fileName,
): string {
  return targets.map((target) => `${one(snapshot, target, pathOf).join('\n\n')}\n`).join('\n');
}

function one(snapshot: Snapshot, { uri, entity }: Target, pathOf: (uri: string) => string): string[] {
  const { say } = snapshot;
  const analysis = snapshot.analysis(uri)!;
  const path = pathOf(uri);
  const line = analysis.source.lineAt(entity.span.start) + 1;
  const group = entity.type === 'ticket' ? entity.group : entity.parent;
  const place = group ? say('{0}, line {1}, in {2}', path, line, nameOf(say, group)) : say('{0}, line {1}', path, line);
  const name = ({ uri: other, entity: target }: Target): string => {
    const where = other === uri ? '' : ` (${pathOf(other)})`;
    return `${nameOf(say, target)}${target.status ? ` · ${statusText(say, target.status)}` : ''}${where}`;
  };
  const met = analysis.dependencies(entity).flatMap((one) => (one.met && one.problem === null ? one.targets : []));
  const problems = check(snapshot, uri).filter(({ span }) => entityAt(analysis.plan, span.start) === entity);
  const facts: [string, string | null][] = [
    [say('Status'), entity.status && statusText(say, entity.status)],
    ...(entity.type === 'ticket' ? factsOf(say, entity) : []),
  ];
  return [
    `# ${nameOf(say, entity)}`,
    place,
    facts.flatMap(([label, value]) => (value ? `- ${label}: ${plain(value)}` : [])).join('\n'),
    bullets(say('Waits on'), analysis.waitsOn(entity).map(name)),
    bullets(say('Depends on'), met.map(name)),
    bullets(say('Unblocks'), analysis.unblocks(entity).map(name)),
    fenced(textOf(analysis, entity)),
    bullets(
      say('Problems that were found'),
      problems.map(({ message }) => message),
    ),
    howItIsDone(analysis, entity, path),
  ].filter((part) => part !== '');
}

const factsOf = (say: Snapshot['say'], { owner, branch, priority, estimate }: Ticket): [string, string | null][] => [
  [say('Owner'), owner],
  [say('Branch'), branch],
  [say('Priority'), priority],
  [say('Estimate'), estimate],
];

const bullets = (title: string, items: readonly string[]): string =>
  items.length === 0 ? '' : [`${title}:`, ...items.map((item) => `- ${item}`)].join('\n');

/** A row below the head of its table; the lines of an item or heading with all that they hold. */
function textOf(analysis: Analysis, entity: Target['entity']): string {
  const { source } = analysis;
  const cut = (text: string): string =>
    text
      .split(/\r\n|\n|\r/)
      .slice(0, maxLines)
      .join('\n')
      .trimEnd();
  if (entity.type === 'group') return cut(entity.body ? source.slice(entity.body) : source.slice(entity.span));
  const found = entity.shape === 'row' ? rowOf(analysis, entity) : null;
  if (!found) return cut(linesOf(analysis, entity));
  const head = source.lineAt(found.table.span.start);
  return [head, head + 1, source.lineAt(entity.span.start)]
    .map((line) => source.slice(source.line(line)).trim())
    .join('\n');
}

/** In a fence longer than any that is in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`{3,}/g), ([fence]) => fence.length));
  const fence = '`'.repeat(longest + 1);
  return text === '' ? '' : `${fence}markdown\n${text}\n${fence}`;
}

function howItIsDone(analysis: Analysis, entity: Target['entity'], path: string): string {
  const { say } = analysis;
  const place = placeOf(entity);
  const ways = place ? waysOf(analysis, place) : [];
  const done = ways.find(({ kind }) => kind === 'done');
  if (!done) return '';
  const words = listed(
    say,
    ways.map(({ word }) => word),
  );
  return say(
    'When it is done, set its status in {0} to {1} (one of {2}) and bring the counts along.',
    path,
    done.word,
    words,
  );
}

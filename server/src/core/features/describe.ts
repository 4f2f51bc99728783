import type { Analysis, ResolvedDependency, Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Ticket } from '../model/plan';
import { listed } from '../text/lists';
import type { Say } from '../text/say';
import { escapeMarkdown, link } from './markdown';
import { nameOf, statusText } from './names';
import { progressOf, progressWords } from './progress';

/** A list in a hover ends here, with the number of what is left. */
const maxItems = 12;

/**
 * The Markdown that tells of a ticket or a group: its name, status and progress, what it waits on and why, what it
 * unblocks; every name is a link to its line. Empty where its document is not in the snapshot.
 */
export function describe(snapshot: Snapshot, target: Target): string {
  const analysis = snapshot.analysis(target.uri);
  if (!analysis) return '';
  const { entity } = target;
  return [
    `**${linkTo(snapshot, target)}**`,
    [entity.status && escapeMarkdown(statusText(snapshot.say, entity.status)), standing(analysis, target)]
      .filter(Boolean)
      .join(' · '),
    ...dependencies(snapshot, analysis, target),
    list(
      snapshot.say,
      snapshot.say('Unblocks'),
      analysis.unblocks(entity).map((one) => withStatus(snapshot, one)),
    ),
    entity.type === 'ticket' ? facts(snapshot.say, entity) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The Markdown that tells of a whole plan. */
export function describePlan(analysis: Analysis): string {
  const { plan, uri, say } = analysis;
  const title = plan.title === null ? fileName(uri) : plan.title;
  return [`**${link(title, uri)}**`, progressWords(say, progressOf(analysis, plan))].filter(Boolean).join('\n\n');
}

/** A link to the line that tells of a ticket or a group, under its name. */
export function linkTo(snapshot: Snapshot, { uri, entity }: Target): string {
  const line = snapshot.source(uri)?.lineAt(entity.span.start) ?? 0;
  return link(nameOf(snapshot.say, entity), `${uri}#L${line + 1}`);
}

/** The link, and how the target stands. */
export function withStatus(snapshot: Snapshot, target: Target): string {
  const analysis = snapshot.analysis(target.uri);
  const progress = analysis && target.entity.type === 'group' ? progressOf(analysis, target.entity) : null;
  const standing = [
    target.entity.status && escapeMarkdown(statusText(snapshot.say, target.entity.status)),
    progress && progress.total > 0 ? `${progress.done}/${progress.total}` : null,
  ].filter(Boolean);
  return [linkTo(snapshot, target), ...standing].join(' · ');
}

/** A titled list of Markdown items; empty where there are none. */
export function list(say: Say, title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const shown = items.slice(0, maxItems).map((item) => `- ${item}`);
  if (items.length > maxItems) shown.push(`- ${say('and {0} more', items.length - maxItems)}`);
  return [`${title}:`, '', ...shown].join('\n');
}

/** The last part of a URI, readable. */
export function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function standing(analysis: Analysis, { entity }: Target): string {
  if (entity.type === 'group') return progressWords(analysis.say, progressOf(analysis, entity));
  const parts = entity.children.length > 0 ? [progressWords(analysis.say, progressOf(analysis, entity))] : [];
  if (entity.children.length === 0 && analysis.isReady(entity)) parts.push(analysis.say('ready to start'));
  return parts.filter((part) => part !== '').join(' · ');
}

function dependencies(snapshot: Snapshot, analysis: Analysis, { entity }: Target): string[] {
  const { say } = snapshot;
  const all = analysis.dependencies(entity);
  const waiting = all.filter((one) => !one.met).flatMap((one) => unmet(snapshot, one));
  const met = all
    .filter((one) => one.met)
    .flatMap((one) => one.targets.map((target) => withStatus(snapshot, target) + note(analysis.say, one)));
  const open = all.filter((one) => one.problem !== null).flatMap((one) => notUnderstood(snapshot, one));
  return [
    list(say, say(analysis.isDone(entity) ? 'Depends on what is not done' : 'Waits on'), waiting),
    list(say, say('Depends on'), met),
    list(say, say('Not understood'), open),
  ].filter((part) => part !== '');
}

function unmet(snapshot: Snapshot, dependency: ResolvedDependency): string[] {
  const left = dependency.targets.filter((target) => !snapshot.analysis(target.uri)?.isDone(target.entity));
  return left.map((target) => withStatus(snapshot, target));
}

const note = (say: Say, dependency: ResolvedDependency): string =>
  dependency.soft ? ` · ${say('wanted, not needed')}` : '';

function notUnderstood(snapshot: Snapshot, dependency: ResolvedDependency): string[] {
  const { say } = snapshot;
  const text = escapeMarkdown(dependency.text);
  if (dependency.problem === 'ambiguous')
    return [
      say(
        '{0} fits {1}',
        text,
        listed(
          say,
          dependency.targets.map((target) => linkTo(snapshot, target)),
        ),
      ),
    ];
  if (dependency.problem !== 'unknown') return [];
  return [
    dependency.suggestion === null
      ? say('{0} is in no plan', text)
      : say('{0} is in no plan; did you mean {1}?', text, escapeMarkdown(dependency.suggestion)),
  ];
}

function facts(say: Say, ticket: Ticket): string {
  const known: [string, string | null][] = [
    [say('Owner'), ticket.owner],
    [say('Branch'), ticket.branch],
    [say('Priority'), ticket.priority],
    [say('Estimate'), ticket.estimate],
  ];
  return known
    .filter((fact): fact is [string, string] => fact[1] !== null && fact[1].trim() !== '')
    .map(([label, value]) => `${label}: ${escapeMarkdown(value)}`)
    .join(' · ');
}

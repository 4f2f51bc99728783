import type { Analysis, ResolvedDependency, Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Ticket } from '../model/plan';
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
    [entity.status && escapeMarkdown(statusText(entity.status)), standing(analysis, target)]
      .filter(Boolean)
      .join(' · '),
    ...dependencies(snapshot, analysis, target),
    list(
      'Unblocks',
      analysis.unblocks(entity).map((one) => withStatus(snapshot, one)),
    ),
    entity.type === 'ticket' ? facts(entity) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The Markdown that tells of a whole plan. */
export function describePlan(analysis: Analysis): string {
  const { plan, uri } = analysis;
  const title = plan.title === null ? fileName(uri) : plan.title;
  return [`**${link(title, uri)}**`, progressWords(progressOf(analysis, plan))].filter(Boolean).join('\n\n');
}

/** A link to the line that tells of a ticket or a group, under its name. */
export function linkTo(snapshot: Snapshot, { uri, entity }: Target): string {
  const line = snapshot.source(uri)?.lineAt(entity.span.start) ?? 0;
  return link(nameOf(entity), `${uri}#L${line + 1}`);
}

/** The link, and how the target stands. */
export function withStatus(snapshot: Snapshot, target: Target): string {
  const analysis = snapshot.analysis(target.uri);
  const progress = analysis && target.entity.type === 'group' ? progressOf(analysis, target.entity) : null;
  const standing = [
    target.entity.status && escapeMarkdown(statusText(target.entity.status)),
    progress && progress.total > 0 ? `${progress.done}/${progress.total}` : null,
  ].filter(Boolean);
  return [linkTo(snapshot, target), ...standing].join(' · ');
}

/** A titled list of Markdown items; empty where there are none. */
export function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const shown = items.slice(0, maxItems).map((item) => `- ${item}`);
  if (items.length > maxItems) shown.push(`- and ${items.length - maxItems} more`);
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
  if (entity.type === 'group') return progressWords(progressOf(analysis, entity));
  const parts = entity.children.length > 0 ? [progressWords(progressOf(analysis, entity))] : [];
  if (entity.children.length === 0 && analysis.isReady(entity)) parts.push('ready to start');
  return parts.filter((part) => part !== '').join(' · ');
}

function dependencies(snapshot: Snapshot, analysis: Analysis, { entity }: Target): string[] {
  const all = analysis.dependencies(entity);
  const waiting = all.filter((one) => !one.met).flatMap((one) => unmet(snapshot, one));
  const met = all
    .filter((one) => one.met)
    .flatMap((one) => one.targets.map((target) => withStatus(snapshot, target) + note(one)));
  const open = all.filter((one) => one.problem !== null).flatMap((one) => notUnderstood(snapshot, one));
  return [
    list(analysis.isDone(entity) ? 'Depends on what is not done' : 'Waits on', waiting),
    list('Depends on', met),
    list('Not understood', open),
  ].filter((part) => part !== '');
}

function unmet(snapshot: Snapshot, dependency: ResolvedDependency): string[] {
  const left = dependency.targets.filter((target) => !snapshot.analysis(target.uri)?.isDone(target.entity));
  return left.map((target) => withStatus(snapshot, target));
}

const note = (dependency: ResolvedDependency): string => (dependency.soft ? ' · wanted, not needed' : '');

function notUnderstood(snapshot: Snapshot, dependency: ResolvedDependency): string[] {
  const text = escapeMarkdown(dependency.text);
  if (dependency.problem === 'ambiguous')
    return [`${text} fits ${dependency.targets.map((target) => linkTo(snapshot, target)).join(', ')}`];
  if (dependency.problem !== 'unknown') return [];
  const near = dependency.suggestion === null ? '' : `; did you mean ${escapeMarkdown(dependency.suggestion)}?`;
  return [`${text} is in no plan${near}`];
}

function facts(ticket: Ticket): string {
  const known: [string, string | null][] = [
    ['Owner', ticket.owner],
    ['Branch', ticket.branch],
    ['Priority', ticket.priority],
    ['Estimate', ticket.estimate],
  ];
  return known
    .filter((fact): fact is [string, string] => fact[1] !== null && fact[1].trim() !== '')
    .map(([label, value]) => `${label}: ${escapeMarkdown(value)}`)
    .join(' · ');
}

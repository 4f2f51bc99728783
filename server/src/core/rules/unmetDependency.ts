import * as z from 'zod/mini';
import type { Analysis } from '../analysis/analysis';
import type { Selector } from '../analysis/selection';
import type { Group, Status, StatusKind, Ticket } from '../model/plan';
import { nameOf, relatedTo, statusText } from './names';
import { someOf } from './options';
import type { Rule } from './rule';

const options = z.strictObject({
  statuses: someOf(
    ['active', 'review', 'done'],
    ['active', 'review', 'done'],
    'Which statuses of a ticket rest on what it depends on.',
  ),
});

export const unmetDependency: Rule<typeof options> = {
  id: 'unmet-dependency',
  severity: 'warning',
  summary: 'A ticket is done, in review or in progress while what it depends on is not done.',
  details: `A finished ticket cannot rest on an unfinished one: either the dependency was finished and its status is old, or the ticket
was not really finished, or it does not depend on it after all. Work in progress on top of unfinished work is allowed, and only
worth an information.

Silent for soft dependencies ("recommended", 推奨), for names that could mean several tickets, and for what is dropped.`,
  options,
  examples: [
    {
      bad: `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Schema | In Progress | - |
| A-2 | Login | Done | A-1 |
                       ^^^ warning unmet-dependency: A-2 is Done but depends on A-1, which is In Progress
`,
      good: `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Schema | Done | - |
| A-2 | Login | Done | A-1 |
`,
    },
  ],
  *check({ analysis, options }) {
    const { say } = analysis;
    for (const entity of analysis.select(isEarly)) {
      const status = entity.status ?? derived(analysis, entity);
      const kind = status?.kind;
      if (!status || !options.statuses.some((one) => one === kind)) continue;
      for (const dependency of analysis.dependencies(entity)) {
        if (dependency.met || dependency.problem !== null) continue;
        const open = dependency.targets.filter(
          ({ entity: target }) =>
            !analysis.isDone(target) && target.status?.kind !== 'dropped' && isKnown(analysis, target),
        );
        if (open.length === 0) continue;
        const list = open.map(({ entity: target }) =>
          target.status
            ? say('{0}, which is {1}', nameOf(target), statusText(target.status))
            : say('{0}, which is not finished', nameOf(target)),
        );
        const said = { uri: analysis.uri, span: dependency.span, message: say('where the plan says so') };
        yield {
          severity: kind === 'active' ? 'info' : 'warning',
          message: say(
            '{0} is {1} but depends on {2}',
            nameOf(entity),
            status === entity.status ? statusText(status) : say('done'),
            list.reduce((all, one) => say('{0}, and on {1}', all, one)),
          ),
          span: dependency.told ? status.span : dependency.span,
          related: [...(dependency.told ? [said] : []), ...open.map((target) => relatedTo(say, target))],
        };
      }
    }
  },
};

/** It is begun, and something that it depends on is not met. */
const isEarly: Selector = (entity, analysis) =>
  entity.dependencies.length > 0 &&
  begun.includes((entity.status ?? derived(analysis, entity))?.kind) &&
  analysis.dependencies(entity).some(({ met, problem }) => !met && problem === null);

const begun: readonly (StatusKind | null | undefined)[] = ['active', 'review', 'done'];

/** A ticket without a status of its own is done when all below it is; that is said where the first of it is. */
function derived(analysis: Analysis, entity: Ticket | Group): Status | null {
  if (entity.type === 'group' || !analysis.isDone(entity)) return null;
  let leaf: Ticket = entity;
  while (leaf.children[0]) leaf = leaf.children[0];
  return leaf.status && { ...leaf.status, text: 'done', kind: 'done' };
}

/** Whether it can be told how far a target is. */
const isKnown = (analysis: Analysis, target: Ticket | Group): boolean =>
  Boolean(target.status?.kind) ||
  (target.type === 'group' ? analysis.totals(target).total > 0 : target.children.length > 0);

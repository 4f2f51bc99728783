import { nameOf, relatedTo, statusText } from './names';
import type { Rule } from './rule';

export const unmetDependency: Rule = {
  id: 'unmet-dependency',
  severity: 'warning',
  summary: 'A ticket is done, in review or in progress while what it depends on is not done.',
  details: `A finished ticket cannot rest on an unfinished one: either the dependency was finished and its status is old, or the ticket
was not really finished, or it does not depend on it after all. Work in progress on top of unfinished work is allowed, and only
worth an information.

Silent for soft dependencies ("recommended", 推奨), for names that could mean several tickets, and for what is dropped.`,
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
  *check({ analysis }) {
    for (const entity of [...analysis.plan.allTickets, ...analysis.plan.allGroups]) {
      const kind = entity.status?.kind;
      if (kind !== 'done' && kind !== 'review' && kind !== 'active') continue;
      if (entity.dependencies.length === 0) continue;
      for (const dependency of analysis.dependencies(entity)) {
        if (dependency.met || dependency.problem !== null) continue;
        const open = dependency.targets.filter(
          (target) => !analysis.isDone(target.entity) && target.entity.status?.kind !== 'dropped',
        );
        const known = open.filter(
          ({ entity: target }) => target.status?.kind || (target.type === 'group' && analysis.totals(target).total > 0),
        );
        if (known.length === 0) continue;
        const list = known.map(
          ({ entity: target }) =>
            `${nameOf(target)}, which is ${target.status ? statusText(target.status) : 'not finished'}`,
        );
        yield {
          severity: kind === 'active' ? 'info' : 'warning',
          message: `${nameOf(entity)} is ${statusText(entity.status)} but depends on ${list.join(', and on ')}`,
          span: dependency.span,
          related: known.map(relatedTo),
        };
      }
    }
  },
};

import type { Analysis } from '../analysis/analysis';
import type { Selector } from '../analysis/selection';
import type { Group, Ticket } from '../model/plan';
import { nameOf } from './names';
import type { Rule } from './rule';

type Entity = Ticket | Group;

export const dependencyCycle: Rule = {
  id: 'dependency-cycle',
  severity: 'error',
  summary: 'Tickets depend on each other in a circle.',
  details: `Nothing in a circle of dependencies can be started. The finding stands on the first dependency of the circle; its related places
are the others, in order.`,
  examples: [
    {
      bad: `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Schema | Open | A-2 |
                        ^^^ error dependency-cycle: A-1 → A-2 → A-1 depend on each other in a circle
| A-2 | Login | Open | A-1 |
`,
      good: `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | Schema | Open | - |
| A-2 | Login | Open | A-1 |
`,
    },
  ],
  *check({ analysis }) {
    const { say } = analysis;
    for (const cycle of cycles(analysis)) {
      const [first] = cycle;
      const edge = (from: Entity, to: Entity) =>
        analysis.dependencies(from).find(({ targets }) => targets.some(({ entity }) => entity === to))!;
      const next = (i: number): Entity => cycle[(i + 1) % cycle.length]!;
      yield {
        message: say('{0} depend on each other in a circle', [...cycle, first!].map(nameOf).join(' → ')),
        span: edge(first!, next(0)).span,
        related: cycle.slice(1).map((entity, i) => ({
          uri: analysis.uri,
          span: edge(entity, next(i + 1)).span,
          message: say('{0} depends on {1}', nameOf(entity), nameOf(next(i + 1))),
        })),
      };
    }
  },
};

/** Not all that it depends on are tickets before it. */
const pointsDown: Selector = (entity, analysis) =>
  entity.dependencies.length > 0 &&
  (entity.type === 'group' ||
    analysis
      .dependencies(entity)
      .some(({ targets }) =>
        targets.some(({ entity: target }) => target.type === 'group' || target.index >= entity.index),
      ));

/**
 * Circles of the plan's dependencies, each from its first ticket in the text on: depth-first search with an explicit stack, each
 * ticket entered once, so linear in tickets and dependencies. A circle has a dependency that does not point upwards in the text,
 * so the search starts from those alone, and in nearly every plan there is none.
 */
function cycles(analysis: Analysis): Entity[][] {
  const found: Entity[][] = [];
  const state = new Map<Entity, 'open' | 'closed'>();
  const targetsOf = (entity: Entity): Entity[] =>
    analysis
      .dependencies(entity)
      .flatMap(({ targets, soft, problem }) =>
        soft || problem !== null
          ? []
          : targets.filter(({ uri }) => uri === analysis.uri).map((target) => target.entity),
      );
  for (const root of analysis.select(pointsDown)) {
    if (state.has(root)) continue;
    const path: { entity: Entity; targets: Entity[]; at: number }[] = [
      { entity: root, targets: targetsOf(root), at: 0 },
    ];
    state.set(root, 'open');
    while (path.length > 0) {
      const top = path.at(-1)!;
      const next = top.targets[top.at++];
      if (!next) {
        state.set(top.entity, 'closed');
        path.pop();
      } else if (!state.has(next)) {
        state.set(next, 'open');
        path.push({ entity: next, targets: targetsOf(next), at: 0 });
      } else if (state.get(next) === 'open') {
        const cycle = path.slice(path.findIndex(({ entity }) => entity === next)).map(({ entity }) => entity);
        const first = cycle.reduce((least, entity, i) => (entity.span.start < cycle[least]!.span.start ? i : least), 0);
        found.push([...cycle.slice(first), ...cycle.slice(0, first)]);
      }
    }
  }
  return found;
}

import type { Analysis } from '../../server/src/core/analysis/analysis';
import type { Group, Plan, Ticket } from '../../server/src/core/model/plan';

type Entity = Ticket | Group;

const isEntity = (value: object): value is Entity =>
  'type' in value && (value.type === 'ticket' || value.type === 'group');

const nameOf = (entity: Entity): string =>
  entity.type === 'ticket' ? entity.key : `${entity.kind}:${entity.key} ${entity.title}`;

/** What can be read off an object: its own fields and what its class works out. */
function fieldsOf(value: object): [string, unknown][] {
  const names = new Set(Object.keys(value));
  const kind = Object.getPrototypeOf(value);
  if (kind !== Object.prototype)
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(kind))) if (get) names.add(name);
  return [...names].map((name) => [name, value[name as keyof typeof value]]);
}

/** Where a line is read from, or what a later layer knows of it: no part of the answer. */
const ways = new Set(['memo', 'line', 'read', 'place', 'now', 'dependency', 'pruned']);

/** A value as plain data; tickets and groups inside it by their names. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map)
    return [...value].map(([key, one]) => [key, plain(one)]).sort((a, b) => (`${a[0]}` < `${b[0]}` ? -1 : 1));
  if (isEntity(value)) return nameOf(value);
  return plainFields(value);
}

const plainFields = (value: object): Record<string, unknown> =>
  Object.fromEntries(fieldsOf(value).flatMap(([name, one]) => (ways.has(name) ? [] : [[name, plain(one)]])));

/** All that a plan says, as plain data, so that two can be compared. */
export function plainPlan(plan: Plan | undefined): unknown {
  if (!plan) return null;
  const { allTickets, allGroups, ...rest } = plan;
  return { tickets: allTickets.map(plainFields), groups: allGroups.map(plainFields), rest: plain(rest) };
}

/** Everything that is worked out of a plan. */
export function derived(analysis: Analysis | null): unknown {
  if (!analysis) return null;
  return [...analysis.plan.allTickets, ...analysis.plan.allGroups].map((entity) => [
    entity.key,
    analysis.isDone(entity),
    entity.type === 'ticket' ? analysis.isReady(entity) : analysis.totals(entity),
    analysis
      .dependencies(entity)
      .map(({ text, span, soft, told, targets, met, problem, suggestion }) => [
        [text, span, soft, told],
        targets.map((t) => [t.uri, t.entity.key]),
        [met, problem, suggestion],
      ]),
    analysis.waitsOn(entity).map((target) => target.entity.key),
    analysis.unblocks(entity).map((target) => target.entity.key),
  ]);
}

import type { Graph, GraphBand, GraphEdge, GraphNode, GraphStatus } from '../../../server/src/protocol';
import { type Guard, isBoolean, isNumber, isString, listOf, nullOr, objectOf, oneOf } from '../../src/panels/guards';
import { isKind } from '../../src/panels/messages';

/** Whether something is a graph whose numbers lead somewhere. */
export const isGraph: Guard<Graph> = (value): value is Graph => {
  if (!isShape(value)) return false;
  const { bands, nodes, edges, critical } = value;
  const isNode = (i: number) => i in nodes;
  const isEnd = (end: number) => (end < 0 ? (~end) in bands : end in nodes);
  return (
    nodes.every(({ band }) => band in bands) &&
    bands.every(({ parent }) => parent === null || parent in bands) &&
    edges.every(({ from, to }) => isEnd(from) && isEnd(to)) &&
    (critical === null || critical.nodes.every(isNode))
  );
};

const isStatus = nullOr(objectOf<GraphStatus>({ text: isString, kind: nullOr(isKind) }));

const isShape = objectOf<Graph>({
  uri: isString,
  title: isString,
  bands: listOf(
    objectOf<GraphBand>({
      id: isString,
      kind: oneOf('phase', 'sprint', 'epic', 'milestone', 'section', 'plan'),
      key: isString,
      title: isString,
      status: isStatus,
      done: isNumber,
      total: isNumber,
      parent: nullOr(isNumber),
      uri: isString,
      line: isNumber,
    }),
  ),
  nodes: listOf(
    objectOf<GraphNode>({
      id: isString,
      name: nullOr(isString),
      key: isString,
      title: isString,
      status: isStatus,
      band: isNumber,
      owner: nullOr(isString),
      estimate: nullOr(isString),
      done: isNumber,
      total: isNumber,
      isDone: isBoolean,
      ready: isBoolean,
      waiting: isBoolean,
      settable: isBoolean,
      findings: listOf(
        objectOf<GraphNode['findings'][number]>({
          rule: isString,
          severity: oneOf('error', 'warning', 'info', 'hint'),
          message: isString,
        }),
      ),
      accessibleLabel: isString,
      line: isNumber,
    }),
  ),
  edges: listOf(
    objectOf<GraphEdge>({
      from: isNumber,
      to: isNumber,
      met: isBoolean,
      soft: isBoolean,
      cycle: isBoolean,
      broken: isBoolean,
    }),
  ),
  critical: nullOr(
    objectOf<NonNullable<Graph['critical']>>({ nodes: listOf(isNumber), length: isNumber, unit: nullOr(isString) }),
  ),
});

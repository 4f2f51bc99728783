import type { Box } from '../../../server/src/graph/layout';

/** Whether two boxes have a place in common. */
export const touches = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;

/** Whether one box lies in another. */
export const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** Twice as wide and as high, around the same middle. */
export const grown = ({ x, y, width, height }: Box): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width: width * 2,
  height: height * 2,
});

/** What holds two boxes, and the way of an edge between them. */
export const around = (a: Box, b: Box): Box => {
  const x = Math.min(a.x, b.x) - 60;
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) + 60 - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
};

import type { Element as Drawn } from '../../../server/src/graph/elements';
import { svg } from './dom';

/** What was drawn, as elements of the page. Its tooltips are left out: the page has its own. */
export function drawnToDom({ tag, attributes, children }: Drawn): SVGElement {
  return svg(
    tag as 'g',
    attributes,
    ...children.map((child) => (typeof child === 'string' ? child : child.tag === 'title' ? null : drawnToDom(child))),
  );
}

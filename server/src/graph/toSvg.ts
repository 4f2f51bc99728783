import { sizesOf } from './draw';
import { layOut } from './layout';
import { type SvgOptions, svgOf } from './svg';
import { everything, type Picture, type View, visibleIn } from './visible';

/** A graph laid out and drawn as an SVG document of its own. */
export function toSvg(picture: Picture, options: SvgOptions, view: View = everything): string {
  const visible = visibleIn(picture, view);
  return svgOf(picture, visible, layOut(visible, sizesOf(picture)), options);
}

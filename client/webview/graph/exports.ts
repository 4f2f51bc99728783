import type { Say } from '../../../server/src/graph/say';
import type { Scheme } from '../../../server/src/graph/style';
import { svgOf } from '../../../server/src/graph/svg';
import type { GraphMessage } from '../../src/panels/graphMessages';
import { announce } from '../kit/announce';
import { post } from '../kit/host';
import { l10n } from '../kit/l10n';
import type { Model } from './scene';

/** What a canvas can hold in either direction. */
const mostPixels = 12_000;

/** Saves what is shown, folded and narrowed as it is, as a picture that stands alone. */
export async function exportAs(format: 'svg' | 'png', model: Model, say: Say): Promise<void> {
  const draw = (scheme: Scheme) =>
    svgOf(model.graph, model.visible, model.layout, { title: model.graph.title, say, scheme });
  const dark = /vscode-(?:dark|high-contrast(?!-light))/.test(document.body.className);
  try {
    const content = format === 'svg' ? draw('auto') : await toPng(draw(dark ? 'dark' : 'light'));
    post<GraphMessage>({ type: 'export', format, content });
  } catch {
    announce(l10n.t('The picture could not be made.'), true);
  }
}

/** In base 64. */
async function toPng(text: string): Promise<string> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    await new Promise((done, fail) => {
      image.addEventListener('load', done);
      image.addEventListener('error', fail);
      // The kit sets no source of anything; this one is our own picture.
      image.src = address;
    });
    const scale = Math.min(2, mostPixels / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(image.naturalWidth * scale);
    canvas.height = Math.floor(image.naturalHeight * scale);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').replace(/^data:[^,]*,/, '');
  } finally {
    URL.revokeObjectURL(address);
  }
}

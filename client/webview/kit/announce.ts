import { h, setText } from './dom';

const shownFor = 6000;

const region = h('div', { class: 'told', role: 'status', 'aria-live': 'polite' });
// There before there is something to say: else it would not be read out.
document.body.append(region);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Reads a text out, and shows it for a while where it is to be `seen`. */
export function announce(text: string, seen = false): void {
  clearTimeout(timer);
  region.classList.toggle('seen', seen);
  // The same words twice are news, too.
  setText(region, region.textContent === text ? `${text}\u200b` : text);
  if (seen) timer = setTimeout(() => region.classList.remove('seen'), shownFor);
}

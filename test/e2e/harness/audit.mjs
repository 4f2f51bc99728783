// Whether what is shown can be used by everybody: axe-core, which is run in the page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { until } from './until.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2, levels A and AA, and what is good practice beyond them. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What does not hold where it is looked for by the tool.
 * @type {{ rule: string, selector: string }[]}
 */
const exceptions = [
  // What is drawn on a ticket or phase of the graph is several texts, cut off where they are long, which axe reads as one word.
  // That the name tells all of it is a test of its own.
  { rule: 'label-content-name-mismatch', selector: '[data-node], [data-band]' },
  // Signs, which nobody would say; axe cannot tell either.
  { rule: 'label-content-name-mismatch', selector: '.zoom button' },
];

/**
 * What is not accessible in the webview in sight, a line each. It is run by the browser's devtools, beside the page's own
 * policy, which stays as strict as it is.
 * @param {import('./window.mjs').Window} window
 * @param {string} [part] a selector; all of the page without it
 * @returns {Promise<string[]>}
 */
export async function audit(window, part = 'html') {
  return until('the page is looked at', async () => {
    const body = await window.webview.locator('body').elementHandle();
    const frame = await body?.ownerFrame();
    if (!frame) return null;
    if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axe);
    return frame.evaluate(found, { part, tags, exceptions });
  });
}

/**
 * Runs in the page. What axe leaves undecided counts as found, but for contrasts: these are measured then.
 * @param {{ part: string, tags: string[], exceptions: { rule: string, selector: string }[] }} options
 * @returns {Promise<string[]>}
 */
async function found({ part, tags, exceptions }) {
  // What has no ground of its own lies on that of the editor.
  if (getComputedStyle(document.body).backgroundColor === 'rgba(0, 0, 0, 0)')
    document.body.style.backgroundColor = 'var(--vscode-editor-background)';
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  /** @param {string[]} colours one over the other */
  const luminance = (...colours) => {
    if (!canvas) throw new Error('This browser has no canvas');
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
      const part = byte / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  /** The contrast of a text with what lies below its middle; of one out of sight there is none. @param {Element} text */
  const contrast = (text) => {
    const { left, top, width, height } = text.getBoundingClientRect();
    const stack = document.elementsFromPoint(left + width / 2, top + height / 2);
    if (!stack.includes(text)) return Number.POSITIVE_INFINITY;
    const below = stack.slice(stack.indexOf(text) + 1).map((one) => {
      const { fill, backgroundColor } = getComputedStyle(one);
      return one.matches('rect, path, circle') ? fill.replace('none', 'transparent') : backgroundColor;
    });
    const { fill, color } = getComputedStyle(text);
    const back = below.reverse();
    const own = luminance(...back, text.matches('text') ? fill : color);
    const other = luminance(...back);
    return (Math.max(own, other) + 0.05) / (Math.min(own, other) + 0.05);
  };
  const { violations, incomplete } = await /** @type {any} */ (globalThis).axe.run(part, {
    iframes: false,
    runOnly: { type: 'tag', values: tags },
    rules: { 'target-size': { enabled: true } },
  });
  /** @type {string[]} */
  const lines = [];
  for (const { id, nodes } of [...violations, ...incomplete])
    for (const { target, any, all, none } of nodes) {
      const element = document.querySelector(target[0]);
      if (exceptions.some(({ rule, selector }) => rule === id && element?.matches(selector))) continue;
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
      const isOpen = id === 'color-contrast' && !violations.some((one) => one.nodes === nodes);
      const measured = isOpen && element ? contrast(element) : 0;
      if (measured < 4.5) lines.push(`${id}: ${target}: ${isOpen ? `${measured.toFixed(2)} of 4.5` : why}`);
    }
  return lines;
}

// How board and graph do with large plans in a real window: node test/e2e/measurePictures.mjs [tickets …] (after npm run
// package). No test: figures for people. Times are those of the webview's own clock, where they are not of the whole way.
import { setTimeout as delay } from 'node:timers/promises';
import { exitOnSignals } from '../../scripts/lib/cleanup.mjs';
import { script } from '../../scripts/lib/run.mjs';
import { closeBrowser, openWindow } from './harness/window.mjs';

/**
 * Phases of 40 tickets, one dependency a ticket on average, a quarter of them to anywhere before.
 * @param {number} count
 */
function planOf(count) {
  const lines = ['# Large', ''];
  for (let i = 0; i < count; i++) {
    if (i % 40 === 0)
      lines.push('', `## Phase ${i / 40 + 1}`, '', '| ID | Task | Status | Owner | Depends on |', '|--|--|--|--|--|');
    const on = i === 0 ? '-' : `T-${i % 4 === 0 ? (i * 7 + 3) % i : i - 1}`;
    lines.push(`| T-${i} | Piece ${i} of the work | ${i % 3 ? 'Open' : 'Done'} | Mia | ${on} |`);
  }
  return `${lines.join('\n')}\n`;
}

const pictures = /** @type {const} */ ([
  { name: 'Board', item: '.card', text: '.title', handle: '.card' },
  { name: 'Graph', item: '.node', text: 'text.title', handle: '.stage' },
]);

/**
 * @param {number} tickets
 * @param {(typeof pictures)[number]} picture
 */
async function measure(tickets, { name, item, text, handle }) {
  const plan = planOf(tickets);
  const settings = { 'planTruth.tree.updateSummary': false, 'editor.wordWrap': 'off' };
  const window = await openWindow({ fixtures: [], files: { 'LARGE.md': plan }, open: 'LARGE.md', settings });
  try {
    const { page } = window;
    const line = plan.split('\n').findIndex((one) => one.startsWith('| T-1 ')) + 1;
    const column = (plan.split('\n')[line - 1] ?? '').indexOf(' of the work') + 1;
    await window.line('Large').waitFor();
    await window.run('View: Split Editor Right');
    await delay(2_000);

    const input = page.locator('.quick-input-widget input').first();
    await page.keyboard.press('F1');
    await input.fill(`>Plan Truth: Show ${name}`);
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    const asked = Date.now();
    await page.keyboard.press('Enter');
    await window.webview.locator(`${item}, .band`).first().waitFor();
    const first = Date.now() - asked;
    await delay(3_000);
    // All phases of a large graph are folded at first.
    const folded = window.webview.locator('.band[aria-expanded="false"]');
    if ((await folded.count()) > 0) {
      await folded.first().click();
      await window.webview.locator(item).first().waitFor();
      await page.keyboard.press('Home');
    }
    await window.webview.locator(item, { hasText: 'T-1' }).first().waitFor();

    const found = await page.locator('iframe.webview:visible').elementHandle();
    const outer = await found?.contentFrame();
    const frame = await (await outer?.locator('iframe#active-frame').elementHandle())?.contentFrame();
    if (!frame) throw new Error('no webview');
    await frame.evaluate(watch);

    const updates = [];
    const bytes = [];
    await page.keyboard.press('Control+1');
    await window.goTo(line, column);
    for (const word of ['a', 'b', 'c', 'd', 'e']) {
      const before = await frame.evaluate(() => globalThis.seen.bytes);
      const typed = Date.now();
      await page.keyboard.insertText(word);
      await frame.waitForFunction(
        ([selector, end]) =>
          [...document.querySelectorAll(selector)].some((one) => one.textContent?.replace(/\s/g, '').includes(end)),
        [`${item} ${text}`, `Piece1${'abcde'.slice(0, 'abcde'.indexOf(word) + 1)}`],
        { polling: 10 },
      );
      updates.push(Date.now() - typed);
      bytes.push((await frame.evaluate(() => globalThis.seen.bytes)) - before);
      await delay(1_500);
    }

    const box = await window.webview.locator(handle).first().boundingBox();
    if (!box) throw new Error('nothing to drag');
    const from = name === 'Board' ? { x: box.x + 30, y: box.y + 12 } : { x: box.x + 20, y: box.y + box.height - 12 };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 10, from.y);
    await frame.evaluate(() => globalThis.seen.start());
    for (let i = 0; i < 60; i++) {
      await page.mouse.move(from.x + 10 + i * 4, from.y - (name === 'Graph' ? i * 5 : 0));
      await delay(8);
    }
    const frames = await frame.evaluate(() => globalThis.seen.stop());
    const dropped = Date.now();
    await page.mouse.up();
    let set = 0;
    if (name === 'Board') {
      await window.webview.locator('.told', { hasText: 'is now' }).waitFor({ state: 'attached' });
      set = Date.now() - dropped;
    }
    const middle = [...updates].sort((a, b) => a - b)[2];
    console.log(
      `| ${name} | ${tickets.toLocaleString('en')} | ${first} ms | ${middle} ms (${Math.min(...updates)}–${Math.max(...updates)}) | ` +
        `${Math.round((bytes[2] ?? 0) / 1024)} kB | ${frames.longest} ms, ${frames.middle} ms in the middle | ${set || '–'} ms |`,
    );
  } catch (error) {
    await window.failed(`measure ${name} ${tickets}`);
    throw error;
  } finally {
    await window.close();
  }
}

/** Runs in the webview: counts what it is sent, and how long its frames take. */
function watch() {
  /** @type {number[]} */
  let times = [];
  let running = false;
  const seen = {
    bytes: 0,
    start() {
      times = [];
      running = true;
      requestAnimationFrame(function next(at) {
        times.push(at);
        if (running) requestAnimationFrame(next);
      });
    },
    stop() {
      running = false;
      const gaps = times.slice(1).map((at, i) => at - (times[i] ?? at));
      gaps.sort((a, b) => a - b);
      return { longest: Math.round(gaps.at(-1) ?? 0), middle: Math.round(gaps[gaps.length >> 1] ?? 0) };
    },
  };
  addEventListener('message', ({ data }) => {
    seen.bytes += JSON.stringify(data)?.length ?? 0;
  });
  Object.assign(globalThis, { seen });
}

await script(async () => {
  exitOnSignals();
  const wanted = process.argv.slice(2).map(Number);
  console.log(
    '| | tickets | first picture | after a key | to the page | a frame while dragging | status set by dragging |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const tickets of wanted.length > 0 ? wanted : [100, 2_000, 10_000])
    for (const picture of pictures.filter(({ name }) => !process.env.ONLY || name === process.env.ONLY))
      await measure(tickets, picture);
  await closeBrowser();
});

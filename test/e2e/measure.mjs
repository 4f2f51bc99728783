// How the sidebar does with 10,000 tickets, after `npm run package`: node test/e2e/measure.mjs [--runs n] [case …]
// No test: figures for people. The time that processes compute is told beside what passes, as it hardly depends on what else
// the machine is doing.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { exitOnSignals } from '../../scripts/lib/cleanup.mjs';
import { script } from '../../scripts/lib/run.mjs';
import { until } from './harness/until.mjs';
import { closeBrowser, openWindow } from './harness/window.mjs';

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {number} tickets
 * @property {number} inPhase how many tickets a phase has
 * @property {number} done how many come first that are done; the rest is to do
 * @property {true} [without] VS Code alone, for comparison
 */

/** @type {Case[]} */
const cases = [
  { name: '3 tickets', tickets: 3, inPhase: 3, done: 1 },
  { name: '10,000 tickets in 100 phases, the 40th under way', tickets: 10_000, inPhase: 100, done: 3_950 },
  { name: '10,000 tickets in one phase', tickets: 10_000, inPhase: 10_000, done: 3_950 },
  { name: '10,000 tickets, VS Code without the extension', tickets: 10_000, inPhase: 100, done: 3_950, without: true },
];

/** @param {Case} of */
function planOf({ tickets, inPhase, done }) {
  const lines = ['# Large'];
  for (let i = 0; i < tickets; i++) {
    if (i % inPhase === 0)
      lines.push('', `## Phase ${i / inPhase + 1}`, '', '| ID | Task | Status | Depends on |', '|--|--|--|--|');
    lines.push(`| T-${i} | Piece ${i} | ${i < done ? 'Done' : 'Open'} | ${i ? `T-${i - 1}` : '-'} |`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * A process of this window.
 * @param {import('./harness/window.mjs').Window} window
 * @param {string} words of its command line
 */
function processOf(window, words) {
  const found = readdirSync('/proc').find((pid) => {
    try {
      return (
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(words) &&
        readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`HOME=${window.sandbox.root}`)
      );
    } catch {
      return false;
    }
  });
  /** @param {string} file */
  const read = (file) => (found ? readFileSync(`/proc/${found}/${file}`, 'utf8') : '');
  return {
    isThere: Boolean(found),
    /** Resident memory in MB. */
    memory: () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(read('status'))?.[1] ?? 0) / 1024),
    /** What it has computed so far, in ms. */
    work() {
      const [, , , , , , , , , , , user = 0, system = 0] = read('stat')
        .replace(/^.*\) /, '')
        .split(' ')
        .map(Number);
      return (user + system) * 10;
    },
  };
}

/**
 * Waits for a process to have nothing to do.
 * @param {ReturnType<typeof processOf>} process
 */
const idle = (process) =>
  until(
    'rest',
    async () => {
      const before = process.work();
      await delay(1000);
      return process.work() - before < 40;
    },
    60_000,
  );

/**
 * @param {Case} of
 * @returns {Promise<Record<string, number>>}
 */
async function measure(of) {
  const { name, done, without } = of;
  const text = planOf(of);
  const file = 'LARGE.md';
  const files = { [file]: text, 'notes.txt': '' };
  const window = await openWindow({ fixtures: [], files, open: 'notes.txt', without });
  /** @type {Record<string, number>} */
  const figures = {};
  try {
    const { page } = window;
    const host = await until('the extension host', () => {
      const found = processOf(window, '--type=extensionHost');
      return found.isThere && found;
    });
    await idle(host);
    figures['extension host before, MB'] = host.memory();
    if (!without) {
      const clicked = Date.now();
      await window.openTree();
      await window.branch('Phase 1').waitFor();
      figures['opening the view to first tree, ms'] = Date.now() - clicked;
      await idle(host);
      figures['extension host with the tree, MB'] = host.memory();
    }
    const server = processOf(window, 'server/dist/server.js');
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').first().fill(file);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: file }).first().waitFor();
    await page.keyboard.press('Enter');
    await window.cursorAt(1);
    await idle(host);

    // A ticket in the middle becomes done, and open again: its row, its phase, and what waits for it, are others then.
    const line = text.split('\n').findIndex((one) => one.startsWith(`| T-${done} `)) + 1;
    const column = (text.split('\n')[line - 1] ?? '').indexOf('Open') + 1;
    const times = [];
    const work = { host: /** @type {number[]} */ ([]), server: /** @type {number[]} */ ([]) };
    for (const word of ['Done', 'Open', 'Done', 'Open', 'Done']) {
      await window.goTo(line, column);
      await page.keyboard.press('Control+Shift+ArrowRight');
      if (!without) await window.branch(`T-${done}`).waitFor();
      await idle(host);
      const before = { host: host.work(), server: server.work() };
      await page.keyboard.insertText(word);
      if (!without) times.push(await page.evaluate(shows, [`T-${done} `, word]));
      await idle(host);
      work.host.push(host.work() - before.host);
      work.server.push(server.work() - before.server);
    }
    if (!without) figures['key to tree, ms'] = median(times);
    figures['computing of the extension host for a key, ms'] = median(work.host);
    if (!without) figures['computing of the server for a key, ms'] = median(work.server);
    figures['extension host at the end, MB'] = host.memory();
    if (!without) figures['server at the end, MB'] = server.memory();
    return figures;
  } catch (error) {
    await window.failed(`measure ${name}`);
    throw error;
  } finally {
    await window.close();
  }
}

/**
 * Runs in the page: how long it takes for the row of a ticket to say something.
 * @param {string[]} words
 * @returns {Promise<number>} in ms
 */
function shows(words) {
  const start = performance.now();
  return new Promise((resolve) => {
    const look = () => {
      const rows = [...document.querySelectorAll('.sidebar .monaco-list-row')].map((row) => row.textContent ?? '');
      if (rows.some((row) => words.every((word) => row.includes(word)))) resolve(Math.round(performance.now() - start));
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

await script(async () => {
  exitOnSignals();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: 'string', default: '3' } },
  });
  for (const [i, one] of cases.entries()) {
    if (positionals.length > 0 && !positionals.includes(String(i + 1))) continue;
    const results = [];
    while (results.length < Number(values.runs)) results.push(await measure(one));
    console.log(one.name);
    for (const figure of Object.keys(results[0] ?? {})) {
      const all = results.map((result) => result[figure] ?? Number.NaN);
      console.log(`  ${figure}: ${median(all)} (${all.join(', ')})`);
    }
  }
  await closeBrowser();
});

// How the sidebar does with 10,000 tickets: node test/e2e/measure.mjs (after npm run package). No test: figures for people.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { exitOnSignals } from '../../scripts/lib/cleanup.mjs';
import { script } from '../../scripts/lib/run.mjs';
import { closeBrowser, openWindow } from './harness/window.mjs';

const tickets = 10_000;

/**
 * @param {number} count
 * @param {number} inPhase how many tickets a phase has
 */
function planOf(count, inPhase) {
  const lines = ['# Large'];
  for (let i = 0; i < count; i++) {
    if (i % inPhase === 0)
      lines.push('', `## Phase ${i / inPhase + 1}`, '', '| ID | Task | Status | Depends on |', '|--|--|--|--|');
    lines.push(`| T-${i} | Piece ${i} | ${i % 3 ? 'Open' : 'Done'} | ${i ? `T-${i - 1}` : '-'} |`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * The memory of a process of this window, in MB.
 * @param {import('./harness/window.mjs').Window} window
 * @param {(command: string) => boolean} isIt
 */
function memory(window, isIt) {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const found = pids.flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const home = readFileSync(`/proc/${pid}/environ`, 'utf8');
      if (!isIt(command) || !home.includes(`HOME=${window.sandbox.root}`)) return [];
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return [];
    }
  });
  return Math.round(Math.max(0, ...found));
}

/**
 * @param {string} name
 * @param {string} text
 */
async function measure(name, text) {
  const window = await openWindow({ fixtures: [], files: { 'LARGE.md': text }, open: 'LARGE.md' });
  try {
    const { page } = window;
    const row = (/** @type {string} */ label) => window.branch(label);
    await page.locator('.activitybar .action-label[aria-label^="Plan Truth"]').waitFor();
    const clicked = Date.now();
    await window.openTree();
    await row('Phase 1').waitFor();
    const first = Date.now() - clicked;
    await row('T-1').waitFor();
    const open = Date.now() - clicked;
    // The third row of the first phase: its status becomes another with every key.
    const line = text.split('\n').findIndex((one) => one.startsWith('| T-1 ')) + 1;
    const column = (text.split('\n')[line - 1] ?? '').indexOf('Open') + 1;
    await page.keyboard.press('Control+1');
    const updates = [];
    for (const word of ['Done', 'Open', 'Blocked', 'Open', 'Done']) {
      await window.goTo(line, column);
      await page.keyboard.press('Control+Shift+ArrowRight');
      await page.keyboard.insertText(word);
      const typed = Date.now();
      await page.waitForFunction(
        ([label, status]) =>
          [...document.querySelectorAll('.sidebar .monaco-list-row')].some((one) => {
            const said = one.textContent ?? '';
            return said.includes(`${label} Piece`) && said.includes(`${status}`);
          }),
        ['T-1', word],
        { polling: 10 },
      );
      updates.push(Date.now() - typed);
      await delay(1500);
    }
    const host = memory(window, (command) => command.includes('--type=extensionHost'));
    const server = memory(window, (command) => command.includes('server/dist/server.js'));
    console.log(`${name}: first row ${first} ms, first ticket ${open} ms, after a keystroke ${updates.join(', ')} ms`);
    console.log(`  extension host ${host} MB, language server ${server} MB`);
  } catch (error) {
    await window.failed(`measure ${name}`);
    throw error;
  } finally {
    await window.close();
  }
}

await script(async () => {
  exitOnSignals();
  await measure('3 tickets', planOf(3, 3));
  await measure(`${tickets} tickets in phases of 100`, planOf(tickets, 100));
  await measure(`${tickets} tickets in one phase`, planOf(tickets, tickets));
  await closeBrowser();
});

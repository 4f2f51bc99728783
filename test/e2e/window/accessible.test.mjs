import assert from 'node:assert/strict';
import { audit } from '../harness/audit.mjs';
import { closeAfter } from '../harness/hooks.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

const plan = 'SHIPYARD.md';

describe('Board, graph and progress for everybody', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async () => {
    window = await openWindow({ fixtures: [plan], open: plan });
    await window.line('Shipyard').waitFor();
  });
  closeAfter(() => window);

  const focused = () => window.webview.locator(':focus');
  const press = (/** @type {string} */ key) => window.page.keyboard.press(key);
  const accessible = async () => assert.deepEqual(await audit(window), []);
  const readOut = (/** @type {string} */ words) =>
    until(`"${words}" is read out`, async () =>
      (await window.webview.locator('.told').textContent())?.replace('\u200b', '').includes(words),
    );

  /**
   * What the Tab key reaches, from what has the focus on; a note where the focus is not to be seen.
   * @param {string} last
   */
  async function stops(last) {
    const found = [];
    for (;;) {
      const { name, isSeen } = await focused().evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const { stroke, strokeWidth } = getComputedStyle(element.querySelector('.handle, .card') ?? element);
        return {
          name: element.getAttribute('aria-label') ?? element.textContent ?? '',
          isSeen: (outlineStyle !== 'none' && outlineWidth !== '0px') || (stroke !== 'none' && strokeWidth !== '1px'),
        };
      });
      found.push(isSeen ? name : `${name} (not seen)`);
      if (name === last || found.length > 20) return found;
      await press('Tab');
    }
  }

  it('the board by the Tab key, its menu, what is folded and what is filtered', async () => {
    const { webview } = window;
    const card = (/** @type {string} */ id) => webview.locator('.card', { hasText: id });
    await window.run('Plan Truth: Show Board');
    await card('S-04').waitFor();
    await webview.getByLabel('Search the tickets').focus();
    assert.deepEqual(await stops('Phase 3: Launch1/3'), [
      'Search the tickets',
      'Tickets to show',
      'Lanes',
      'Plan to show',
      'Phase 1: Hull2/4',
      'Go to Line: Phase 1: Hull',
      'S-04 Caulking <img src=x onerror=alert(1)>, TODO, waits on S-03, owner Cleo, estimate 2d',
      'Phase 2: Rig0/4',
      'Go to Line: Phase 2: Rig',
      'Phase 3: Launch1/3',
    ]);
    await press('Enter');
    await webview.locator('.closed-cell').first().waitFor();
    await accessible();
    await press('Enter');
    await card('Sails').focus();
    await press('Space');
    await webview.getByRole('menu').waitFor();
    await accessible();
    await press('Escape');
    await webview.getByLabel('Tickets to show').selectOption('Ready to start');
    await until('what is ready', async () => (await webview.locator('.card').count()) === 3);
    await card('Sails').focus();
    await press('Shift+ArrowRight');
    await readOut('S-12 is now WORKING.');
    await webview.locator('.card:focus', { hasText: 'Ask for the slipway' }).waitFor();
    await webview.getByLabel('Search the tickets').fill('nothing such');
    await webview.getByText('No ticket fits the filter.').waitFor();
    await readOut('0 of 11 tickets');
    await accessible();
    await webview.getByLabel('Search the tickets').fill('');
    await card('Ask for the slipway').focus();
    await press('Control+Z');
    await card('Sails').waitFor();
  });

  it('the graph by the Tab key, by its own keys and as text, and what is read out', async () => {
    const { webview } = window;
    const node = webview.locator('.node', { hasText: 'S-11' });
    const hoverCard = webview.locator('.hover-card', { hasText: 'Needed by' });
    await window.run('Plan Truth: Show Graph');
    await node.waitFor();
    await webview.getByLabel('Zoom out (-)').focus();
    assert.deepEqual(await stops('Phase 3: Launch, 1/3'), [
      'Zoom out (-)',
      'Zoom in (+)',
      'Fit: show the whole graph (0)',
      'Fold or unfold all phases',
      'Show the graph as text',
      'Export the graph',
      'Plan to show',
      'Graph',
      'Phase 1: Hull, 2/4',
      'Phase 2: Rig, 0/4',
      'Phase 3: Launch, 1/3',
    ]);
    const untold = await webview
      .locator('.node')
      .evaluateAll((nodes) =>
        nodes.flatMap((node) =>
          [...node.querySelectorAll('text.name, text.title')]
            .map(({ textContent }) => textContent?.replace('…', '') ?? '')
            .filter((text) => !node.getAttribute('aria-label')?.includes(text)),
        ),
      );
    assert.deepEqual(untold, [], 'the name of a ticket tells what is drawn of it');
    await accessible();

    await node.focus();
    await press('i');
    await hoverCard.waitFor();
    await window.shot('graph-told');
    await accessible();
    await press('Escape');
    await hoverCard.waitFor({ state: 'hidden' });
    await press('f');
    await readOut('Chain of S-11, tickets: 5');
    await press('Escape');
    await readOut('All tickets are shown.');
    await webview.locator('.node:focus', { hasText: 'S-11' }).waitFor();
    await press('+');
    await readOut('Zoom: ');
    const before = await node.boundingBox();
    await press('Shift+ArrowLeft');
    await until('the picture moves', async () => ((await node.boundingBox())?.x ?? 0) > (before?.x ?? 0) + 100);
    await press('Space');
    await webview.getByRole('menu', { name: 'S-11' }).waitFor();
    await accessible();
    await press('Escape');
    await webview.getByRole('button', { name: 'Fold or unfold all phases' }).click();
    await readOut('All phases are folded.');
    await webview.getByRole('button', { name: 'Show the graph as text' }).click();
    await webview.getByRole('table').first().waitFor();
    await accessible();
  });

  it('progress by the Tab key, as pictures and as tables', async () => {
    const { webview } = window;
    await window.run('Plan Truth: Show Progress');
    await webview.locator('svg.stack').first().waitFor();
    await webview.getByRole('button', { name: 'Show as tables' }).focus();
    assert.deepEqual(await stops('Print the invitations'), [
      'Show as tables',
      'Plan to show',
      'Phase 1: Hull',
      'The plan says 3/4; its tickets say 2/4.',
      'Phase 2: Rig',
      'Phase 3: Launch',
      'M1: Hull closed',
      'M2: Rig stands',
      'S-12 Sails',
      'Ask for the slipway',
      'Print the invitations',
    ]);
    await accessible();
    await press('t');
    await readOut('Shown as tables.');
    await accessible();
  });
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until.mjs';
import { closeBrowser, openWindow } from '../harness/window.mjs';

const plan = 'SHIPYARD.md';

describe('The progress view', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async () => {
    window = await openWindow({ fixtures: [plan], open: plan });
    await window.line('Shipyard').waitFor();
    await window.run('Plan Truth: Show Progress');
    await window.webview.getByRole('heading', { name: 'Overview' }).waitFor({ state: 'attached' });
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await window?.failed(this.currentTest.fullTitle());
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  /** @param {string} name */
  const section = (name) => window.webview.locator(`.section.${name}`);

  it('shows each phase by its statuses, and a figure that its tickets do not bear out', async () => {
    assert.deepEqual(await section('phases').locator('.phase').allTextContents(), [
      'Phase 1: Hull',
      'Phase 2: Rig',
      'Phase 3: Launch',
    ]);
    assert.deepEqual(
      await section('phases')
        .locator('svg.stack')
        .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-label'))),
      ['done 2, in progress 1, open 1', 'in review 1, open 3', 'done 1, open 2'],
    );
    await section('phases').getByText('The plan says 3/4; its tickets say 2/4.').waitFor();
    await window.shot('progress');
  });

  it('draws what was done when, and tells it in a table a key away', async () => {
    await section('time').locator('svg.burn-up path.line').waitFor();
    await section('phases').locator('.to-line').first().focus();
    await window.page.keyboard.press('t');
    const rows = section('time').getByRole('row');
    await rows.first().waitFor();
    assert.deepEqual(
      (await rows.allTextContents()).slice(1, 3).map((row) => row.replace(/\s+/g, ' ').trim()),
      ['Feb 2, 20261', 'Feb 20, 20262'],
    );
    assert.equal(await section('time').locator('svg.burn-up').isVisible(), false);
    await window.shot('progress-tables');
    await window.page.keyboard.press('t');
    await section('time').locator('svg.burn-up').waitFor();
  });

  it('leads to the line, and follows the text', async () => {
    const before = window.text(plan);
    writeFileSync(
      path.join(window.folder, plan),
      before.replace('| Ada   | 8d       | WORKING |', '| Ada   | 8d       | DONE    |'),
    );
    await until('three of four', async () =>
      /^done 3/.test((await section('phases').locator('svg.stack').first().getAttribute('aria-label')) ?? ''),
    );
    assert.equal(await section('claims').isVisible(), false);
    writeFileSync(path.join(window.folder, plan), before);
    await section('claims').waitFor();
    await section('phases').getByRole('button', { name: 'Phase 2: Rig' }).click();
    await window.cursorAt(21);
    await window.run('View: Close Editor');
  });
});

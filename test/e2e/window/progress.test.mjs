import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeAfter } from '../harness/hooks.mjs';
import { choosePlan, showThemes } from '../harness/panels.mjs';
import { dialogsOf, elementsOfText, hostilePlan } from '../harness/trouble.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

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
  closeAfter(() => window);

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
    assert.equal(await section('phases').locator('.differs').count(), 0);
    writeFileSync(path.join(window.folder, plan), before);
    await section('phases').locator('.differs').waitFor();
    await section('phases').getByRole('button', { name: 'Phase 2: Rig' }).click();
    await window.cursorAt(21);
    await window.run('View: Close Editor');
  });

  it('is there again when the window is loaded anew, as tables where it was', async () => {
    await section('phases').getByRole('button', { name: 'Phase 2: Rig' }).focus();
    await window.page.keyboard.press('t');
    await section('phases').getByRole('table').waitFor();
    await window.stored(/"tables":true/);
    await window.reload();
    await section('phases').getByRole('table').waitFor();
    assert.equal(await section('time').locator('svg.burn-up').isVisible(), false);
    await window.webview.getByRole('button', { name: 'Show as tables' }).click();
    await section('time').locator('svg.burn-up').waitFor();
  });

  it('looks right in every theme, and is accessible', async () => {
    await showThemes(window, 'progress');
  });

  it('hostile titles stay text', async () => {
    const dialogs = dialogsOf(window);
    writeFileSync(path.join(window.folder, 'TROUBLE.md'), hostilePlan);
    await choosePlan(window, 'Trouble');
    await section('next').getByRole('button', { name: '<img src=x onerror=alert(1)>' }).waitFor();
    await window.shot('progress-hostile');
    await window.page.keyboard.press('t');
    assert.deepEqual(await elementsOfText(window), []);
    assert.deepEqual(dialogs, []);
  });
});

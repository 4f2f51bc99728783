import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeAfter } from '../harness/hooks.mjs';
import { showThemes } from '../harness/panels.mjs';
import { dialogsOf, hostilePlan } from '../harness/trouble.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

const plan = 'SHIPYARD.md';

describe('The Markdown preview', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  /** @type {string[]} */
  let dialogs = [];
  before(async () => {
    window = await openWindow({ fixtures: [plan], open: plan });
    dialogs = dialogsOf(window);
    await window.line('Shipyard').waitFor();
    await window.run('Markdown: Open Preview to the Side');
    await row('S-04').waitFor();
  });
  closeAfter(() => window);

  /** @param {string} id */
  const row = (id) => window.webview.locator('tr', { has: window.page.locator('td:first-child', { hasText: id }) });

  it('shows statuses as badges, boxes as boxes, and how far each phase is', async () => {
    await row('S-03').locator('.plan-truth-status.active', { hasText: 'WORKING' }).waitFor();
    await row('S-11').locator('.plan-truth-status.review', { hasText: 'REVIEW' }).waitFor();
    assert.equal(await window.webview.locator('li .plan-truth-box').count(), 3);
    await window.webview.locator('h2', { hasText: 'Phase 1: Hull' }).getByText('2/4').waitFor();
    assert.equal(await window.webview.locator('h2 progress').first().getAttribute('value'), '2');
    await window.shot('preview');
  });

  it('leads along dependencies, and keeps the lines that scroll in step', async () => {
    const href = await row('S-14').locator('a', { hasText: 'S-13' }).getAttribute('href');
    assert.equal(
      await row('S-13')
        .locator(`[id="${href?.slice(1)}"]`)
        .count(),
      1,
    );
    await row('S-14').locator('a', { hasText: 'S-13' }).click();
    assert.equal(await window.webview.locator('h2', { hasText: 'Phase 2' }).getAttribute('data-line'), '20');
    assert.match((await window.webview.locator('h2', { hasText: 'Phase 2' }).getAttribute('class')) ?? '', /code-line/);
  });

  it('follows the text', async () => {
    const before = window.text(plan);
    writeFileSync(path.join(window.folder, plan), before.replace('| TODO   | S-11       |', '| DONE   | S-11       |'));
    await row('S-13').locator('.plan-truth-status.done', { hasText: 'DONE' }).waitFor();
    await window.webview.locator('h2', { hasText: 'Phase 2: Rig' }).getByText('1/4').waitFor();
    writeFileSync(path.join(window.folder, plan), `\n\n${before}`);
    await window.webview.locator('h2', { hasText: 'Phase 2: Rig' }).getByText('0/4').waitFor();
    await until('the link follows its line', async () => {
      const href = await row('S-14').locator('a', { hasText: 'S-13' }).getAttribute('href');
      return href === '#plan-truth-L29';
    });
    writeFileSync(path.join(window.folder, plan), before);
  });

  it('scrolls in step with the text, and is readable on paper', async () => {
    const before = window.text(plan);
    writeFileSync(path.join(window.folder, plan), `${before}${'- 2026-03-02: nothing else\n'.repeat(80)}`);
    await window.webview.locator('li', { hasText: 'nothing else' }).nth(80).waitFor();
    await window.page.locator('.tab', { hasText: plan }).first().click();
    const line = before.split('\n').indexOf('## Milestones') + 1;
    await window.goTo(line + 60, 1);
    const milestones = window.webview.locator('h2', { hasText: 'Milestones' });
    const top = async () => (await milestones.boundingBox())?.y ?? 0;
    await until('the preview has followed', async () => (await top()) < 0);
    await window.goTo(1, 1);
    await until('and comes back', async () => (await top()) > 300);
    writeFileSync(path.join(window.folder, plan), before);
    await window.page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await row('S-03').locator('.plan-truth-status.active', { hasText: 'WORKING' }).waitFor();
    await window.webview.locator('h2 progress').first().waitFor();
    await window.shot('preview-print');
    await window.page.emulateMedia({ media: 'screen' });
  });

  it('runs no script of ours and nothing of the text', async () => {
    assert.match((await row('S-04').textContent()) ?? '', /<img src=x onerror=alert\(1\)>/);
    assert.equal(await window.webview.locator('td img').count(), 0);
    const scripts = await window.webview
      .locator('script[src]')
      .evaluateAll((found) => found.map((script) => script.getAttribute('src') ?? ''));
    assert.deepEqual(
      scripts.filter((source) => /plan-truth/.test(source)),
      [],
    );
    assert.deepEqual(dialogs, []);
  });

  it('looks right in every theme, and is accessible', async () => {
    await showThemes(window, 'preview', '[class^="plan-truth"]');
  });

  it('makes nothing of hostile titles', async () => {
    writeFileSync(path.join(window.folder, 'TROUBLE.md'), hostilePlan);
    await window.page.locator('.monaco-list-row', { hasText: 'TROUBLE.md' }).click();
    await row('A-002').locator('.plan-truth-status.todo', { hasText: 'OPEN' }).waitFor();
    await row('A-005').locator('a', { hasText: 'A-002' }).click();
    await window.shot('preview-hostile');
    assert.match((await row('A-001').textContent()) ?? '', /<img src=x onerror=alert\(1\)> and/);
    assert.equal((await row('A-003').locator('td').nth(1).textContent())?.trim().length, 9_999);
    assert.equal(await window.webview.locator('a[href^="javascript:"], a[data-href^="javascript:"]').count(), 0);
    const ours = window.webview.locator('[class^="plan-truth"], a[href^="#plan-truth"]');
    assert.equal(await ours.locator('img, script, i, b, a[href^="command:"]').count(), 0);
    assert.deepEqual(dialogs, []);
  });
});

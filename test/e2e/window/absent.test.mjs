import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { closeAfter } from '../harness/hooks.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

const plan = 'PROGRESS.md';

describe('The sidebar without its server', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async function () {
    if (process.platform !== 'linux') this.skip();
    window = await openWindow({ fixtures: [plan], open: plan });
    await window.openTree();
    await window.branch('Phase C').waitFor();
  });
  closeAfter(() => window);

  /** The language server of this window and of no other one. */
  function languageServer() {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
      try {
        if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`${window.sandbox.extensions}/`)) return Number(pid);
      } catch {
        // It has ended.
      }
    return undefined;
  }
  const message = () => window.view('Plans').locator('.message');

  it('killed once, it is started again, and the tree is as it was', async () => {
    const pid = await until('the server', languageServer);
    process.kill(pid, 'SIGKILL');
    await until('another server', () => languageServer() !== undefined && languageServer() !== pid);
    await window.branch('Phase C').waitFor();
    await until('no word of it', async () => !(await message().isVisible()));
    assert.equal(await window.page.locator('.notification-toast').count(), 0);
  });

  it('killed again and again, it is told once; the tree keeps what it knew and says that it is old', async () => {
    const told = window.page.locator('.notification-toast', { hasText: 'The Plan Truth server has stopped' });
    // It has a few lives more, and none where it ends before it has started.
    let kills = 0;
    while (!(await told.isVisible())) {
      const pid = await until('the server', languageServer);
      process.kill(pid, 'SIGKILL');
      kills++;
      await until('another server, or word of it', async () => {
        const now = languageServer();
        return (now !== undefined && now !== pid) || (await told.isVisible());
      });
    }
    assert.ok(kills <= 4, `${kills} kills`);
    assert.equal(await window.page.locator('.notification-toast').count(), 1);
    await message().filter({ hasText: 'this may be out of date' }).waitFor();
    await window.branch('Phase C').waitFor();
    await window.shot('server-gone');
    assert.equal(
      await window.view('Plans').locator('.pane-header .action-label[aria-label^="Restart Server"]').count(),
      1,
    );
  });

  it('a click still goes to where the line was, and no edit is made', async () => {
    await window.fold('Phase A', true);
    await window.branch('A-005').click();
    await window.cursorAt(27);
    const before = window.text(plan);
    await window.branch('A-005').hover();
    assert.equal(
      await window.branch('A-005').locator('.action-label[aria-label^="Set to Next Status"]:not(.disabled)').count(),
      0,
    );
    assert.equal(window.text(plan), before);
  });

  it('started again by its button, it goes on', async () => {
    await window.view('Plans').locator('.pane-header .action-label[aria-label^="Restart Server"]').click();
    await until('no word of it', async () => !(await message().isVisible()));
    await window.chooseAndPick('A-005', 'Set Status…', 'BLOCKED');
    await until('A-005 blocked', async () => /BLOCKED/.test(await window.said('A-005')));
  });

  it('ended in peace, it leaves what it compiled to the next one', async () => {
    const folder = path.join(window.sandbox.data, 'User/globalStorage/plan-truth.plan-truth-vscode/compiled');
    assert.equal(existsSync(folder) && readdirSync(folder, { recursive: true }).length > 1, false);
    await window.run('Plan Truth: Restart Server');
    await until('what it compiled', () => existsSync(folder) && readdirSync(folder, { recursive: true }).length > 1);
  });
});

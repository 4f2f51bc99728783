import assert from 'node:assert/strict';
import { closeAfter } from '../harness/hooks.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

const name = '[x](command:workbench.action.quit) $(bug).md';
const title = '<img src=x onerror="document.title=1">[go](command:workbench.action.quit) $(bug) https://evil.example';
const plan = `# ${title}

## Phase 1: ${title}

| ID  | Task | Status | Depends on |
| --- | ---- | ------ | ---------- |
| A-1 | ${title} | $(bug) Open | - |
| A-2 | ${title} | Done | A-1 |
| A-3 | ${title} | $(bug) Doing | A-9 |

Phase 1: 3 / 3 done
`;

describe('Hostile titles in the editor', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async () => {
    window = await openWindow({ fixtures: [], files: { [name]: plan }, open: name });
    await window.line('Phase 1: <img').waitFor();
  });
  closeAfter(() => window);

  /**
   * That a part of the page shows the words of the title, and has made nothing of it.
   * @param {import('playwright-core').Locator} part
   */
  async function isText(part) {
    await part.waitFor();
    assert.ok(((await part.textContent()) ?? '').replaceAll('\u00a0', ' ').includes('go $(bug) https://evil.example'));
    const made = part.locator(
      'img[src="x"], a[data-href^="command:"], a[href^="command:"], a[data-href*="evil"], a[href*="evil"], .codicon-bug',
    );
    assert.equal(await made.count(), 0, await part.innerHTML());
  }

  it('is text in the hover of a ticket', async () => {
    await window.goTo(8, 4);
    await window.hover('A-2');
    await isText(window.page.locator('.monaco-hover:visible', { hasText: 'A-2' }).first());
    await window.shot('hostile-editor-hover');
    await window.page.keyboard.press('Escape');
  });

  it('is text in what can be done about a ticket', async () => {
    await window.goTo(9, 40);
    await window.mouseAway();
    const menu = window.page.locator('.action-widget');
    await until('the menu', async () => {
      // In an open menu the key would choose.
      await window.page.keyboard.press('Escape');
      await window.page.keyboard.press('Control+.');
      return menu
        .locator('.monaco-list-row.action', { hasText: 'go $(bug) https://evil.example' })
        .first()
        .waitFor({ timeout: 2_000 })
        .then(
          () => true,
          () => false,
        );
    });
    assert.equal(await menu.locator('.codicon-bug, img[src="x"]').count(), 0);
    await window.shot('hostile-actions');
    await window.page.keyboard.press('Escape');
  });

  it('is text in the Problems panel', async () => {
    await window.showProblems();
    const rows = window.page.locator('.markers-panel .monaco-list-row');
    await until('findings', async () => (await rows.count()) > 2);
    assert.equal(await window.page.locator('.markers-panel img[src="x"], .markers-panel .codicon-bug').count(), 0);
    await window.shot('hostile-problems');
  });

  it('has run nothing', async () => {
    assert.notEqual(await window.page.title(), '1');
  });
});

import assert from 'node:assert/strict';
import { closeAfter } from '../harness/hooks.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

const file = '$(zap) [x](command:workbench.action.quit).md';
/** What HTML would swallow or make an element of, and a link to whatever reads it as Markdown. */
const title = '$(zap) <!b> [run](command:workbench.action.closeWindow(1)) <img src=x onerror=alert(1)';
const text = `# $(bug) <!h1>Plan [x](command:workbench.action.quit(1))

## Phase 1: <!script>alert(1) $(flame)

| ID    | Task | Owner | Status | Depends on |
| ----- | ---- | ----- | ------ | ---------- |
| H-001 | ${title} | $(person) <!i>me | Todo $(check) | - |
| H-002 | plain | | Open | H-001 |
| H-003 | other | | Open | - |
`;

describe('Hostile titles, ids and file names in the sidebar', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async () => {
    window = await openWindow({ fixtures: [], files: { [file]: text }, open: file });
    await window.openTree();
    await window.branch('H-002').waitFor();
  });
  closeAfter(() => window);

  /** Nothing of it has become an element or a link that does something. */
  async function nothingCame(/** @type {string} */ within) {
    const found = window.page
      .locator(within)
      .locator('img, script, h1, i, a[href^="command:"], a[data-href^="command:"]');
    assert.deepEqual(await found.evaluateAll((all) => all.map((one) => one.outerHTML)), [], within);
  }

  it('are text in labels', async () => {
    assert.ok((await window.said('H-001')).includes(title), await window.said('H-001'));
    const rows = await window.tree.locator('.label-name').allTextContents();
    assert.ok(rows[0]?.startsWith('$(bug) <!h1>Plan [x](command:'), rows[0]);
    assert.ok(rows[1]?.includes('<!script>alert(1) $(flame)'), rows[1]);
    await nothingCame('.sidebar .pane-body .label-name');
    assert.equal(await window.tree.locator('.label-name .codicon').count(), 0);
  });

  it('are text in tooltips', async () => {
    const hover = window.page.locator('.workbench-hover:visible', { hasText: 'H-002' }).first();
    await until('the tooltip', async () => {
      await window.mouseAway();
      await window.branch('H-001').hover({ position: { x: 80, y: 10 } });
      return hover.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    });
    assert.ok(((await hover.textContent()) ?? '').includes(title), (await hover.textContent()) ?? '');
    await window.shot('hostile');
    await nothingCame('.workbench-hover');
    await window.mouseAway();
  });

  it('are text in quick picks and in what is said', async () => {
    await window.choose('H-002', 'Remove Dependency…');
    const row = window.page.locator('.quick-input-list .monaco-list-row').first();
    assert.ok(((await row.textContent()) ?? '').includes(title), (await row.textContent()) ?? '');
    assert.equal(await row.locator('.label-name .codicon, .quick-input-list-label .codicon-zap').count(), 0);
    await nothingCame('.quick-input-list');
    await window.page.keyboard.press('Escape');
    await window.choose('H-001', 'Add Dependency…');
    await window.page.getByText(`What does H-001 ${title} depend on?`).waitFor();
    await nothingCame('.quick-input-widget');
    await window.page.keyboard.press('Escape');
    await window.choose('H-002', 'Remove Dependency…');
    await row.click();
    const alert = window.page.locator('.statusbar-item [role="alert"]').first();
    await alert.waitFor();
    assert.ok(((await alert.textContent()) ?? '').includes(title), (await alert.textContent()) ?? '');
    await nothingCame('.statusbar');
    await window.page.keyboard.press('Control+1');
    await window.page.keyboard.press('Control+Z');
  });

  it('are text in other groupings', async () => {
    await window.command('Group Plans by Owner');
    await window.view('Plans').locator('.label-name', { hasText: '$(person) <!i>me' }).first().waitFor();
    await nothingCame('.sidebar .pane-body .label-name');
  });
});

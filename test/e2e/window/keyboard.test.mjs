import assert from 'node:assert/strict';
import { closeAfter } from '../harness/hooks.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

const team = 'TEAM.md';
const other = 'README.md';

describe('The sidebar by the keyboard alone, while another file is open', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async () => {
    window = await openWindow({ fixtures: [team, 'ROADMAP.md', other], open: other });
    await window.line('Before you start').waitFor();
    await window.command('Focus on Plans View');
    await window.branch('F-101').waitFor();
  });
  closeAfter(() => window);

  const tree = () => window.view('Plans').locator('.monaco-list:focus');
  const focused = async () => (await tree().locator('.monaco-list-row.focused').textContent()) ?? '';
  const press = (/** @type {string} */ key) => window.page.keyboard.press(key);
  const announced = (/** @type {string} */ text) =>
    window.page.locator('.statusbar-item [role="alert"]', { hasText: text }).first().waitFor();

  /** @param {string} label typed, as VS Code's lists go to what is typed */
  async function goTo(label) {
    await until(`the focus on ${label}`, async () => {
      await window.command('Focus on Plans View');
      await tree().waitFor();
      await press('Home');
      await window.page.keyboard.type(label);
      return until('it', async () => (await focused()).startsWith(label), 1_500).catch(() => false);
    });
  }

  /** @param {string} title of an entry of the menu */
  async function menu(title) {
    const entry = window.page.locator('.monaco-menu .action-item');
    await press('Shift+F10');
    await entry.first().waitFor();
    await until(`"${title}" in the menu`, async () => {
      await press('ArrowDown');
      return ((await entry.and(window.page.locator('.focused')).textContent()) ?? '').includes(title);
    });
    // A menu that has only just opened takes the key for the end of the one that opened it.
    await until(`"${title}" chosen`, async () => {
      await press('Enter');
      return entry
        .first()
        .waitFor({ state: 'hidden', timeout: 1_000 })
        .then(
          () => true,
          () => false,
        );
    });
  }

  it('goes to what is typed, and finds', async () => {
    await goTo('F-103');
    await press('Control+Alt+F');
    await window.page.locator('.monaco-tree-type-filter input').first().waitFor();
    await window.page.keyboard.type('Lamps');
    await window.branch('F-104').locator('.highlight').first().waitFor();
    await window.shot('tree-find');
    await press('Escape');
    await press('Escape');
  });

  it('sets a status; Ctrl+Z takes back that alone, and the focus stays', async () => {
    const before = window.text(team);
    await press('Control+1');
    await window.page.keyboard.type('Typed ');
    await goTo('F-103');
    await menu('Set Status…');
    await window.offered();
    await press('Enter');
    await announced('F-103 Flags is now In Progress.');
    await until('F-103 in progress', async () => /In Progress/.test(await window.said('F-103')));
    await until('the focus', async () => (await focused()).startsWith('F-103'));
    await window.page.locator('.tab.dirty', { hasText: team }).waitFor();
    assert.equal(window.text(team), before, 'nothing is saved unasked');

    await press('Control+Z');
    await announced('The last change was taken back.');
    await until('F-103 to do', async () => /Todo/.test(await window.said('F-103')));
    assert.ok((await focused()).startsWith('F-103'));
    await window.line('Typed # Lantern').waitFor();
    await window.command('File: Save All');
    await until('saved', async () => (await window.page.locator('.tab.dirty').count()) === 0);
    assert.equal(window.text(team), before);
  });
});

import assert from 'node:assert/strict';
import { closeAfter } from '../harness/hooks.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

const team = 'TEAM.md';

describe('In Restricted Mode', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async () => {
    // What the folder says of files is heeded once it is trusted.
    const files = { '.vscode/settings.json': '{ "planTruth.files.exclude": ["**/ROADMAP.md"] }' };
    window = await openWindow({ fixtures: [team, 'ROADMAP.md'], files, open: team, untrusted: true });
    await window.openTree();
    await window.branch('F-101').waitFor();
  });
  closeAfter(() => window);

  it('plans are shown, by what the user set and not by what the folder says', async () => {
    await window.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await window.branch('図書館ロードマップ').waitFor();
    await window.shot('restricted');
  });

  it('tickets can be worked on', async () => {
    await window.chooseAndPick('F-103', 'Set Status…', 'Blocked');
    await until('F-103 blocked', async () => /Blocked/.test(await window.said('F-103')));
    assert.equal(await window.page.locator('.notification-toast').count(), 0);
  });

  it('once it is trusted, what the folder says is heeded, and nothing is lost', async () => {
    await window.command('Workspaces: Manage Workspace Trust');
    await window.page
      .locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ })
      .first()
      .click();
    await until('no roadmap', async () => (await window.branch('図書館ロードマップ').count()) === 0);
    await until('F-103 blocked', async () => /Blocked/.test(await window.said('F-103')));
  });
});

import assert from 'node:assert/strict';
import { closeBrowser, openWindow } from '../harness/window.mjs';

/** Longer than any plan that is read. */
const huge = '# Huge\n\n- [ ] one\n'.repeat(700_000);

describe('A plan that cannot be read', () => {
  after(closeBrowser);

  for (const [what, fixtures] of /** @type {const} */ ([
    ['alone, is told of in place of the plans', []],
    ['among others, is told of above them', ['ROADMAP.md']],
  ]))
    it(what, async () => {
      const window = await openWindow({ fixtures: [...fixtures], files: { 'HUGE.md': huge } });
      try {
        await window.openTree();
        if (fixtures.length === 0) {
          await window.welcome.filter({ hasText: 'they could not be read' }).waitFor();
          assert.equal(await window.tree.count(), 0);
          await window.shot('unreadable');
        } else {
          await window.branch('図書館ロードマップ').waitFor();
          await window.view('Plans').locator('.message', { hasText: 'Could not be read: HUGE.md' }).waitFor();
        }
      } catch (error) {
        await window.failed(`unreadable ${what}`);
        throw error;
      } finally {
        await window.close();
      }
    });
});

import assert from 'node:assert/strict';
import { closeAfter } from '../harness/hooks.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

const plan = 'ROADMAP.md';

describe('A checklist, in a dark window', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async () => {
    const settings = { 'workbench.colorTheme': 'Default Dark Modern' };
    window = await openWindow({ fixtures: [plan], open: plan, settings });
  });
  closeAfter(() => window);

  it('is a tree too', async () => {
    await window.openTree();
    await until('Phase 1 at 1/3', async () => /1\/3/.test(await window.said('Phase 1')));
    await window.noProblems();
  });

  it('has a box ticked and the summary brought along, in one step', async () => {
    const before = window.text(plan);
    await window.goTo(6, 10);
    await window.quickFix('Set status to [x] (done) and update the summary', 'checklist');
    const after = await window.save(plan, (text) => text !== before);
    assert.equal(after, before.replace('(1/3 tasks', '(2/3 tasks').replace('[ ] 棚を数える', '[x] 棚を数える'));
    await until('Phase 1 at 2/3', async () => /2\/3/.test(await window.said('Phase 1')));

    await window.page.keyboard.press('Control+Z');
    await window.save(plan, (text) => text === before);
    await until('Phase 1 at 1/3', async () => /1\/3/.test(await window.said('Phase 1')));
    await window.noProblems();
  });
});

import assert from 'node:assert/strict';
import { closeAfter } from '../harness/hooks.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

const plan = 'PROGRESS.md';

describe('A plan that contradicts itself', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async () => {
    window = await openWindow({ fixtures: ['PROGRESS.md', 'README.md'], open: plan });
  });
  closeAfter(() => window);

  it('has its six findings in the Problems panel', async () => {
    await window.line('Lantern: delivery progress').waitFor();
    await window.waitForProblems(6);
    const problems = await window.problems();
    const rules = ['unmet-dependency', 'stale-summary'];
    assert.deepEqual(
      rules.map((rule) => problems.filter((text) => text.includes(rule)).length),
      [2, 4],
    );
    await window.shot('problems');
  });

  it('is a tree with its counts', async () => {
    await window.openTree();
    await window.branch('Phase A').waitFor();
    assert.match(await window.said('Phase A'), /3\/5/);
    assert.match(await window.said('Phase B'), /0\/3/);
    assert.match(await window.said('Phase C'), /0\/2/);
    await window.fold('Phase A', true);
    await window.branch('A-005').waitFor();
    assert.match(await window.said('A-001'), /CI_GREEN/);
    await window.shot('tree');
  });

  it('goes to a ticket from the tree', async () => {
    await window.branch('A-005').click();
    await window.cursorAt(27);
  });

  it('tells in a hover what a ticket waits on', async () => {
    await window.page.keyboard.press('Control+1');
    await window.goTo(24, 1);
    const hover = await window.hover('A-002');
    for (const word of ['A-002', 'Sign-in with library card', 'MERGED', 'A-001', 'CI_GREEN'])
      assert.ok(hover.includes(word), hover);
    await window.shot('hover');
  });

  it('gets a status by the keyboard, saved as a change of that cell alone', async () => {
    await window.fold('Phase B', false);
    const before = window.text(plan).split('\n');
    await window.goTo(23, 18);
    await window.quickFix('Set status to MERGED', 'quick-fix');
    await window.line('wt/tables       | MERGED   |').waitFor();
    const after = (await window.save(plan, (text) => text.includes('wt/tables       | MERGED   |'))).split('\n');

    assert.equal(after.length, before.length);
    assert.deepEqual(
      after.flatMap((line, i) => (line === before[i] ? [] : [i + 1])),
      [23],
    );
    const cells = (/** @type {string | undefined} */ line) => line?.split('|').map((cell) => cell.trim());
    assert.deepEqual(cells(after[22]), cells(before[22]?.replace('CI_GREEN', 'MERGED')));
  });

  it('has tree and problems follow, and what is folded stays so', async () => {
    await until('Phase A at 4/5', async () => /4\/5/.test(await window.said('Phase A')));
    assert.match(await window.said('A-001'), /MERGED/);
    assert.equal(await window.isOpen('Phase B'), false);
    // What its dependents claimed has come true; four numbers are stale still.
    await window.waitForProblems(4);
    await window.shot('tree-follows');
  });

  it('gets a stale number put right', async () => {
    await window.goTo(50, 10);
    await window.quickFix('Change 2 to 4', 'quick-fix-summary');
    const after = await window.save(plan, (text) => text.includes('Phase A: 4 / 5 MERGED'));
    assert.ok(after.includes('Phase B: 0 / 3 MERGED\nPhase C: 0 / 3 MERGED\n'));
    await window.waitForProblems(3);
  });

  it('takes the edits back one by one', async () => {
    await window.page.keyboard.press('Control+Z');
    await window.line('Phase A: 2 / 5 MERGED').waitFor();
    await window.page.keyboard.press('Control+Z');
    await until('Phase A at 3/5', async () => /3\/5/.test(await window.said('Phase A')));
    await window.waitForProblems(6);
  });
});

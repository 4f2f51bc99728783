import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeAfter } from '../harness/hooks.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

const plan = 'PROGRESS.md';
const list = 'ROADMAP.md';

/**
 * The lines that differ, as they are now.
 * @param {string} before
 * @param {string} after
 */
function changes(before, after) {
  const old = before.split('\n');
  return after.split('\n').filter((line, i) => line !== old[i]);
}

describe('Running a plan from the sidebar', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async () => {
    window = await openWindow({ fixtures: [plan, list], open: plan });
    await window.openTree();
    await window.branch('Phase A').waitFor();
    for (const label of ['Phase A', 'Phase B']) await window.fold(label, true);
  });
  closeAfter(() => window);

  /**
   * Saves, says what lines became, undoes once and saves again.
   * @param {string} name
   */
  async function madeAndTakenBack(name) {
    const before = window.text(name);
    // A file that is being written is empty for a moment.
    const after = await window.save(name, (text) => text !== '' && text !== before);
    await window.page.keyboard.press('Control+Z');
    // What the sidebar takes back may still be under way.
    await until(`${name} as it was`, async () => {
      await window.page.keyboard.press('Control+S');
      return window.text(name) === before;
    });
    return changes(before, after);
  }

  it('a status is picked for a ticket: that cell alone changes, and one undo takes it back', async () => {
    const before = window.text(plan);
    await window.choose('A-005', 'Set Status…');
    assert.deepEqual(await window.offered(), [
      ['IN_PROGRESS', 'in progress · next'],
      ['CI_GREEN', 'in review'],
      ['PR_OPEN', 'in review'],
      ['MERGED', 'done · updates the summary'],
      ['BLOCKED', 'blocked'],
    ]);
    await window.shot('set-status');
    await window.pick('PR_OPEN');
    await until('A-005 in review', async () => /PR_OPEN/.test(await window.said('A-005')));
    assert.equal(window.text(plan), before, 'nothing is saved unasked');
    await window.page.keyboard.press('Control+1');
    assert.deepEqual(await madeAndTakenBack(plan), [
      '| A-005     | Reminder mails                | wt/reminders    | PR_OPEN  | A-004      |                     |',
    ]);
  });

  it('a plan that changes while one picks is read again, and nothing of it is overwritten', async () => {
    const original = window.text(plan);
    await window.choose('A-005', 'Set Status…');
    await window.offered();
    const meanwhile = original.replace(
      '# Lantern: delivery progress\n',
      '# Lantern: delivery progress\n\nNew words.\n',
    );
    writeFileSync(path.join(window.folder, plan), meanwhile);
    await window.line('New words.').waitFor();
    await window.pick('BLOCKED');
    await until('A-005 blocked', async () => /BLOCKED/.test(await window.said('A-005')));
    await window.page.keyboard.press('Control+1');
    assert.deepEqual(await madeAndTakenBack(plan), [
      '| A-005     | Reminder mails                | wt/reminders    | BLOCKED  | A-004      |                     |',
    ]);
    assert.equal(window.text(plan), meanwhile);
  });

  it('several tickets at once are one step, with one summary', async () => {
    await window.branch('A-005').click();
    await window.branch('B-001').click({ modifiers: ['Control'] });
    await window.choose('B-001', 'Set Status…');
    await window.page.getByText('Set the status of 2 tickets').waitFor();
    await window.pick('MERGED');
    await until('Phase A at 4/5', async () => /4\/5/.test(await window.said('Phase A')));
    await window.page.keyboard.press('Control+1');
    const lines = await madeAndTakenBack(plan);
    assert.deepEqual(
      lines.map((line) => /A-005|B-001|\w+ \w: .*|Overall.*/.exec(line)?.[0]),
      ['A-005', 'B-001', 'Phase A: 4 / 5 MERGED', 'Phase B: 1 / 3 MERGED', 'Overall Completion: ~50%'],
    );
  });

  it('a button sets the next status', async () => {
    await window.branch('B-001').hover();
    await window.branch('B-001').locator('.action-label[aria-label^="Set to Next Status"]').click();
    await until('B-001 in progress', async () => /IN_PROGRESS/.test(await window.said('B-001')));
    await window.shot('next-status');
    await window.page.keyboard.press('Control+1');
    assert.equal((await madeAndTakenBack(plan)).length, 1);
  });

  it('the status bar tells of the plan in the editor, and leads to the tree', async () => {
    const item = window.page.locator('.statusbar-item[aria-label^="Lantern"]');
    const words = 'Lantern: delivery progress: 3 of 10 done, 5 ready to start, 1 waiting, 6 problems';
    await until(words, async () => (await item.getAttribute('aria-label')) === words);
    assert.match((await item.textContent()) ?? '', /^\s*3\/10 · 6 problems$/);
    await window.page.locator('.activitybar .action-label[aria-label^="Explorer"]').click();
    await item.click();
    await window.branch('A-005').waitFor();
    await window.page.locator('.sidebar .monaco-list:focus').waitFor();
  });

  it('what is ready comes in the order of what it unblocks, and leads to its line', async () => {
    const rows = window.view('Ready Next').locator('.monaco-list-row .monaco-icon-label');
    const told = async () => (await rows.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
    await until('what is ready', async () => (await told()).length === 9);
    await window.shot('ready-next');
    assert.deepEqual((await told()).slice(0, 3), [
      'C-001 Loans between branchesunblocks 1 · Lantern: delivery progress',
      'A-005 Reminder mailsLantern: delivery progress',
      'B-001 Desk appLantern: delivery progress',
    ]);
    await rows.first().click();
    await window.cursorAt(43);
    await window.chooseAndPick('C-001', 'Set Status…', 'MERGED', 'Ready Next');
    await until(
      'C-002 on top',
      async () => (await told())[0]?.startsWith('A-005') && (await told())[4]?.startsWith('C-002'),
    );
    await window.page.keyboard.press('Control+1');
    await madeAndTakenBack(plan);
    await until('C-001 on top', async () => (await told())[0]?.startsWith('C-001'));
  });

  it('a check box is a check in the text, of a plan that was not open', async () => {
    const before = window.text(list);
    await window.fold('Phase 1', true);
    await window.branch('棚を数える').locator('.custom-view-tree-node-item-checkbox').click();
    await until('Phase 1 at 2/3', async () => /2\/3/.test(await window.said('Phase 1')));
    await window.shot('check-box');
    assert.equal(window.text(list), before);
    await window.page.locator('.tab', { hasText: list }).click();
    assert.deepEqual(await madeAndTakenBack(list), ['## Phase 1: 準備 (2/3 tasks complete)', '- [x] 棚を数える']);
    await window.page.locator('.statusbar-item', { hasText: /^\s*1\/5$/ }).waitFor();
    await until('Phase 1 at 1/3', async () => /1\/3/.test(await window.said('Phase 1')));
    await window.branch('目録を作る').locator('.custom-view-tree-node-item-checkbox').click();
    await until('Phase 1 at 0/3', async () => /0\/3/.test(await window.said('Phase 1')));
    assert.deepEqual(await madeAndTakenBack(list), ['## Phase 1: 準備 (0/3 tasks complete)', '- [ ] 目録を作る']);
  });
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeAfter } from '../harness/hooks.mjs';
import { choosePlan, showThemes } from '../harness/panels.mjs';
import { dialogsOf, elementsOfText, hostilePlan } from '../harness/trouble.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

const plan = 'PROGRESS.md';

/**
 * The cells of tables in which two texts of equally many lines differ, and other lines that do.
 * @param {string} before
 * @param {string} after
 */
function changedCells(before, after) {
  const [old, now] = [before, after].map((text) => text.split('\n').map((line) => line.split('|')));
  assert.equal(now?.length, old?.length);
  return (old ?? []).flatMap((line, i) =>
    line.flatMap((cell, j) => (cell === now?.[i]?.[j] ? [] : [`${cell.trim()} → ${now?.[i]?.[j]?.trim()}`])),
  );
}

describe('The board', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  /** The plan before anything was set. */
  let untouched = '';
  before(async () => {
    window = await openWindow({ fixtures: [plan, 'ROADMAP.md'], open: plan });
    await window.line('Lantern: delivery').waitFor();
    await window.run('Plan Truth: Show Board');
    await card('A-001').waitFor();
  });
  closeAfter(() => window);

  /** @param {string} id */
  const card = (id) => window.webview.locator('.card', { has: window.page.locator('.id', { hasText: id }) }).first();

  const toBoard = async () => {
    await window.page.locator('.tab', { hasText: 'Board' }).click();
    await card('A-001').waitFor();
  };

  /** The names of the columns with the cards in them, as they stand on the page. */
  async function columns() {
    const names = await window.webview.locator('.head .name').allTextContents();
    return Object.fromEntries(
      await Promise.all(
        names.map(async (name, i) => [
          name,
          (await window.webview.locator(`.cell[data-column="${i}"] .card .id`).allTextContents()).join(' '),
        ]),
      ),
    );
  }

  /**
   * @param {string} id
   * @param {string} column
   */
  const isIn = (id, column) => until(`${id} in ${column}`, async () => (await columns())[column]?.includes(id));

  it('shows the tickets under the statuses of the legend, in lanes by phase', async () => {
    assert.deepEqual(await columns(), {
      OPEN: 'A-005 B-001 B-002 B-003 C-001 C-002',
      IN_PROGRESS: '',
      CI_GREEN: 'A-001',
      PR_OPEN: '',
      MERGED: 'A-002 A-003 A-004',
      BLOCKED: '',
    });
    assert.deepEqual(await window.webview.locator('.lane .label').allTextContents(), [
      'Phase A — Ground floor',
      'Phase B — Front desk',
      'Phase C — Branch libraries',
    ]);
    await window.shot('board');
  });

  it('a card that is dragged sets the status in the text and changes nothing else, and shows what that makes untrue', async () => {
    const before = window.text(plan);
    const from = await card('C-002').boundingBox();
    const to = await window.webview.locator('.head', { hasText: 'MERGED' }).boundingBox();
    assert(from && to);
    const { mouse } = window.page;
    await mouse.move(from.x + 40, from.y + 10);
    await mouse.down();
    await mouse.move(from.x + 60, from.y + 20);
    await mouse.move(to.x + 40, from.y + 10, { steps: 10 });
    await window.webview.locator('.head.target', { hasText: 'MERGED' }).waitFor();
    await window.shot('board-drag');
    await mouse.up();
    await isIn('C-002', 'MERGED');
    await card('C-002')
      .locator('.finding', { hasText: 'C-002 is MERGED but depends on C-001, which is OPEN' })
      .waitFor();
    await window.webview.locator('.told.seen', { hasText: 'C-002 is now MERGED.' }).waitFor();
    await window.shot('board-contradiction');
    assert.equal(window.text(plan), before, 'nothing is saved unasked');
    await window.page.locator('.tab', { hasText: plan }).click();
    const after = await window.save(plan, (text) => text !== '' && text !== before);
    // The counts that follow from it come along.
    assert.deepEqual(changedCells(before, after), [
      'OPEN → MERGED',
      'Phase C: 0 / 3 MERGED → Phase C: 1 / 2 MERGED',
      'Overall Completion: ~18% → Overall Completion: ~40%',
    ]);
    untouched = before;
    await toBoard();
  });

  it('Ctrl+Z takes back what was set from it, and the board stays where it is', async () => {
    const board = window.webview.getByRole('main');
    await board.evaluate((element) => element.setAttribute('data-mark', 'same'));
    await card('C-002').focus();
    await window.page.keyboard.press('Control+Z');
    await isIn('C-002', 'OPEN');
    assert.equal(await board.getAttribute('data-mark'), 'same');
    await window.webview.locator('.card:focus', { hasText: 'C-002' }).waitFor();
    await window.page.locator('.tab', { hasText: plan }).click();
    await window.save(plan, (text) => text === untouched);
    await toBoard();
  });

  it('a filter and a search show what fits, and a word in the text changes the card in place', async () => {
    const { webview } = window;
    await webview.getByLabel('Tickets to show').selectOption('With findings');
    await until('two cards', async () => (await webview.locator('.card').count()) === 2);
    await webview.getByLabel('Tickets to show').selectOption('All tickets');
    await webview.getByLabel('Search the tickets').fill('CATALOGUE one');
    await until('one card', async () => (await webview.locator('.card .id').allTextContents()).join() === 'C-002');
    await webview.getByLabel('Search the tickets').fill('');
    await webview.getByLabel('Lanes', { exact: true }).selectOption('No lanes');
    await until('no lanes', async () => (await webview.locator('.lane-head:visible').count()) === 0);
    await webview.getByLabel('Lanes', { exact: true }).selectOption('Lanes by phase');
    await card('B-002').evaluate((element) => element.setAttribute('data-mark', 'same'));
    const before = window.text(plan);
    writeFileSync(path.join(window.folder, plan), before.replace('Label printing', 'Printing labels'));
    await card('B-002').filter({ hasText: 'Printing labels' }).waitFor();
    assert.equal(await card('B-002').getAttribute('data-mark'), 'same');
    writeFileSync(path.join(window.folder, plan), before);
    await card('B-002').filter({ hasText: 'Label printing' }).waitFor();
  });

  it('everything goes by keyboard: from card to card, to another status, to the line', async () => {
    const focused = () => window.webview.locator('.card:focus');
    await card('A-005').focus();
    for (const [key, id] of [
      ['ArrowDown', 'B-001'],
      ['ArrowUp', 'A-005'],
      ['ArrowRight', 'A-001'],
      ['ArrowRight', 'A-002'],
      ['End', 'A-004'],
      ['Home', 'A-002'],
      ['ArrowLeft', 'A-001'],
      ['ArrowLeft', 'A-005'],
    ]) {
      await window.page.keyboard.press(/** @type {string} */ (key));
      await focused().filter({ hasText: id }).waitFor();
    }
    await window.page.keyboard.press('Shift+ArrowRight');
    await isIn('A-005', 'IN_PROGRESS');
    await focused().filter({ hasText: 'A-005' }).waitFor();
    await until('it is told', async () =>
      /A-005 is now IN_PROGRESS/.test((await window.webview.locator('.told').textContent()) ?? ''),
    );
    await window.page.keyboard.press('Space');
    const menu = window.webview.getByRole('menu', { name: 'Set the status of A-005' });
    await menu.getByRole('menuitemradio', { name: 'IN_PROGRESS', checked: true }).waitFor();
    await window.shot('board-menu');
    await window.page.keyboard.press('ArrowUp');
    await window.page.keyboard.press('Enter');
    await isIn('A-005', 'OPEN');
    await focused().filter({ hasText: 'A-005' }).waitFor();
    await window.page.keyboard.press('Enter');
    await window.cursorAt(27);
  });

  it('is there again when the window is loaded anew, with what was folded and chosen', async () => {
    await toBoard();
    await window.webview.getByRole('button', { name: /^Phase B/ }).click();
    await until('B folded', async () => !(await card('B-001').isVisible()));
    await window.webview.getByLabel('Plan to show').selectOption('Lantern: delivery progress');
    await window.webview.getByLabel('Tickets to show').selectOption('Ready to start');
    await window.stored(/"bound":"[^"]+PROGRESS\.md".*"only":"ready"/);
    await window.reload();
    await card('A-005').waitFor();
    const { webview } = window;
    assert.equal(await webview.getByRole('button', { name: /^Phase B/ }).getAttribute('aria-expanded'), 'false');
    assert.equal(await webview.getByLabel('Tickets to show').inputValue(), 'ready');
    assert.match(await webview.getByLabel('Plan to show').inputValue(), /PROGRESS\.md$/);
    await webview.getByLabel('Tickets to show').selectOption('All tickets');
    await webview.getByRole('button', { name: /^Phase B/ }).click();
    await card('B-001').waitFor();
  });

  it('hostile titles stay text', async () => {
    const dialogs = dialogsOf(window);
    writeFileSync(path.join(window.folder, 'TROUBLE.md'), hostilePlan);
    await choosePlan(window, 'Trouble');
    await card('A-004').filter({ hasText: 'gnp.exe' }).waitFor();
    await window.shot('board-hostile');
    assert.deepEqual(await elementsOfText(window), []);
    assert.match((await card('A-001').textContent()) ?? '', /<img src=x onerror=alert\(1\)>/);
    const box = await card('A-003').boundingBox();
    assert(box && box.height < 300, 'an endless title is cut');
    assert.deepEqual(dialogs, []);
  });

  it('looks right in every theme, and is accessible', async () => {
    await choosePlan(window, 'Lantern');
    await card('C-001').waitFor();
    await showThemes(window, 'board');
  });
});

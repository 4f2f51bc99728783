import assert from 'node:assert/strict';
import { closeAfter } from '../harness/hooks.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

const plan = 'PROGRESS.md';
const team = 'TEAM.md';

/**
 * The lines that differ, with `-` and `+`, in no order.
 * @param {string} before
 * @param {string} after
 */
function difference(before, after) {
  const gone = before.split('\n');
  const come = [];
  for (const line of after.split('\n')) {
    const at = gone.indexOf(line);
    if (at < 0) come.push(`+${line}`);
    else gone.splice(at, 1);
  }
  return [...gone.map((line) => `-${line}`), ...come].map((line) => line.replace(/\s+/g, ' ')).sort();
}

describe('Every gesture in the sidebar is an edit', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  /** The rows of the tree before anything was done. */
  let atFirst = '';
  let marksAtFirst = '';
  before(async () => {
    window = await openWindow({ fixtures: [team, plan], open: team });
    await window.openTree();
    await window.branch('Phase 2').waitFor();
    await until('the counts', async () => /0\/4/.test(await window.said('Phase 2')));
    atFirst = await shownRows();
    await until('three marks', async () => (await marks()).split(' ').length === 3);
    marksAtFirst = await marks();
  });
  closeAfter(() => window);

  /** What the status bar says of it, to screen readers, too. */
  const announced = (/** @type {string} */ text, timeout = 20_000) =>
    window.page.locator('.statusbar-item [role="alert"]', { hasText: text }).first().waitFor({ timeout });

  /** Saves, says what lines differ, undoes once and saves again: the file is as it was, to the byte. */
  async function madeAndTakenBack() {
    const before = window.text(team);
    await window.page.keyboard.press('Control+1');
    const after = await window.save(team, (text) => text !== '' && text !== before);
    await window.page.keyboard.press('Control+Z');
    // Where the focus came back to the sidebar, that is what takes it back, and it may still be under way.
    await until(`${team} as it was`, async () => {
      await window.page.keyboard.press('Control+S');
      return window.text(team) === before;
    });
    // Rows that still move are not where the mouse goes.
    await window.mouseAway();
    await until('the tree as it was', async () => (await shownRows()) === atFirst);
    await until('the marks as they were', async () => (await marks()) === marksAtFirst);
    return difference(before, after);
  }

  /** How far down the gutter what can be started is marked, in pixels. */
  const marks = async () =>
    (
      await window.editor
        .locator('.glyph-margin-widgets .cgmr:not([class*="lightbulb"])')
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)).sort((a, b) => a - b))
    ).join(' ');

  const shownRows = async () =>
    (await window.view('Plans').locator('.monaco-list-row .monaco-icon-label').allTextContents()).join('\n');

  const rows = async () =>
    (await window.view('Plans').locator('.monaco-list-row .label-name').allTextContents()).map((text) => text.trim());

  it('a ticket is dragged to another phase, and the counts with it', async () => {
    await window.drag('F-003', 'Phase 2', 'drag-to-phase');
    await announced('F-003 Caulking is in Phase 2: Rig now.');
    await until(
      'F-003 below F-104',
      async () => (await rows()).indexOf('F-003 Caulking') === (await rows()).indexOf('F-104 Lamps') + 1,
    );
    await window.shot('dragged-to-phase');
    assert.deepEqual(await madeAndTakenBack(), [
      '+- Phase 1: 1/2 done',
      '+- Phase 2: 0/5 done',
      '-- Phase 1: 1/3 done',
      '-- Phase 2: 0/4 done',
    ]);
  });

  it('several tickets are dragged before another one', async () => {
    await window.branch('F-102').click();
    await window.branch('F-101').click({ modifiers: ['Control'] });
    await window.drag('F-101', 'F-002');
    await announced('2 tickets are in Phase 1: Hull now.');
    await until('both above F-002', async () =>
      (await rows()).join().includes('F-001 Keel,F-101 Mast,F-102 Sails,F-002 Planking'),
    );
    assert.deepEqual(await madeAndTakenBack(), [
      '+- Phase 1: 1/5 done',
      '+- Phase 2: 0/2 done',
      '-- Phase 1: 1/3 done',
      '-- Phase 2: 0/4 done',
    ]);
  });

  it('by the keyboard: a ticket is moved, checked and found again', async () => {
    await window.branch('F-101').click();
    // The click goes to the line, and the focus with it.
    await window.cursorAt(15);
    await window.page.keyboard.press('Control+0');
    await window.view('Plans').locator('.monaco-list:focus').waitFor();
    await window.page.keyboard.press('Shift+F10');
    await window.page.locator('.monaco-menu .action-item').getByText('Move To…', { exact: true }).waitFor();
    await window.page.keyboard.press('Escape');
    await window.choose('F-101', 'Move To…');
    await window.page.getByText('Where does F-101 Mast belong?').waitFor();
    assert.deepEqual(await window.offered(), [['Phase 1: Hull', '1/3']]);
    await window.page.keyboard.press('Enter');
    await announced('F-101 Mast is in Phase 1: Hull now.');
    const selected = window.view('Plans').locator('.monaco-list-row.selected.focused');
    await until('F-101 selected', async () => ((await selected.textContent()) ?? '').includes('F-101'));
    assert.equal((await madeAndTakenBack()).length, 4);
  });

  it('a ticket is added to a phase by its button', async () => {
    await window.press(window.branch('Phase 2'), 'Add Ticket');
    const input = window.page.locator('.quick-input-widget input').first();
    await input.fill('Rudder | <b>$(zap)</b>');
    await window.shot('add-ticket');
    await window.page.keyboard.press('Enter');
    await announced('F-105 Rudder | <b>$(zap)</b> was added.');
    await window.branch('F-105').waitFor();
    assert.match(await window.said('F-105'), /^F-105 Rudder \| <b>\$\(zap\)<\/b>/);
    assert.deepEqual(await madeAndTakenBack(), [
      '+- Phase 2: 0/5 done',
      '+| F-105 | Rudder \\| \\<b>$(zap)\\</b> | - | Todo | - |',
      '-- Phase 2: 0/4 done',
    ]);
  });

  it('a dependency is picked, and taken away', async () => {
    await window.choose('F-102', 'Add Dependency…');
    await window.page.getByText('What does F-102 Sails depend on?').waitFor();
    await window.shot('add-dependency');
    assert.deepEqual(
      (await window.offered()).slice(0, 3).map(([label]) => label),
      ['F-001 Keel', 'F-002 Planking', 'F-003 Caulking'],
    );
    await window.pick('F-002 Planking');
    await announced('F-102 Sails depends on F-002 Planking now.');
    assert.deepEqual(await madeAndTakenBack(), [
      '+| F-102 | Sails | - | Todo | F-101, F-002 |',
      '-| F-102 | Sails | - | Todo | F-101 |',
    ]);
    await window.chooseAndPick('F-003', 'Remove Dependency…', 'F-002 Planking');
    await announced('F-003 Caulking no longer depends on F-002 Planking.');
    assert.deepEqual(await madeAndTakenBack(), [
      '+| F-003 | Caulking | Ben | Blocked | - |',
      '-| F-003 | Caulking | Ben | Blocked | F-002 |',
    ]);
  });

  it('what cannot be done is said in a sentence, and nothing changes', async () => {
    const before = window.text(team);
    // What is drawn anew as it is taken hold of is not dragged.
    const refused = (/** @type {string} */ to, /** @type {string} */ text) =>
      until(text, async () => {
        await window.drag('F-001', to);
        return announced(text, 3_000).then(
          () => true,
          () => false,
        );
      });
    await refused('Ferry rebuild', 'Tickets can be dragged to phases');
    await refused('Phase A', 'Tickets can be moved within their own file only.');
    assert.equal(window.text(team), before);
    assert.equal(await window.page.locator('.tab.dirty').count(), 0);
  });
});

describe('The tree is looked at in other ways', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async () => {
    window = await openWindow({ fixtures: [team, plan], open: team });
    await window.openTree();
    await window.branch('Phase 2').waitFor();
  });
  closeAfter(() => window);

  const tops = () => window.view('Plans').locator('.monaco-list-row[aria-level="1"] .label-name');
  const top = async () => (await tops().allTextContents()).map((text) => text.trim());
  const description = () => window.view('Plans').locator('.pane-header .description');

  it('by status; a ticket is dropped on a status', async () => {
    await window.groupBy('Status', 'group-by');
    await until('statuses', async () => (await top()).join() === 'Not started,In progress,In review,Blocked,Done');
    await window.shot('by-status');
    const before = window.text(team);
    await window.drag('F-101', 'In progress');
    await until('F-101 in progress', async () => /In Progress/.test(await window.said('F-101')));
    await window.page.keyboard.press('Control+1');
    const after = await window.save(team, (text) => text !== '' && text !== before);
    assert.deepEqual(difference(before, after), [
      '+| F-101 | Mast | @mio | In Progress | F-001 |',
      '-| F-101 | Mast | @mio | Todo | F-001 |',
    ]);
    await window.page.keyboard.press('Control+Z');
    assert.equal(await window.save(team, (text) => text !== '' && text !== after), before);
  });

  it('by owner and by file', async () => {
    await window.groupBy('Owner');
    await until('owners', async () => (await top()).join() === 'Ben,mio,No owner');
    await window.shot('by-owner');
    await window.groupBy('File');
    await until('files', async () => (await top()).join() === 'Lantern: delivery progress,Ferry rebuild');
    assert.match(await window.said('F-001'), /Done · Phase 1: Hull/);
    await window.shot('by-file');
    await window.command('Group Plans by Phase');
    await window.branch('Phase 2').waitFor();
  });

  it('filtered: said on the view, cleared by one click', async () => {
    await window.press(window.view('Plans').locator('.pane-header'), 'Filter Plans');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Waiting' }).first().click();
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Blocked' }).first().click();
    await window.shot('filter');
    await window.page.keyboard.press('Enter');
    await until('F-001 gone', async () => (await window.branch('F-001').count()) === 0);
    await window.branch('F-003').waitFor();
    assert.equal(await description().textContent(), 'waiting or blocked');
    await window.shot('filtered');
    await window.press(window.view('Plans').locator('.pane-header'), 'Clear Filter');
    await window.branch('F-001').waitFor();
    assert.equal((await description().count()) === 0 || (await description().textContent()) === '', true);
  });

  it('filtered by what is mine: asks once who that is', async () => {
    await window.command('Filter Plans…');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Mine' }).first().click();
    await window.page.keyboard.press('Enter');
    await window.page.getByText('Who are you in the plans?').waitFor();
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'mio' }).first().click();
    await window.shot('who-am-i');
    await window.page.keyboard.press('Enter');
    await until('F-003 gone', async () => (await window.branch('F-003').count()) === 0);
    assert.deepEqual([await window.branch('F-002').count(), await description().textContent()], [1, 'mine']);
    await window.command('Clear Filter');
    await window.branch('F-003').waitFor();
  });

  it('in the dark and in high contrast', async () => {
    await window.goTo(15, 1);
    for (const [name, theme] of [
      ['dark', 'Default Dark Modern'],
      ['contrast', 'Default High Contrast'],
      ['contrast-light', 'Default High Contrast Light'],
    ]) {
      window.set({ 'workbench.colorTheme': theme });
      await window.page
        .locator(`.monaco-workbench.${name === 'dark' ? 'vs-dark' : name === 'contrast' ? 'hc-black' : 'hc-light'}`)
        .first()
        .waitFor();
      await window.editor.locator('.glyph-margin-widgets .cgmr').first().waitFor();
      await window.shot(`tree-${name}`);
      await window.choose('F-102', 'Set Status…');
      await window.offered();
      await window.shot(`set-status-${name}`);
      await window.page.keyboard.press('Escape');
      await window.command('Group Plans by Status');
      await window.branch('In progress').waitFor();
      await window.press(window.view('Plans').locator('.pane-header'), 'Filter Plans');
      await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Waiting' }).first().waitFor();
      await window.shot(`filter-by-status-${name}`);
      await window.page.keyboard.press('Escape');
      await window.command('Group Plans by Phase');
      await window.branch('Phase 2').waitFor();
    }
  });
});

describe('The sidebar in Japanese', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async () => {
    window = await openWindow({ fixtures: [team, 'ROADMAP.md'], open: team, locale: 'ja' });
    await window.openTree();
    await window.branch('Phase 2', '計画').waitFor();
  });
  closeAfter(() => window);

  it('speaks it in views, menus, filters, gestures and items', async () => {
    await window.choose('F-102', 'ステータスを設定…', '計画');
    await window.shot('japanese-set-status');
    await window.page.keyboard.press('Escape');
    await window.command('計画をステータス別に表示');
    await window.branch('進行中', '計画').waitFor();
    await window.shot('japanese-by-status');
    await window.command('計画を絞り込む');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: '着手可能' }).first().waitFor();
    await window.shot('japanese-filter');
    await window.page.keyboard.press('Escape');
  });
});

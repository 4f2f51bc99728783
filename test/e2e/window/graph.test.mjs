import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeAfter } from '../harness/hooks.mjs';
import { choosePlan, showThemes } from '../harness/panels.mjs';
import { dialogsOf, elementsOfText, hostilePlan } from '../harness/trouble.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

const plan = 'PROGRESS.md';

describe('The graph', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async () => {
    window = await openWindow({ fixtures: [plan, 'ROADMAP.md'], open: plan });
    await window.line('Lantern: delivery').waitFor();
    await window.run('Plan Truth: Show Graph');
    await node('A-001').waitFor();
  });
  closeAfter(() => window);

  /** @param {string} id */
  const node = (id) =>
    window.webview.locator('.node', { has: window.page.locator('text.name', { hasText: id }) }).first();
  const focused = () => window.webview.locator('.node:focus');
  const names = () => window.webview.locator('.node text.name').allTextContents();
  const toGraph = () => window.page.locator('.tab', { hasText: 'Graph' }).click();

  it('shows tickets in their phases, what depends on what, and what cannot be', async () => {
    assert.equal((await names()).length, 10);
    assert.deepEqual(await window.webview.locator('.band text.label').allTextContents(), [
      'Phase A — Ground floor',
      'Phase B — Front desk',
      'Phase C — Branch libraries',
    ]);
    assert.equal(await window.webview.locator('.picture .edge.broken').count(), 2);
    assert.equal((await window.webview.locator('.picture .edge.met').count()) > 3, true);
    await window.webview.getByText('Critical path: 3 tickets').waitFor();
    await window.shot('graph');
  });

  it('tells of a ticket beside its card', async () => {
    await node('A-002').hover();
    const card = window.webview.locator('.hover-card');
    await card.filter({ hasText: 'A-002 Sign-in with library card' }).waitFor();
    await card.filter({ hasText: 'A-002 is MERGED but depends on A-001, which is CI_GREEN' }).waitFor();
    await window.shot('graph-hover');
    await card.hover();
    await window.page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    await node('A-003').hover();
    await card.filter({ hasText: 'Lend and return' }).waitFor();
    await window.mouseAway();
    await card.waitFor({ state: 'hidden' });
  });

  it('goes along the chain by keyboard, and to the line', async () => {
    await node('A-001').focus();
    for (const [key, id] of [
      ['ArrowDown', /A-00[24]/],
      ['ArrowUp', /A-001/],
      ['End', /C-002/],
      ['ArrowUp', /C-001/],
      ['ArrowUp', /A-003/],
      ['ArrowUp', /A-002/],
    ]) {
      await window.page.keyboard.press(/** @type {string} */ (key));
      await focused()
        .filter({ hasText: /** @type {RegExp} */ (id) })
        .waitFor();
    }
    await window.shot('graph-focus');
    await window.page.keyboard.press('Enter');
    await window.cursorAt(24);
    await toGraph();
  });

  it('a click on a card goes to its line', async () => {
    await node('C-001').click();
    await window.cursorAt(41);
    await toGraph();
  });

  it('shows the chain of one ticket alone, and all again', async () => {
    await node('C-001').focus();
    await window.page.keyboard.press('f');
    await until('the chain', async () => (await names()).sort().join(' ') === 'A-001 A-002 A-003 C-001 C-002');
    await window.webview.locator('.chain', { hasText: 'Chain of C-001' }).waitFor();
    await focused().filter({ hasText: 'C-001' }).waitFor();
    await window.shot('graph-chain');
    await window.page.keyboard.press('Escape');
    await until('all', async () => (await names()).length === 10);
  });

  it('zooms by keyboard, and shows the whole graph', async () => {
    const size = async () => (await node('C-001').boundingBox())?.width ?? 0;
    await node('C-001').focus();
    const before = await size();
    await window.page.keyboard.press('+');
    await until('larger', async () => (await size()) > before * 1.1);
    await window.page.keyboard.press('-');
    await window.page.keyboard.press('-');
    await until('smaller', async () => (await size()) < before * 0.95);
    await window.page.keyboard.press('0');
    await until('whole', async () => {
      const box = await window.webview.locator('.strip').last().boundingBox();
      return box !== null && box.y + box.height < 1080;
    });
  });

  it('a hand moves it, the wheel moves and zooms it', async () => {
    const { mouse } = window.page;
    const where = async () => (await node('C-001').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const stage = await window.webview.locator('.stage').boundingBox();
    assert(stage);
    const free = { x: stage.x + stage.width - 30, y: stage.y + stage.height - 30 };
    const before = await where();
    await mouse.move(free.x, free.y);
    await mouse.down();
    await mouse.move(free.x - 60, free.y - 40, { steps: 5 });
    await mouse.up();
    const dragged = await where();
    assert.deepEqual([dragged.x - before.x, dragged.y - before.y].map(Math.round), [-60, -40]);
    await mouse.wheel(0, -40);
    await until('it is back in its height', async () => Math.abs((await where()).y - before.y) < 1);
    await mouse.move(dragged.x + 20, before.y + 20);
    await window.page.keyboard.down('Control');
    await mouse.wheel(0, -200);
    await window.page.keyboard.up('Control');
    await until('larger, around the mouse', async () => {
      const { x, y, width } = await where();
      const by = width / before.width;
      return by > 1.3 && Math.abs(dragged.x + 20 - 20 * by - x) < 2 && Math.abs(before.y + 20 - 20 * by - y) < 2;
    });
    await window.webview.getByRole('button', { name: 'Fit: show the whole graph (0)' }).click();
    await window.mouseAway();
    assert.equal(await window.page.locator('.tab.active', { hasText: 'Graph' }).count(), 1, 'no drag is a click');
  });

  it('sets a status from the menu, that cell alone, and the picture follows without a flash', async () => {
    const before = window.text(plan);
    await node('B-002').evaluate((element) => element.setAttribute('data-mark', 'same'));
    await node('C-001').focus();
    await window.page.keyboard.press('Space');
    await window.webview.getByRole('menu', { name: 'C-001' }).waitFor();
    await window.shot('graph-menu');
    await window.webview.getByRole('menuitem', { name: 'Set Status…' }).click();
    await window.pick('MERGED');
    await until('C-001 is MERGED', async () => (await node('C-001').getAttribute('class'))?.includes('done'));
    await window.webview.locator('.node.ready', { hasText: 'C-002' }).waitFor();
    assert.equal(await node('B-002').getAttribute('data-mark'), 'same');
    await window.page.locator('.tab', { hasText: plan }).last().click();
    const after = await window.save(plan, (text) => text !== '' && text !== before);
    const lines = after.split('\n').filter((line, i) => line !== before.split('\n')[i]);
    assert.match(lines[0] ?? '', /^\| C-001 .*\| MERGED \| A-003/);
    await window.page.keyboard.press('Control+Z');
    await window.save(plan, (text) => text === before);
    await toGraph();
    await window.webview.locator('.node.ready', { hasText: 'C-001' }).waitFor();
  });

  it('says the same as text', async () => {
    const { webview } = window;
    await webview.getByRole('button', { name: 'Show the graph as text' }).click();
    const row = webview.locator('tr', { hasText: 'One catalogue for all' });
    await row.filter({ hasText: 'C-001' }).waitFor();
    await window.shot('graph-text');
    await webview.getByRole('button', { name: 'Show the graph as text' }).click();
    await node('A-001').waitFor();
  });

  it('exports SVG and PNG', async () => {
    for (const [format, name] of [
      ['Save as SVG…', 'lantern.svg'],
      ['Save as PNG…', 'lantern.png'],
    ]) {
      const file = path.join(window.folder, /** @type {string} */ (name));
      await window.webview.getByRole('button', { name: 'Export the graph' }).click();
      await window.webview.getByRole('menuitem', { name: format }).click();
      const input = window.page.locator('.quick-input-widget input').first();
      await input.waitFor();
      await until('a name is offered', async () => (await input.inputValue()).includes('PROGRESS-graph'));
      await input.fill(file);
      await window.page.keyboard.press('Enter');
      await until(`${name} is there`, () => existsSync(file));
      await window.webview.locator('.told.seen', { hasText: `Saved as ${name}.` }).waitFor();
    }
    const svg = readFileSync(path.join(window.folder, 'lantern.svg'), 'utf8');
    assert.match(svg, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg /);
    assert.match(svg, />Sign-in with library card</);
    const png = readFileSync(path.join(window.folder, 'lantern.png'));
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    assert(png.length > 20_000, 'a picture with something in it');
  });

  it('copies itself as Mermaid', async () => {
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await window.webview.getByRole('button', { name: 'Export the graph' }).click();
    await window.webview.getByRole('menuitem', { name: 'Copy as Mermaid' }).click();
    await window.webview.locator('.told.seen', { hasText: 'Copied' }).waitFor();
    const text = await window.page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /^flowchart TB\n {2}subgraph b0\["Phase A — Ground floor 3\/5"\]\n/);
    assert.match(text, /\["C-002 One catalogue for all"\]/);
    assert.match(text, /\n {2}n\d+ -\.-> n\d+\n/);
  });

  it('what was folded and narrowed is there again when the window is loaded anew', async () => {
    await window.webview.getByRole('button', { name: /^Phase B/ }).click();
    await until('B folded', async () => !(await names()).includes('B-001'));
    await window.shot('graph-folded');
    await window.stored(/"folds":\{[^}]+:true\}/);
    await window.reload();
    await node('A-001').waitFor();
    assert.equal((await names()).includes('B-001'), false);
    await window.webview.getByRole('button', { name: /^Phase B/ }).click();
    await node('B-001').waitFor();
  });

  it('hostile titles stay text', async () => {
    const dialogs = dialogsOf(window);
    writeFileSync(path.join(window.folder, 'TROUBLE.md'), hostilePlan);
    await choosePlan(window, 'Trouble');
    await node('A-004').filter({ hasText: 'gnp.exe' }).waitFor();
    await node('A-001').hover();
    await window.webview.locator('.hover-card', { hasText: '<img' }).waitFor();
    await window.shot('graph-hostile');
    assert.deepEqual(await elementsOfText(window), []);
    assert.deepEqual(dialogs, []);
    await window.mouseAway();
  });

  it('its page runs and loads nothing but what is its own', async () => {
    /** @type {string[]} */
    const served = [];
    await window.page.route('https://example.com/**', (route) => {
      served.push(route.request().url());
      const headers = { 'access-control-allow-origin': '*' };
      const body = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
      return route.fulfill({ contentType: 'image/svg+xml', headers, body });
    });
    const outcome = await window.webview.locator('body').evaluate(async (body) => {
      const script = document.createElement('script');
      script.textContent = 'document.body.dataset.ran = "yes"';
      const picture = new Image();
      const loaded = new Promise((resolve) => {
        picture.onload = () => resolve(true);
        picture.onerror = () => resolve(false);
      });
      picture.src = 'https://example.com/x.svg';
      body.append(script, picture);
      const fetched = fetch('https://example.com/').then(
        () => true,
        () => false,
      );
      const found = { ran: body.dataset.ran === 'yes', loaded: await loaded, fetched: await fetched };
      script.remove();
      picture.remove();
      return found;
    });
    assert.deepEqual(outcome, { ran: false, loaded: false, fetched: false });
    assert.deepEqual(served, []);
  });

  it('a large plan has its overview beside it', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => {
      const heading = `\n## Phase ${i / 40 + 1}\n\n| ID | Title | Status | Depends on |\n|--|--|--|--|\n`;
      const on = i % 40 === 0 ? '-' : `T-${i - 1 - (i % 3 === 0 ? 1 : 0)}`;
      return `${i % 40 === 0 ? heading : ''}| T-${i} | Piece ${i} | ${i < 700 ? 'DONE' : 'OPEN'} | ${on} |\n`;
    });
    writeFileSync(path.join(window.folder, 'LARGE.md'), `# Large\n${rows.join('')}`);
    await choosePlan(window, 'Large');
    await node('T-0').waitFor();
    await window.webview.locator('.minimap').waitFor();
    assert.equal(await window.webview.locator('.faded').count(), 0, 'what was lit before is of another plan');
    await window.shot('graph-large');
    await window.webview.getByRole('button', { name: 'Fit: show the whole graph (0)' }).click();
    await window.webview.locator('.patch.done').waitFor();
    const inSight = await window.webview.locator('.stage').evaluate((stage) => {
      const [frame, last] = [stage, [...stage.querySelectorAll('.strip')].at(-1)].map((one) =>
        one?.getBoundingClientRect(),
      );
      return stage.querySelectorAll('.strip').length === 50 && frame && last && last.bottom <= frame.bottom + 1;
    });
    assert.equal(inSight, true, 'all 50 phases');
    await window.shot('graph-far');
  });

  it('looks right in every theme, and is accessible', async () => {
    await choosePlan(window, 'Lantern');
    await node('C-001').waitFor();
    await showThemes(window, 'graph');
  });
});

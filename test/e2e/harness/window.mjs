// A VS Code window with the packaged extension in it, and the hands and eyes of a user.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { vsix } from '../../../scripts/lib/paths.mjs';
import { startBrowser } from './browser.mjs';
import { keepEvidence, screenshot } from './evidence.mjs';
import { speakJapanese } from './japanese.mjs';
import { createSandbox, writeFiles } from './sandbox.mjs';
import { installExtension, startServer } from './server.mjs';
import { until } from './until.mjs';
import { createWorkspace } from './workspace.mjs';

/** A colour theme of each kind, and what it makes of the body of a webview. */
export const themes = /** @type {const} */ ([
  ['Default Dark Modern', 'vscode-dark'],
  ['Default High Contrast', 'vscode-high-contrast'],
  ['Default High Contrast Light', 'vscode-high-contrast-light'],
  ['Default Light Modern', 'vscode-light'],
]);

/** High enough for all findings of a plan to be in sight. */
const size = { width: 1440, height: 1100 };

/** @type {Promise<import('playwright-core').Browser> | undefined} */
let browser;

/**
 * @param {{ fixtures: string[] | null, open?: string, settings?: Record<string, unknown>, locale?: 'ja',
 *   files?: Record<string, string>, without?: boolean, untrusted?: boolean, workspace?: string }} options
 *   `fixtures`: the files of its folder; null for a window without a folder; `files`: more of them, by name; `open`: the
 *   file to open; `without`: VS Code alone, for comparison; `untrusted`: in Restricted Mode; `workspace`: the one of the
 *   files that names the folders
 */
export async function openWindow({
  fixtures,
  open,
  settings = {},
  locale,
  files = {},
  without = false,
  untrusted = false,
  workspace = '',
}) {
  const sandbox = createSandbox({
    'editor.minimap.enabled': false,
    'git.enabled': false,
    'editor.hover.delay': 100,
    'files.autoSave': 'off',
    ...(untrusted && { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' }),
    ...settings,
  });
  const folder = createWorkspace(sandbox, fixtures ?? []);
  writeFiles(folder, files);
  if (!existsSync(vsix)) throw new Error('There is no package to test: npm run package');
  if (!without) await installExtension(sandbox, vsix);
  if (locale) speakJapanese(sandbox);
  const server = await startServer(sandbox, { locale, trust: untrusted, env: { HOME: sandbox.root } });
  browser ??= startBrowser();
  const context = await (await browser).newContext({ viewport: size });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(
    server.window(
      fixtures && path.join(folder, workspace),
      open ? [['openFile', server.remote(path.join(folder, open))]] : [],
    ),
  );
  await page.locator('.monaco-workbench .activitybar .action-label').first().waitFor();
  return new Window(page, folder, sandbox, async () => {
    await context.close();
    server.stop();
    sandbox.remove();
  });
}

export async function closeBrowser() {
  await (await browser)?.close();
  browser = undefined;
}

export class Window {
  /**
   * @param {import('playwright-core').Page} page
   * @param {string} folder
   * @param {import('./sandbox.mjs').Sandbox} sandbox
   * @param {() => Promise<void>} close
   */
  constructor(page, folder, sandbox, close) {
    this.page = page;
    this.folder = folder;
    this.sandbox = sandbox;
    this.close = close;
    this.tree = this.view('Plans').locator('.monaco-list-row');
    this.welcome = this.view('Plans').locator('.welcome-view-content').first();
    this.editor = page.locator('.editor-group-container.active .monaco-editor').first();
  }

  /**
   * The line of the editor that holds the text, where it is in sight.
   * @param {string} text
   */
  line(text) {
    return this.editor
      .locator('.view-line')
      .filter({ hasText: spaced(text) })
      .first();
  }

  /**
   * A view of the sidebar.
   * @param {string} title
   */
  view(title) {
    return this.page
      .locator('.sidebar .pane')
      .filter({ has: this.page.locator(`.pane-header[aria-label^="${title}"]`) });
  }

  /** Opens the Plan Truth view. */
  async openTree() {
    const title = this.page.locator('.sidebar .composite.title', { hasText: 'Plan Truth' });
    // The icon lies under its number, and where it is drawn anew, as when the number comes, may lose a click.
    const icon = this.page.locator('.action-label[aria-label^="Plan Truth"]');
    await until('the Plan Truth view', async () => {
      if (!(await title.isVisible()))
        await this.page.locator('.activitybar .action-item').filter({ has: icon }).click();
      return title.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /**
   * The row of a view that starts so.
   * @param {string} label
   * @param {string} [view]
   */
  branch(label, view = 'Plans') {
    const name = this.page.locator('.label-name', { hasText: new RegExp(`^${label}(?!\\w)`) });
    return this.view(view).locator('.monaco-list-row').filter({ has: name }).first();
  }

  /**
   * What the row of the tree says: label and description.
   * @param {string} label
   */
  async said(label) {
    return (await this.branch(label).locator('.monaco-icon-label').textContent()) ?? '';
  }

  /**
   * Opens or folds a row of the tree.
   * @param {string} label
   * @param {boolean} open
   */
  async fold(label, open) {
    if ((await this.isOpen(label)) !== open) await this.branch(label).locator('.monaco-tl-twistie').click();
    await until(`${label} ${open ? 'open' : 'folded'}`, async () => (await this.isOpen(label)) === open);
  }

  /**
   * Chooses from the menu of a row what leads to a quick pick.
   * @param {string} label
   * @param {string} title
   * @param {string} [view]
   */
  async choose(label, title, view = 'Plans') {
    const entry = this.page.locator('.monaco-menu .action-item').getByText(title, { exact: true });
    const pick = this.page.locator('.quick-input-widget');
    await pick.waitFor({ state: 'hidden' });
    // A menu that has only just opened takes a click for the end of the one that opened it; one in the way of news closes.
    await until(`"${title}" chosen`, async () => {
      if (!(await entry.isVisible())) {
        await this.mouseAway();
        await this.branch(label, view)
          .click({ button: 'right', timeout: 2_000 })
          .catch(() => undefined);
      }
      // A second menu would close a pick that is on its way.
      const isChosen = await entry
        .click({ timeout: 1_000 })
        .then(() => entry.waitFor({ state: 'hidden', timeout: 1_000 }))
        .then(
          () => true,
          () => false,
        );
      return (
        isChosen &&
        (await pick.waitFor({ timeout: 5_000 }).then(
          () => true,
          () => false,
        ))
      );
    });
  }

  /**
   * Chooses from the menu of a row, and from the quick pick that this leads to.
   * @param {string} label
   * @param {string} title
   * @param {string} word
   * @param {string} [view]
   */
  async chooseAndPick(label, title, word, view) {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: word }).first();
    // A view that has just been drawn anew may take the focus back, and the quick pick closes.
    await until(`"${word}" picked`, async () => {
      await this.choose(label, title, view);
      return row.click({ timeout: 5_000 }).then(
        () => true,
        () => this.page.keyboard.press('Escape'),
      );
    });
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /**
   * Presses a button of a row or of a view's title, which shows while the mouse is over it. A row may move meanwhile, and a
   * tooltip be in the way.
   * @param {import('playwright-core').Locator} place
   * @param {string} title
   */
  async press(place, title) {
    await until(`"${title}" pressed`, async () => {
      await this.mouseAway();
      await place.hover({ timeout: 2_000 }).catch(() => undefined);
      return place
        .locator(`.action-label[aria-label^="${title}"]`)
        .click({ timeout: 1_000 })
        .then(
          () => true,
          () => false,
        );
    });
  }

  /**
   * Chooses from the submenu "Group By" of the tree, by the mouse.
   * @param {string} title
   * @param {string} [shot] a screenshot of the menu
   */
  async groupBy(title, shot) {
    const menu = this.page.locator('.monaco-menu .action-item');
    const entry = menu.getByText(title, { exact: true });
    // A menu that has only just opened takes a click for the end of the one that opened it.
    await until(`grouped by ${title}`, async () => {
      if (!(await menu.first().isVisible()))
        await this.press(this.view('Plans').locator('.pane-header'), 'More Actions');
      await menu
        .getByText('Group By', { exact: true })
        .hover({ timeout: 2_000 })
        .catch(() => undefined);
      await entry.waitFor({ timeout: 2_000 }).catch(() => undefined);
      if (shot) await this.shot(shot);
      return entry
        .click({ timeout: 1_000 })
        .then(() => menu.first().waitFor({ state: 'hidden', timeout: 1_000 }))
        .then(
          () => true,
          () => false,
        );
    });
  }

  /** What the quick pick offers: labels and descriptions. */
  async offered() {
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    return rows.evaluateAll((found) =>
      found.map((row) =>
        ['.label-name', '.label-description'].map((part) => row.querySelector(part)?.textContent ?? ''),
      ),
    );
  }

  /**
   * Runs a command from the palette.
   * @param {string} title
   */
  async command(title) {
    const input = this.page.locator('.quick-input-widget input').first();
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    await until(`"${title}" in the palette`, async () => {
      await this.page.keyboard.press('F1');
      await input.fill(`>${title}`);
      return row.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => this.page.keyboard.press('Escape'),
      );
    });
    await row.click();
  }

  /**
   * Drags a row of the tree onto another one.
   * @param {string} from
   * @param {string} to
   * @param {string} [shot] a screenshot on the way
   */
  async drag(from, to, shot) {
    const { mouse } = this.page;
    const middle = async (/** @type {string} */ label) => {
      const box = await this.branch(label).locator('.label-name').boundingBox();
      if (!box) throw new Error(`${label} is not in sight`);
      return { x: box.x + Math.min(20, box.width / 2), y: box.y + box.height / 2 };
    };
    const [start, end] = [await middle(from), await middle(to)];
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move(start.x + 5, start.y + 5, { steps: 3 });
    await mouse.move(end.x, end.y, { steps: 10 });
    await mouse.move(end.x + 2, end.y, { steps: 2 });
    if (shot) await this.shot(shot);
    await mouse.up();
  }

  /**
   * Settings as they are from now on, beside those that the window was opened with.
   * @param {Record<string, unknown>} settings
   */
  set(settings) {
    const file = path.join(this.sandbox.data, 'Machine/settings.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...settings }));
  }

  /** @param {string} word in the quick pick */
  async pick(word) {
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: word }).first().click();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** @param {string} label */
  async isOpen(label) {
    return (await this.branch(label).getAttribute('aria-expanded')) === 'true';
  }

  /** To the middle of the status bar, where nothing shows a hover. */
  mouseAway() {
    return this.page.mouse.move(size.width / 2, size.height - 5);
  }

  /** @param {number} line from 1 */
  async cursorAt(line) {
    await this.page.locator('.statusbar-item', { hasText: new RegExp(`^Ln ${line},`) }).waitFor();
  }

  /**
   * The text of the hover on a word of the editor's current line.
   * @param {string} word
   */
  async hover(word) {
    const hover = this.page.locator('.monaco-hover:visible', { hasText: word }).first();
    await until(`a hover on ${word}`, async () => {
      await this.mouseAway();
      await this.editor.locator('.view-line span span', { hasText: word }).first().hover();
      return hover.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });
    return ((await hover.textContent()) ?? '').replaceAll('\u00a0', ' ');
  }

  /**
   * Puts the cursor at `line:column` through Go to Line, as every column can be reached so.
   * @param {number} line from 1
   * @param {number} column from 1
   */
  async goTo(line, column) {
    await this.page.keyboard.press('Control+G');
    await this.page.locator('.quick-input-widget input').first().fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** @param {string} name */
  text(name) {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  /**
   * Runs the command of exactly this title, category included, from the palette.
   * @param {string} title
   */
  async run(title) {
    const input = this.page.locator('.quick-input-widget input').first();
    const name = this.page.getByText(title, { exact: true });
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ has: name }).first();
    // A palette that opens before the extension has told its commands does not list them later.
    await until(`"${title}" in the palette`, async () => {
      await this.page.keyboard.press('F1');
      await input.fill(`>${title}`);
      return row.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => this.page.keyboard.press('Escape'),
      );
    });
    await row.click();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** What the webview in sight shows. */
  get webview() {
    return this.page.locator('iframe.webview:visible').contentFrame().locator('iframe#active-frame').contentFrame();
  }

  /**
   * Waits for the window to have stored what it will find again; in a browser that takes it seconds.
   * @param {RegExp} state of an editor, as JSON
   */
  async stored(state) {
    await until(
      `stored: ${state}`,
      async () => {
        const values = await this.page.evaluate(storedValues);
        return values.some((value) => state.test(value.replaceAll('\\', '')));
      },
      40_000,
    );
  }

  /** Loads the window anew, with the editors that it had: one that is told what to open restores none. */
  async reload() {
    const url = new URL(this.page.url());
    url.searchParams.delete('payload');
    await this.page.goto(url.href);
    await this.page.locator('.monaco-workbench .activitybar .action-label').first().waitFor();
  }

  /** @param {string} name of a colour theme */
  setTheme(name) {
    const file = path.join(this.sandbox.data, 'User/settings.json');
    const settings = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...settings, 'workbench.colorTheme': name }));
  }

  /** @param {number} count */
  async waitForProblems(count) {
    await this.showProblems();
    await this.page.locator('.panel .action-item', { hasText: new RegExp(`^Problems${count}$`) }).waitFor();
  }

  /** The texts of the Problems panel that are in sight. */
  async problems() {
    // A finding each; the rows of files and of related places have no source.
    const source = this.page.locator('.marker-source');
    return this.page.locator('.markers-panel .monaco-list-row').filter({ has: source }).allTextContents();
  }

  async noProblems() {
    await this.showProblems();
    await this.page.locator('.markers-panel', { hasText: 'No problems have been detected' }).waitFor();
  }

  async showProblems() {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
  }

  /**
   * Applies a quick fix where the cursor is, by the keyboard alone.
   * @param {string} title
   * @param {string} [shot] a screenshot of the menu
   */
  async quickFix(title, shot) {
    const { page } = this;
    const rows = page.locator('.action-widget .monaco-list-row.action');
    const wanted = rows.filter({ has: page.getByText(title, { exact: true }) }).first();
    // A hover in the way swallows the key, and VS Code cancels the request when any extension registers a provider.
    await this.mouseAway();
    for (let left = 5; ; left--) {
      await page.keyboard.press('Control+.');
      try {
        await wanted.waitFor({ timeout: 2_000 });
        break;
      } catch (error) {
        if (left === 0)
          throw new Error(`No quick fix "${title}" among: ${await rows.allTextContents()}`, { cause: error });
        await page.keyboard.press('Escape');
      }
    }
    if (shot) await this.shot(shot);
    const chosen = page.locator('.action-widget .monaco-list-row.focused');
    await until(`"${title}" chosen`, async () => {
      if ((await chosen.textContent())?.trim() === title) return true;
      await page.keyboard.press('ArrowDown');
    });
    await page.keyboard.press('Enter');
    await rows.first().waitFor({ state: 'hidden' });
  }

  /**
   * Saves, and waits for the file to be so.
   * @param {string} name
   * @param {(text: string) => boolean} expected
   */
  async save(name, expected) {
    await this.page.keyboard.press('Control+S');
    await until(`${name} saved`, () => expected(this.text(name)));
    return this.text(name);
  }

  /** @param {string} name */
  shot(name) {
    return screenshot(this.page, name);
  }

  /** @param {string} name */
  failed(name) {
    return keepEvidence(name, this.page, this.sandbox);
  }
}

/**
 * The editor shows spaces as no-break spaces.
 * @param {string} text
 */
function spaced(text) {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s'));
}

/** Runs in the page: the texts of VS Code's own storage. */
async function storedValues() {
  /** @type {<T>(request: IDBRequest<T>) => Promise<T>} */
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  /** @type {string[]} */
  const values = [];
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db')) continue;
    const database = await done(indexedDB.open(name));
    const all = await done(database.transaction('ItemTable').objectStore('ItemTable').getAll());
    values.push(...all.filter((value) => typeof value === 'string'));
    database.close();
  }
  return values;
}

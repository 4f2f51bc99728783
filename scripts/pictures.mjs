// Takes the pictures of the README from a real VS Code: node scripts/pictures.mjs [picture or language …]
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../test/e2e/harness/until.mjs';
import { exitOnSignals } from './lib/cleanup.mjs';
import { installTools, installVSCode } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { heading, script } from './lib/run.mjs';
import { isPackaged, packageExtension } from './package.mjs';

const folder = path.join(root, 'docs/pictures');
const size = { width: 1280, height: 800 };
const settings = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code's own
  'window.title': '${activeEditorShort}',
  '[markdown]': { 'editor.wordWrap': 'off' },
};
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/** In each language a plan that contradicts itself, the line of a wrong figure in it, and what it is changed to. */
const languages = /** @type {const} */ ({
  en: {
    plan: 'PROGRESS.md',
    plans: 'Plans',
    ticket: 'A-005',
    figure: [50, 10],
    fix: 'Change 2 to 3',
    board: 'Plan Truth: Show Board',
  },
  ja: {
    plan: path.join(root, 'media/samples/plan.ja.md'),
    locale: 'ja',
    plans: '計画',
    ticket: 'TEA-3',
    figure: [25, 14],
    fix: '2 を 3 に変更',
    board: 'Plan Truth: ボードを表示',
  },
});

/**
 * @typedef {import('../test/e2e/harness/window.mjs').Window} Window
 * @typedef {(typeof languages)[keyof typeof languages]} Language
 */

/** What is shown, in the order in which it is taken. @type {Record<string, (window: Window, language: Language) => Promise<void>>} */
const pictures = {
  /** The sidebar beside the text. */
  async overview(window, { ticket, plans }) {
    await window.openTree();
    await window.branch(ticket, plans).click();
    await window.page.keyboard.press('Escape');
  },
  /** A figure that is wrong, and what is offered. */
  async fix(window, { figure: [line, column], fix }) {
    const offer = window.page.locator('.action-widget').getByText(fix, { exact: true });
    await until('the fix is offered', async () => {
      await window.page.keyboard.press('Escape');
      await window.goTo(line, column).catch(() => undefined);
      await window.mouseAway();
      await window.page.keyboard.press('Control+.');
      return offer.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    });
  },
  async board(window, { board }) {
    await window.page.keyboard.press('Escape');
    await withoutSidebar(window);
    await window.run(board);
    await window.webview.locator('.card').first().waitFor();
  },
};

/**
 * All columns in sight. What opens the sidebar anew, as a view that is told of late, has come by then.
 * @param {Window} window
 */
async function withoutSidebar(window) {
  const sidebar = window.page.locator('.sidebar .pane').first();
  await until('the sidebar is away', async () => {
    if (await sidebar.isVisible()) await window.page.keyboard.press('Control+B');
    await delay(1_000);
    return !(await sidebar.isVisible());
  });
}

/**
 * A picture of the page once nothing in it changes any more: lenses, counts and colours come one after the other.
 * @param {Window['page']} page
 * @returns {Promise<Buffer>}
 */
async function atRest(page) {
  for (let before = await page.screenshot(), left = 10; ; left--) {
    await delay(1_500);
    const now = await page.screenshot();
    if (now.equals(before) || left === 0) return now;
    before = now;
  }
}

await script(async () => {
  exitOnSignals();
  const wanted = process.argv.slice(2);
  /** Whether one of these is named, or none of them. */
  const isWanted = (/** @type {string} */ one, /** @type {object} */ all) =>
    wanted.includes(one) || !wanted.some((name) => name in all);
  await installTools();
  await installVSCode();
  if (!isPackaged()) await packageExtension();
  const { fetchJapanese } = await import('../test/e2e/harness/japanese.mjs');
  const { closeBrowser, openWindow } = await import('../test/e2e/harness/window.mjs');
  fetchJapanese();
  mkdirSync(folder, { recursive: true });
  heading('Pictures');
  for (const [tongue, language] of Object.entries(languages)) {
    if (!isWanted(tongue, languages)) continue;
    for (const [light, theme] of Object.entries(themes)) {
      const window = await openWindow({
        fixtures: [language.plan],
        open: path.basename(language.plan),
        settings: { ...settings, 'workbench.colorTheme': theme },
        ...('locale' in language ? { locale: language.locale } : {}),
      });
      try {
        await window.page.setViewportSize(size);
        await window.page.locator('.squiggly-warning').first().waitFor();
        for (const [name, show] of Object.entries(pictures)) {
          if (!isWanted(name, pictures)) continue;
          await show(window, language);
          const file = path.join(folder, `${name}.${tongue}.${light}.png`);
          writeFileSync(file, await atRest(window.page));
          console.log(path.relative(root, file));
        }
      } catch (error) {
        await window.failed('pictures');
        throw error;
      } finally {
        await window.close();
        await closeBrowser();
      }
    }
  }
});

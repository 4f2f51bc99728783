// Takes the pictures of the README from a real VS Code: node scripts/pictures.mjs [name …]
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { exitOnSignals } from './lib/cleanup.mjs';
import { installTools, installVSCode } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { heading, script } from './lib/run.mjs';
import { isPackaged, packageExtension } from './package.mjs';

const folder = path.join(root, 'docs/pictures');
const size = { width: 1280, height: 800 };
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/** In each language a plan that contradicts itself, the line of a wrong figure in it, and what it is changed to. */
const languages = /** @type {const} */ ({
  en: { plan: 'PROGRESS.md', ticket: 'A-005', figure: [50, 10], fix: 'Change 2 to 3', board: 'Plan Truth: Show Board' },
  ja: {
    plan: path.join(root, 'media/samples/plan.ja.md'),
    locale: 'ja',
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
  async overview(window, { ticket }) {
    await window.openTree();
    await window.branch(ticket).click();
    await window.page.keyboard.press('Escape');
  },
  /** A figure that is wrong, and what is offered. */
  async fix(window, { figure: [line, column], fix }) {
    await window.goTo(line, column);
    await window.mouseAway();
    await window.page.keyboard.press('Control+.');
    await window.page.locator('.action-widget').getByText(fix, { exact: true }).waitFor();
  },
  async board(window, { board }) {
    await window.page.keyboard.press('Escape');
    await window.run(board);
    await window.webview.locator('.card').first().waitFor();
  },
};

await script(async () => {
  exitOnSignals();
  const wanted = process.argv.slice(2);
  await installTools();
  await installVSCode();
  if (!isPackaged()) await packageExtension();
  const { fetchJapanese } = await import('../test/e2e/harness/japanese.mjs');
  const { closeBrowser, openWindow } = await import('../test/e2e/harness/window.mjs');
  fetchJapanese();
  mkdirSync(folder, { recursive: true });
  heading('Pictures');
  for (const [tongue, language] of Object.entries(languages))
    for (const [light, theme] of Object.entries(themes)) {
      const window = await openWindow({
        fixtures: [language.plan],
        open: path.basename(language.plan),
        settings: { 'workbench.colorTheme': theme, 'breadcrumbs.enabled': false, 'window.commandCenter': false },
        ...('locale' in language ? { locale: language.locale } : {}),
      });
      await window.page.setViewportSize(size);
      await window.page.locator('.squiggly-warning').first().waitFor();
      for (const [name, show] of Object.entries(pictures)) {
        await show(window, language);
        if (wanted.length > 0 && !wanted.includes(name)) continue;
        const file = path.join(folder, `${name}.${tongue}.${light}.png`);
        await window.page.screenshot({ path: file });
        console.log(path.relative(root, file));
      }
      await window.close();
    }
  await closeBrowser();
});

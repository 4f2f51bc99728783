import path from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { closeBrowser, openWindow } from '../harness/window.mjs';

const plan = 'PLAN_PROGRESS.md';

describe('Board and progress in Japanese', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async () => {
    window = await openWindow({ fixtures: [path.join(root, 'examples/beacon', plan)], open: plan, locale: 'ja' });
    await window.editor.locator('.view-line').first().waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await window?.failed(this.currentTest.fullTitle());
  });
  after(async () => {
    await window?.close();
    await closeBrowser();
  });

  it('the board speaks Japanese, to the eye and to a screen reader', async () => {
    await window.run('Plan Truth: ボードを表示');
    await window.webview.getByLabel('チケットを検索').waitFor();
    await window.webview.locator('.card').first().waitFor();
    await window.webview.getByRole('listitem', { name: /完了/ }).first().waitFor();
    await window.shot('board-ja');
  });

  it('the progress view speaks Japanese', async () => {
    await window.run('Plan Truth: 進捗を表示');
    await window.webview.getByRole('heading', { name: '推移' }).waitFor();
    await window.webview.getByRole('button', { name: '表で表示' }).waitFor();
    await window.shot('progress-ja');
  });
});

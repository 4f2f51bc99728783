import assert from 'node:assert/strict';
import path from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { audit } from '../harness/audit.mjs';
import { closeAfter } from '../harness/hooks.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

const plan = 'PLAN_PROGRESS.md';

describe('Board, graph and progress in Japanese', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  before(async () => {
    window = await openWindow({ fixtures: [path.join(root, 'examples/beacon', plan)], open: plan, locale: 'ja' });
    await window.editor.locator('.view-line').first().waitFor();
  });
  closeAfter(() => window);

  it('the board speaks Japanese, to the eye and to a screen reader, and sets a status', async () => {
    await window.run('Plan Truth: ボードを表示');
    await window.webview.getByLabel('チケットを検索').waitFor();
    const card = window.webview.getByRole('listitem', { name: /^週次レポートが月曜 8 時に自動で届く/ });
    await card.waitFor();
    await window.webview.getByRole('listitem', { name: /完了/ }).first().waitFor();
    await window.shot('board-ja');
    assert.deepEqual(await audit(window), []);
    await card.focus();
    await window.page.keyboard.press('Space');
    await window.webview.getByRole('menu', { name: /ステータス/ }).waitFor();
    await window.webview.getByRole('menuitemradio', { name: '完了' }).click();
    await until('it is told', async () =>
      /週次レポート.*完了/.test((await window.webview.locator('.told').textContent()) ?? ''),
    );
    await window.page.keyboard.press('Control+Z');
    await window.webview.getByRole('listitem', { name: /^週次レポートが月曜 8 時に自動で届く, 未着手/ }).waitFor();
  });

  it('the progress view speaks Japanese', async () => {
    await window.run('Plan Truth: 進捗を表示');
    await window.webview.getByRole('heading', { name: '推移' }).waitFor();
    await window.webview.getByRole('button', { name: '表で表示' }).waitFor();
    await window.shot('progress-ja');
    assert.deepEqual(await audit(window), []);
  });

  it('the graph speaks Japanese', async () => {
    await window.run('Plan Truth: グラフを表示');
    await window.webview.locator('.node').first().waitFor();
    await window.webview.getByRole('button', { name: 'グラフをエクスポート' }).waitFor();
    await window.shot('graph-ja');
    assert.deepEqual(await audit(window), []);
    await window.webview.locator('.node').first().focus();
    await window.page.keyboard.press('Space');
    await window.webview.getByRole('menuitem', { name: '行へ移動' }).waitFor();
    assert.equal(await window.webview.locator('html').getAttribute('lang'), 'ja');
  });
});

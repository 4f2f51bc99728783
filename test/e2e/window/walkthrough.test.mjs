import assert from 'node:assert/strict';
import { closeAfter } from '../harness/hooks.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';

const windows = /** @type {const} */ ([
  {
    name: 'light',
    settings: { 'workbench.colorTheme': 'Default Light Modern' },
    getStarted: 'Plan Truth: Get Started',
    steps: ['Open a plan', 'Put a finding right', 'See the whole plan', 'Set a status from the sidebar'],
    sample: 'Open a Sample Plan',
    heading: '# Teahouse',
    fix: 'Change 2 to 3',
  },
  {
    name: 'dark-ja',
    locale: 'ja',
    settings: { 'workbench.colorTheme': 'Default Dark Modern' },
    getStarted: 'Plan Truth: 使ってみる',
    steps: ['計画を開く', '矛盾を直す', '計画の全体を見る', 'サイドバーからステータスを設定する'],
    sample: 'サンプルの計画を開く',
    heading: '# 茶屋',
    fix: '2 を 3 に変更',
  },
  {
    name: 'contrast',
    settings: { 'workbench.colorTheme': 'Default High Contrast' },
    getStarted: 'Plan Truth: Get Started',
    steps: ['Open a plan', 'Put a finding right', 'See the whole plan', 'Set a status from the sidebar'],
    sample: 'Open a Sample Plan',
    heading: '# Teahouse',
    fix: 'Change 2 to 3',
  },
]);

for (const { name, getStarted, steps, sample, heading, fix, settings, ...more } of windows)
  describe(`The walkthrough, ${name}`, () => {
    /** @type {import('../harness/window.mjs').Window} */
    let window;
    before(async () => {
      window = await openWindow({ fixtures: [], settings, ...more });
    });
    closeAfter(() => window);

    const ids = ['check', 'fix', 'tree', 'run'];
    const step = (/** @type {number} */ i) => window.page.locator(`.getting-started-step[data-step-id$="#${ids[i]}"]`);
    const isDone = async (/** @type {number} */ i) => (await step(i).getAttribute('aria-checked')) === 'true';
    const findings = () => window.page.locator('.squiggly-warning').count();

    it('has four steps, each with its picture', async () => {
      await window.run(getStarted);
      let picture = '';
      for (const [i, text] of steps.entries()) {
        await step(i).getByText(text, { exact: true }).first().click();
        // That of the step before stays until this one is there.
        picture = await until('its picture', async () => {
          const drawn = await window.webview
            .locator('svg')
            .innerHTML({ timeout: 1_000 })
            .catch(() => picture);
          return drawn !== picture && drawn;
        });
        await window.shot(`walkthrough-${name}-${i + 1}`);
        assert.equal(await isDone(i), false, text);
      }
    });

    it('opens the sample, whose findings are underlined', async () => {
      await step(0).getByText(steps[0], { exact: true }).first().click();
      await step(0).locator('.monaco-button', { hasText: sample }).click();
      await window.line(heading).waitFor();
      await until('three findings', async () => (await findings()) === 3);
      await window.shot(`sample-${name}`);
      await window.goTo(25, 14);
      await window.quickFix(fix);
      await until('two findings', async () => (await findings()) === 2);
    });

    it('ticks what was done, and nothing else', async () => {
      await window.run(getStarted);
      await until('two steps done', async () => (await isDone(0)) && (await isDone(1)));
      assert.deepEqual([await isDone(2), await isDone(3)], [false, false]);
      await window.shot(`walkthrough-${name}-done`);
    });
  });

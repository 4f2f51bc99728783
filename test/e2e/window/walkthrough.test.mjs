import assert from 'node:assert/strict';
import { until } from '../harness/until.mjs';
import { closeBrowser, openWindow } from '../harness/window.mjs';

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
    afterEach(async function () {
      if (this.currentTest?.isFailed()) await window?.failed(this.currentTest.fullTitle());
    });
    after(async () => {
      await window?.close();
      await closeBrowser();
    });

    const step = (/** @type {string | undefined} */ text) =>
      window.page.locator('.getting-started-step', { has: window.page.getByText(text ?? '', { exact: true }) });
    const isDone = (/** @type {string | undefined} */ text) =>
      step(text).locator('.codicon-getting-started-step-checked').isVisible();

    it('has four steps, each with its picture', async () => {
      await window.run(getStarted);
      for (const text of steps) await step(text).waitFor();
      for (const [i, text] of steps.entries()) {
        await step(text).click();
        await window.page
          .locator(
            '.getting-started-media iframe, .getting-started-media .monaco-icon-label, .getting-started-media svg',
          )
          .first()
          .waitFor();
        await window.shot(`walkthrough-${name}-${i + 1}`);
      }
    });

    it('opens the sample, whose findings are told', async () => {
      await step(steps[0]).click();
      await window.page.locator('.getting-started-step.expanded .monaco-button', { hasText: sample }).click();
      await window.line(heading).waitFor();
      await window.waitForProblems(3);
      await window.shot(`sample-${name}`);
      await window.goTo(25, 14);
      await window.quickFix(fix);
      await window.waitForProblems(2);
    });

    it('ticks what was done', async () => {
      await window.run(getStarted);
      await until('two steps done', async () => (await isDone(steps[0])) && (await isDone(steps[1])));
      assert.equal(await isDone(steps[3]), false);
      await window.shot(`walkthrough-${name}-done`);
    });
  });

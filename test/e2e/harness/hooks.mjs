import { closeBrowser } from './window.mjs';

/**
 * At the end of the window of a `describe`: keeps what helps to understand a test or a set-up that failed, and closes it.
 * @param {() => import('./window.mjs').Window | undefined} window
 */
export function closeAfter(window) {
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await window()?.failed(this.currentTest.fullTitle());
  });
  after(async function () {
    const suite = this.test?.parent;
    if (suite?.tests.every(({ state }) => state === undefined)) await window()?.failed(suite.fullTitle());
    await window()?.close();
    await closeBrowser();
  });
}

import { closeBrowser, openWindow } from '../harness/window.mjs';

describe('Where there is no plan', () => {
  /** @type {import('../harness/window.mjs').Window} */
  let window;
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await window?.failed(this.currentTest.fullTitle());
    await window?.close();
  });
  after(closeBrowser);

  it('an ordinary README has no problems, and the view says what a plan is', async () => {
    window = await openWindow({ fixtures: ['README.md'], open: 'README.md' });
    await window.line('Before you start').waitFor();
    await window.openTree();
    await window.welcome.waitFor();
    await window.noProblems();
    await window.shot('no-plan');
  });

  it('an empty folder gets a welcome', async () => {
    window = await openWindow({ fixtures: [] });
    await window.openTree();
    await window.welcome.waitFor();
    await window.shot('empty-folder');
  });

  it('a window without a folder offers to open one', async () => {
    window = await openWindow({ fixtures: null });
    await window.openTree();
    await window.welcome.getByText('Open a folder').waitFor();
    await window.shot('no-folder');
  });
});

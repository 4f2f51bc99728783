const assert = require('node:assert/strict');
const Module = require('node:module');
const { commands, extensions, languages, window, workspace } = require('vscode');

// The first of all files: nothing has been opened yet.
describe('Activation', () => {
  const extension = extensions.getExtension('plan-truth.plan-truth-vscode');

  it('does not come before Markdown is opened', () => {
    assert.equal(extension.isActive, false);
  });

  it('does not come with another language', async () => {
    await window.showTextDocument(await workspace.openTextDocument({ language: 'javascript', content: '// - [ ] x' }));
    assert.equal(extension.isActive, false);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('waits for no server', async () => {
    const times = timeStart();
    await extension.activate();
    const { loaded, activated, library } = await times.end();
    console.log(`[test]   its code ${loaded}, activation ${activated}, then the library of the server ${library}`);
    assert.equal(extension.isActive, true);
    assert.deepEqual(languages.getDiagnostics(), []);
  });
});

/**
 * Measures what the extension itself takes to start: the reading of its code, its `activate`, and later the reading of the
 * library that speaks to the server. Neither the start of the server's process, which comes after that, nor what VS Code
 * asks of its window meanwhile is counted.
 */
function timeStart() {
  const load = Module._load;
  const times = { loaded: '', activated: '', library: '' };
  let isOver = () => {};
  const over = new Promise((resolve) => {
    isOver = () => resolve(undefined);
  });
  Module._load = function (request, ...rest) {
    const read = () => load.call(this, request, ...rest);
    if (/[\\/]languageClient(\.js)?$/.test(request)) {
      const [library, took] = timed(read);
      times.library = took;
      isOver();
      return library;
    }
    if (!/client[\\/]dist[\\/]extension(\.js)?$/.test(request)) return read();
    const [main, took] = timed(read);
    times.loaded = took;
    const activate = (/** @type {unknown[]} */ ...args) => {
      const [api, took] = timed(() => main.activate(...args));
      times.activated = took;
      return api;
    };
    return { ...main, activate };
  };
  return {
    async end() {
      await over;
      Module._load = load;
      assert.ok(times.activated, 'the extension was activated');
      return times;
    },
  };
}

/**
 * What passes, and what the process computes meanwhile: on a busy machine they are not the same.
 * @param {() => any} work
 * @returns {[any, string]}
 */
function timed(work) {
  const started = performance.now();
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [
    result,
    `${(performance.now() - started).toFixed(1)} ms (computing ${((user + system) / 1000).toFixed(1)} ms)`,
  ];
}

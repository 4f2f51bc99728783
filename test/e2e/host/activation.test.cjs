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
    const { loaded, activated } = times.end();
    console.log(`[test]   loading took ${loaded.toFixed(1)} ms, activation ${activated.toFixed(1)} ms`);
    assert.equal(extension.isActive, true);
    assert.deepEqual(languages.getDiagnostics(), []);
  });
});

/**
 * Measures what the extension itself takes to start: the reading of its code, and its `activate`. Neither the start of the
 * server's process, which comes after it, nor what VS Code asks of its window meanwhile is counted.
 */
function timeStart() {
  const load = Module._load;
  const times = { loaded: NaN, activated: NaN };
  Module._load = function (request, ...rest) {
    if (!/client[\\/]dist[\\/]extension(\.js)?$/.test(request)) return load.call(this, request, ...rest);
    const started = performance.now();
    const main = load.call(this, request, ...rest);
    times.loaded = performance.now() - started;
    return { ...main, activate: timed(main.activate) };
  };
  const timed =
    (/** @type {Function} */ activate) =>
    (/** @type {unknown[]} */ ...args) => {
      const started = performance.now();
      const api = activate(...args);
      times.activated = performance.now() - started;
      return api;
    };
  return {
    end() {
      Module._load = load;
      assert.ok(times.activated > 0, 'the extension was loaded');
      return times;
    },
  };
}

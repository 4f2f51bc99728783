const assert = require('node:assert/strict');
const { extensions, languages, workspace } = require('vscode');

describe('Activation', () => {
  // The first of all tests: nothing has been opened yet.
  it('comes with Markdown, not before, and waits for no server', async () => {
    const extension = extensions.getExtension('plan-truth.plan-truth-vscode');
    assert.equal(extension.isActive, false);
    const started = performance.now();
    await extension.activate();
    // Loading and starting, with what VS Code takes for it; the server comes up beside it.
    console.log(`[test]   activation took ${Math.round(performance.now() - started)} ms`);
    assert.equal(extension.isActive, true);
    assert.deepEqual(workspace.textDocuments, []);
    assert.deepEqual(languages.getDiagnostics(), []);
  });
});

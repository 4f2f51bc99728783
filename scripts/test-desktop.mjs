// The in-host tests in a desktop VS Code: npm run test:desktop. VSCODE_PATH names one, else it is downloaded.
import path from 'node:path';
import { build } from './build.mjs';
import { exitOnSignals } from './lib/cleanup.mjs';
import { installTools, installVSCode } from './lib/install.mjs';
import { e2e, root } from './lib/paths.mjs';
import { Failure, heading, script } from './lib/run.mjs';

await script(async () => {
  exitOnSignals();
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return console.log('skipped: a desktop VS Code needs a display (try xvfb-run npm run test:desktop)');
  await installTools();
  await installVSCode();

  const { downloadAndUnzipVSCode, runTests } = await import('@vscode/test-electron');
  let vscodeExecutablePath = process.env.VSCODE_PATH;
  try {
    vscodeExecutablePath ??= await downloadAndUnzipVSCode({ cachePath: path.join(root, '.cache/vscode') });
  } catch (error) {
    return console.log(`skipped: VSCODE_PATH is not set, and no VS Code could be downloaded (${error})`);
  }

  await build();
  heading('Tests in a desktop VS Code');
  const { createSandbox } = await import('../test/e2e/harness/sandbox.mjs');
  const { createWorkspace } = await import('../test/e2e/harness/workspace.mjs');
  const sandbox = createSandbox();
  const workspace = createWorkspace(sandbox);
  const code = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(e2e, 'host/run.cjs'),
    launchArgs: [workspace, '--user-data-dir', sandbox.data, '--disable-extensions', '--no-sandbox'],
  });
  if (code !== 0) throw new Failure(`The tests ended with exit code ${code}`);
});

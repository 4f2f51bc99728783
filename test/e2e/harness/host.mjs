// Runs the tests of ../host inside the extension host of a real VS Code.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { e2e, root } from '../../../scripts/lib/paths.mjs';
import { startBrowser } from './browser.mjs';
import { keepEvidence } from './evidence.mjs';
import { createSandbox } from './sandbox.mjs';
import { startServer } from './server.mjs';
import { createWorkspace } from './workspace.mjs';

/** @returns {Promise<import('./suite.mjs').Counts>} */
export async function runInHost() {
  const sandbox = createSandbox();
  const workspace = createWorkspace(sandbox);
  const report = path.join(sandbox.root, 'report.json');
  const env = { HOME: sandbox.root, PLAN_TRUTH_REPORT: report };
  const server = await startServer(sandbox, { inHost: true, env });
  const browser = await startBrowser();
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  try {
    const ended = testsEnd(page, sandbox.log);
    await page.goto(
      server.window(workspace, [
        ['extensionDevelopmentPath', server.remote(root)],
        ['extensionTestsPath', server.remote(path.join(e2e, 'host/run.cjs'))],
      ]),
    );
    const done = await ended;
    const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
    if (!done || counts.failed > 0) await keepEvidence('host', page, sandbox);
    return done ? counts : { ...counts, failed: Math.max(1, counts.failed) };
  } finally {
    await browser.close();
    server.stop();
    sandbox.remove();
  }
}

/**
 * Prints what the tests print; resolves when they have ended, with false where they did not.
 * @param {import('playwright-core').Page} page
 * @param {string} log for all that VS Code has to say
 * @returns {Promise<boolean>}
 */
function testsEnd(page, log) {
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => {
      console.log('The tests in the extension host did not end within two minutes.');
      resolve(false);
    }, 120_000).unref();
    const exit = () => {
      clearTimeout(tooLate);
      resolve(true);
    };
    const print = (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      const text = format(...args);
      if (text.startsWith('[test] ')) console.log(text.slice('[test] '.length));
      else appendFileSync(log, `${type}: ${text}\n`);
    };
    Promise.all([
      page.exposeFunction('codeAutomationExit', exit),
      page.exposeFunction('codeAutomationLog', print),
    ]).catch(reject);
  });
}

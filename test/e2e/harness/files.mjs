// A file of tests, in a process of its own: node test/e2e/harness/files.mjs file report
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitOnSignals } from '../../../scripts/lib/cleanup.mjs';
import { root } from '../../../scripts/lib/paths.mjs';
import { isMain, run, script } from '../../../scripts/lib/run.mjs';
import { runSuite } from './suite.mjs';

/**
 * @typedef {import('./suite.mjs').Counts} Counts
 */

/** More parts than this that fail are no accident. */
const maxAgain = 2;

/**
 * Runs parts of the tests one by one. VS Code is a large machine that loses a click or a key now and then: a part that fails is
 * run once more, in a new window, which is told and counted; what fails twice, or many parts that fail, is a failure.
 * @param {readonly { name: string, run: () => Promise<Counts> }[]} parts
 * @returns {Promise<Counts & { again: number }>} `again`: how many parts passed the second time only
 */
export async function runParts(parts) {
  const sum = { passed: 0, failed: 0, skipped: 0, again: 0 };
  let left = maxAgain;
  for (const { name, run } of parts) {
    const tried = () =>
      run().catch((error) => {
        console.error(error);
        return { passed: 0, failed: 1, skipped: 0 };
      });
    let counts = await tried();
    if (counts.failed > 0 && left-- > 0) {
      console.log(`\n${name} failed, and is run once more. What was kept of it stays.\n`);
      counts = await tried();
      if (counts.failed === 0) sum.again++;
    }
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  }
  return sum;
}

/**
 * Runs a file of tests in a process of its own.
 * @param {string} file
 * @returns {Promise<Counts>}
 */
export async function runFile(file) {
  const report = path.join(root, '.cache/suite.json');
  rmSync(report, { force: true });
  const code = await run(process.execPath, [fileURLToPath(import.meta.url), file, report]);
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    console.log(`${path.relative(root, file)} ended with exit code ${code}, and told of no test.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

if (isMain(import.meta.url))
  await script(async () => {
    exitOnSignals();
    const [file = '', report = ''] = process.argv.slice(2);
    const counts = await runSuite([file]);
    writeFileSync(report, JSON.stringify(counts));
    // A test that failed may have left something running.
    process.exit(counts.failed > 0 ? 1 : 0);
  });

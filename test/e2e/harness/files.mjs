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

/** More files than this that fail are no accident. */
const maxAgain = 2;

/**
 * Runs files of tests one by one. VS Code is a large machine that loses a click or a key now and then: a file that fails is
 * run once more, in a new window, which is told and counted; what fails twice, or many files that fail, is a failure.
 * @param {string[]} files
 * @returns {Promise<Counts & { again: number }>} `again`: how many files passed the second time only
 */
export async function runFiles(files) {
  const sum = { passed: 0, failed: 0, skipped: 0, again: 0 };
  for (const file of files) {
    let counts = await runFile(file);
    if (counts.failed > 0 && sum.again < maxAgain) {
      console.log(`\n${path.relative(root, file)} failed, and is run once more. What was kept of it stays.\n`);
      counts = await runFile(file);
      if (counts.failed === 0) sum.again++;
    }
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  }
  return sum;
}

/**
 * @param {string} file
 * @returns {Promise<Counts>}
 */
async function runFile(file) {
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
    if (counts.failed > 0) process.exitCode = 1;
  });

// A file of tests, in a process of its own: node test/e2e/harness/suite.mjs file report
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import Mocha from 'mocha';
import { exitOnSignals } from '../../../scripts/lib/cleanup.mjs';
import { root } from '../../../scripts/lib/paths.mjs';
import { isMain, run, script } from '../../../scripts/lib/run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
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

/**
 * Runs mocha on a file, here.
 * @param {string} file
 * @returns {Promise<Counts>}
 */
async function runMocha(file) {
  const mocha = new Mocha({ timeout: 60_000, slow: 5_000, color: Boolean(process.stdout.isTTY) });
  Mocha.reporters.Base.consoleLog = (...args) => console.log(format(...args));
  mocha.addFile(file);
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending });
    });
  });
}

if (isMain(import.meta.url))
  await script(async () => {
    exitOnSignals();
    const [file = '', report = ''] = process.argv.slice(2);
    const counts = await runMocha(file);
    writeFileSync(report, JSON.stringify(counts));
    if (counts.failed > 0) process.exitCode = 1;
  });

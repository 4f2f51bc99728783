import { format } from 'node:util';
import Mocha from 'mocha';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * Runs mocha on the files and prints as it goes.
 * @param {string[]} files
 * @param {(line: string) => void} [print]
 * @returns {Promise<Counts>}
 */
export async function runSuite(files, print = console.log) {
  const mocha = new Mocha({ timeout: 60_000, slow: 5_000, color: Boolean(process.stdout.isTTY) });
  Mocha.reporters.Base.consoleLog = (...args) => print(format(...args));
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending });
    });
  });
}

// The tests in a real VS Code: node test/e2e/run.mjs [host|window|start …] [--shots folder]
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { exitOnSignals } from '../../scripts/lib/cleanup.mjs';
import { e2e, root } from '../../scripts/lib/paths.mjs';
import { Failure, script } from '../../scripts/lib/run.mjs';

await script(async () => {
  exitOnSignals();
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { shots: { type: 'string' } } });
  if (values.shots) process.env.PLAN_TRUTH_SHOTS = path.resolve(values.shots);

  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const name of positionals.length > 0 ? positionals : ['host', 'window', 'start']) {
    const { passed, failed, skipped } = await runOne(name);
    counts.passed += passed;
    counts.failed += failed;
    counts.skipped += skipped;
  }
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  writeFileSync(path.join(root, '.cache/e2e.json'), JSON.stringify(counts));
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  if (counts.failed > 0) process.exitCode = 1;
});

/**
 * @param {string} name
 * @returns {Promise<import('./harness/suite.mjs').Counts>}
 */
async function runOne(name) {
  const { hasBrowser } = await import('./harness/browser.mjs');
  if (name !== 'start' && !hasBrowser()) {
    console.log(`skipped: ${name} needs a browser on this system; name one in the variable CHROME`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  if (name === 'host') return (await import('./harness/host.mjs')).runInHost();
  if (name !== 'window' && name !== 'start') throw new Failure(`There are no tests "${name}"`, 2);
  const { runSuite } = await import('./harness/suite.mjs');
  const folder = path.join(e2e, name);
  const files = readdirSync(folder).filter((file) => file.endsWith('.test.mjs'));
  return runSuite(files.map((file) => path.join(folder, file)));
}

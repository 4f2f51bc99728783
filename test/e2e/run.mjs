// The tests in a real VS Code: node test/e2e/run.mjs [host|window|start|a file of tests …] [--shots folder]
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

  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const counts = { passed: 0, failed: 0, skipped: 0, again: 0 };
  for (const name of positionals.length > 0 ? positionals : ['host', 'window', 'start']) {
    const { passed, failed, skipped, again } = await runOne(name);
    counts.passed += passed;
    counts.failed += failed;
    counts.skipped += skipped;
    counts.again += again;
  }
  writeFileSync(path.join(root, '.cache/e2e.json'), JSON.stringify(counts));
  const { passed, failed, skipped, again } = counts;
  console.log(
    `${passed} passed, ${failed} failed, ${skipped} skipped${again > 0 ? `, passed the second time only: ${again}` : ''}`,
  );
  if (failed > 0) process.exitCode = 1;
});

/**
 * @param {string} name
 * @returns {Promise<import('./harness/suite.mjs').Counts & { again: number }>}
 */
async function runOne(name) {
  const { hasBrowser } = await import('./harness/browser.mjs');
  if (name !== 'start' && !hasBrowser()) {
    console.log(`skipped: ${name} needs a browser on this system; name one in the variable CHROME`);
    return { passed: 0, failed: 0, skipped: 1, again: 0 };
  }
  const { runFile, runParts } = await import('./harness/files.mjs');
  if (name === 'host') return runParts([{ name, run: (await import('./harness/host.mjs')).runInHost }]);
  const files = ['window', 'start'].flatMap((folder) =>
    readdirSync(path.join(e2e, folder)).map((file) => path.join(e2e, folder, file)),
  );
  const named = files.filter(
    (file) => path.basename(path.dirname(file)) === name || path.basename(file, '.test.mjs') === name,
  );
  if (named.length === 0) throw new Failure(`There are no tests "${name}"`, 2);
  return runParts(named.map((file) => ({ name: path.relative(root, file), run: () => runFile(file) })));
}

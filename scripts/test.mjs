// Everything that must hold: npm test [-- types|lint|unit|plans|e2e …]
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { exitOnSignals } from './lib/cleanup.mjs';
import { installTools, installVSCode } from './lib/install.mjs';
import { cli, e2e, root } from './lib/paths.mjs';
import { Failure, heading, run, script } from './lib/run.mjs';
import { packageExtension } from './package.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped?: number, again?: number }} Counts `again`: parts of it that
 *   passed the second time only
 * @typedef {{ part: string, title: string, run: () => Promise<Counts | boolean> }} Step a step that counts nothing of its
 *   own says whether it passed
 */

const generate = path.join(root, 'scripts/generate.mjs');

/** @type {Step[]} */
const steps = [
  { part: 'types', title: 'Types', run: () => tool('typescript/bin/tsc', '-b') },
  { part: 'lint', title: 'Lint', run: () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.') },
  { part: 'unit', title: 'Build', run: () => build().then(() => true) },
  ...(existsSync(generate) ? [{ part: 'unit', title: 'Generated files', run: () => node(generate, '--check') }] : []),
  { part: 'unit', title: 'Core', run: () => vitest('--project', 'unit', '--coverage') },
  { part: 'unit', title: 'Core, on random and enormous text', run: () => vitest('--project', 'properties') },
  { part: 'unit', title: 'Command line, language server, manifest', run: () => vitest('--project', 'surroundings') },
  { part: 'plans', title: 'Our own plans hold', run: ownPlans },
  { part: 'e2e', title: 'Package', run: () => packageExtension().then(() => true) },
  { part: 'e2e', title: 'In the extension host', run: () => vscode('host') },
  { part: 'e2e', title: 'In the window', run: () => vscode('window') },
  { part: 'e2e', title: 'npm start', run: () => vscode('start') },
];

/** @param {Required<Counts>} counts */
const said = ({ passed, failed, skipped, again }) =>
  [
    `${passed} passed, ${failed} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(again > 0 ? [`passed the second time only: ${again}`] : []),
  ].join(', ');

/**
 * @param {Step} step
 * @returns {Promise<Counts>}
 */
async function counted(step) {
  try {
    const result = await step.run();
    return typeof result === 'object' ? result : { passed: Number(result), failed: Number(!result) };
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

/** @param {string[]} args */
const node = async (...args) => (await run(process.execPath, args)) === 0;

/**
 * @param {string} file in node_modules
 * @param {string[]} args
 */
const tool = (file, ...args) => node(path.join(root, 'node_modules', file), ...args);

/** @param {string[]} args */
async function vitest(...args) {
  const file = path.join(root, '.cache/unit.json');
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ok = await tool('vitest/vitest.mjs', 'run', ...args, ...reporters);
  if (!existsSync(file)) return false;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return atLeast(ok, {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** @param {string} name */
async function vscode(name) {
  const file = path.join(root, '.cache/e2e.json');
  rmSync(file, { force: true });
  const ok = await node(path.join(e2e, 'run.mjs'), name);
  return existsSync(file) ? atLeast(ok, JSON.parse(readFileSync(file, 'utf8'))) : false;
}

/**
 * A run that went wrong counts as a failure even where no single test did.
 * @param {boolean} ok
 * @param {Required<Counts>} counts
 */
const atLeast = (ok, counts) => (ok ? counts : { ...counts, failed: Math.max(1, counts.failed) });

async function ownPlans() {
  return node(
    cli,
    'check',
    ...['PROGRESS.md', 'README.md', 'README.ja.md', 'docs'].filter((name) => existsSync(path.join(root, name))),
  );
}

await script(async () => {
  exitOnSignals();
  const parts = process.argv.slice(2);
  const known = new Set(steps.map((step) => step.part));
  for (const part of parts)
    if (!known.has(part)) throw new Failure(`Parts are ${[...known].join(', ')}; not ${part}`, 2);
  await installTools();
  if (parts.length === 0 || parts.includes('e2e')) await installVSCode();

  const summary = [];
  const sum = { passed: 0, failed: 0, skipped: 0, again: 0 };
  for (const step of steps.filter(({ part }) => parts.length === 0 || parts.includes(part))) {
    heading(step.title);
    const start = Date.now();
    const { passed, failed, skipped = 0, again = 0 } = await counted(step);
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    sum.again += again;
    const seconds = ((Date.now() - start) / 1000).toFixed(1).padStart(6);
    summary.push(`${failed > 0 ? '✗' : '✓'} ${seconds} s  ${step.title}: ${said({ passed, failed, skipped, again })}`);
  }
  heading('Summary');
  console.log(summary.join('\n'));
  console.log(said(sum));
  if (sum.failed > 0) process.exitCode = 1;
});

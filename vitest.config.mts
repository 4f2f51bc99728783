import { execFileSync } from 'node:child_process';
import { defineConfig } from 'vitest/config';

/** Random and enormous documents, and those of others: minutes of work, not milliseconds. */
const properties = [
  'test/robust.test.ts',
  'test/incremental.test.ts',
  'test/asked.test.ts',
  'test/ordinary.test.ts',
  'test/work.test.ts',
  'test/shared.test.ts',
  'test/rules/fixAll.test.ts',
  'test/syntax/**/*.test.ts',
  'test/features/robust.test.ts',
  'test/features/changes.test.ts',
  'test/features/large.test.ts',
  'test/features/hostile.test.ts',
  'test/features/japanese.test.ts',
  'test/features/waive.test.ts',
];
/** What stands around the core. */
const surroundings = ['cli', 'client', 'graph', 'lsp', 'node'].map((room) => `test/${room}/**/*.test.ts`);
const exclude = ['test/e2e/**'];
const testTimeout = process.env.FUZZ_RUNS ? 0 : 120_000;
/** The core keeps nothing between one text and the next, so files share a worker: each module is loaded once, not once a file. */
const isolate = false;
/** Libraries as they are bundled, without the checks of their development builds. */
const ssr = { resolve: { conditions: ['node'] } };

/**
 * Where random tests begin: every commit has its own random texts, and the same ones wherever it is tested. A long run by hand
 * (`FUZZ_RUNS`) begins anywhere.
 */
function seed(): string {
  try {
    return String(Number.parseInt(execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).slice(0, 7), 16));
  } catch {
    return '1';
  }
}
if (!process.env.FUZZ_RUNS) process.env.FUZZ_SEED ??= seed();
const setupFiles = ['test/support/seed.ts'];

export default defineConfig({
  test: {
    // The main process has little to do while the workers are busy.
    maxWorkers: '100%',
    projects: [
      {
        ssr,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...exclude, ...properties, ...surroundings],
          testTimeout,
          isolate,
          setupFiles,
        },
      },
      { ssr, test: { name: 'properties', include: properties, exclude, testTimeout, isolate, setupFiles } },
      { ssr, test: { name: 'surroundings', include: surroundings, exclude, testTimeout, isolate, setupFiles } },
    ],
    coverage: {
      include: ['server/src/core/**'],
      reporter: ['text-summary'],
      reportsDirectory: '.cache/coverage',
      thresholds: { lines: 95 },
    },
  },
});

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * The five seed plans and the corpus of real ones stand beside the checkout where the team works, and nowhere else. They
 * are held against the command line that stands in `node_modules/.bin`, so only after a build.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shared = join(root, '..', 'shared');
const bin = join(root, 'node_modules', '.bin', 'plan-truth');
const built = existsSync(bin) && existsSync(join(root, 'server', 'dist', 'cli.js'));
const missing = (path: string): string | null =>
  !existsSync(path) ? 'not beside this checkout' : !built ? 'nothing is built' : null;

const run = (command: string, args: readonly string[], cwd = root) =>
  spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 110_000, maxBuffer: 1 << 28 });

const seeds = join(shared, 'seeds', 'check.mjs');
const noSeeds = missing(seeds);
describe('the five seed plans', () => {
  it.skipIf(noSeeds)(noSeeds ? `skipped: ${noSeeds}` : 'hold', () => {
    const { stdout, stderr, status } = run(process.execPath, [seeds]);
    expect(stdout + stderr).toMatch(/, 0 missed\s*$/);
    expect(status).toBe(0);
  });
});

const corpus = join(shared, 'corpus', 'files');
const noCorpus = missing(corpus);
describe('the corpus', () => {
  it.skipIf(noCorpus)(noCorpus ? `skipped: ${noCorpus}` : 'is checked without a crash', () => {
    const { stdout, stderr, status, error } = run(bin, ['check', '--format', 'json', '--', corpus]);
    expect(error).toBeUndefined();
    expect(stderr).toBe('');
    expect([0, 1]).toContain(status);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1 });
  });
});

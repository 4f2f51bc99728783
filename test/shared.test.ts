import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../server/src/core/analysis/snapshot';
import { check } from '../server/src/core/rules/check';
import type { Finding } from '../server/src/core/rules/finding';
import { fixAll } from '../server/src/core/rules/fix';
import { Workspace } from '../server/src/core/workspace';

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

const uri = 'file:///plan.md';
const open = (text: string): Snapshot => new Workspace().apply({ documents: [{ uri, text }], today: '2026-06-15' });

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

  const files = existsSync(corpus) ? readdirSync(corpus) : [];
  it.skipIf(files.length === 0).each(files.length > 0 ? files : ['skipped: not beside this checkout'])(
    'is fixed without harm: %s',
    (name) => {
      const text = readFileSync(join(corpus, name), 'utf8');
      const before = open(text);
      const wrong = check(before, uri);
      const fixed = fixAll(before, uri).text;
      const after = open(fixed);
      const lineOf = (snapshot: Snapshot, { span }: Finding) => snapshot.source(uri)!.lineAt(span.start);
      const known = new Set(wrong.map((finding) => `${finding.rule} ${lineOf(before, finding)}`));
      for (const finding of check(after, uri)) {
        expect(known, 'a new finding').toContain(`${finding.rule} ${lineOf(after, finding)}`);
        expect(finding.fixes.map(({ safety }) => safety)).not.toContain('safe');
      }
      const fixable = new Set(
        wrong.filter(({ fixes }) => fixes.some(({ safety }) => safety === 'safe')).map((one) => lineOf(before, one)),
      );
      const lines = (one: string) => one.split(/(?<=\n)/);
      const changed = lines(text).flatMap((line, i) => (line === lines(fixed)[i] ? [] : [i]));
      expect(changed.filter((line) => !fixable.has(line))).toEqual([]);
      expect(lines(fixed).length).toBe(lines(text).length);
    },
  );
});

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orchard } from './plans';
import { folderWith } from './support';

/** The package as it is installed: bin, bundle, manifest. */
let home: string;
let bin: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'plan-truth-bin-'));
  bin = join(home, 'bin', 'plan-truth');
  const server = resolve(import.meta.dirname, '../../server');
  for (const part of ['bin', 'package.json']) cpSync(join(server, part), join(home, part), { recursive: true });
  await build({
    entryPoints: [join(server, 'src/node/cli.ts')],
    outfile: join(home, 'dist', 'cli.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
  });
}, 30_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const start = (cwd: string, argv: string[], input = '') =>
  spawnSync(process.execPath, [bin, ...argv], { cwd, input, encoding: 'utf8', maxBuffer: 1 << 28 });

describe('the bundled command', () => {
  it('runs, and says how it ended', () => {
    const cwd = folderWith({ 'PROGRESS.md': orchard });
    expect(start(cwd, ['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(start(cwd, ['check'])).toMatchObject({ status: 1, stderr: '' });
    expect(start(cwd, ['check', 'nope.md'])).toMatchObject({
      status: 2,
      stderr: 'plan-truth: nope.md: no such file or folder\n',
    });
    expect(start(cwd, ['list'])).toMatchObject({ status: 0, stderr: '' });
  });

  it('reads stdin', () => {
    const cwd = folderWith();
    expect(start(cwd, ['check', '-'], orchard).stdout).toMatch(/^<stdin>\n/);
  });

  it('writes all of a large report into a pipe', () => {
    const row = (i: number) => `| A-${i} | Task ${i} with a title of some length | DONE | A-${i + 1} |\n`;
    const rows = Array.from({ length: 3000 }, (_, i) => row(i)).join('');
    const cwd = folderWith({
      'PROGRESS.md': `# P\n\n| ID | Task | Status | Depends on |\n|---|---|---|---|\n${rows}| A-3000 | Last | TODO | - |\n`,
    });
    const { stdout, status } = start(cwd, ['list', '--format', 'json']);
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(200_000);
    expect(JSON.parse(stdout).plans).toHaveLength(1);
  });

  it('is silent where its reader goes away', async () => {
    const text = Array.from({ length: 5000 }, (_, i) => `- [ ] task ${i}\n`).join('');
    const cwd = folderWith({ 'PROGRESS.md': `# P\n\n${text}` });
    const child = spawn(process.execPath, [bin, 'list', '--format', 'json'], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.once('data', () => child.stdout.destroy());
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const code = await new Promise((done) => child.once('close', done));
    expect(err).toBe('');
    expect(code).toBe(0);
  });
});

import { chmodSync, linkSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { orchard, soundOrchard } from './plans';
import { folderWith, run } from './support';

const before = orchard;
const after = before.replace('1 / 4', '2 / 4');

describe('plan-truth fix', () => {
  it('changes what is wrong and nothing else', async () => {
    const windows = `\uFEFF${before}`.replaceAll('\n', '\r\n');
    const cwd = folderWith({ 'PROGRESS.md': before, 'docs/PLAN.md': windows, 'sound.md': soundOrchard });
    const untouched = statSync(join(cwd, 'sound.md'));
    const { code, out, err } = await run(cwd, ['fix']);
    expect(err).toBe('');
    expect(out).toBe('PROGRESS.md: 1 fix\ndocs/PLAN.md: 1 fix\n');
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'PROGRESS.md'), 'utf8')).toBe(after);
    expect(readFileSync(join(cwd, 'docs/PLAN.md'), 'utf8')).toBe(`\uFEFF${after}`.replaceAll('\n', '\r\n'));
    expect(statSync(join(cwd, 'sound.md'))).toMatchObject({ mtimeMs: untouched.mtimeMs, ino: untouched.ino });
    expect((await run(cwd, ['fix'])).out).toBe('Nothing to fix in 3 files.\n');
  });

  it('shows what it would do', async () => {
    const cwd = folderWith({ 'PROGRESS.md': before });
    const { code, out, err } = await run(cwd, ['fix', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toBe(
      [
        '--- a/PROGRESS.md',
        '+++ b/PROGRESS.md',
        '@@ -11,4 +11,4 @@',
        ' ',
        ' ## Summary',
        ' ',
        '-- Phase A: 1 / 4 DONE',
        '+- Phase A: 2 / 4 DONE',
        '',
      ].join('\n'),
    );
    expect(err).toBe('PROGRESS.md: 1 fix (not written)\n');
    expect(readFileSync(join(cwd, 'PROGRESS.md'), 'utf8')).toBe(before);
  });

  it('refuses what is not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xff, 0x0a])]);
    const cwd = folderWith({ 'a.md': bytes, 'b.md': before });
    const { code, out, err } = await run(cwd, ['fix']);
    expect(code).toBe(2);
    expect(err).toBe('plan-truth: a.md: is not valid UTF-8 and was not fixed\n');
    expect(out).toBe('b.md: 1 fix\n');
    expect(readFileSync(join(cwd, 'a.md'))).toEqual(bytes);
  });

  it.skipIf(process.getuid?.() === 0)('refuses a read-only file (root may write any)', async () => {
    const cwd = folderWith({ 'a.md': before });
    chmodSync(join(cwd, 'a.md'), 0o444);
    const { code, err } = await run(cwd, ['fix']);
    expect(code).toBe(2);
    expect(err).toBe('plan-truth: a.md: is read-only\n');
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(before);
  });

  it('keeps mode, links and the folder as they are', async () => {
    const cwd = folderWith({ 'real.md': before, 'hard.md': before });
    chmodSync(join(cwd, 'real.md'), 0o640);
    symlinkSync('real.md', join(cwd, 'link.md'));
    linkSync(join(cwd, 'hard.md'), join(cwd, 'twin.txt'));
    const { ino } = statSync(join(cwd, 'hard.md'));
    expect((await run(cwd, ['fix', 'link.md', 'hard.md'])).out).toBe('link.md: 1 fix\nhard.md: 1 fix\n');
    expect(lstatSync(join(cwd, 'link.md')).isSymbolicLink()).toBe(true);
    expect(statSync(join(cwd, 'real.md')).mode & 0o777).toBe(0o640);
    expect(statSync(join(cwd, 'hard.md')).ino).toBe(ino);
    for (const name of ['real.md', 'twin.txt']) expect(readFileSync(join(cwd, name), 'utf8')).toBe(after);
    expect(readdirSync(cwd).sort()).toEqual(['hard.md', 'link.md', 'real.md', 'twin.txt']);
  });

  it('fixes stdin onto stdout', async () => {
    const cwd = folderWith();
    expect(await run(cwd, ['fix', '-', '--stdin-filename', 'PLAN.md'], { stdin: `\uFEFF${before}` })).toEqual({
      code: 0,
      out: `\uFEFF${after}`,
      err: 'PLAN.md: 1 fix\n',
    });
    expect((await run(cwd, ['fix', '-'], { stdin: after })).out).toBe(after);
    expect(await run(cwd, ['fix', '-'], { stdin: Buffer.from([0xff]) })).toMatchObject({ out: '' });
  });

  it('applies only the rules it is told to', async () => {
    const cwd = folderWith({ 'a.md': before });
    expect((await run(cwd, ['fix', '--rule', 'mojibake'])).out).toBe('Nothing to fix in 1 file.\n');
    expect((await run(cwd, ['fix', '--rule', 'stale-summary'])).out).toBe('a.md: 1 fix\n');
  });
});

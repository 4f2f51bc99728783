import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { orchard } from './plans';
import { folderWith, type RunWith, run } from './support';

const plan = '# P\n\n- [ ] one\n';

async function read(cwd: string, argv: string[], options?: RunWith) {
  const ran = await run(cwd, ['check', '--format', 'json', '--fail-on', 'never', ...argv], options);
  const files = ran.out === '' ? [] : (JSON.parse(ran.out).files as { path: string }[]);
  return { ...ran, paths: files.map((file) => file.path) };
}

describe('what is read', () => {
  it('is every plan file of a folder', async () => {
    const cwd = folderWith({
      'PROGRESS.md': plan,
      'docs/PLAN.markdown': plan,
      'notes.txt': plan,
      'node_modules/x/PLAN.md': plan,
      'out/PLAN.md': plan,
      '.gitignore': 'out/\n',
    });
    mkdirSync(join(cwd, '.git'));
    expect((await read(cwd, [])).paths).toEqual(['PROGRESS.md', 'docs/PLAN.markdown']);
    expect((await read(cwd, ['docs'])).paths).toEqual(['docs/PLAN.markdown']);
    expect((await read(cwd, ['./docs/'])).paths).toEqual(['docs/PLAN.markdown']);
    expect((await read(cwd, [join(cwd, 'docs')])).paths).toEqual(['docs/PLAN.markdown']);
    expect((await read(join(cwd, 'docs'), ['..'])).paths).toEqual(['../PROGRESS.md', 'PLAN.markdown']);
  });

  it('may be UTF-16, which is read and never written', async () => {
    const bytes = Buffer.from(`\ufeff${orchard}`, 'utf16le');
    const cwd = folderWith({ 'LE.md': bytes, 'BE.md': Buffer.from(bytes).swap16() });
    const { out } = await run(cwd, ['check']);
    expect(out).toContain('  14:12 warning Says 1 of 4');
    expect(out).toContain('4 warnings in 2 of 2 files');
    expect((await run(cwd, ['check', '-'], { stdin: bytes })).code).toBe(1);
    const fixed = await run(cwd, ['fix', 'LE.md']);
    expect(fixed).toMatchObject({ code: 2, err: 'plan-truth: LE.md: is not valid UTF-8 and was not fixed\n' });
    expect(readFileSync(join(cwd, 'LE.md'))).toEqual(bytes);
  });

  it('is a file named outright, whatever its name, once', async () => {
    const cwd = folderWith({ 'notes.txt': plan, 'README.md': plan, '-odd.md': plan, 'sub/empty': '' });
    expect((await read(cwd, ['notes.txt', './notes.txt', 'README.md'])).paths).toEqual(['notes.txt', 'README.md']);
    expect((await read(cwd, ['--', '-odd.md'])).paths).toEqual(['-odd.md']);
    expect((await read(join(cwd, 'sub'), ['../notes.txt', 'empty'])).paths).toEqual(['../notes.txt', 'empty']);
    const elsewhere = folderWith();
    expect((await read(elsewhere, [join(cwd, 'notes.txt')])).paths).toEqual([join(cwd, 'notes.txt')]);
    expect((await read(elsewhere, [`${cwd}/sub/`, `${cwd}/sub/../notes.txt`])).paths).toEqual([
      `${cwd}/sub/../notes.txt`,
    ]);
  });

  it('may be outside the working folder under a name with its own start', async () => {
    const cwd = folderWith({ '..odd/PLAN.md': plan });
    expect((await read(cwd, ['..odd'])).paths).toEqual(['..odd/PLAN.md']);
    expect((await read(dirname(cwd), [basename(cwd)])).paths).toEqual([`${basename(cwd)}/..odd/PLAN.md`]);
  });

  it('goes on past what cannot be read, and fails', async () => {
    const cwd = folderWith({ 'PLAN.md': plan });
    symlinkSync('nowhere', join(cwd, 'dangling.md'));
    const { code, paths, err } = await read(cwd, ['nope.md', 'PLAN.md', 'dangling.md', 'PLAN.md/x']);
    expect(paths).toEqual(['PLAN.md']);
    expect(err).toBe(
      ['nope.md', 'dangling.md', 'PLAN.md/x'].map((name) => `plan-truth: ${name}: no such file or folder\n`).join(''),
    );
    expect(code).toBe(2);
  });

  it('is stdin for -, under the name it is given', async () => {
    const cwd = folderWith({ 'PROGRESS.md': plan });
    expect((await read(cwd, ['-'], { stdin: orchard })).paths).toEqual(['<stdin>']);
    const named = await run(cwd, ['check', '-', '--stdin-filename', 'docs/PROGRESS.md'], { stdin: orchard });
    expect(named.out).toMatch(/^docs\/PROGRESS\.md\n/);
    expect(named.code).toBe(1);
    expect((await read(cwd, ['--stdin-filename', 'x.md'], { stdin: plan })).paths).toEqual(['x.md']);
    // The text in hand stands for the file on disk.
    expect((await read(cwd, ['.', '-', '--stdin-filename', 'PROGRESS.md'], { stdin: plan })).paths).toEqual([
      'PROGRESS.md',
    ]);
  });

  it('may begin with a byte order mark, hold CRLF, or not be UTF-8', async () => {
    const crlf = `\uFEFF${orchard}`.replaceAll('\n', '\r\n');
    const cwd = folderWith({
      'bom.md': new TextEncoder().encode('\uFEFF- [ ] a (TBD)\r\n'),
      'crlf.md': crlf,
      'latin1.md': Buffer.from('# Pl\xe4n\n\n- [ ] one\n', 'latin1'),
      'utf16.md': Buffer.from('\uFEFF# Plan\n\n- [ ] one\n', 'utf16le'),
    });
    const { code, paths } = await read(cwd, ['.']);
    expect(paths).toHaveLength(4);
    expect(code).toBe(0);
  });
});

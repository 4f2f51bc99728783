import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findPlanFiles, readText } from '../../server/src/node/files';

/** A folder with these files; ended with the test. */
function folder(files: Record<string, string | Uint8Array>): string {
  const root = mkdtempSync(join(tmpdir(), 'plan-truth-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

async function found(root: string, include = ['**/*.md'], exclude: string[] = []): Promise<string[]> {
  const paths = await findPlanFiles(root, { include, exclude });
  return paths.map((path) => relative(root, path).replaceAll(sep, '/'));
}

describe('findPlanFiles', () => {
  it('finds Markdown at every level, sorted, packages and ordinary documents left out', async () => {
    const root = folder({
      'b/PLAN.md': '',
      'PROGRESS.md': '',
      '.claude/plans/next.md': '',
      'node_modules/x/PLAN.md': '',
      '.git/PLAN.md': '',
      'README.md': '',
      'docs/CHANGELOG.ja.md': '',
      'SECURITY_ROADMAP.md': '',
      'src/main.ts': '',
    });
    expect(await found(root)).toEqual(['.claude/plans/next.md', 'PROGRESS.md', 'SECURITY_ROADMAP.md', 'b/PLAN.md']);
    expect(await found(root, ['README.md'])).toEqual(['README.md']);
    expect(await found(root, ['**/*.md'], ['b/**', '.claude'])).toEqual(['PROGRESS.md', 'SECURITY_ROADMAP.md']);
  });

  it('leaves out what git ignores, at every level', async () => {
    const root = folder({
      '.git/info/exclude': 'private.md\n',
      '.gitignore': '/out\n*.tmp.md\n!keep.tmp.md\n',
      'out/PLAN.md': '',
      'in/out/PLAN.md': '',
      'a.tmp.md': '',
      'keep.tmp.md': '',
      'private.md': '',
      'in/.gitignore': 'draft.md\n!a.tmp.md\n',
      'in/draft.md': '',
      'in/a.tmp.md': '',
      'draft.md': '',
    });
    expect(await found(root)).toEqual(['draft.md', 'in/a.tmp.md', 'in/out/PLAN.md', 'keep.tmp.md']);
    expect(await found(join(root, 'in'))).toEqual(['a.tmp.md', 'out/PLAN.md']);
  });

  it('does not follow links, and so ends on a loop', async () => {
    const root = folder({ 'a/PLAN.md': '' });
    symlinkSync(root, join(root, 'a', 'loop'));
    symlinkSync(join(root, 'a', 'PLAN.md'), join(root, 'LINK.md'));
    expect(await found(root)).toEqual(['a/PLAN.md']);
  });

  it('says so where there is no such folder', async () => {
    await expect(findPlanFiles(join(tmpdir(), 'no', 'such', 'folder'), { include: [], exclude: [] })).rejects.toThrow();
  });
});

describe('readText', () => {
  it('keeps the byte order mark and tells what is not UTF-8', async () => {
    const root = folder({ 'bom.md': '\ufeff# 計画\r\n', 'latin.md': new Uint8Array([0x23, 0x20, 0xe9]) });
    expect(await readText(join(root, 'bom.md'))).toEqual({ text: '\ufeff# 計画\r\n', valid: true });
    expect(await readText(join(root, 'latin.md'))).toEqual({ text: '# \ufffd', valid: false });
  });
});

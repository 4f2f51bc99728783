import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { orchard } from './plans';
import { folderWith, run } from './support';

const off = '{ "rules": { "stale-summary": "off", "unmet-dependency": "off" } }';

describe('the settings', () => {
  it('are those of the nearest file upward', async () => {
    const cwd = folderWith({
      'plan-truth.config.json': off,
      'a/b/PLAN.md': orchard,
      'a/package.json': '{ "name": "x" }',
    });
    expect((await run(join(cwd, 'a/b'), ['check'])).code).toBe(0);
    expect((await run(cwd, ['check', 'a'])).code).toBe(0);
  });

  it('are those of each file, of one run as of many', async () => {
    const cwd = folderWith({
      'plan-truth.config.json': '{ "rules": { "stale-summary": "error" } }',
      'PLAN.md': orchard,
      'quiet/plan-truth.config.json': off,
      'quiet/PLAN.md': orchard,
      'quiet/old/PLAN.md': orchard,
      'loud/package.json': '{ "planTruth": { "rules": { "unmet-dependency": "info" } } }',
      'loud/PLAN.md': orchard,
    });
    const severities = async (from: string, ...argv: string[]) =>
      JSON.parse((await run(from, ['check', '--format', 'json', ...argv])).out).files.map(
        (file: { path: string; findings: { severity: string }[] }) =>
          `${file.path}: ${file.findings.map(({ severity }) => severity).join(' ')}`.trim(),
      );
    const all = ['PLAN.md: warning error', 'loud/PLAN.md: info warning', 'quiet/PLAN.md:', 'quiet/old/PLAN.md:'];
    expect(await severities(cwd)).toEqual(all);
    expect(await severities(cwd, 'quiet/PLAN.md', 'PLAN.md')).toEqual([all[2], all[0]]);
    expect(await severities(join(cwd, 'quiet'), '../PLAN.md')).toEqual([`../${all[0]}`]);
    expect(await severities(cwd, '--rule', 'unmet-dependency')).toEqual([
      'PLAN.md: warning',
      'loud/PLAN.md: info',
      'quiet/PLAN.md: warning',
      'quiet/old/PLAN.md: warning',
    ]);
    expect((await run(cwd, ['check', '--config', 'quiet/plan-truth.config.json'])).code).toBe(0);
    const stdin = ['check', '-', '--stdin-filename'];
    expect((await run(cwd, [...stdin, 'quiet/NEW.md'], { stdin: orchard })).code).toBe(0);
    expect((await run(cwd, [...stdin, 'NEW.md'], { stdin: orchard })).code).toBe(1);
  });

  it('end at the root of the repository', async () => {
    const cwd = folderWith({ 'plan-truth.config.json': off, 'repo/PLAN.md': orchard });
    mkdirSync(join(cwd, 'repo/.git'));
    expect((await run(join(cwd, 'repo'), ['check'])).code).toBe(1);
    expect((await run(cwd, ['check'])).code).toBe(1);
  });

  it('may stand in a package.json, beside which a file of their own comes first', async () => {
    const cwd = folderWith({
      'package.json': `{ "name": "x", "planTruth": ${off} }`,
      'PLAN.md': orchard,
      'sub/package.json': 'not even JSON',
    });
    expect((await run(cwd, ['check'])).code).toBe(0);
    expect((await run(join(cwd, 'sub'), ['check', '../PLAN.md'])).code).toBe(0);
    const both = folderWith({
      'package.json': `{ "planTruth": ${off} }`,
      'plan-truth.config.json': '{}',
      'PLAN.md': orchard,
    });
    expect((await run(both, ['check'])).code).toBe(1);
  });

  it('may be named', async () => {
    const cwd = folderWith({ 'team.json': off, 'plan-truth.config.json': '{}', 'PLAN.md': orchard });
    expect((await run(cwd, ['check', '--config', 'team.json'])).code).toBe(0);
    expect(await run(cwd, ['check', '--config', 'nope.json'])).toEqual({
      code: 2,
      out: '',
      err: 'nope.json: no such file or folder\n',
    });
  });

  it('are JSON with comments', async () => {
    const config = `\uFEFF// ours\n{ "rules": { /* why */ "stale-summary": "off", "unmet-dependency": "off", }, }\n`;
    const cwd = folderWith({ 'plan-truth.config.json': config, 'PLAN.md': orchard });
    expect(await run(cwd, ['check'])).toMatchObject({ code: 0, err: '' });
    expect((await run(folderWith({ 'plan-truth.config.json': '', 'PLAN.md': orchard }), ['check'])).code).toBe(2);
  });

  it('are refused where they stand', async () => {
    const config = `
      {
        "rules": {
          "stale-focus": "loud",
          "stale-summary": "off"
        },
        "fences": 3
      }
    `;
    const cwd = folderWith({ 'plan-truth.config.json': config, 'sub/PLAN.md': orchard });
    const { code, out, err } = await run(cwd, ['check']);
    expect(code).toBe(2);
    expect(out).toBe('');
    const lines = err.split('\n');
    expect(lines[0]).toMatch(/^plan-truth\.config\.json:3:5 rules\.stale-focus: ./);
    expect(lines[1]).toMatch(/^plan-truth\.config\.json:6:3 fences: ./);
    expect(lines).toHaveLength(3);
    expect((await run(join(cwd, 'sub'), ['list'])).err).toMatch(/^\.\.\/plan-truth\.config\.json:3:5 rules/);
  });

  it('are refused where they stand in a package.json', async () => {
    const text = '{\n  "name": "x",\n  "planTruth": {\n    "fences": "sometimes"\n  }\n}\n';
    const { code, err } = await run(folderWith({ 'package.json': text }), ['check']);
    expect(code).toBe(2);
    expect(err).toMatch(/^package\.json:4:5 planTruth\.fences: ./);
  });

  it('are refused where they are no JSON', async () => {
    const { code, err } = await run(folderWith({ 'plan-truth.config.json': '{\n  "rules": {\n' }), ['check']);
    expect(code).toBe(2);
    expect(err).toMatch(/^plan-truth\.config\.json:3:1 close brace expected\n/);
  });

  it('choose files from where they stand', async () => {
    const cwd = folderWith({
      'plan-truth.config.json':
        '{ "files": { "include": ["docs/**/*.md", "docs/README.md"], "exclude": ["docs/old"] } }',
      'PLAN.md': orchard,
      'docs/PLAN.md': orchard,
      'docs/README.md': orchard,
      'docs/old/PLAN.md': orchard,
      'docs/sub/PLAN.md': orchard,
    });
    const paths = async (from: string, ...argv: string[]) =>
      JSON.parse((await run(from, ['check', '--format', 'json', ...argv])).out).files.map(
        (file: { path: string }) => file.path,
      );
    const all = ['docs/PLAN.md', 'docs/README.md', 'docs/sub/PLAN.md'];
    expect(await paths(cwd)).toEqual(all);
    expect(await paths(cwd, 'docs')).toEqual(all);
    expect(await paths(join(cwd, 'docs'))).toEqual(['PLAN.md', 'README.md', 'sub/PLAN.md']);
    expect(await paths(cwd, 'docs/old')).toEqual([]);
    expect(await paths(cwd, 'PLAN.md')).toEqual(['PLAN.md']);
  });

  it('leave out files below them, in whatever folder the run begins', async () => {
    const cwd = folderWith({
      'a/PLAN.md': orchard,
      'a/old/PLAN.md': orchard,
      'a/notes.markdown': orchard,
      'a/plan-truth.config.json': '{ "files": { "include": ["nothing"], "exclude": ["old", "*.markdown"] } }',
      'b/PLAN.md': orchard,
    });
    const { out } = await run(cwd, ['list', '--format', 'json']);
    expect(JSON.parse(out).plans.map(({ path }: { path: string }) => path)).toEqual(['a/PLAN.md', 'b/PLAN.md']);
  });
});

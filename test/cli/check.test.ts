import { describe, expect, it } from 'vitest';
import { orchard, soundOrchard } from './plans';
import { folderWith, run } from './support';

describe('plan-truth check', () => {
  it('reports findings with their lines and a closing count', async () => {
    const { code, out, err } = await run(folderWith({ 'PROGRESS.md': orchard, 'docs/PLAN.md': soundOrchard }), [
      'check',
    ]);
    expect(err).toBe('');
    expect(out).toMatchInlineSnapshot(`
      "PROGRESS.md
        8:34 warning A-002 is DONE but depends on A-003, which is TODO  unmet-dependency
          | A-002 | 土を耕す       | DONE    | A-003      |
                                               ~~~~~
          9:28 A-003 is TODO
        14:12 warning Says 1 of 4, but Phase A — Soil has 2 of 4 done  stale-summary
          - Phase A: 1 / 4 DONE
                     ~~~~~
          7:28 A-001 is DONE
          8:24 A-002 is DONE

      2 warnings in 1 of 2 files; 1 can be fixed with plan-truth fix
      "
    `);
    expect(code).toBe(1);
  });

  it('is content with a sound plan', async () => {
    const cwd = folderWith({ 'PROGRESS.md': soundOrchard });
    expect(await run(cwd, ['check'])).toEqual({ code: 0, out: 'No findings in 1 file.\n', err: '' });
    expect(await run(cwd, ['check', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('lists every file in JSON, in the order they were named', async () => {
    const cwd = folderWith({ 'b.md': orchard, 'a.md': 'No plan at all.\n', 'docs/c.md': soundOrchard });
    const { code, out } = await run(cwd, ['check', 'b.md', '.', '--format', 'json']);
    const { version, files } = JSON.parse(out);
    expect(version).toBe(1);
    expect(files.map((file: { path: string }) => file.path)).toEqual(['b.md', 'a.md', 'docs/c.md']);
    expect(files[0].findings.map((found: { rule: string }) => found.rule)).toEqual([
      'unmet-dependency',
      'stale-summary',
    ]);
    expect(files[0].findings[1]).toMatchObject({
      severity: 'warning',
      range: { start: { line: 14, column: 12 }, end: { line: 14 } },
      fix: 'safe',
    });
    expect(code).toBe(1);
  });

  it('fails from the severity it is told to, and for too many warnings', async () => {
    const cwd = folderWith({ 'PROGRESS.md': orchard });
    expect((await run(cwd, ['check', '--fail-on', 'error'])).code).toBe(0);
    expect((await run(cwd, ['check', '--fail-on', 'never'])).code).toBe(0);
    expect((await run(cwd, ['check', '--max-warnings', '2'])).code).toBe(0);
    const many = await run(cwd, ['check', '--max-warnings', '1', '--format', 'json']);
    expect(many.code).toBe(1);
    expect(many.err).toBe('plan-truth: 2 warnings, at most 1 allowed by --max-warnings\n');
    expect(JSON.parse(many.out).files).toHaveLength(1);
  });

  it('runs only the rules it is told to', async () => {
    const cwd = folderWith({
      'PROGRESS.md': orchard,
      'plan-truth.config.json': '{ "rules": { "stale-summary": "off", "unmet-dependency": "error" } }',
    });
    const rulesOf = async (...argv: string[]) =>
      JSON.parse((await run(cwd, ['check', '--format', 'json', ...argv])).out).files[0].findings.map(
        (found: { rule: string; severity: string }) => `${found.rule} ${found.severity}`,
      );
    expect(await rulesOf()).toEqual(['unmet-dependency error']);
    expect(await rulesOf('--rule', 'stale-summary')).toEqual(['stale-summary warning']);
    expect(await rulesOf('--rule', 'stale-summary,unmet-dependency')).toHaveLength(2);
    expect(await rulesOf('--rule', 'stale-focus', '--rule', 'unmet-dependency', '--', 'PROGRESS.md')).toHaveLength(1);
    expect(await run(cwd, ['check', '--rule', 'stale-sumary'])).toEqual({
      code: 2,
      out: '',
      err: 'plan-truth: there is no rule stale-sumary; did you mean stale-summary?\n',
    });
  });

  it('knows the ids of every file of the run', async () => {
    const one = (id: string, on: string) =>
      `# P\n\n| ID | Task | Status | Depends on |\n|---|---|---|---|\n| ${id} | Do it | TODO | ${on} |\n`;
    const cwd = folderWith({ 'a.md': one('API-001', 'WEB-001'), 'b.md': one('WEB-001', '-') });
    const unknown = ['check', '--rule', 'unknown-dependency'];
    expect((await run(cwd, [...unknown, 'a.md', 'b.md'])).code).toBe(0);
  });

  it('colours only where it may', async () => {
    const cwd = folderWith({ 'PROGRESS.md': orchard });
    expect((await run(cwd, ['check'])).out).not.toContain('\x1b');
    expect((await run(cwd, ['check'], { isTTY: true })).out).toContain('\x1b[33m');
    expect((await run(cwd, ['check'], { isTTY: true, env: { NO_COLOR: '1' } })).out).not.toContain('\x1b');
    expect((await run(cwd, ['check', '--no-color'], { isTTY: true })).out).not.toContain('\x1b');
    expect((await run(cwd, ['check', '--color'])).out).toContain('\x1b[33m');
    expect((await run(cwd, ['check', '--format', 'json', '--color'])).out).not.toContain('\x1b');
  });

  it('keeps what a plan holds from acting on the terminal', async () => {
    const cwd = folderWith({ 'PROGRESS.md': orchard.replace('土を耕す', '\x1b]0;owned\x07') });
    expect((await run(cwd, ['check', '--rule', 'unmet-dependency'])).out).not.toMatch(/[\x1b\x07]/);
  });

  it.each(['json', 'sarif', 'github', 'junit'])('writes %s', async (format) => {
    const { code, out } = await run(folderWith({ 'PROGRESS.md': orchard }), ['check', '--format', format]);
    expect(code).toBe(1);
    expect(out).toContain('PROGRESS.md');
    expect(out.endsWith('\n')).toBe(true);
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { buildServer } from '../support/languageServer';
import { kite } from '../support/plans';

const installed = spawnSync('nvim', ['--version']).status === 0;

/** The summary says that one ticket more is merged than is. */
const wrong = kite.replace('Phase A: 1 / 3', 'Phase A: 2 / 3');
const other =
  '# Later\n\n| ID | Title | Status | Depends On |\n| - | - | - | - |\n| L-1 | Fly again | OPEN | K-002 |\n';
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length - 1;

it.skipIf(!installed)(
  installed
    ? 'Neovim shows findings and hovers, renames across files and fixes'
    : 'Neovim: skipped, there is no nvim here',
  async () => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'plan-truth-')));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    const [plan, later, result] = ['PROGRESS.md', 'LATER.md', 'result.json'].map((name) => join(root, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(plan, wrong);
    writeFileSync(later, other);
    const command = [process.execPath, await buildServer(), '--stdio'];
    const [ticket, figure] = [lineOf(wrong, '| K-002'), lineOf(wrong, 'Phase A: 2')];
    const given = { command, root, plan, other: later, result, ticket, figure };
    const script = join(import.meta.dirname, '../support/neovim.lua');
    const nvim = spawn('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script}`], {
      env: { ...process.env, PLAN_TRUTH_TEST: JSON.stringify(given), XDG_STATE_HOME: root, XDG_CACHE_HOME: root },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    onTestFinished(() => void nvim.kill());
    await new Promise((resolve) => nvim.once('exit', resolve));

    const out = JSON.parse(readFileSync(result, 'utf8'));
    expect(out.failed).toBeUndefined();
    expect(out.diagnostics).toEqual([{ line: figure, code: 'stale-summary', source: 'plan-truth', severity: 2 }]);
    expect(out.hover).toContain('K-002');
    expect(out.hover).toContain('Sail');
    expect(out.renamed).toBe(wrong.trimEnd().replaceAll('K-002', 'K-900'));
    expect(out.fixed).toBe(kite.trimEnd().replaceAll('K-002', 'K-900'));
    expect(out.other).toBe(other.trimEnd().replace('K-002', 'K-900'));
  },
);

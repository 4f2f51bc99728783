import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ableClient, buildServer, plainClient, Session } from '../support/languageServer';
import { kite } from '../support/plans';

let server: string;
beforeAll(async () => {
  server = await buildServer();
});

const wrong = kite.replace('Phase A: 1 / 3', 'Phase A: 2 / 3');
const off = '{ "rules": { "stale-summary": "off" } }';
const severity = (level: string): string => `{ "rules": { "stale-summary": "${level}" } }`;

/** A workspace on disk; `put` writes a file (null: removes it) and tells the server. */
function workspace(files: Record<string, string>) {
  const path = mkdtempSync(join(tmpdir(), 'plan-truth-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const session = Session.start(server);
  const uri = (name: string): string => pathToFileURL(join(path, name)).toString();
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    session,
    uri,
    root: pathToFileURL(path).toString(),
    put(name: string, text: string | null) {
      if (text === null) rmSync(join(path, name));
      else write(name, text);
      session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(name), type: text === null ? 3 : 2 }] });
    },
    /** Waits until the last that was told of a file has these severities and codes. */
    told: (name: string, ...expected: [number, string | undefined][]) =>
      session.until(() => {
        const last = session.published.findLast((one) => one.uri === uri(name))?.diagnostics ?? [];
        const said = last.map((one) => [one.severity, one.code]);
        return JSON.stringify(said) === JSON.stringify(expected) && last.concat({} as never);
      }),
  };
}

describe('plan-truth.config.json', () => {
  it('holds in the editor, and is followed', async () => {
    const { session, root, put, told } = workspace({ 'PLAN.md': wrong, 'plan-truth.config.json': severity('error') });
    await session.initialize(plainClient, { rootUri: root });
    await told('PLAN.md', [1, 'stale-summary']);
    put('plan-truth.config.json', severity('info'));
    await told('PLAN.md', [3, 'stale-summary']);
    put('plan-truth.config.json', off);
    await told('PLAN.md');
    put('plan-truth.config.json', null);
    await told('PLAN.md', [2, 'stale-summary']);
    put('package.json', `{ "name": "x", "planTruth": ${severity('hint')} }`);
    await told('PLAN.md', [4, 'stale-summary']);
  });

  it('has over it what the user set for its workspace folder', async () => {
    const { session, uri, told } = workspace({
      'a/PLAN.md': wrong,
      'a/plan-truth.config.json': severity('error'),
      'b/PLAN.md': wrong,
      'b/old/PLAN.md': wrong,
      'b/deep/plan-truth.config.json': severity('error'),
      'b/deep/PLAN.md': wrong,
      'c/PLAN.md': wrong,
      'c/old/PLAN.md': wrong,
    });
    session.settings = { rules: { 'stale-summary': 'hint' } };
    session.folders = [uri('a'), uri('b'), uri('c')];
    session.folderSettings = {
      [uri('a')]: null,
      [uri('b')]: { rules: { 'stale-summary': 'info' }, files: { exclude: ['old/**'] } },
      [uri('c')]: { rules: { 'stale-sumary': 'info' } },
    };
    await session.initialize({ ...plainClient, workspace: { configuration: true, workspaceFolders: true } });
    await told('a/PLAN.md', [4, 'stale-summary']);
    await told('b/PLAN.md', [3, 'stale-summary']);
    await told('b/deep/PLAN.md', [3, 'stale-summary']);
    await told('b/old/PLAN.md');
    await told('c/PLAN.md', [2, 'stale-summary']);
    await told('c/old/PLAN.md', [2, 'stale-summary']);
    expect(session.logged.filter(({ message }) => message.includes('stale-sumary'))).toHaveLength(1);
    session.folderSettings = { ...session.folderSettings, [uri('a')]: {} };
    session.notify('workspace/didChangeConfiguration', { settings: null });
    await told('a/PLAN.md', [1, 'stale-summary']);
  });

  it('is told what is wrong with it, where it stands, as long as it is', async () => {
    const { session, root, put, told } = workspace({
      'PLAN.md': wrong,
      'plan-truth.config.json': '{\n  "rules": { "stale-summary": "error", "stale-sumary": "off" }\n}\n',
    });
    await session.initialize(plainClient, { rootUri: root });
    await told('PLAN.md', [1, 'stale-summary']);
    const [problem] = await told('plan-truth.config.json', [2, undefined]);
    expect(problem).toMatchObject({
      range: { start: { line: 1, character: 39 }, end: { line: 1, character: 60 } },
      source: 'plan-truth',
      message: 'rules.stale-sumary: there is no such rule; did you mean stale-summary?',
    });
    put('plan-truth.config.json', '{');
    await told('PLAN.md', [2, 'stale-summary']);
    await told('plan-truth.config.json', [2, undefined]);
    put('plan-truth.config.json', off);
    await told('plan-truth.config.json');
    await told('PLAN.md');
  });

  it('gives way to what the user set, name by name', async () => {
    const { session, root, uri, told } = workspace({
      'PLAN.md': wrong.replace('K-002, K-003', 'K-002, K-004').replace('OPEN        | -', 'OPEN        | K-001'),
      'plan-truth.config.json': '{ "rules": { "stale-summary": "error", "unknown-dependency": "off" } }',
    });
    await session.initialize(plainClient, {
      rootUri: root,
      initializationOptions: { settings: { rules: { 'stale-summary': 'info' }, fences: null } },
    });
    await told('PLAN.md', [3, 'stale-summary']);
    expect(session.published.every((one) => one.uri === uri('PLAN.md'))).toBe(true);
  });

  it('gives options of rules, over which those of the user go, one by one', async () => {
    const plan = 'Last updated: 2020-01-01\n\n- [ ] a\n\n## Log\n\n- 2020-01-04: planned\n';
    const file = (days: number) => JSON.stringify({ options: { 'stale-date': { graceDays: days } } });
    const { session, root, put, told } = workspace({ 'PLAN.md': plan, 'plan-truth.config.json': file(3) });
    await session.initialize(plainClient, {
      rootUri: root,
      initializationOptions: { settings: { options: { overdue: { graceDays: 2 } } } },
    });
    await told('PLAN.md');
    put('plan-truth.config.json', file(2));
    await told('PLAN.md', [3, 'stale-date']);
    session.notify('workspace/didChangeConfiguration', {
      settings: { planTruth: { options: { 'stale-date': { graceDays: 3 } } } },
    });
    await told('PLAN.md');
  });

  it('holds below its folder: the nearest one counts', async () => {
    const { session, root, told } = workspace({
      'PLAN.md': wrong,
      'team/PLAN.md': wrong,
      'team/deep/er/PLAN.md': wrong,
      'team/old/PLAN.md': wrong,
      'node_modules/x/plan-truth.config.json': '{ "nonsense": 1 }',
      'plan-truth.config.json': severity('error'),
      'team/plan-truth.config.json': '{ "rules": { "stale-summary": "info" }, "files": { "exclude": ["", "./old"] } }',
    });
    await session.initialize(plainClient, { rootUri: root });
    await told('PLAN.md', [1, 'stale-summary']);
    await told('team/PLAN.md', [3, 'stale-summary']);
    await told('team/deep/er/PLAN.md', [3, 'stale-summary']);
    expect(session.published.map(({ uri }) => uri).filter((uri) => /old|node_modules/.test(uri))).toEqual([]);
  });

  it('chooses files, but not in a workspace that is not trusted', async () => {
    const files = {
      'PLAN.md': wrong,
      'docs/PLAN.md': wrong,
      'plan-truth.config.json': '{ "rules": { "stale-summary": "info" }, "files": { "include": ["docs/*.md"] } }',
    };
    const trusted = workspace(files);
    await trusted.session.initialize(plainClient, { rootUri: trusted.root });
    await trusted.told('docs/PLAN.md', [3, 'stale-summary']);
    expect(trusted.session.published.map(({ uri }) => uri)).not.toContain(trusted.uri('PLAN.md'));
    const other = workspace(files);
    await other.session.initialize(plainClient, {
      rootUri: other.root,
      initializationOptions: { trusted: false },
    });
    await other.told('docs/PLAN.md', [3, 'stale-summary']);
    await other.told('PLAN.md', [3, 'stale-summary']);
  });

  it('gives words and columns, which all plans are read with anew', async () => {
    const text = kite.replaceAll('Status ', 'Lage   ').replaceAll('MERGED', 'FLOWN');
    const { session, root, put } = workspace({ 'PLAN.md': text, 'plan-truth.config.json': '{}' });
    await session.initialize(ableClient, { rootUri: root });
    const description = async () =>
      (await session.request<{ description: string }[]>('planTruth/tree', { parent: null })).map(
        (plan) => plan.description,
      );
    expect(await description()).not.toEqual(['1/5']);
    const changed = session.listen('planTruth/treeChanged');
    put('plan-truth.config.json', '{ "vocabulary": { "FLOWN": "done" }, "columns": { "Lage": "status" } }');
    await changed;
    expect(await description()).toEqual(['1/5']);
  });

  it('is read through the client where that has the files', async () => {
    const files = new Map([
      ['memfs:/kite/PLAN.md', wrong],
      ['memfs:/kite/plan-truth.config.json', severity('error')],
      ['memfs:/other/PLAN.md', wrong],
      ['memfs:/other/package.json', `{ "planTruth": { "fence": 1, "rules": { "stale-summary": "off" } } }`],
    ]);
    const session = Session.start(server);
    session.connection.onRequest('planTruth/fs/findFiles', () => [...files.keys()].filter((uri) => /md$/.test(uri)));
    session.connection.onRequest('planTruth/fs/readFile', (params: { uri: string }) => files.get(params.uri) ?? null);
    await session.initialize(plainClient, {
      workspaceFolders: ['memfs:/kite', 'memfs:/other'].map((uri) => ({ uri, name: uri })),
      initializationOptions: { fileSystem: 'client' },
    });
    const plan = await session.until(() => session.published.find(({ uri }) => uri === 'memfs:/kite/PLAN.md'));
    expect(plan.diagnostics.map((one) => one.severity)).toEqual([1]);
    const config = await session.until(() => session.published.find(({ uri }) => uri === 'memfs:/other/package.json'));
    expect(config.diagnostics.map((one) => one.message)).toEqual([
      'planTruth.fence: there is no such setting; did you mean fences?',
    ]);
    expect(session.published.map(({ uri }) => uri)).not.toContain('memfs:/other/PLAN.md');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JSONSchema } from 'vscode-json-languageservice';
import { rules } from '../../server/src/core/rules';
import { parseFixture } from '../support/fixture';
import { jsonFile } from '../support/jsonSchema';
import { orchard } from './plans';
import { folderWith, run } from './support';

/** The schema of SARIF 2.1.0 as its test tools ship it. */
const schema: JSONSchema = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  ),
);
const address = 'https://json.schemastore.org/sarif-2.1.0.json';
const problemsOf = (text: string) => jsonFile(schema, text, { [address]: schema }).problems();
const problems = (log: unknown) => problemsOf(JSON.stringify(log));

const sarifOf = async (cwd: string, ...argv: string[]) => {
  const { out } = await run(cwd, ['check', '--format', 'sarif', ...argv]);
  return { log: JSON.parse(out), problems: await problemsOf(out) };
};

describe('SARIF', () => {
  it('is held against the schema', async () => {
    const log = {
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'x' } }, results: [{ message: { text: 'y' } }] }],
    };
    expect(await problems(log)).toEqual([]);
    expect(await problems({ ...log, version: '2.0.0' })).not.toEqual([]);
    expect(await problems({ ...log, runs: [{ results: [] }] })).not.toEqual([]);
    expect(await problems({ ...log, more: 1 })).not.toEqual([]);
    const region = { startLine: 0 };
    const results = [{ message: { text: 'y' }, locations: [{ physicalLocation: { artifactLocation: {}, region } }] }];
    expect(await problems({ ...log, runs: [{ ...log.runs[0], results }] })).not.toEqual([]);
  });

  it('fits it for the findings of every rule, with their related places and fixes', async () => {
    const files = Object.fromEntries(
      rules.flatMap(({ id, examples }) =>
        examples.flatMap(({ bad }, i) => parseFixture(bad).files.map(({ text }, j) => [`${id}/${i}/${j}.md`, text])),
      ),
    );
    const { log, problems } = await sarifOf(folderWith(files));
    expect(problems).toEqual([]);
    const found = new Set(log.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId));
    expect(rules.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
  });

  it('fits it for no plan at all, odd names, stdin and texts of other scripts', async () => {
    const names = ['a b.md', '計画 #1?.md', '100%.md', 'q"uote.md', 'ü/é.md'];
    const cwd = folderWith(Object.fromEntries(names.map((name) => [name, orchard])));
    const { log, problems } = await sarifOf(cwd);
    expect(problems).toEqual([]);
    const uris: string[] = log.runs[0].artifacts.map((one: { location: { uri: string } }) => one.location.uri);
    expect(uris.map(decodeURIComponent).sort()).toEqual([...names].sort());
    for (const uri of uris) expect(uri).toMatch(/^[\w./%~!$&'()*+,;=@-]+$/);
    for (const argv of [[join(cwd, 'a b.md')], ['../x.md', 'a b.md'], ['--quiet', '--fail-on', 'error']])
      expect((await sarifOf(cwd, ...argv)).problems).toEqual([]);
    expect((await sarifOf(folderWith())).problems).toEqual([]);
  });

  it('fits it for the examples', async () => {
    const examples = new URL('../../examples/', import.meta.url).pathname;
    expect(readdirSync(examples).length).toBeGreaterThan(3);
    const { log, problems } = await sarifOf(examples);
    expect(problems).toEqual([]);
    expect(log.runs[0].results.length).toBeGreaterThan(10);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JSONSchema } from 'vscode-json-languageservice';
import { readConfig } from '../../server/src/config/config';
import { rules } from '../../server/src/core/rules';
import { jsonFile } from '../support/jsonSchema';

const root = new URL('../../', import.meta.url);
const read = (name: string): JSONSchema => JSON.parse(readFileSync(new URL(`schemas/${name}`, root), 'utf8'));
const name = 'plan-truth.config.schema.json';
const schema = read(name);
const file = (text: string) => jsonFile(schema, text, { 'https://example.com/x.json': schema });
const labels = async (text: string) => (await file(text).completions()).map(({ label }) => label);
const ids = rules.map(({ id }) => id);

describe('in plan-truth.config.json, an editor', () => {
  it('offers every setting, rule and severity', async () => {
    expect(await labels('{ $0 }')).toEqual(
      expect.arrayContaining(['rules', 'options', 'files', 'fences', 'vocabulary', 'columns', 'ids']),
    );
    expect((await labels('{ "rules": { $0 } }')).sort()).toEqual([...ids].sort());
    expect(await labels('{ "rules": { "overdue": $0 } }')).toEqual(
      expect.arrayContaining(['"error"', '"warning"', '"info"', '"hint"', '"off"']),
    );
  });

  it('offers the options of a rule, and their values', async () => {
    const withOptions = rules.filter(({ options }) => options).map(({ id }) => id);
    expect((await labels('{ "options": { $0 } }')).sort()).toEqual(withOptions.sort());
    expect((await labels('{ "options": { "overdue": { $0 } } }')).sort()).toEqual(['graceDays', 'of']);
    expect(await labels('{ "options": { "overdue": { "of": [$0] } } }')).toEqual(['"tickets"', '"groups"']);
    const [graceDays] = await file('{ "options": { "stale-date": { $0 } } }').completions();
    expect(graceDays).toMatchObject({
      label: 'graceDays',
      insertText: expect.stringMatching(/^"graceDays": \$?\{?.*0/),
    });
  });

  it('offers what a word or a column means', async () => {
    expect(await labels('{ "vocabulary": { "LGTM": $0 } }')).toEqual(
      expect.arrayContaining(['"todo"', '"active"', '"review"', '"done"', '"blocked"', '"dropped"']),
    );
    expect(await labels('{ "columns": { "Squad": $0 } }')).toContain('"owner"');
    expect(await labels('{ "fences": $0 }')).toEqual(expect.arrayContaining(['"auto"', '"always"', '"never"']));
  });

  it('says what stands at the pointer', async () => {
    expect(await file('{ "ru$0les": {} }').hover()).toContain('How severe');
    const rule = await file('{ "rules": { "stale-$0date": "off" } }').hover();
    expect(rule).toContain('Last updated');
    expect(rule).toMatch(/\(https:\S+\/docs\/rules\/stale-date\.md\)/);
    expect(await file('{ "rules": { "stale-date": "of$0f" } }').hover()).toContain('Do not report');
    expect(await file('{ "options": { "overdue": { "grace$0Days": 3 } } }').hover()).toContain('How many days');
    expect(await file('{ "i$0ds": ["TEAM-#"] }').hover()).toContain('TEAM-###');
  });
});

it('in a package.json, an editor knows the key of ours and says nothing of others', async () => {
  const inPackage = (text: string) => jsonFile(read('package.schema.json'), text, { [`file:///${name}`]: schema });
  const offered = await inPackage('{ "name": "x", "planTruth": { "rules": { $0 } } }').completions();
  expect(offered.map(({ label }) => label)).toEqual(expect.arrayContaining(['overdue', 'stale-date']));
  expect(await inPackage('{ "name": 3, "planTruth": { "fences": "never" } }').problems()).toEqual([]);
  expect(await inPackage('{ "planTruth": { "fence": 1 } }').problems()).toHaveLength(1);
});

/** What is said of a file by the schema in any editor, and by us. */
const judged = async (text: string) => {
  const ours = readConfig('plan-truth.config.json', text)!.problems.map(({ message }) => message);
  return { schema: await file(text).problems(), ours };
};

describe('the schema and the reader of settings agree', () => {
  it.each([
    '{}',
    '// why\n{ "$schema": "https://example.com/x.json", "rules": { "overdue": "off" }, }',
    '{ "options": { "overdue": { "graceDays": 0, "of": [] }, "stale-summary": { "tolerance": 0.5 } } }',
    '{ "files": { "include": ["a/**"], "exclude": [] }, "fences": "never", "ids": ["TEAM-###", "課題#"] }',
    '{ "vocabulary": { "LGTM": "review" }, "columns": { "Lage": "status" } }',
  ])('on what is right: %s', async (text) => {
    expect(await judged(text)).toEqual({ schema: [], ours: [] });
  });

  it.each([
    '[]',
    '{ "colour": 1 }',
    '{ "rules": { "overdu": "off" } }',
    '{ "rules": { "overdue": "loud" } }',
    '{ "rules": { "overdue": ["off"] } }',
    '{ "options": { "overdue": { "graceDays": -1 } } }',
    '{ "options": { "overdue": { "graceDays": 1.5 } } }',
    '{ "options": { "overdue": { "grace": 1 } } }',
    '{ "options": { "overdue": { "of": ["people"] } } }',
    '{ "options": { "mojibake": {} } }',
    '{ "options": { "over-limit": { "inProgress": null } } }',
    '{ "files": { "include": "a" } }',
    '{ "files": { "only": [] } }',
    '{ "fences": true }',
    '{ "ids": ["TEAM"] }',
    '{ "ids": "TEAM-#" }',
    '{ "vocabulary": { "LGTM": "approved" } }',
    '{ "columns": { "Lage": "state" } }',
  ])('on what is wrong: %s', async (text) => {
    const { schema, ours } = await judged(text);
    expect(schema).not.toEqual([]);
    expect(ours).toHaveLength(1);
  });
});

it('every setting of the schema says what it does, every value what it means', () => {
  const silent: string[] = [];
  const visit = (one: JSONSchema, path: string): void => {
    if (path !== '' && !one.description) silent.push(path);
    if (one.markdownDescription?.includes('%')) silent.push(`${path} is not worded`);
    if (one.enum && !path.includes('options.') && one.enumDescriptions?.length !== one.enum.length)
      silent.push(`${path}: values`);
    for (const [name, inner] of Object.entries(one.properties ?? {})) visit(inner as JSONSchema, `${path}.${name}`);
  };
  visit(schema, '');
  expect(silent).toEqual([]);
});

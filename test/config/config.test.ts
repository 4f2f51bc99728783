import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/src/config/config';
import { defaultSettings, mergeSettings, parseSettings } from '../../server/src/core/settings';

const name = 'plan-truth.config.json';
const problems = (text: string, file = name) => {
  const { source, problems: found } = readConfig(file, text)!;
  return found.map(({ span, message }) => [source.slice(span), message]);
};

describe('a file of settings', () => {
  it('gives what it says and no defaults', () => {
    const text = '\ufeff// ours\n{ "fences": "never", "columns": { "Squad": "owner", }, }\n';
    expect(readConfig(name, text)).toMatchObject({
      given: { fences: 'never', columns: { Squad: 'owner' } },
      problems: [],
    });
  });

  it('says what is wrong where it stands, and gives the rest', () => {
    const text = `{
      "rules": { "overdue": "off", "overdu": "off", "placeholder": "loud" },
      "vocabulary": { "LGTM": "approved", "WIP": "active" },
      "colour": 1
    }`;
    expect(problems(text)).toEqual([
      ['"placeholder": "loud"', expect.stringMatching(/^rules\.placeholder: ./)],
      ['"overdu": "off"', 'rules.overdu: there is no such rule; did you mean overdue?'],
      ['"LGTM": "approved"', expect.stringMatching(/^vocabulary\.LGTM: ./)],
      ['"colour": 1', 'colour: there is no such setting'],
    ]);
    expect(readConfig(name, text)!.given).toEqual({ rules: { overdue: 'off' }, vocabulary: { WIP: 'active' } });
  });

  it('that is no JSON gives nothing', () => {
    expect(problems('{ "fences": "never"\n  "rules": {} }')).toEqual([['"rules"', 'comma expected']]);
    expect(readConfig(name, '{ "fences": "never"')!.given).toEqual({});
    expect(problems('[]')).toHaveLength(1);
    expect(problems('')).toEqual([['', 'value expected']]);
  });

  it('may be a package.json that speaks of us', () => {
    expect(readConfig('package.json', '{ "name": "x" }')).toBeNull();
    expect(readConfig('package.json', 'no JSON')).toBeNull();
    expect(readConfig('package.json', '{ "planTruth": { "fences": "never" } }')!.given).toEqual({ fences: 'never' });
    expect(problems('{ "planTruth": { "fence": "never" } }', 'package.json')).toEqual([
      ['"fence": "never"', 'planTruth.fence: there is no such setting'],
    ]);
  });
});

describe('settings of two sources', () => {
  it('are one, name by name; the upper wins, lists whole', () => {
    const lower = parseSettings({
      rules: { overdue: 'off', placeholder: 'error' },
      files: { include: ['a'], exclude: ['b'] },
      fences: 'never',
      vocabulary: { LGTM: 'review' },
    }).given;
    const upper = parseSettings({
      rules: { placeholder: 'info' },
      files: { exclude: [] },
      vocabulary: { WIP: 'active', LGTM: 'done' },
    }).given;
    expect(mergeSettings(lower, upper)).toEqual({
      ...defaultSettings,
      rules: { overdue: 'off', placeholder: 'info' },
      files: { include: ['a'], exclude: [] },
      fences: 'never',
      vocabulary: { LGTM: 'done', WIP: 'active' },
    });
    expect(mergeSettings({}, {})).toEqual(defaultSettings);
  });
});

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
      ['"overdu": "off"', 'rules.overdu: there is no such rule; did you mean overdue?'],
      ['"placeholder": "loud"', expect.stringMatching(/^rules\.placeholder: ./)],
      ['"LGTM": "approved"', expect.stringMatching(/^vocabulary\.LGTM: ./)],
      ['"colour": 1', 'colour: there is no such setting'],
    ]);
    expect(readConfig(name, text)!.given).toEqual({ rules: { overdue: 'off' }, vocabulary: { WIP: 'active' } });
  });

  it('says what is wrong with an option of a rule', () => {
    const text = `{
      "options": {
        "overdue": { "graceDays": -1, "of": ["you", "tickets", "people"], "graceDay": 2 },
        "stale-date": { "graceDays": "many" },
        "mojibake": {},
        "over-limits": { "inProgress": 3 },
        "over-limit": { "inProgress": 3 }
      }
    }`;
    expect(problems(text)).toEqual([
      ['"graceDays": -1', expect.stringMatching(/^options\.overdue\.graceDays: ./)],
      ['"you"', expect.stringMatching(/^options\.overdue\.of\.0: ./)],
      ['"people"', expect.stringMatching(/^options\.overdue\.of\.2: ./)],
      ['"graceDay": 2', 'options.overdue.graceDay: overdue has no such option; did you mean graceDays?'],
      ['"graceDays": "many"', expect.stringMatching(/^options\.stale-date\.graceDays: ./)],
      ['"mojibake": {}', 'options.mojibake: this rule has no options'],
      ['"over-limits": { "inProgress": 3 }', 'options.over-limits: there is no such rule; did you mean over-limit?'],
    ]);
    expect(readConfig(name, text)!.given).toEqual({
      options: { overdue: { of: ['tickets'] }, 'stale-date': {}, 'over-limit': { inProgress: 3 } },
    });
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
      ['"fence": "never"', 'planTruth.fence: there is no such setting; did you mean fences?'],
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
    const options = mergeSettings(
      { options: { overdue: { graceDays: 3, of: ['tickets'] }, placeholder: { allow: ['[Atlas]'] } } },
      { options: { overdue: { graceDays: 5 } } },
    ).options;
    expect(options.overdue).toEqual({ graceDays: 5, of: ['tickets'] });
    expect(options.placeholder).toEqual({ allow: ['[Atlas]'] });
    expect(options['stale-date']).toEqual({ graceDays: 0 });
  });
});

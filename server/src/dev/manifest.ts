import { rules } from '../core/rules/index';
import { rulePage } from '../names';
import { japanese, japaneseOptions } from './japanese';
import { type RuleOption, ruleOptions } from './options';

const severities = ['error', 'warning', 'info', 'hint', 'off'] as const;

/** The group of settings that is generated; the others are written by hand. */
const groupId = 'planTruth.rules';

/** `package.json` with a setting for every rule. */
export function manifest(text: string): string {
  const json = JSON.parse(text);
  const groups: { id: string }[] = json.contributes.configuration;
  json.contributes.configuration = [...groups.filter(({ id }) => id !== groupId), ruleSettings(groups.length)];
  return `${JSON.stringify(json, null, 2)}\n`;
}

/**
 * One setting for all rules, so that a team's file and the editor's settings look alike. Its default is empty: a rule
 * that is not set keeps the severity of each of its findings, which may differ from the rule's own.
 */
function ruleSettings(groups: number): { id: string } & Record<string, unknown> {
  const properties = rules.map((rule) => [
    rule.id,
    {
      type: 'string',
      enum: severities,
      markdownEnumDescriptions: severities.map((severity) => `%setting.rules.${severity}%`),
      default: rule.severity,
      markdownDescription: `%rule.${rule.id}%`,
    },
  ]);
  return {
    id: groupId,
    title: '%setting.rules.title%',
    order: Math.max(2, groups),
    properties: {
      'planTruth.rules': {
        type: 'object',
        default: {},
        scope: 'resource',
        order: 1,
        markdownDescription: '%setting.rules%',
        additionalProperties: false,
        properties: Object.fromEntries(properties),
      },
      ...Object.fromEntries(ruleOptions().map(optionSetting)),
    },
  };
}

/** A setting of its own for every option, which the editor can then offer a field for. */
const optionSetting = ({ rule, name, schema }: RuleOption, i: number) => [
  `planTruth.options.${rule}.${name}`,
  { ...schema, scope: 'resource', order: i + 2, markdownDescription: `%option.${rule}.${name}%` },
];

/** A file of the manifest's texts with those of the rules at its end. */
export function texts(text: string, language: 'en' | 'ja'): Record<string, string> {
  const others = Object.entries<string>(JSON.parse(text)).filter(
    ([key]) => !/^(?:rule\.|option\.|setting\.rules\b)/.test(key),
  );
  const own = rules.map((rule) => [`rule.${rule.id}`, ruleText(rule, language)]);
  const options = ruleOptions().map((option) => [`option.${option.rule}.${option.name}`, optionText(option, language)]);
  return Object.fromEntries([...others, ...Object.entries(settingTexts[language]), ...own, ...options]);
}

function ruleText(rule: (typeof rules)[number], language: 'en' | 'ja'): string {
  const link = rulePage(rule.id);
  if (language === 'en') return `${rule.summary} [Examples](${link})`;
  const summary = japanese[rule.id];
  if (summary === undefined) throw new Error(`${rule.id} needs a Japanese summary in server/src/dev/japanese.ts`);
  return `${summary}[例](${link})`;
}

/** What it sets, and of which rule. */
function optionText({ rule, name, description }: RuleOption, language: 'en' | 'ja'): string {
  const link = `[${rule}](${rulePage(rule)})`;
  if (language === 'en') return `${description} An option of ${link}.`;
  const text = japaneseOptions[`${rule}.${name}`];
  if (text === undefined) throw new Error(`${rule}.${name} needs a Japanese text in server/src/dev/japanese.ts`);
  return `${text}${link} のオプションです。`;
}

const settingTexts = {
  en: {
    'setting.rules.title': 'Rules',
    'setting.rules':
      "How severe the findings of each rule are. A rule that is not named here keeps its own severity. What is set in the editor goes before the team's `plan-truth.config.json`.",
    'setting.rules.error': 'Report as errors.',
    'setting.rules.warning': 'Report as warnings.',
    'setting.rules.info': 'Report as information.',
    'setting.rules.hint': "Report as hints, which VS Code's Problems panel does not show.",
    'setting.rules.off': 'Do not report.',
  },
  ja: {
    'setting.rules.title': 'ルール',
    'setting.rules':
      '各ルールの検出結果の重大度。ここに書かれていないルールは、ルール自身の重大度で報告します。エディターの設定は、チームの `plan-truth.config.json` より優先されます。',
    'setting.rules.error': 'エラーとして報告します。',
    'setting.rules.warning': '警告として報告します。',
    'setting.rules.info': '情報として報告します。',
    'setting.rules.hint': 'ヒントとして報告します (問題パネルには表示されません)。',
    'setting.rules.off': '報告しません。',
  },
} as const;

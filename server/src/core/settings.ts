import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import ja from 'zod/v4/locales/ja.js';
import { idPattern } from './model/ids';
import type { StatusKind } from './model/plan';
import type { ColumnRole } from './model/vocabulary';
import { rules } from './rules/index';
import { type Language, type Say, sayIn } from './text/say';
import { nearest } from './text/similar';

z.config(en());
/** What the schema says of a bad value. */
const words = { en: en().localeError, ja: ja().localeError };

const ruleIds = rules.map((rule) => rule.id);
const severity = z.enum(['error', 'warning', 'info', 'hint', 'off']);
const globs = z.array(z.string().check(z.maxLength(1000)));
const statusKinds = ['todo', 'active', 'review', 'done', 'blocked', 'dropped'] as const satisfies readonly StatusKind[];
/** The roles of columns that a team can name; those of tables of figures are found by what they hold. */
const columnRoles = [
  'id',
  'title',
  'status',
  'depends',
  'owner',
  'branch',
  'estimate',
  'priority',
  'notes',
] as const satisfies readonly ColumnRole[];
const defaultFiles = { include: ['**/*.md', '**/*.markdown'], exclude: [] as string[] };

/** The options of every rule that has some. */
const options = Object.fromEntries(
  rules.flatMap((rule) => (rule.options ? [[rule.id, z.prefault(rule.options, {})]] : [])),
);

/** What `planTruth.*`, `plan-truth.config.json` and the `planTruth` key of `package.json` may hold. */
export const settingsSchema = z.strictObject({
  /** For editors that know no other way to find the JSON Schema. */
  $schema: z.optional(z.string()),
  rules: z._default(z.partialRecord(z.enum(ruleIds), severity), {}),
  options: z.prefault(z.strictObject(options), {}),
  files: z._default(
    z.strictObject({
      include: z._default(globs, defaultFiles.include),
      exclude: z._default(globs, defaultFiles.exclude),
    }),
    defaultFiles,
  ),
  fences: z._default(z.enum(['auto', 'always', 'never']), 'auto'),
  /** Words for statuses, beside those that we know and those of a plan's own legend. */
  vocabulary: z._default(z.record(z.string(), z.enum(statusKinds)), {}),
  /** Headers of table columns, beside those that we know. */
  columns: z._default(z.record(z.string(), z.enum(columnRoles)), {}),
  /** Forms of ticket ids, beside those that we know: `TEAM-###`. */
  ids: z._default(z.array(z.string().check(z.regex(idPattern))), []),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Settings as they are written: whatever is not given has its default. */
export type SettingsInput = z.input<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});

/** A setting that could not be used: where it stands (`rules.stale-focus`) and what is wrong with it. */
export interface SettingsProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Every problem found is taken out and what is left read again; more rounds than this no nesting needs. */
const maxRounds = 20;

/**
 * Reads settings from outside. A bad value or unknown name is reported and the default used; the good ones stand. `given` is
 * what was written, without what is wrong.
 */
export function parseSettings(
  raw: unknown,
  language: Language = 'en',
): {
  settings: Settings;
  given: SettingsInput;
  problems: SettingsProblem[];
} {
  const problems: SettingsProblem[] = [];
  let value: unknown = raw ?? {};
  for (let round = 0; round < maxRounds; round++) {
    const result = settingsSchema.safeParse(value, { error: words[language] });
    if (result.success) return { settings: result.data, given: value as SettingsInput, problems };
    const found = result.error.issues.flatMap((issue) => problemsOf(sayIn(language), issue));
    problems.push(...found);
    // From the last on: what goes out of a list moves what is behind it.
    for (const { path } of found.reverse()) value = without(value, path);
  }
  return { settings: defaultSettings, given: {}, problems };
}

/** Two sources of valid settings as one: what `upper` gives wins, name by name; a list is one value. */
export const mergeSettings = (lower: SettingsInput, upper: SettingsInput): Settings =>
  settingsSchema.parse(merged(lower, upper));

function merged(lower: unknown, upper: unknown): unknown {
  if (!isRecord(lower) || !isRecord(upper)) return upper ?? lower;
  const names = new Set([...Object.keys(lower), ...Object.keys(upper)]);
  return Object.fromEntries([...names].map((name) => [name, merged(lower[name], upper[name])]));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Unknown names are one issue for all of them: each is a problem of its own, at its own place. */
function problemsOf(say: Say, issue: z.core.$ZodIssue): SettingsProblem[] {
  const path = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
  if (issue.code === 'invalid_format')
    return [
      {
        path,
        message: say('no form of ids: # is a digit, @ a letter, as in TEAM-###; no digit follows #, no letter @'),
      },
    ];
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => {
    const near = nearest(key, namesAt(path), (name) => name);
    const message = unknownName(say, path, key);
    return { path: [...path, key], message: near ? say('{0}; did you mean {1}?', message, near) : message };
  });
}

function unknownName(say: Say, path: readonly (string | number)[], key: string): string {
  const [first, rule] = path;
  if (first === 'options' && rule !== undefined) return say('{0} has no such option', rule);
  if (first === 'options' && ruleIds.includes(key)) return say('this rule has no options');
  return first === 'rules' || first === 'options' ? say('there is no such rule') : say('there is no such setting');
}

/** The names that are known at a place. */
function namesAt(path: readonly (string | number)[]): readonly string[] {
  const [first, rule] = path;
  if (first === 'rules') return ruleIds;
  if (first === 'options') return Object.keys(rule === undefined ? options : defaultSettings.options[rule]!);
  return Object.keys(first === 'files' ? defaultFiles : settingsSchema.shape);
}

/** The value without what stands at the path; an empty one where the path is empty. */
function without(value: unknown, [head, ...rest]: readonly (string | number)[]): unknown {
  if (head === undefined || typeof value !== 'object' || value === null) return {};
  if (Array.isArray(value)) return rest.length === 0 ? value.filter((_, i) => i !== head) : value;
  const { [head]: inner, ...others } = value as Record<string, unknown>;
  return rest.length === 0 ? others : { ...others, [head]: without(inner, rest) };
}

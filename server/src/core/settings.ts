import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { rules } from './rules/index';

z.config(en());

const severity = z.enum(['error', 'warning', 'info', 'hint', 'off']);
const globs = z.array(z.string());
const defaultFiles = { include: ['**/*.md', '**/*.markdown'], exclude: [] as string[] };

/** What `planTruth.*`, `plan-truth.config.json` and the `planTruth` key of `package.json` may hold. */
export const settingsSchema = z.strictObject({
  /** For editors that know no other way to find the JSON Schema. */
  $schema: z.optional(z.string()),
  rules: z._default(z.partialRecord(z.enum(rules.map((rule) => rule.id)), severity), {}),
  files: z._default(
    z.strictObject({
      include: z._default(globs, defaultFiles.include),
      exclude: z._default(globs, defaultFiles.exclude),
    }),
    defaultFiles,
  ),
  fences: z._default(z.enum(['auto', 'always', 'never']), 'auto'),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});

/** A setting that could not be used: where it stands (`rules.stale-focus`) and what is wrong with it. */
export interface SettingsProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Every problem found is taken out and what is left read again; more rounds than this no nesting needs. */
const maxRounds = 20;

/** Reads settings from outside. A bad value or unknown name is reported and the default used; the good ones stand. */
export function parseSettings(raw: unknown): { settings: Settings; problems: SettingsProblem[] } {
  const problems: SettingsProblem[] = [];
  let value: unknown = raw ?? {};
  for (let round = 0; round < maxRounds; round++) {
    const result = settingsSchema.safeParse(value);
    if (result.success) return { settings: result.data, problems };
    for (const problem of result.error.issues.flatMap(problemsOf)) {
      problems.push(problem);
      value = without(value, problem.path);
    }
  }
  return { settings: defaultSettings, problems };
}

/** Unknown names are one issue for all of them: each is a problem of its own, at its own place. */
function problemsOf(issue: z.core.$ZodIssue): SettingsProblem[] {
  const path = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  const kind = path[0] === 'rules' ? 'rule' : 'setting';
  return issue.keys.map((key) => ({ path: [...path, key], message: `there is no such ${kind}` }));
}

/** The value without what stands at the path; an empty one where the path is empty. */
function without(value: unknown, [head, ...rest]: readonly (string | number)[]): unknown {
  if (head === undefined || typeof value !== 'object' || value === null) return {};
  if (Array.isArray(value)) return rest.length === 0 ? value.filter((_, i) => i !== head) : value;
  const { [head]: inner, ...others } = value as Record<string, unknown>;
  return rest.length === 0 ? others : { ...others, [head]: without(inner, rest) };
}

import * as z from 'zod/mini';
import type { Severity } from './rules/finding';
import { rules } from './rules/index';

const severity = z.enum(['error', 'warning', 'info', 'hint', 'off']);

/** What `planTruth.*`, `plan-truth.config.json` and the `planTruth` key of `package.json` may hold. */
export const settingsSchema = z.object({
  rules: z._default(z.partialRecord(z.enum(rules.map((rule) => rule.id)), severity), {}),
  files: z._default(
    z.object({
      include: z._default(z.array(z.string()), ['**/*.md', '**/*.markdown']),
      exclude: z._default(z.array(z.string()), []),
    }),
    { include: ['**/*.md', '**/*.markdown'], exclude: [] },
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

/** Reads settings from outside. A bad value is reported and its default used; the good ones stand. */
export function parseSettings(raw: unknown): { settings: Settings; problems: SettingsProblem[] } {
  const problems: SettingsProblem[] = [];
  let value: unknown = raw ?? {};
  for (let attempt = 0; attempt < 100; attempt++) {
    const result = settingsSchema.safeParse(value);
    if (result.success) return { settings: result.data, problems };
    for (const issue of result.error.issues) {
      const path = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
      problems.push({ path, message: issue.message });
      value = without(value, path);
    }
  }
  return { settings: defaultSettings, problems };
}

/** The value without what stands at the path; without everything where the path is empty. */
function without(value: unknown, path: readonly (string | number)[]): unknown {
  const [head, ...rest] = path;
  if (head === undefined || typeof value !== 'object' || value === null) return {};
  if (Array.isArray(value))
    return rest.length === 0
      ? value.filter((_, i) => i !== head)
      : value.map((v, i) => (i === head ? without(v, rest) : v));
  const copy: Record<string, unknown> = { ...value };
  if (rest.length === 0) delete copy[head];
  else copy[head] = without(copy[head], rest);
  return copy;
}

/** The severity that the settings give a rule's finding: `off` silences it, another level replaces the rule's own. */
export function severityOf(settings: Settings, rule: string, own: Severity): Severity | 'off' {
  return settings.rules[rule] ?? own;
}

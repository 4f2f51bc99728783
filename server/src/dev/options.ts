import * as z from 'zod/mini';
import { rules } from '../core/rules/index';

/** A JSON Schema of a single value. */
export type ValueSchema = z.core.JSONSchema.BaseSchema;

/** One option of a rule, as the manifest and the rule's page tell of it. */
export interface RuleOption {
  readonly rule: string;
  readonly name: string;
  /** One sentence or two, Markdown. */
  readonly description: string;
  readonly default: unknown;
  /** What it may be, without description. */
  readonly schema: ValueSchema;
}

/**
 * The options of one rule, or of all, in the order in which they are declared.
 * @throws Where one has no description.
 */
export function ruleOptions(id?: string): RuleOption[] {
  return rules.flatMap((rule) => {
    if (!rule.options || (id !== undefined && rule.id !== id)) return [];
    const { properties = {} } = z.toJSONSchema(rule.options, { target: 'draft-7', io: 'input' });
    return Object.entries(properties as Record<string, ValueSchema>).map(([name, schema]) => {
      const { description, ...rest } = schema;
      if (!description) throw new Error(`the option ${name} of ${rule.id} needs a description`);
      return { rule: rule.id, name, description, default: schema.default, schema: rest };
    });
  });
}

import { rules } from '../core/rules/index';
import { grammars } from './grammar';
import { toJson } from './json';
import { configSchema, packageSchema } from './jsonSchema';
import { manifest, texts } from './manifest';
import { ruleIndex, rulePage, withRuleTable } from './rulePages';

/** Folders in which every file is generated: what else is there is left from a rule that went away. */
export const wholeFolders: readonly string[] = ['docs/rules'];

/**
 * Every generated file, or file with a generated part, by its path in the repository. `read` gives the text of a file
 * as it is. The answer depends on the code and on what is read, and on nothing else.
 * @throws Where something is missing that a person has to write: a rule's Japanese summary, a setting's description.
 */
export function generate(read: (path: string) => string): ReadonlyMap<string, string> {
  const english = texts(read('package.nls.json'), 'en');
  const files = new Map<string, string>();
  for (const rule of rules) files.set(`docs/rules/${rule.id}.md`, rulePage(rule));
  files.set('docs/rules/README.md', ruleIndex());
  files.set('README.md', withRuleTable(read('README.md'), 'docs/rules/'));
  files.set('package.json', manifest(read('package.json')));
  files.set('package.nls.json', toJson(english));
  files.set('package.nls.ja.json', toJson(texts(read('package.nls.ja.json'), 'ja')));
  files.set('schemas/plan-truth.config.schema.json', toJson(configSchema(english)));
  files.set('schemas/package.schema.json', toJson(packageSchema('./plan-truth.config.schema.json')));
  for (const [name, grammar] of Object.entries(grammars()))
    files.set(`syntaxes/plan-truth.${name}.tmLanguage.json`, `${JSON.stringify(grammar, null, 2)}\n`);
  return files;
}

import { lint } from 'markdownlint/sync';
import { markdownlintConfig } from '../lib/rules.mjs';
import { serve } from './linter.mjs';

serve((text) =>
  (lint({ strings: { text }, config: markdownlintConfig }).text ?? []).map((found) => ({
    line: found.lineNumber - 1,
    code: found.ruleNames[0] ?? '',
    message: found.ruleDescription,
  })),
);

// Remark with nothing but its parser, GFM and one rule that is a loop over the text.
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkLintNoTabs from 'remark-lint-no-tabs';
import { VFile } from 'vfile';
import { serve } from './linter.mjs';

const processor = remark().use(remarkGfm).use(remarkLintNoTabs).freeze();

serve((text) => {
  const file = new VFile(text);
  processor.runSync(processor.parse(file), file);
  return file.messages.map(({ line, ruleId, reason }) => ({
    line: (line ?? 1) - 1,
    code: ruleId ?? '',
    message: reason,
  }));
});

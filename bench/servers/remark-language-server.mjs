import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkLintNoTabs from 'remark-lint-no-tabs';
import { createUnifiedLanguageServer } from 'unified-language-server';

createUnifiedLanguageServer({
  processorName: 'remark',
  processorSpecifier: 'remark',
  defaultProcessor: remark(),
  plugins: [remarkGfm, remarkLintNoTabs],
});

// All Markdown files of a folder, one after the other, in one process: node whole.mjs <remark|markdownlint> <folder>
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const [tool, folder = '.'] = process.argv.slice(2);
const read = tool === 'remark' ? await remarkParser() : await markdownlinter();
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  if (name.endsWith('.md')) read(readFileSync(path.join(folder, name), 'utf8'));

async function remarkParser() {
  const { remark } = await import('remark');
  const { default: remarkGfm } = await import('remark-gfm');
  const processor = remark().use(remarkGfm).freeze();
  return (/** @type {string} */ text) => processor.parse(text);
}

async function markdownlinter() {
  const { lint } = await import('markdownlint/sync');
  const { markdownlintConfig } = await import('../lib/rules.mjs');
  return (/** @type {string} */ text) => lint({ strings: { text }, config: markdownlintConfig });
}

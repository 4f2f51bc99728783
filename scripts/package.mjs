// Makes plan-truth.vsix: node scripts/package.mjs
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { installTools } from './lib/install.mjs';
import { cli, root, vsix } from './lib/paths.mjs';
import { heading, isMain, must, script } from './lib/run.mjs';

export async function packageExtension() {
  heading('Building');
  await build({ minify: true });
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  // The links of README.md stay as they are: there is no repository address to turn them into.
  const options = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];
  await must('Packaging', process.execPath, [vsce, 'package', ...options, '-o', vsix]);
  console.log(`${path.relative(process.cwd(), vsix)}: ${Math.round(statSync(vsix).size / 1024)} kB`);
}

/** Whether the package and the command line are newer than everything they are made of. */
export function isPackaged() {
  if (!existsSync(vsix) || !existsSync(path.join(path.dirname(cli), '../dist/cli.js'))) return false;
  const made = statSync(vsix).mtimeMs;
  const inputs =
    /^(package.*\.json|client|server|scripts|media|syntaxes|l10n|schemas|README\.md|CHANGELOG\.md|LICENSE|\.vscodeignore)$/;
  return readdirSync(root).every((name) => !inputs.test(name) || newest(path.join(root, name)) < made);
}

/**
 * When a file, or anything in a folder, was last changed; what is built does not count.
 * @param {string} file
 * @returns {number}
 */
function newest(file) {
  if (path.basename(file) === 'dist') return 0;
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((child) => newest(path.join(file, child))));
}

if (isMain(import.meta.url)) {
  await script(async () => {
    await installTools();
    await packageExtension();
  });
}

// Writes the generated files: node scripts/generate.mjs [--check]. With --check it writes nothing, and fails where one is stale.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './lib/paths.mjs';
import { Failure, script } from './lib/run.mjs';

/** @typedef {typeof import('../server/src/dev/generate')} Generator */

await script(async () => {
  const check = process.argv.includes('--check');
  const { generate, wholeFolders } = await generator();
  const files = generate((file) => readFileSync(path.join(root, file), 'utf8'));
  const stale = [...files].filter(([file, text]) => current(file) !== text);
  const left = wholeFolders.flatMap((folder) =>
    list(folder)
      .map((name) => `${folder}/${name}`)
      .filter((file) => !files.has(file)),
  );
  if (check) {
    const names = [...stale.map(([file]) => file), ...left];
    if (names.length > 0) throw new Failure(`Not as generated (run node scripts/generate.mjs):\n${names.join('\n')}`);
    console.log(`${files.size} generated files are as they should be.`);
    return;
  }
  for (const [file, text] of stale) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    console.log(`written  ${file}`);
  }
  for (const file of left) {
    rmSync(path.join(root, file));
    console.log(`removed  ${file}`);
  }
});

/** @returns {Promise<Generator>} */
async function generator() {
  const { build } = await import('esbuild');
  const outfile = path.join(root, '.cache/generate.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['server/src/dev/generate.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

/** @param {string} file */
function current(file) {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return null;
  }
}

/** @param {string} folder */
function list(folder) {
  try {
    return readdirSync(path.join(root, folder));
  } catch {
    return [];
  }
}

// Bundles what is bundled: our server and the empty one, in the same way.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { serverBundles } from '../../scripts/lib/serverBundles.mjs';
import { cache } from './contenders.mjs';

const bench = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const root = path.resolve(bench, '..');

/** Gives the size of each bundle in bytes. */
export async function build() {
  const output = path.join(cache, 'servers');
  const shared = {
    bundle: true,
    platform: /** @type {const} */ ('node'),
    target: 'node20',
    charset: /** @type {const} */ ('utf8'),
    mainFields: ['module', 'main'],
    minify: true,
    logLevel: /** @type {const} */ ('warning'),
  };
  await esbuild.build({
    ...shared,
    format: 'cjs',
    outdir: output,
    entryPoints: { empty: path.join(bench, 'servers/empty.mjs') },
  });
  for (const options of serverBundles(path.join(output, 'plan-truth')))
    await esbuild.build({ ...shared, ...options, absWorkingDir: root });
  await esbuild.build({
    ...shared,
    minify: false,
    format: 'esm',
    outfile: path.join(output, 'layers.mjs'),
    entryPoints: [path.join(bench, 'lib/core.ts')],
  });
  const sizeOf = (/** @type {string} */ name) => statSync(path.join(output, name)).size;
  return {
    'plan-truth': sizeOf('plan-truth/server.js'),
    'plan-truth, plans': sizeOf('plan-truth/plans.js'),
    empty: sizeOf('empty.js'),
  };
}

export const rootPackage = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

// Bundles the extension, the language server and the command line: node scripts/build.mjs [--watch] [--minify]

import { root } from './lib/paths.mjs';
import { Failure, isMain, script } from './lib/run.mjs';

/** @param {{ watch?: boolean, minify?: boolean }} [options] */
export async function build({ watch = false, minify = false } = {}) {
  // Imported late: the other scripts load this module before they have installed anything.
  const esbuild = await import('esbuild');
  /** @type {import('esbuild').BuildOptions} */
  const options = {
    absWorkingDir: root,
    entryPoints: {
      'client/dist/extension': 'client/src/extension.ts',
      'server/dist/server': 'server/src/node/server.ts',
      'server/dist/cli': 'server/src/node/cli.ts',
    },
    outdir: '.',
    bundle: true,
    platform: 'node',
    charset: 'utf8',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    minify,
    sourcemap: !minify,
    logLevel: watch ? 'info' : 'warning',
  };
  if (watch) return (await esbuild.context(options)).watch();
  await esbuild.build(options).catch(() => {
    throw new Failure('The build failed: see above.');
  });
  // Else its process stays as long as ours does.
  await esbuild.stop();
}

if (isMain(import.meta.url)) {
  await script(() => build({ watch: process.argv.includes('--watch'), minify: process.argv.includes('--minify') }));
}

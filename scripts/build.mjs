// Bundles the extension, the language server and the command line: node scripts/build.mjs [--watch] [--minify]
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/paths.mjs';
import { Failure, isMain, script } from './lib/run.mjs';
import { forNode, serverBundles } from './lib/serverBundles.mjs';

/** @param {{ watch?: boolean, minify?: boolean }} [options] */
export async function build({ watch = false, minify = false } = {}) {
  // Imported late: the other scripts load this module before they have installed anything.
  const esbuild = await import('esbuild');
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    absWorkingDir: root,
    outdir: '.',
    bundle: true,
    charset: 'utf8',
    minify,
    sourcemap: !minify,
    logLevel: watch ? 'info' : 'warning',
  };
  /** @type {import('esbuild').BuildOptions} */
  const node = {
    ...common,
    ...forNode,
    entryPoints: {
      'client/dist/extension': 'client/src/extension.ts',
      'client/dist/languageClient': 'client/src/languageClient.ts',
      'server/dist/cli': 'server/src/node/cli.ts',
    },
    external: ['vscode', './languageClient'],
    // VS Code hands out its API where it is required.
    supported: { 'dynamic-import': false },
  };
  const servers = serverBundles('server/dist').map((options) => ({ ...common, ...options }));
  /**
   * A script and, of the style sheets that it imports, a style each.
   * @type {import('esbuild').BuildOptions}
   */
  const webviews = {
    ...common,
    entryPoints: Object.fromEntries(
      readdirSync(path.join(root, 'client/webview'))
        .filter((name) => existsSync(path.join(root, 'client/webview', name, 'main.ts')))
        .map((name) => [`client/dist/webview/${name}`, `client/webview/${name}/main.ts`]),
    ),
    platform: 'browser',
    // The browser of the oldest VS Code that the manifest allows.
    target: 'chrome132',
    format: 'iife',
    // A webview may not fetch a map.
    sourcemap: minify ? false : 'inline',
    plugins: [
      {
        name: 'worker',
        // A worker's code comes along in the bundle: a webview may load nothing that is not named in its page.
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /\?worker$/ }, ({ path: name, resolveDir }) => ({
            path: path.join(resolveDir, name.replace(/\?worker$/, '')),
            namespace: 'worker',
          }));
          onLoad({ filter: /.*/, namespace: 'worker' }, async ({ path: file }) => {
            const built = await esbuild.build({
              ...common,
              entryPoints: [file],
              outdir: undefined,
              platform: 'browser',
              target: 'chrome132',
              format: 'iife',
              sourcemap: false,
              minify: true,
              write: false,
              metafile: true,
            });
            const watchFiles = Object.keys(built.metafile.inputs).map((one) => path.join(root, one));
            return { contents: built.outputFiles[0]?.text ?? '', loader: 'text', watchFiles };
          });
        },
      },
    ],
  };
  for (const options of [node, ...servers, webviews]) {
    if (watch) await (await esbuild.context(options)).watch();
    else
      await esbuild.build(options).catch(() => {
        throw new Failure('The build failed: see above.');
      });
  }
  if (watch) return;
  // Else its process stays as long as ours does.
  await esbuild.stop();
}

if (isMain(import.meta.url)) {
  await script(() => build({ watch: process.argv.includes('--watch'), minify: process.argv.includes('--minify') }));
}

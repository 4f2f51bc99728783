import path from 'node:path';

/** What all that runs in Node has in common. */
export const forNode = {
  platform: /** @type {const} */ ('node'),
  target: 'node20',
  format: /** @type {const} */ ('cjs'),
  mainFields: ['module', 'main'],
};

/**
 * The language server, in two bundles: `server.js`, which answers `initialize` and is little more than the protocol's library,
 * and `plans.js`, which it loads once it has answered and which takes that library from it.
 * @param {string} outdir
 * @returns {import('esbuild').BuildOptions[]}
 */
export function serverBundles(outdir) {
  return [
    bundle(outdir, 'server', { name: './plans', filter: /^\.\/plans$/, from: /[\\/]node[\\/]server\.ts$/ }),
    bundle(outdir, 'plans', { name: './server', filter: /^vscode-languageserver(?:\/node)?$/, from: /\.ts$/ }),
  ];
}

/**
 * @param {string} outdir
 * @param {string} entry
 * @param {{ name: string, filter: RegExp, from: RegExp }} other what is left to the other bundle
 * @returns {import('esbuild').BuildOptions}
 */
function bundle(outdir, entry, { name, filter, from }) {
  return {
    ...forNode,
    entryPoints: { [path.join(outdir, entry)]: `server/src/node/${entry}.ts` },
    outdir: '.',
    plugins: [
      {
        name: 'the other bundle',
        setup({ onResolve }) {
          onResolve({ filter }, ({ importer }) =>
            from.test(importer) ? { path: `${name}.js`, external: true } : null,
          );
        },
      },
    ],
  };
}

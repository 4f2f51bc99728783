import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url);

/** One import or re-export, as written. */
interface Import {
  readonly from: string;
  /** A path in the repository without extension, or the name of a package. */
  readonly to: string;
  /** Gone once it is compiled. */
  readonly typeOnly: boolean;
}

const importPattern =
  /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|\brequire\(\s*'([^']+)'\s*\)/gm;

const files = ['server/src', 'client/src', 'client/webview'].flatMap((folder) =>
  readdirSync(fileURLToPath(new URL(folder, root)), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);
const textOf = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const modules = new Set(files.map((file) => file.replace(/\.ts$/, '')));

const imports: readonly Import[] = files.flatMap((file) =>
  [...textOf(file).matchAll(importPattern)].map(([, type, ...paths]) => ({
    from: file.replace(/\.ts$/, ''),
    to: resolve(file, paths.find((path) => path !== undefined)!.replace(/\.ts\?worker$/, '')),
    typeOnly: type !== undefined,
  })),
);

function resolve(file: string, path: string): string {
  if (!path.startsWith('.') || path.endsWith('.css')) return path;
  const target = posix.join(posix.dirname(file), path);
  return modules.has(target) ? target : posix.join(target, 'index');
}

const core = 'server/src/core/';

/** The room of a module of the core: its folder, or the module itself. */
const roomOf = (module: string): string => module.slice(core.length).split('/')[0]!;

/** The rooms of the core; each may import those before it, and none behind it. */
const order = ['text', 'syntax', 'model', 'analysis', 'rules', 'settings', 'features', 'workspace'];

/** Packages that a room may import. */
const packages: Readonly<Record<string, readonly string[]>> = {
  text: ['fastest-levenshtein', 'get-east-asian-width'],
  syntax: ['unified', 'remark-parse', 'mdast'],
  model: ['micromark-util-decode-string'],
  rules: ['zod/mini'],
  settings: ['zod/mini', 'zod/v4/locales/en.js', 'zod/v4/locales/ja.js'],
};

const named = ({ from, to }: Import): string => `${from} imports ${to}`;
const isPackage = ({ to }: Import): boolean => !/^(?:server\/src|client\/(?:src|webview))\//.test(to);
const under = (folder: string) => imports.filter(({ from }) => from.startsWith(folder));

it('sees the imports', () => {
  expect(imports.length).toBeGreaterThan(200);
  for (const one of imports.filter((one) => !isPackage(one))) expect(modules, named(one)).toContain(one.to);
});

describe('the core', () => {
  const inside = under(core);
  const upward = inside.filter(
    (one) => one.to.startsWith(core) && order.indexOf(roomOf(one.to)) > order.indexOf(roomOf(one.from)),
  );

  it('has no room but those in the order', () => {
    for (const { from } of inside) expect(order, from).toContain(roomOf(from));
  });

  it('takes from the rooms below alone', () => {
    expect(upward.filter(({ typeOnly }) => !typeOnly).map(named)).toEqual([]);
  });

  it('takes of the rooms above no type but that of the settings', () => {
    for (const one of upward.filter(({ typeOnly }) => typeOnly)) expect(one.to, named(one)).toBe(`${core}settings`);
  });

  it('takes nothing from outside but the packages it is known to', () => {
    for (const one of inside.filter((one) => !one.to.startsWith(core)))
      expect(packages[roomOf(one.from)] ?? [], named(one)).toContain(one.to);
  });

  it('has no clock, no chance, no locale, and says nothing', () => {
    const impure =
      /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.|Intl\.|toLocale\w+|localeCompare|console\.|process\.|setTimeout|setInterval|fetch\()/;
    for (const file of files.filter((file) => file.startsWith(core)))
      expect(impure.exec(textOf(file))?.[0], file).toBeUndefined();
  });
});

it('no module imports itself by way of others, types aside', () => {
  const graph = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports)
    if (!typeOnly && modules.has(to)) graph.set(from, [...(graph.get(from) ?? []), to]);
  const finished = new Set<string>();
  const visit = (module: string, path: readonly string[]): void => {
    expect(path, [...path, module].join(' → ')).not.toContain(module);
    if (finished.has(module)) return;
    for (const next of graph.get(module) ?? []) visit(next, [...path, module]);
    finished.add(module);
  };
  for (const module of graph.keys()) visit(module, []);
});

describe('around the core', () => {
  it('the protocol imports nothing', () => {
    expect(under('server/src/protocol').map(named)).toEqual([]);
  });

  it('the client takes of the server its protocol alone', () => {
    for (const one of under('client/src/'))
      if (one.to.startsWith('server/')) expect(one.to, named(one)).toBe('server/src/protocol');
  });

  it('a webview takes of the client what both ends of the line know, of the server its protocol and pictures, and charts from d3', () => {
    const shared = ['changes', 'guards', 'kindWord', 'messages', 'graphMessages'].map(
      (name) => `client/src/panels/${name}`,
    );
    shared.push('server/src/protocol');
    for (const one of under('client/webview/'))
      if (!/^client\/webview\/|^server\/src\/graph\/|^d3-(?:scale|shape)$|\.css$/.test(one.to))
        expect(shared, named(one)).toContain(one.to);
    for (const module of shared) for (const one of under(module)) expect(shared, named(one)).toContain(one.to);
  });

  it('no webview reads text as HTML, and the extension host knows nothing of what a webview is made of', () => {
    const reading =
      /innerHTML|outerHTML|insertAdjacentHTML|DOMParser|document\.write|createContextualFragment|\beval\b/;
    for (const file of files.filter((file) => file.startsWith('client/webview/')))
      expect(reading.exec(textOf(file))?.[0], file).toBeUndefined();
    for (const one of under('client/src/')) expect(one.to, named(one)).not.toMatch(/^client\/webview\//);
  });

  it('the language server and the command line know nothing of each other, and the server nothing of Node', () => {
    for (const one of under('server/src/lsp/')) {
      expect(one.to, named(one)).not.toMatch(/^server\/src\/(?:cli|node|dev)\//);
      expect(one.to, named(one)).not.toMatch(/^node:|\/node$/);
    }
    for (const one of under('server/src/cli/')) expect(one.to, named(one)).not.toMatch(/^server\/src\/(?:lsp|dev)\//);
  });

  it('reading a file of settings is pure: the core, and a parser of JSON with comments', () => {
    for (const one of under('server/src/config/'))
      if (one.to !== 'jsonc-parser') expect(one.to, named(one)).toMatch(/^server\/src\/core\//);
  });

  it('pictures are pure: the core, and a library that lays out graphs, which the language server does without', () => {
    for (const one of under('server/src/graph/'))
      if (one.to !== '@dagrejs/dagre') expect(one.to, named(one)).toMatch(/^server\/src\/(?:core|graph)\//);
    for (const one of under('server/src/lsp/')) expect(one.to, named(one)).not.toMatch(/^server\/src\/graph\//);
  });

  it('nothing that runs for a user imports a generator', () => {
    for (const one of imports.filter(({ from }) => !from.startsWith('server/src/dev/')))
      expect(one.to, named(one)).not.toMatch(/^server\/src\/dev\//);
  });

  it('no product imports vscode but the client', () => {
    for (const one of under('server/')) expect(one.to, named(one)).not.toBe('vscode');
  });
});

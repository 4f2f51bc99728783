// Who is measured, what each is told and how its answers are known to be right.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import { rumdlDisabled } from './rules.mjs';

/**
 * @typedef {import('./documents.mjs').Row} Row
 * @typedef {import('./client.mjs').Client} Client
 *
 * @typedef {object} Edit of one line
 * @property {number} start the first character that is replaced
 * @property {number} end
 * @property {string} text
 *
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} version
 * @property {string[]} command
 * @property {boolean} pulls whether it is asked for diagnostics, or tells them
 * @property {object} [options] its initialization options
 * @property {(client: Client, text: () => string) => void} [prepare] before `initialize`; `text` gives the document as it is
 * @property {object} [settings] told once it is initialized
 * @property {(row: Row) => Edit} breaks an edit of a ticket's row that it has to report
 * @property {(row: Row) => number[]} reports the lines that it then has to report, and no others
 */

const bench = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const cache = path.join(bench, '../.cache/bench');
const require = createRequire(import.meta.url);

/** A tab behind the title: what linters of Markdown report at that line. @type {Pick<Contender, 'breaks' | 'reports'>} */
const tab = {
  breaks: ({ titleEnd }) => ({ start: titleEnd, end: titleEnd, text: '\t' }),
  reports: ({ line }) => [line],
};

/** Another id: the tickets that name it then depend on one that is not there. @type {Pick<Contender, 'breaks' | 'reports'>} */
const otherId = {
  breaks: ({ idStart, id }) => ({ start: idStart, end: idStart + id.length, text: `Q${id.slice(1)}` }),
  reports: ({ dependents }) => dependents,
};

/** A link to a heading that is not there. @type {Pick<Contender, 'breaks' | 'reports'>} */
const brokenLink = {
  breaks: ({ titleEnd }) => ({ start: titleEnd, end: titleEnd, text: '[x](#nowhere)' }),
  reports: ({ line }) => [line],
};

/** @param {string} name @param {string} [of] */
const versionOf = (name, of = `${name}/package.json`) => {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'node_modules', of);
    try {
      return JSON.parse(readFileSync(file, 'utf8')).version;
    } catch {
      if (folder === path.dirname(folder)) return '?';
    }
  }
};

const own = JSON.parse(readFileSync(path.join(bench, '../server/package.json'), 'utf8'));

/** @param {string} name @param {string[]} flags of Node's */
const bundled = (name, ...flags) => [process.execPath, ...flags, path.join(cache, 'servers', `${name}.js`), '--stdio'];

/** As the extension starts it (`client/src/languageClient.ts`). */
const ownFlags = ['--max-semi-space-size=8'];

/** @returns {string | null} rumdl's own program, null where npm has none for this system, or none that runs here */
export function rumdlProgram() {
  for (const variant of ['', '-musl']) {
    try {
      const folder = path.dirname(
        require.resolve(`@rumdl/cli-${process.platform}-${process.arch}${variant}/package.json`),
      );
      const program = path.join(folder, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl');
      if (spawnSync(program, ['--version']).status === 0) return program;
    } catch {
      // Not installed for this system.
    }
  }
  return null;
}

/** What is not bundled needs these packages, which may not have been installed. @type {Record<string, string[]>} */
const needed = {
  'vscode-markdown': ['vscode-markdown-languageserver'],
  markdownlint: ['markdownlint'],
  remark: ['remark', 'remark-gfm', 'remark-lint-no-tabs'],
  'remark-language-server': ['unified-language-server', 'remark', 'remark-gfm', 'remark-lint-no-tabs'],
};

/** Everybody by name; who is not here is null. @returns {Map<string, Contender | null>} */
export function contenders() {
  const all = everybody();
  const isHere = (/** @type {string} */ name) => (needed[name] ?? []).every((one) => versionOf(one) !== '?');
  const found = new Map(all.map((one) => [one.name, isHere(one.name) ? one : null]));
  return found.has('rumdl') ? found : found.set('rumdl', null);
}

/** @returns {Contender[]} */
function everybody() {
  const rumdl = rumdlProgram();
  return [
    {
      name: 'plan-truth',
      version: own.version,
      command: bundled('plan-truth/server', ...ownFlags),
      pulls: true,
      ...otherId,
    },
    {
      name: 'empty',
      version: `vscode-languageserver ${versionOf('vscode-languageserver')}`,
      command: bundled('empty'),
      pulls: true,
      ...otherId,
    },
    ...(rumdl
      ? [
          {
            name: 'rumdl',
            version: versionOf('rumdl'),
            command: [rumdl, 'server', '--no-config'],
            pulls: true,
            options: { disableRules: rumdlDisabled },
            ...tab,
          },
        ]
      : []),
    {
      name: 'vscode-markdown',
      version: `vscode-markdown-languageserver ${versionOf('vscode-markdown-languageserver')}`,
      command: [
        process.execPath,
        path.join(bench, 'node_modules/vscode-markdown-languageserver/dist/node/workerMain.js'),
        '--stdio',
      ],
      pulls: true,
      options: { markdownFileExtensions: ['md'] },
      prepare: answerMarkdownServer,
      settings: { markdown: { ...others, validate } },
      ...brokenLink,
    },
    {
      name: 'markdownlint',
      version: versionOf('markdownlint'),
      command: [process.execPath, path.join(bench, 'servers/markdownlint.mjs')],
      pulls: true,
      ...tab,
    },
    {
      name: 'remark',
      version: `${versionOf('remark')}, remark-gfm ${versionOf('remark-gfm')}`,
      command: [process.execPath, path.join(bench, 'servers/remark.mjs')],
      pulls: true,
      ...tab,
    },
    {
      name: 'remark-language-server',
      version: `unified-language-server ${versionOf('unified-language-server')}`,
      command: [process.execPath, path.join(bench, 'servers/remark-language-server.mjs'), '--stdio'],
      pulls: false,
      ...tab,
    },
  ];
}

/** What VS Code has by default, with the links of a document checked. */
const validate = {
  enabled: true,
  referenceLinks: { enabled: 'warning' },
  fragmentLinks: { enabled: 'warning' },
  fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
  unusedLinkDefinitions: { enabled: 'hint' },
  duplicateLinkDefinitions: { enabled: 'warning' },
  ignoredLinks: [],
};
const others = {
  suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
  occurrencesHighlight: { enabled: false },
  preferredMdPathExtensionStyle: 'auto',
};

/** The client parses for this server, as VS Code does. @param {Client} client @param {() => string} text */
function answerMarkdownServer(client, text) {
  const parser = new MarkdownIt({ html: true });
  client.answer('markdown/parse', (params) => parser.parse(params.text ?? text(), {}));
  client.answer('markdown/findMarkdownFilesInWorkspace', () => []);
  client.answer('markdown/fs/stat', () => undefined);
  client.answer('markdown/fs/readDirectory', () => []);
}

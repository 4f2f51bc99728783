// VS Code in Japanese. Its own language pack is not in the npm registry; most of its texts are, in two packages made for
// another use of the workbench: one numbers the texts, the other has the Japanese by number. Whoever has not fetched them
// gets the extension in Japanese in an English VS Code.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { e2e } from '../../../scripts/lib/paths.mjs';
import { writeFiles } from './sandbox.mjs';

const out = path.join(e2e, 'node_modules/code-server/lib/vscode/out');
const cached = path.join(e2e, '.cache/japanese.json');
const version = '25.1.2';
const packages = ['api', 'language-pack-ja'].map((name) => `@codingame/monaco-vscode-${name}@${version}`);

/**
 * Gives a VS Code that is not yet started a language pack for `ja`.
 * @param {import('./sandbox.mjs').Sandbox} sandbox
 */
export function speakJapanese({ data }) {
  const texts = path.join(data, 'japanese.json');
  // VS Code asks which extension a pack is from, and reads no extension at all where it finds none.
  const from = { extensionIdentifier: { id: 'plan-truth.japanese' }, version: '1.0.0' };
  const pack = { hash: 'ja', extensions: [from], translations: { vscode: texts }, label: '日本語' };
  writeFiles(data, {
    'japanese.json': existsSync(cached) ? readFileSync(cached, 'utf8') : '{ "contents": {} }',
    'languagepacks.json': JSON.stringify({ ja: pack }),
  });
}

/** Fetches VS Code's own texts in Japanese, once. */
export function fetchJapanese() {
  if (existsSync(cached)) return;
  const folder = path.join(e2e, '.cache/japanese');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, ...packages], { stdio: 'ignore' });
  for (const file of readdirSync(folder)) {
    const into = path.join(folder, file.replace(/\.tgz$/, ''));
    mkdirSync(into);
    execFileSync('tar', ['xzf', path.join(folder, file), '-C', into]);
  }
  writeFileSync(cached, JSON.stringify({ contents: contentsOf(translationsIn(folder)) }));
  rmSync(folder, { recursive: true, force: true });
}

/**
 * VS Code's own texts, by module and key as a language pack has them.
 * @param {Map<string, string>} translations by the English
 */
function contentsOf(translations) {
  /** @type {[string, string[]][]} */
  const keys = JSON.parse(readFileSync(path.join(out, 'nls.keys.json'), 'utf8'));
  /** @type {string[]} */
  const english = JSON.parse(readFileSync(path.join(out, 'nls.messages.json'), 'utf8'));
  let at = 0;
  return Object.fromEntries(
    keys.map(([module, names]) => [
      module,
      Object.fromEntries(names.map((name) => /** @type {const} */ ([name, translations.get(english[at++] ?? '')]))),
    ]),
  );
}

/** @param {string} folder of the unpacked packages */
function translationsIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const list = files.find((name) => name.endsWith('main.i18n.json.js')) ?? '';
  const japanese = arrayIn(readFileSync(path.join(folder, list), 'utf8'));
  /** @type {Map<string, string>} */
  const translations = new Map();
  for (const name of files)
    for (const [, number, text] of readFileSync(path.join(folder, name), 'utf8').matchAll(
      /localize2?\((\d+), *("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/g,
    )) {
      const translated = japanese[Number(number)];
      if (translated) translations.set(unquoted(text ?? ''), translated);
    }
  return translations;
}

/**
 * The texts of a module that is nothing but `var content = [ … ]`.
 * @param {string} module
 * @returns {(string | null)[]}
 */
const arrayIn = (module) =>
  JSON.parse(
    module
      .slice(module.indexOf('['), module.lastIndexOf(']') + 1)
      .replace(/^\tundefined\b/gm, 'null')
      .replace(/,(\s*\])$/, '$1'),
  );

/** @param {string} literal */
const unquoted = (literal) =>
  literal
    .slice(1, -1)
    .replace(/\\(u[\da-f]{4}|.)/gi, (_, /** @type {string} */ one) =>
      one.length > 1
        ? String.fromCharCode(Number.parseInt(one.slice(1), 16))
        : ({ n: '\n', t: '\t', r: '\r' }[one] ?? one),
    );

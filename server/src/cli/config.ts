import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { defaultSettings, parseSettings, type Settings } from '../core/settings';
import { SourceText } from '../core/text/source';
import { Refusal, reason } from './host';
import { displayPath } from './paths';

export interface Config {
  readonly settings: Settings;
  /** The folder that the patterns of `files` are relative to; null where there is no configuration file. */
  readonly folder: string | null;
}

export const configName = 'plan-truth.config.json';
const packageName = 'package.json';
const packageKey = 'planTruth';

/**
 * The settings of a run: of the named file, else of the nearest `plan-truth.config.json` or `planTruth` key of a
 * `package.json` from the working folder up to its repository's root.
 * @throws {Refusal} with a line for each setting that is wrong.
 */
export async function loadConfig(cwd: string, named: string | undefined): Promise<Config> {
  if (named !== undefined) {
    const path = resolve(cwd, named);
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      throw new Refusal([`${named}: ${reason(error)}`]);
    });
    return (await parseConfig(path, text, displayPath(cwd, path, named))) ?? none;
  }
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    for (const name of [configName, packageName]) {
      const path = join(folder, name);
      const text = await read(path, cwd);
      const config = text === null ? null : await parseConfig(path, text, displayPath(cwd, path, null));
      if (config) return config;
    }
    if (folder === dirname(folder) || (await exists(join(folder, '.git')))) return none;
  }
}

const none: Config = { settings: defaultSettings, folder: null };

/** Null where a `package.json` says nothing of us. */
async function parseConfig(path: string, original: string, shown: string): Promise<Config | null> {
  // A byte order mark is no part of JSON, and editors do not count it as a column.
  const text = original.replace(/^\uFEFF/, '');
  const inPackage = basename(path) === packageName;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const where = (offset: number) => {
    const { line, character } = new SourceText(text).position(offset);
    return `${shown}:${line + 1}:${character + 1}`;
  };
  const node = inPackage ? root && findNodeAtLocation(root, [packageKey]) : root;
  if (inPackage && !node) return null;
  if (errors.length > 0) throw new Refusal(errors.map((error) => `${where(error.offset)} ${inWords(error)}`));
  const above = inPackage ? [packageKey] : [];
  const { settings, problems } = parseSettings(node && getNodeValue(node));
  if (problems.length > 0)
    throw new Refusal(
      problems.map((problem) => {
        const at = [...above, ...problem.path];
        const name = at.length > 0 ? `${at.join('.')}: ` : '';
        return `${where(root ? offsetOf(root, at) : 0)} ${name}${problem.message}`;
      }),
    );
  return { settings, folder: dirname(path) };
}

/** Where a setting stands: its key, or the nearest place above it that the file has. */
function offsetOf(root: Node, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return (node.parent?.type === 'property' ? node.parent : node).offset;
  }
  return root.offset;
}

/** `CommaExpected` → `comma expected`. */
function inWords(error: ParseError): string {
  return printParseErrorCode(error.error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
}

async function read(path: string, cwd: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw new Refusal([`${displayPath(cwd, path, null)}: ${reason(error)}`]);
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

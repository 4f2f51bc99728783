import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { matcher } from '../globs';
import { isOrdinaryDocument, skippedFolders } from '../names';

/** What `.gitignore` of one folder says; paths are relative to `base` with `/` between their parts. */
interface IgnoreLevel {
  readonly base: string;
  readonly rules: Ignore;
}

/**
 * The plan files of a folder as sorted absolute paths. Patterns are relative to `root`. What git ignores, packages,
 * version control and ordinary documents (README, CHANGELOG, …) are left out; symbolic links are not followed, so no
 * loop can catch it. A folder inside that cannot be read is passed over.
 * @throws Where `root` itself cannot be read.
 */
export async function findPlanFiles(
  root: string,
  options: { include: readonly string[]; exclude: readonly string[] },
): Promise<string[]> {
  const top = resolve(root);
  const included = matcher(options.include);
  const excluded = matcher(options.exclude);
  const found: string[] = [];

  async function walk(folder: string, entries: Dirent[], above: readonly IgnoreLevel[]): Promise<void> {
    const own = entries.some((entry) => entry.name === '.gitignore') ? await readIgnore(folder, '.gitignore') : null;
    const levels = own ? [...above, own] : above;
    await Promise.all(
      entries.map(async (entry) => {
        const path = join(folder, entry.name);
        const relative = posix(path.slice(top.length + (top.endsWith(sep) ? 0 : 1)));
        if (entry.isFile()) {
          if (!included(relative) || excluded(relative) || isOrdinaryDocument(relative, options.include)) return;
          if (!isIgnored(levels, path, false)) found.push(path);
        } else if (entry.isDirectory()) {
          if (skippedFolders.includes(entry.name) || excluded(relative) || isIgnored(levels, path, true)) return;
          const below = await readdir(path, { withFileTypes: true }).catch(() => []);
          await walk(path, below, levels);
        }
      }),
    );
  }

  await walk(top, await readdir(top, { withFileTypes: true }), await levelsAbove(top));
  return found.sort();
}

/** A file's text. `valid` is false where its bytes are not UTF-8: the text must not be written back then. */
export interface TextFile {
  readonly text: string;
  readonly valid: boolean;
}

/**
 * Reads a file's text.
 * @throws Where the file cannot be read.
 */
export const readText = async (path: string): Promise<TextFile> => decoded(await readFile(path));

/** Bytes as UTF-8, or UTF-16 where their byte order mark says so. The mark stays in the text; what is neither becomes U+FFFD. */
export function decoded(bytes: Uint8Array): TextFile {
  const mark = bytes.length > 1 ? (bytes[0]! << 8) | bytes[1]! : 0;
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  const valid = encoding === 'utf-8' && isUtf8(bytes);
  return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), valid };
}

/** The ignore files that hold for a folder from its repository's root down; none where it is in no repository. */
async function levelsAbove(folder: string): Promise<IgnoreLevel[]> {
  const levels: IgnoreLevel[] = [];
  let current = folder;
  for (;;) {
    if (current !== folder) {
      const level = await readIgnore(current, '.gitignore');
      if (level) levels.unshift(level);
    }
    const isRoot = await readdir(current).then(
      (names) => names.includes('.git'),
      () => false,
    );
    if (isRoot) {
      const level = await readIgnore(current, join('.git', 'info', 'exclude'));
      return level ? [level, ...levels] : levels;
    }
    const parent = dirname(current);
    if (parent === current) return [];
    current = parent;
  }
}

async function readIgnore(base: string, name: string): Promise<IgnoreLevel | null> {
  const text = await readFile(join(base, name), 'utf8').catch(() => null);
  return text === null ? null : { base, rules: ignore().add(text) };
}

/** As git has it: the deepest ignore file that says anything of a path decides. */
function isIgnored(levels: readonly IgnoreLevel[], path: string, isFolder: boolean): boolean {
  for (let i = levels.length - 1; i >= 0; i--) {
    const { base, rules } = levels[i]!;
    const relative = posix(path.slice(base.length + (base.endsWith(sep) ? 0 : 1)));
    const { ignored, unignored } = rules.test(isFolder ? `${relative}/` : relative);
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}

const posix = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

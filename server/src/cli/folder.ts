import { relative } from 'node:path';
import picomatch from 'picomatch';
import { findPlanFiles } from '../node/files';
import type { Config } from './config';
import { isInside, posix } from './paths';

/** The plan files of a folder; the patterns of a configuration file count from where that file stands. */
export async function planFilesIn(folder: string, { settings, folder: base }: Config): Promise<string[]> {
  const { include, exclude } = settings.files;
  if (base === null || base === folder || !isInside(base, folder)) return findPlanFiles(folder, { include, exclude });

  const included = matcher(include);
  const excluded = matcher(exclude);
  // The patterns are handed on as well: one that spells an ordinary document's name (README.md) calls for it.
  const found = await findPlanFiles(folder, { include: ['**', ...include], exclude: [] });
  return found.filter((path) => {
    const parts = posix(relative(base, path)).split('/');
    return included(parts.join('/')) && !parts.some((_, i) => excluded(parts.slice(0, i + 1).join('/')));
  });
}

function matcher(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.map((pattern) => pattern.replace(/^\.\//, '')).filter((pattern) => pattern !== '');
  return globs.length === 0 ? () => false : picomatch(globs, { dot: true });
}

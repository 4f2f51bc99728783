import { dirname, relative } from 'node:path';
import { leavesOut, matcher } from '../globs';
import { findPlanFiles } from '../node/files';
import type { Config, Configs } from './config';
import { isInside, posix } from './paths';

/**
 * The plan files of a folder by its settings. The patterns of a configuration file count from where that file stands; one further
 * down can only leave out more.
 */
export async function planFilesIn(folder: string, configs: Configs): Promise<string[]> {
  const config = await configs.of(folder);
  const found = await planFilesBy(config, folder);
  const own = await Promise.all(found.map((path) => configs.of(dirname(path))));
  return found.filter((path, i) => own[i] === config || !excluder(own[i]!)(path));
}

async function planFilesBy({ settings, folder: base }: Config, folder: string): Promise<string[]> {
  const { include, exclude } = settings.files;
  if (base === null || base === folder || !isInside(base, folder)) return findPlanFiles(folder, { include, exclude });

  const included = matcher(include);
  const excluded = excluder({ settings, folder: base });
  // The patterns are handed on as well: one that spells an ordinary document's name (README.md) calls for it.
  const found = await findPlanFiles(folder, { include: ['**', ...include], exclude: [] });
  return found.filter((path) => included(posix(relative(base, path))) && !excluded(path));
}

/** Whether the patterns of a file of settings leave out a path. */
function excluder({ settings, folder }: Config): (path: string) => boolean {
  const excluded = leavesOut(settings.files.exclude);
  return (path) => folder !== null && excluded(posix(relative(folder, path)));
}

import { isAbsolute, relative, sep } from 'node:path';

/** With `/` between its parts on every system. */
export const posix = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

/** Whether `path` is `folder` or lies in it. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * A path as the user is shown it: relative to the working folder where it lies in it, else as it was named, else
 * relative all the same.
 */
export function displayPath(cwd: string, path: string, named: string | null): string {
  if (isInside(cwd, path) || named === null) return posix(relative(cwd, path)) || '.';
  return posix(named);
}

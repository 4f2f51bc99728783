import { leavesOut } from '../globs';

/**
 * Whether patterns of `files.exclude` leave a document out.
 * @param folder As `folderOf` has it: they are relative to it, and leave out nothing outside.
 */
export function excluder(folder: string, patterns: readonly string[]): (uri: string) => boolean {
  if (patterns.length === 0) return () => false;
  const leaves = leavesOut(patterns);
  return (uri) => uri.startsWith(folder) && leaves(decode(uri.slice(folder.length)));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

import { leavesOut } from '../globs';
import { folderOf } from './documents';

/** Whether patterns of `files.exclude` leave a document out. They are relative to the folders (URIs). */
export function excluder(folders: readonly string[], patterns: readonly string[]): (uri: string) => boolean {
  if (patterns.length === 0) return () => false;
  const leaves = leavesOut(patterns);
  const roots = folders.map(folderOf);
  return (uri) => {
    const root = roots.find((one) => uri.startsWith(one));
    return root !== undefined && leaves(decode(uri.slice(root.length)));
  };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

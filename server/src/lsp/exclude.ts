import picomatch from 'picomatch';
import { folderOf } from './documents';

/** Whether patterns of `files.exclude` leave a document out. They are relative to the folders (URIs). */
export function excluder(folders: readonly string[], patterns: readonly string[]): (uri: string) => boolean {
  if (patterns.length === 0) return () => false;
  const matches = picomatch([...patterns], { dot: true });
  const roots = folders.map(folderOf);
  return (uri) => {
    const root = roots.find((one) => uri.startsWith(one));
    if (root === undefined) return false;
    const parts = decode(uri.slice(root.length)).split('/');
    // A pattern that names a folder leaves out all that it holds.
    return parts.some((_, i) => matches(parts.slice(0, i + 1).join('/')));
  };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

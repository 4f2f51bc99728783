import { stat } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import type { FileSystem } from '../lsp/host';
import { findPlanFiles, readText } from './files';

/** No plan that people keep by hand is longer. */
const maxBytes = 10_000_000;

/** The disk of this machine. */
export const nodeFileSystem: FileSystem = {
  async findFiles(folders, include, exclude) {
    const local = folders.map((uri) => URI.parse(uri)).filter(({ scheme }) => scheme === 'file');
    const found = await Promise.all(
      local.map(({ fsPath }) => findPlanFiles(fsPath, { include, exclude }).catch(() => [])),
    );
    return [...new Set(found.flat())].map((path) => URI.file(path).toString());
  },

  async stamp(uri) {
    const { scheme, fsPath } = URI.parse(uri);
    if (scheme !== 'file') return null;
    const { mtimeNs, ctimeNs, size, ino } = await stat(fsPath, { bigint: true });
    return [mtimeNs, ctimeNs, size, ino].join();
  },

  async readFile(uri) {
    const { scheme, fsPath } = URI.parse(uri);
    if (scheme !== 'file') return null;
    try {
      if ((await stat(fsPath)).size > maxBytes) return null;
      return (await readText(fsPath)).text;
    } catch {
      return null;
    }
  },
};

import type { Connection } from 'vscode-languageserver';
import { skippedFolders } from '../names';
import {
  type FindFilesParams,
  type FindFilesResult,
  findFilesRequest,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
} from '../protocol';
import { canonical, folderOf } from './documents';
import type { FileSystem } from './host';

/** More plan files than this no workspace has; a client that finds more is asked for no more. */
const limit = 5000;

/**
 * Reads through the client, which knows every file system it has open: the way into virtual workspaces. What lies on
 * this machine's own disk is read from there, where `.gitignore` is known.
 */
export function clientFileSystem(connection: Connection, local: FileSystem | null): FileSystem {
  const isLocal = (uri: string) => local !== null && uri.startsWith('file:');
  return {
    async findFiles(folders, include, exclude) {
      const onDisk = folders.filter(isLocal);
      const elsewhere = folders.filter((folder) => !isLocal(folder)).map(folderOf);
      const found = local && onDisk.length > 0 ? await local.findFiles(onDisk, include, exclude) : [];
      if (elsewhere.length === 0) return found;
      const params: FindFilesParams = { include: [...include], exclude: [...exclude], limit };
      const all = await connection.sendRequest<FindFilesResult>(findFilesRequest, params);
      // The client looks in all folders of the workspace.
      const isAskedFor = (uri: string) => elsewhere.some((folder) => canonical(uri).startsWith(folder));
      return [...found, ...all.filter((uri) => isAskedFor(uri) && !isSkipped(uri))];
    },
    async stamp(uri) {
      return isLocal(uri) ? ((await local?.stamp?.(uri)) ?? null) : null;
    },
    readFile(uri) {
      if (local && isLocal(uri)) return local.readFile(uri);
      const params: ReadFileParams = { uri };
      return connection.sendRequest<ReadFileResult>(readFileRequest, params);
    },
  };
}

const isSkipped = (uri: string): boolean => uri.split('/').some((part) => skippedFolders.includes(part));

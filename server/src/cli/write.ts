import { chmod, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Why a file was not written. */
export class NotWritten extends Error {
  constructor(readonly why: 'is read-only' | 'was changed while it was being fixed: run plan-truth fix again') {
    super(why);
  }
}

/**
 * Replaces a file's text, in one step where the file system lets us, so that a reader or a crash never sees half of it.
 * Mode and symbolic links stay.
 * @param before The text that the new one was made from; a file that holds another by now is left alone.
 * @throws {NotWritten}
 */
export async function replaceFile(named: string, before: string, after: string): Promise<void> {
  const path = await realpath(named);
  const info = await stat(path);
  if ((await readFile(path, 'utf8')) !== before)
    throw new NotWritten('was changed while it was being fixed: run plan-truth fix again');
  // Who may write is the system's to say (a mode is not all of it); replacing the file would not ask.
  await (await open(path, 'r+').catch(readOnly)).close();

  // A new file would leave the other names of a hard-linked one behind, or belong to someone else.
  const mine = process.getuid === undefined || info.uid === process.getuid();
  if (info.nlink > 1 || !mine || !(await writeBeside(path, after, info.mode))) await writeFile(path, after);
}

function readOnly(error: NodeJS.ErrnoException): never {
  throw ['EACCES', 'EPERM', 'EROFS'].includes(error.code ?? '') ? new NotWritten('is read-only') : error;
}

/** False where the folder takes no new file. */
async function writeBeside(path: string, text: string, mode: number): Promise<boolean> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await writeFile(temporary, text, { flag: 'wx', mode: 0o600 });
    await chmod(temporary, mode & 0o7777);
    await rename(temporary, path);
    return true;
  } catch {
    await rm(temporary, { force: true }).catch(() => {});
    return false;
  }
}

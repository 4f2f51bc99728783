import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decoded, readText, type TextFile } from '../node/files';
import type { Configs } from './config';
import { planFilesIn } from './folder';
import { type Host, Refusal, reason } from './host';
import { displayPath, posix } from './paths';

/** One file of a run. */
export interface Input {
  /** As printed: relative to the working folder, `/` between its parts. */
  readonly name: string;
  readonly uri: string;
  /** Null for what was read from stdin. */
  readonly path: string | null;
  /** Without the byte order mark, which editors do not count as a column either. */
  readonly text: string;
  readonly bom: boolean;
  /** False where the bytes are not UTF-8: such a file is never written. */
  readonly valid: boolean;
}

export interface Inputs {
  readonly files: readonly Input[];
  /** A line for each path that could not be read. */
  readonly problems: readonly string[];
}

export interface InputOptions {
  readonly paths: readonly string[];
  readonly stdinFilename?: string | undefined;
}

/** Reads what the paths name: files, folders (every plan file in them), stdin for `-`. No file comes twice. */
export async function readInputs(options: InputOptions, configs: Configs, host: Host): Promise<Inputs> {
  const files = new Map<string, Input>();
  const problems: string[] = [];

  async function add(path: string, name: string): Promise<void> {
    const uri = pathToFileURL(path).href;
    if (files.has(uri)) return;
    try {
      files.set(uri, { name, uri, path, ...withoutMark(await readText(path)) });
    } catch (error) {
      problems.push(`${name}: ${reason(host.say, error)}`);
    }
  }

  const { cwd } = host;
  // First of all, so that the text in hand stands for the file on disk where both are named.
  if (options.paths.includes('-')) {
    const path = resolve(cwd, options.stdinFilename ?? '<stdin>');
    const name = displayPath(cwd, path, options.stdinFilename ?? null);
    const uri = pathToFileURL(path).href;
    files.set(uri, { name, uri, path: null, ...withoutMark(await readStdin(host)) });
  }
  for (const named of options.paths) {
    if (named === '-') continue;
    const path = resolve(cwd, named);
    try {
      // What an unset variable gives is not the working folder.
      if (named === '') throw Object.assign(new Error(), { code: 'ENOENT' });
      if (!(await stat(path)).isDirectory()) await add(path, displayPath(cwd, path, named));
      else
        for (const found of await planFilesIn(path, configs))
          await add(found, displayPath(cwd, found, below(named, relative(path, found))));
    } catch (error) {
      if (error instanceof Refusal) throw error;
      problems.push(`${named || '""'}: ${reason(host.say, error)}`);
    }
  }
  return { files: [...files.values()], problems };
}

const below = (folder: string, rest: string): string => `${posix(folder).replace(/\/+$/, '')}/${posix(rest)}`;

function withoutMark({ text, valid }: TextFile): Pick<Input, 'text' | 'bom' | 'valid'> {
  const bom = text.startsWith('\uFEFF');
  return { text: bom ? text.slice(1) : text, bom, valid };
}

async function readStdin(host: Host): Promise<TextFile> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of host.stdin)
    chunks.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
  return decoded(Buffer.concat(chunks));
}

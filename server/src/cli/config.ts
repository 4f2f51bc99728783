import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { configName, packageName, readConfig } from '../config/config';
import { defaultSettings, mergeSettings, type Settings } from '../core/settings';
import { type Host, Refusal, reason } from './host';
import { displayPath } from './paths';

export interface Config {
  readonly settings: Settings;
  /** The folder that the patterns of `files` are relative to; null where there is no configuration file. */
  readonly folder: string | null;
}

/**
 * The settings of a run: of the named file, else of the nearest `plan-truth.config.json` or `planTruth` key of a
 * `package.json` from the working folder up to its repository's root.
 * @throws {Refusal} with a line for each setting that is wrong.
 */
export async function loadConfig(host: Host, named: string | undefined): Promise<Config> {
  const { cwd } = host;
  if (named !== undefined) {
    const path = resolve(cwd, named);
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      throw new Refusal([`${named}: ${reason(host.say, error)}`]);
    });
    return parseConfig(path, text, displayPath(cwd, path, named), host) ?? none;
  }
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    for (const name of [configName, packageName]) {
      const path = join(folder, name);
      const text = await read(path, host);
      const config = text === null ? null : parseConfig(path, text, displayPath(cwd, path, null), host);
      if (config) return config;
    }
    if (folder === dirname(folder) || (await exists(join(folder, '.git')))) return none;
  }
}

const none: Config = { settings: defaultSettings, folder: null };

/** Null where a `package.json` says nothing of us. */
function parseConfig(path: string, text: string, shown: string, { language }: Host): Config | null {
  const reading = readConfig(basename(path), text, language);
  if (!reading) return null;
  const { source, given, problems } = reading;
  if (problems.length > 0)
    throw new Refusal(
      problems.map(({ span, message }) => {
        const { line, character } = source.position(span.start);
        return `${shown}:${line + 1}:${character + 1} ${message}`;
      }),
    );
  return { settings: mergeSettings(given, {}), folder: dirname(path) };
}

async function read(path: string, host: Host): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw new Refusal([`${displayPath(host.cwd, path, null)}: ${reason(host.say, error)}`]);
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

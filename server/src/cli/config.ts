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

/** The settings of every folder: those of the nearest `plan-truth.config.json` or `planTruth` key of a `package.json`. */
export interface Configs {
  /**
   * The settings of what lies in a folder: of the file that the user named, else of the nearest from the folder up to its
   * repository's root.
   * @throws {Refusal} with a line for each setting that is wrong.
   */
  of(folder: string): Promise<Config>;
}

/**
 * @param named Settings for everything, in place of those that are found.
 * @throws {Refusal} where the named file cannot be used.
 */
export async function openConfigs(host: Host, named: string | undefined): Promise<Configs> {
  if (named !== undefined) {
    const config = await namedConfig(host, named);
    return { of: async () => config };
  }
  const known = new Map<string, Promise<Config>>();
  const of = (folder: string): Promise<Config> => {
    const config = known.get(folder) ?? nearest(folder);
    known.set(folder, config);
    return config;
  };
  async function nearest(folder: string): Promise<Config> {
    const own = await configIn(host, folder);
    if (own) return own;
    const isTop = folder === dirname(folder) || (await exists(join(folder, '.git')));
    return isTop ? none : of(dirname(folder));
  }
  return { of: (folder) => of(resolve(folder)) };
}

async function namedConfig(host: Host, named: string): Promise<Config> {
  const path = resolve(host.cwd, named);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Refusal([`${named}: ${reason(host.say, error)}`]);
  });
  return parseConfig(path, text, displayPath(host.cwd, path, named), host) ?? none;
}

async function configIn(host: Host, folder: string): Promise<Config | null> {
  for (const name of [configName, packageName]) {
    const path = join(folder, name);
    const text = await read(path, host);
    const config = text === null ? null : parseConfig(path, text, displayPath(host.cwd, path, null), host);
    if (config) return config;
  }
  return null;
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

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Snapshot } from '../core/analysis/snapshot';
import { rules } from '../core/rules/index';
import { defaultSettings, type Settings } from '../core/settings';
import { Workspace } from '../core/workspace';
import { openConfigs } from './config';
import { type Host, Refusal, today } from './host';
import { type Input, readInputs } from './inputs';
import { closest } from './suggest';

/** What every command takes. */
export interface RunOptions {
  readonly stdinFilename?: string;
  readonly config?: string;
  readonly color?: boolean;
  readonly rule?: readonly string[];
}

/** The files of one invocation, read into one workspace, so that ids are known across them. */
export interface Run {
  readonly files: readonly Input[];
  readonly workspace: Workspace;
  readonly snapshot: Snapshot;
  /** Some path could not be read, which stderr has been told. */
  readonly failed: boolean;
  /** The printed path of a document. */
  nameOf(uri: string): string;
}

/**
 * Reads settings and files.
 * @throws {Refusal} where the settings or the options cannot be used.
 */
export async function openRun(paths: readonly string[], options: RunOptions, host: Host): Promise<Run> {
  const given = pathsOf(paths, options, host);
  const configs = await openConfigs(host, options.config);
  const narrowed = narrowing(options.rule ?? [], host);
  const { files, problems } = await readInputs({ paths: given, stdinFilename: options.stdinFilename }, configs, host);
  for (const problem of problems) host.stderr.write(`plan-truth: ${problem}\n`);
  const folderOf = ({ uri }: Input) => dirname(fileURLToPath(uri));
  const settings = new Map<string, Settings>();
  for (const file of files) settings.set(file.uri, narrowed((await configs.of(folderOf(file))).settings));
  const workspace = new Workspace();
  const documents = files.map(({ uri, text }) => ({ uri, text }));
  const settingsFor = (uri: string) => settings.get(uri) ?? defaultSettings;
  const snapshot = workspace.apply({ settings: settingsFor, today: today(host), language: host.language, documents });
  const names = new Map(files.map(({ uri, name }) => [uri, name]));
  return { files, workspace, snapshot, failed: problems.length > 0, nameOf: (uri) => names.get(uri) ?? uri };
}

function pathsOf(paths: readonly string[], { stdinFilename }: RunOptions, { say }: Host): readonly string[] {
  if (stdinFilename === undefined) return paths.length > 0 ? paths : ['.'];
  if (paths.length === 0) return ['-'];
  if (paths.includes('-')) return paths;
  throw new Refusal([`plan-truth: ${say('--stdin-filename names what is read from stdin: give the path - as well')}`]);
}

/**
 * Settings with every rule off but those that were asked for by name; one of these that they turn off comes back.
 * @throws {Refusal} where there is no such rule.
 */
function narrowing(only: readonly string[], { say }: Host): (settings: Settings) => Settings {
  if (only.length === 0) return (settings) => settings;
  const ids = rules.map((rule) => rule.id);
  const unknown = only.filter((id) => !ids.includes(id));
  if (unknown.length > 0)
    throw new Refusal(
      unknown.map((id) => {
        const near = closest(id, ids);
        return `plan-truth: ${near ? say('there is no rule {0}; did you mean {1}?', id, near) : say('there is no rule {0}', id)}`;
      }),
    );
  return (settings) => {
    const chosen: Settings['rules'] = {};
    for (const id of ids) {
      const set = settings.rules[id];
      if (!only.includes(id)) chosen[id] = 'off';
      else if (set !== undefined && set !== 'off') chosen[id] = set;
    }
    return { ...settings, rules: chosen };
  };
}

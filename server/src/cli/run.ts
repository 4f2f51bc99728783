import type { Snapshot } from '../core/analysis/snapshot';
import { rules } from '../core/rules/index';
import type { Settings } from '../core/settings';
import { Workspace } from '../core/workspace';
import { loadConfig } from './config';
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
  const config = await loadConfig(host, options.config);
  const settings = onlyRules(config.settings, options.rule ?? [], host);
  const { files, problems } = await readInputs({ paths: given, stdinFilename: options.stdinFilename }, config, host);
  for (const problem of problems) host.stderr.write(`plan-truth: ${problem}\n`);
  const workspace = new Workspace();
  const documents = files.map(({ uri, text }) => ({ uri, text }));
  const snapshot = workspace.apply({ settings, today: today(host), language: host.language, documents });
  const names = new Map(files.map(({ uri, name }) => [uri, name]));
  return { files, workspace, snapshot, failed: problems.length > 0, nameOf: (uri) => names.get(uri) ?? uri };
}

function pathsOf(paths: readonly string[], { stdinFilename }: RunOptions, { say }: Host): readonly string[] {
  if (stdinFilename === undefined) return paths.length > 0 ? paths : ['.'];
  if (paths.length === 0) return ['-'];
  if (paths.includes('-')) return paths;
  throw new Refusal([`plan-truth: ${say('--stdin-filename names what is read from stdin: give the path - as well')}`]);
}

/** The settings with every other rule off; a rule that they turn off comes back where it is asked for by name. */
function onlyRules(settings: Settings, only: readonly string[], { say }: Host): Settings {
  if (only.length === 0) return settings;
  const ids = rules.map((rule) => rule.id);
  const unknown = only.filter((id) => !ids.includes(id));
  if (unknown.length > 0)
    throw new Refusal(
      unknown.map((id) => {
        const near = closest(id, ids);
        return `plan-truth: ${near ? say('there is no rule {0}; did you mean {1}?', id, near) : say('there is no rule {0}', id)}`;
      }),
    );
  const chosen: Settings['rules'] = {};
  for (const id of ids) {
    const set = settings.rules[id];
    if (!only.includes(id)) chosen[id] = 'off';
    else if (set !== undefined && set !== 'off') chosen[id] = set;
  }
  return { ...settings, rules: chosen };
}

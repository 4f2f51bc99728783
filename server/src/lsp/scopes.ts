import type { SettingsFor } from '../core/analysis/snapshot';
import { mergeSettings, type Settings, type SettingsInput } from '../core/settings';
import type { ConfigFile } from './configFiles';
import { folderOf } from './documents';
import { excluder } from './exclude';

/** A workspace folder and the patterns of its files. */
export interface FileScope {
  readonly folder: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Which settings hold where. */
export interface Scopes {
  readonly settingsFor: SettingsFor;
  /** Whether the user or the team leaves a document out, open or not. */
  readonly isExcluded: (uri: string) => boolean;
  readonly files: readonly FileScope[];
}

/**
 * A document has the settings of the nearest file above it in the workspace, and over them what the user set in the editor.
 * @param own What the user set, defaults left out.
 * @param trusted Without trust, files of the workspace do not decide what is read.
 */
export function scopesOf(
  own: SettingsInput,
  roots: readonly string[],
  configs: readonly ConfigFile[],
  trusted: boolean,
): Scopes {
  const scopes = configs
    .map(({ folder, reading: { given } }) => {
      const { files, ...others } = given;
      const settings = mergeSettings(trusted && files ? { ...others, files } : others, own);
      // The patterns of a file count from where it stands, the editor's from the workspace folder.
      return scope(folder, settings, own.files?.exclude ? roots : [folder]);
    })
    .sort((a, b) => b.folder.length - a.folder.length);
  const rest = scope('', mergeSettings({}, own), roots);
  const scopeFor = (uri: string) => scopes.find(({ folder }) => uri.startsWith(folder)) ?? rest;
  return {
    settingsFor: (uri) => scopeFor(uri).settings,
    isExcluded: (uri) => scopeFor(uri).isExcluded(uri),
    files: roots.map((folder) => ({ folder, ...scopeFor(folderOf(folder)).settings.files })),
  };
}

const scope = (folder: string, settings: Settings, bases: readonly string[]) => ({
  folder,
  settings,
  isExcluded: excluder(bases, settings.files.exclude),
});

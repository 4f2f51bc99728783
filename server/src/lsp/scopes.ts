import type { SettingsFor } from '../core/analysis/snapshot';
import { mergeSettings, type Settings } from '../core/settings';
import type { ConfigFile } from './configFiles';
import { folderOf } from './documents';
import { excluder } from './exclude';
import type { OwnSettings } from './settings';

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
 * A document has the settings of the nearest file above it in the workspace, and over them what the user set in the editor for the
 * workspace folder that it is in.
 * @param trusted Without trust, files of the workspace do not decide what is read.
 */
export function scopesOf(
  { anywhere, byFolder }: OwnSettings,
  configs: readonly ConfigFile[],
  trusted: boolean,
): Scopes {
  const roots = byFolder.map(({ uri, own }) => ({ folder: folderOf(uri), own })).sort(innermost);
  const files = [...configs].sort(innermost);
  const scopes = new Map<string, Scope>();

  function scopeFor(uri: string): Scope {
    const file = files.find(({ folder }) => uri.startsWith(folder));
    const root = roots.find(({ folder }) => uri.startsWith(folder));
    const name = `${file?.folder}\n${root?.folder}`;
    const known = scopes.get(name);
    if (known) return known;
    const { files: patterns, ...others } = file?.reading.given ?? {};
    const own = root?.own ?? anywhere;
    const settings = mergeSettings(trusted && patterns ? { ...others, files: patterns } : others, own);
    // The patterns of a file count from where it stands, the editor's from the workspace folder.
    const base = file && !own.files?.exclude ? file : root;
    const scope = { settings, isExcluded: base ? excluder(base.folder, settings.files.exclude) : () => false };
    scopes.set(name, scope);
    return scope;
  }

  return {
    settingsFor: (uri) => scopeFor(uri).settings,
    isExcluded: (uri) => scopeFor(uri).isExcluded(uri),
    files: byFolder.map(({ uri }) => ({ folder: uri, ...scopeFor(folderOf(uri)).settings.files })),
  };
}

interface Scope {
  readonly settings: Settings;
  readonly isExcluded: (uri: string) => boolean;
}

/** Those further down come first. */
const innermost = (a: { folder: string }, b: { folder: string }): number => b.folder.length - a.folder.length;

import type { Connection } from 'vscode-languageserver';
import { type ConfigReading, configName, packageName, readConfig } from '../config/config';
import type { Language } from '../core/text/say';
import { skippedFolders } from '../names';
import type { Converter } from './convert';
import { canonical, folderOf } from './documents';
import type { FileSystem } from './host';

/** A file of settings and the folder that it holds for. */
export interface ConfigFile {
  readonly uri: string;
  /** In the spelling of the snapshot, with `/` at its end. */
  readonly folder: string;
  readonly reading: ConfigReading;
}

/** Whether a file has the name of one of settings. */
export const isConfigName = (uri: string): boolean => uri.endsWith(`/${configName}`) || uri.endsWith(`/${packageName}`);

/** Whether it may be one that we read: not that of an installed package. */
export const isConfigFile = (uri: string): boolean =>
  isConfigName(uri) && !uri.split('/').some((part) => skippedFolders.includes(part));

/** The settings that the workspace's own files give. What is wrong in one is told where it stands. */
export class ConfigFiles {
  readonly #told = new Set<string>();

  constructor(
    readonly connection: Connection,
    readonly fileSystem: FileSystem,
    readonly converter: Converter,
    readonly log: (name: string, error: unknown) => void,
    readonly language: Language,
  ) {}

  /**
   * Reads every `plan-truth.config.json` of the workspace, and the `package.json` of a workspace folder that has none itself.
   * @param roots The workspace folders.
   */
  async read(roots: readonly string[]): Promise<ConfigFile[]> {
    const folders = roots.map(folderOf);
    const found = folders.length === 0 ? [] : await this.#find(roots);
    // Looked for by name as well: what git ignores is not found otherwise.
    const named = [...found.filter((uri) => uri.endsWith(`/${configName}`)), ...folders.map((one) => one + configName)];
    const files = await this.#readAll(named);
    const bare = folders.filter((folder) => !files.some((file) => file.folder === folder));
    files.push(...(await this.#readAll(bare.map((folder) => folder + packageName))));
    this.#tell(files);
    return files;
  }

  #find(roots: readonly string[]): Promise<string[]> {
    return this.fileSystem.findFiles(roots, [`**/${configName}`], []).catch((error: unknown) => {
      this.log('find settings', error);
      return [];
    });
  }

  async #readAll(uris: readonly string[]): Promise<ConfigFile[]> {
    const files = await Promise.all(
      [...new Set(uris.map(canonical))].map(async (uri): Promise<ConfigFile[]> => {
        const text = await this.fileSystem.readFile(uri).catch(() => null);
        const cut = uri.lastIndexOf('/') + 1;
        const reading = text === null ? null : readConfig(uri.slice(cut), text, this.language);
        return reading ? [{ uri, folder: uri.slice(0, cut), reading }] : [];
      }),
    );
    return files.flat();
  }

  #tell(files: readonly ConfigFile[]): void {
    const wrong = files.filter(({ reading }) => reading.problems.length > 0);
    for (const { uri, reading } of wrong)
      void this.connection.sendDiagnostics({
        uri,
        diagnostics: reading.problems.map((problem) => this.converter.settingsProblem(reading.source, problem)),
      });
    for (const uri of this.#told)
      if (!wrong.some((file) => file.uri === uri)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#told.clear();
    for (const { uri } of wrong) this.#told.add(uri);
  }
}

import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { parseSettings, type SettingsInput } from '../core/settings';
import type { Client } from './client';
import { type EditorSettings, readEditorSettings, withoutEditorSettings } from './editorSettings';

const section = 'planTruth';

/** What the user set for a workspace folder. */
export interface FolderSettings {
  /** As the client writes it. */
  readonly uri: string;
  readonly own: SettingsInput;
}

/** What the user set in the editor, defaults left out. */
export interface OwnSettings {
  /** Outside of all folders. */
  readonly anywhere: SettingsInput;
  readonly byFolder: readonly FolderSettings[];
}

/** Where the settings come from: asked of the client, told by it, or given as it started. */
export class SettingsSource {
  #told: unknown;
  #editor = readEditorSettings({});

  constructor(
    readonly connection: Connection,
    readonly client: Client,
    /** `initializationOptions.settings`. */
    initial: unknown,
  ) {
    this.#told = initial;
  }

  /** Those of the editor alone, as they were last read. */
  get editor(): EditorSettings {
    return this.#editor;
  }

  /** Asks to be told of changes, where the client wants to be asked. */
  async register(): Promise<void> {
    if (this.client.registersConfiguration)
      await this.connection.client.register(DidChangeConfigurationNotification.type, { section });
  }

  /** The client says that settings changed, and may say what they are. */
  changed(settings: unknown): void {
    if (typeof settings !== 'object' || settings === null) return;
    this.#told = section in settings ? settings[section as keyof typeof settings] : settings;
  }

  /**
   * What the user set, as it is now. A value that cannot be used is logged, and is as if it were not set.
   * @param roots The workspace folders. Where there are several, each may have its own.
   */
  async read(roots: readonly string[]): Promise<OwnSettings> {
    const [all, ...each] = (await this.#ask(['', ...(roots.length > 1 ? roots : [])])).map(withoutNulls);
    this.#editor = readEditorSettings(all);
    const told = new Set<string>();
    const given = (value: unknown): SettingsInput => {
      const { given, problems } = parseSettings(withoutEditorSettings(value));
      for (const { path, message } of problems)
        told.add(`${[section, ...path].join('.')}: ${message}; the default is used`);
      return given;
    };
    const anywhere = given(all);
    const byFolder = roots.map((uri, i) => ({ uri, own: i in each ? given(each[i]) : anywhere }));
    for (const message of told) this.connection.console.warn(message);
    return { anywhere, byFolder };
  }

  /** @param scopes URIs; empty for none. */
  async #ask(scopes: readonly string[]): Promise<unknown[]> {
    if (!this.client.configuration) return scopes.map(() => this.#told);
    const asked: unknown[] = await this.connection.workspace.getConfiguration(
      scopes.map((scopeUri) => (scopeUri === '' ? { section } : { scopeUri, section })),
    );
    return scopes.map((_, i) => asked[i] ?? this.#told);
  }
}

/** Clients give null for what the user did not set. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== null);
  return Object.fromEntries(entries.map(([key, one]) => [key, withoutNulls(one)]));
}

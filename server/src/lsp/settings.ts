import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { parseSettings, type SettingsInput } from '../core/settings';
import type { Client } from './client';
import { type EditorSettings, readEditorSettings, withoutEditorSettings } from './editorSettings';

const section = 'planTruth';

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

  /** What the user set, as it is now. A value that cannot be used is logged, and is as if it were not set. */
  async read(): Promise<SettingsInput> {
    const asked = this.client.configuration ? await this.connection.workspace.getConfiguration(section) : null;
    const value = withoutNulls(asked ?? this.#told);
    this.#editor = readEditorSettings(value);
    const { given, problems } = parseSettings(withoutEditorSettings(value));
    for (const { path, message } of problems)
      this.connection.console.warn(`${[section, ...path].join('.')}: ${message}; the default is used`);
    return given;
  }
}

/** Clients give null for what the user did not set. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== null);
  return Object.fromEntries(entries.map(([key, one]) => [key, withoutNulls(one)]));
}

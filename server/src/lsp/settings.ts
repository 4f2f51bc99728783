import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { parseSettings, type Settings } from '../core/settings';
import type { Client } from './client';

const section = 'planTruth';

/** Where the settings come from: asked of the client, told by it, or given as it started. */
export class SettingsSource {
  #told: unknown;

  constructor(
    readonly connection: Connection,
    readonly client: Client,
    /** `initializationOptions.settings`. */
    initial: unknown,
  ) {
    this.#told = initial;
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

  /** The settings as they are now. A value that cannot be used is logged, and its default used. */
  async read(): Promise<Settings> {
    const asked = this.client.configuration ? await this.connection.workspace.getConfiguration(section) : null;
    const { settings, problems } = parseSettings(ownPart(withoutNulls(asked ?? this.#told)));
    for (const { path, message } of problems)
      this.connection.console.warn(`${[section, ...path].join('.')}: ${message}; the default is used`);
    return settings;
  }
}

/** The editor's own settings of the same section are none of the core's. */
function ownPart(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { trace: _trace, tree: _tree, ...others } = value as Record<string, unknown>;
  return others;
}

/** Clients give null for what the user did not set. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== null);
  return Object.fromEntries(entries.map(([key, one]) => [key, withoutNulls(one)]));
}

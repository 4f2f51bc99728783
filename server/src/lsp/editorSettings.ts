/** Settings of the editor alone: what it shows. The core and the command line know nothing of them. */
export interface EditorSettings {
  /** A line above every phase that says how far it is. */
  readonly codeLens: boolean;
  /** Behind every ticket what it waits on. */
  readonly inlayHints: boolean;
  /** Findings of all plans of the workspace; else of open ones alone. */
  readonly workspaceDiagnostics: boolean;
}

const sections = ['trace', 'tree', 'decorations', 'codeLens', 'inlayHints', 'diagnostics'];

/** Reads them from what the client has under `planTruth`. What cannot be used is as if it were not set. */
export function readEditorSettings(value: unknown): EditorSettings {
  return {
    codeLens: flag(value, 'codeLens', 'enabled', true),
    inlayHints: flag(value, 'inlayHints', 'enabled', false),
    workspaceDiagnostics: partOf(value, 'diagnostics', 'scope') !== 'open',
  };
}

/** The value without them. */
export function withoutEditorSettings(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !sections.includes(name)));
}

function flag(value: unknown, section: string, name: string, otherwise: boolean): boolean {
  const one = partOf(value, section, name);
  return typeof one === 'boolean' ? one : otherwise;
}

function partOf(value: unknown, section: string, name: string): unknown {
  const part = isObject(value) ? value[section] : undefined;
  return isObject(part) ? part[name] : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

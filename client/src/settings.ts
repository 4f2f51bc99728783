import { Uri, workspace } from 'vscode';

const section = 'planTruth';

/**
 * What someone set in the editor, in whatever scope, and no defaults: the server takes the team's file for what is not set,
 * and cannot tell a default from a choice.
 * @param names `planTruth.files.include`, …
 * @param scopeUri A workspace folder; left out for what holds outside of all.
 */
export function settingsByHand(names: readonly string[], scopeUri?: string): object {
  const configuration = workspace.getConfiguration(section, scopeUri === undefined ? undefined : Uri.parse(scopeUri));
  const settings: Record<string, unknown> = {};
  for (const name of names) {
    const path = name.slice(section.length + 1);
    const { globalValue, workspaceValue, workspaceFolderValue } = configuration.inspect(path) ?? {};
    if ([globalValue, workspaceValue, workspaceFolderValue].every((value) => value === undefined)) continue;
    put(settings, path.split('.'), configuration.get(path));
  }
  return settings;
}

function put(object: Record<string, unknown>, [name, ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) object[name!] = value;
  else {
    object[name!] ??= {};
    put(object[name!] as Record<string, unknown>, rest, value);
  }
}

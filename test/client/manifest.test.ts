import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/core/rules/check';
import { Workspace } from '../../server/src/core/workspace';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const json = (path: string) => JSON.parse(read(path));

const manifest = json('package.json');
const { contributes } = manifest;
const english: Record<string, string> = json('package.nls.json');
const japanese: Record<string, string> = json('package.nls.ja.json');

const sources = ['src', 'webview'].flatMap((folder) =>
  readdirSync(fileURLToPath(new URL(`client/${folder}`, root)), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name: `${folder}/${name}`, text: read(`client/${folder}/${name}`) })),
);

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);
const inClient = (pattern: RegExp): string[] => sources.flatMap(({ text }) => all(text, pattern));
const sorted = (list: Iterable<string>): string[] => [...new Set(list)].sort();

interface Setting {
  readonly scope?: string;
  readonly markdownDescription?: string;
  readonly default?: unknown;
  readonly enum?: unknown[];
  readonly enumDescriptions?: string[];
  readonly markdownEnumDescriptions?: string[];
}
const settings: [string, Setting][] = contributes.configuration.flatMap((group: { properties: object }) =>
  Object.entries(group.properties),
);
const commands: { command: string; title: string; category?: string }[] = contributes.commands;

describe('commands', () => {
  it('have a category and a title in both languages', () => {
    for (const { title, category } of commands) {
      expect(category).toBe('Plan Truth');
      expect(title).toMatch(/^%command\..+%$/);
    }
  });

  it('are those that the client registers', () => {
    expect(sorted(commands.map(({ command }) => command))).toEqual(sorted(inClient(/registerCommand\(\s*'([^']+)'/g)));
  });

  it('are in the palette only where they do something there', () => {
    const hidden = contributes.menus.commandPalette.filter(({ when }: { when: string }) => when === 'false');
    const ofItems = contributes.menus['view/item/context'].map(({ command }: { command: string }) => command);
    // The click on an item, and menu entries that say of a choice that it is made.
    const internal = [
      'planTruth.open',
      'planTruth.changeFilter',
      'planTruth.undo',
      ...commands.flatMap(({ command }) => command.match(/^planTruth\.groupedBy.+/) ?? []),
    ];
    expect(sorted(hidden.map(({ command }: { command: string }) => command))).toEqual(
      sorted([...ofItems, ...internal]),
    );
  });

  it('take no keys but while a view of ours has the focus', () => {
    for (const { command, when } of contributes.keybindings) {
      expect(sorted(commands.map((one) => one.command))).toContain(command);
      expect(when).toMatch(/^focusedView =~ \/\^planTruth\\/);
    }
  });
});

describe('texts', () => {
  it('every key of the manifest is there in both languages, and no other', () => {
    const used = sorted(all(JSON.stringify(manifest), /"%([^%"]+)%"/g));
    expect(sorted(Object.keys(english))).toEqual(used);
    expect(sorted(Object.keys(japanese))).toEqual(used);
  });

  it('every text of the client is there in both languages, and no other', () => {
    const used = sorted(inClient(/l10n\.t\(\s*'((?:[^'\\]|\\.)+)'/g));
    expect(inClient(/(l10n\.t\()/g).length).toBe(inClient(/l10n\.t\(\s*('(?:[^'\\]|\\.)+')/g).length);
    const bundle = json('l10n/bundle.l10n.json');
    expect(sorted(Object.keys(bundle))).toEqual(used);
    expect(sorted(Object.keys(json('l10n/bundle.l10n.ja.json')))).toEqual(used);
    for (const [key, text] of Object.entries(bundle)) expect(text).toBe(key);
  });

  it('lead to the same commands in both languages', () => {
    const links = (text: string): string[] => all(text, /\]\(([^)]+)\)/g).sort();
    for (const [key, text] of Object.entries(english)) expect(links(japanese[key]!), key).toEqual(links(text));
  });

  it('are plain text and links: no line that is but a button, no command of ours that is not there', () => {
    const views = Object.values(contributes.views).flat() as { id: string }[];
    const ours = new Set([...commands.map(({ command }) => command), ...views.map(({ id }) => `${id}.focus`)]);
    for (const [key, text] of [...Object.entries(english), ...Object.entries(japanese)]) {
      // A step of the walkthrough has a button: that is how it leads on.
      if (!key.startsWith('walkthrough.'))
        for (const line of text.split('\n')) expect(line).not.toMatch(/^\s*\[[^\]]*\]\([^)]*\)\s*$/);
      for (const command of all(text, /\(command:(planTruth\.[\w.]+)/g)) expect(ours).toContain(command);
    }
  });
});

describe('the walkthrough', () => {
  const [walkthrough, ...others] = contributes.walkthroughs;
  const { steps } = walkthrough as {
    steps: { id: string; media: { svg: string; altText: string }; completionEvents: string[] }[];
  };

  it('is one, of four steps', () => {
    expect(others).toEqual([]);
    expect(steps.length).toBe(4);
  });

  it.each(steps)('$id is done by something that happens', ({ completionEvents }) => {
    const views = Object.values(contributes.views).flat() as { id: string }[];
    const events = [
      ...commands.map(({ command }) => `onCommand:${command}`),
      ...views.map(({ id }) => `onView:${id}`),
      ...inClient(/'setContext', '([^']+)'/g).map((name) => `onContext:${name}`),
    ];
    expect(completionEvents.length).toBeGreaterThan(0);
    for (const event of completionEvents) expect(events).toContain(event);
  });

  it.each(steps)('the picture of $id takes its colours from the theme, and nothing from outside', ({ media }) => {
    const svg = read(media.svg);
    expect(media.altText).toMatch(/^%walkthrough\./);
    for (const colour of all(svg, /(?:fill|stroke)="([^"]+)"/g))
      expect(colour).toMatch(/^(?:none|var\(--vscode-[^"]*\))$/);
    expect(svg).not.toMatch(/<(?:script|style|image|foreignObject|a)\b|\bon\w+=|href=|style=/);
  });

  it.each(['plan.md', 'plan.ja.md'])('%s, its sample, has three findings of which one is fixed safely', (name) => {
    const text = read(`media/samples/${name}`);
    const findings = check(new Workspace().apply({ documents: [{ uri: 'untitled:a', text }] }), 'untitled:a');
    expect(findings.map(({ rule }) => rule)).toEqual(['unmet-dependency', 'unknown-dependency', 'stale-summary']);
    expect(findings.flatMap(({ fixes }) => fixes.map(({ safety }) => safety))).toEqual(['unsafe', 'safe']);
  });
});

describe('settings', () => {
  it.each(settings)('%s says its scope, what it does, and what its values mean', (name, setting) => {
    expect(name).toMatch(/^planTruth\.[a-z][\w.-]*$/);
    expect(setting.scope).toMatch(/^(?:window|resource|machine|application|language-overridable|machine-overridable)$/);
    expect(setting.markdownDescription).toBeTruthy();
    expect(setting.default).toBeDefined();
    const meanings = setting.markdownEnumDescriptions ?? setting.enumDescriptions;
    expect(meanings?.length).toBe(setting.enum?.length);
    if (setting.enum) expect(setting.enum).toContain(setting.default);
  });
});

describe('the manifest', () => {
  it('wakes the extension for Markdown, for its view, and for panels that were open when the window closed', () => {
    const panels = readdirSync(new URL('client/webview', root)).filter((name) =>
      existsSync(new URL(`client/webview/${name}/main.ts`, root)),
    );
    expect(manifest.activationEvents).toEqual([
      'onLanguage:markdown',
      ...panels.map((name) => `onWebviewPanel:planTruth.${name}`),
    ]);
  });

  it('declares what it does where a workspace is not trusted or not on disk', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    expect(untrustedWorkspaces.supported).toBe('limited');
    expect(untrustedWorkspaces.description).toBe('%capabilities.untrustedWorkspaces%');
    const names = settings.map(([name]) => name);
    for (const name of untrustedWorkspaces.restrictedConfigurations) expect(names).toContain(name);
    expect(virtualWorkspaces).toBe(true);
  });

  it('names only files that are there', () => {
    const named = all(JSON.stringify(manifest), /"\.?\/?((?:media|syntaxes|l10n)(?:\/[^"]+)?)"/g);
    expect(named.length).toBeGreaterThan(4);
    for (const path of named) expect(existsSync(new URL(path, root)), path).toBe(true);
  });

  it('has views with icons and with something to say when they are empty', () => {
    const views = Object.values(contributes.views).flat() as { id: string; icon: string }[];
    for (const view of views) {
      expect(view.icon).toBeTruthy();
      expect(contributes.viewsWelcome.some((welcome: { view: string }) => welcome.view === view.id)).toBe(true);
    }
  });

  it('has an icon of at least 128 by 128 pixels', () => {
    const png = readFileSync(new URL(manifest.icon, root));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(128);
    expect(png.readUInt32BE(20)).toBe(png.readUInt32BE(16));
  });
});

describe('the client', () => {
  it('takes of the server its protocol alone, and nothing of Node outside the desktop entry', () => {
    for (const { name, text } of sources) {
      for (const path of all(text, /from '([^']*server\/[^']*)'/g))
        expect(path).toMatch(
          /^webview\/(?:graph|kit)\//.test(name)
            ? /^(?:\.\.\/)+server\/src\/(?:protocol|graph\/\w+)$/
            : /^(?:\.\.\/)+server\/src\/protocol$/,
        );
      expect(text).not.toMatch(/from '(?:node:|fs|path|child_process)/);
      if (name !== 'src/languageClient.ts') expect(text).not.toMatch(/vscode-languageclient\/(?:node|browser)/);
    }
  });
});

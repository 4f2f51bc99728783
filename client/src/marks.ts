import {
  ColorThemeKind,
  type DecorationOptions,
  Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type MarksParams, type MarksResult, marksRequest, type WireRange } from '../../server/src/protocol';
import type { PlanServer } from './client';

type Mark = keyof MarksResult;

/** Marks in editors which tickets could be started and which wait, as the settings say. */
export function markTickets(context: ExtensionContext, server: PlanServer, output: LogOutputChannel): Disposable {
  let types = makeTypes(context);

  function update(editors: readonly TextEditor[] = window.visibleTextEditors): void {
    for (const editor of editors)
      if (editor.document.languageId === 'markdown')
        void mark(editor).catch((error: unknown) => output.debug(String(error)));
  }

  async function mark(editor: TextEditor): Promise<void> {
    const wanted = { ready: isOn('ready'), waiting: isOn('waiting') };
    // What is marked stays so while the server is away.
    if (server.state !== 'running') return;
    const { document } = editor;
    const kinds = (['ready', 'waiting'] as const).filter((name) => wanted[name]);
    const params: MarksParams = { uri: document.uri.toString(), kinds };
    const none: MarksResult = { ready: [], waiting: [] };
    const { version } = document;
    const found = kinds.length > 0 ? await server.request<MarksResult>(marksRequest, params) : none;
    // Somebody types: the server will have been told by then.
    if (document.version !== version) return later(editor);
    for (const name of ['ready', 'waiting'] as const)
      editor.setDecorations(types[name], wanted[name] ? found[name].map((range) => option(name, range)) : []);
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Set<TextEditor>();
  function later(editor: TextEditor): void {
    waiting.add(editor);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const editors = window.visibleTextEditors.filter((one) => waiting.has(one));
      waiting.clear();
      update(editors);
    }, 300);
  }

  update();
  return Disposable.from(
    window.onDidChangeVisibleTextEditors(update),
    server.onDidChangeState(() => update()),
    server.onDidChangeTree(({ marks }) =>
      update(window.visibleTextEditors.filter(({ document }) => marks.includes(document.uri.toString()))),
    ),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // The editor keeps marks on lines that shift, and loses those of a line that is cut and comes back elsewhere.
      if (!contentChanges.some(({ range, text }) => !range.isSingleLine || /[\r\n]/.test(text))) return;
      for (const editor of window.visibleTextEditors) if (editor.document === document) later(editor);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('planTruth.decorations')) update();
    }),
    window.onDidChangeActiveColorTheme(() => {
      for (const type of Object.values(types)) type.dispose();
      types = makeTypes(context);
      update();
    }),
    new Disposable(() => {
      clearTimeout(timer);
      for (const type of Object.values(types)) type.dispose();
    }),
  );
}

const isOn = (name: Mark): boolean => workspace.getConfiguration('planTruth').get(`decorations.${name}`, false);

function option(name: Mark, { start, end }: WireRange): DecorationOptions {
  return {
    range: new Range(start.line, start.character, end.line, end.character),
    ...(name === 'waiting' ? { hoverMessage: l10n.t('Waits on what is not done') } : {}),
  };
}

/** Gutter icons of the theme's kind; high contrast has its own. */
function makeTypes({ extensionUri }: ExtensionContext): Record<Mark, TextEditorDecorationType> {
  const { kind } = window.activeColorTheme;
  const contrast = kind === ColorThemeKind.HighContrast || kind === ColorThemeKind.HighContrastLight;
  const icon = (name: Mark, theme: 'light' | 'dark') => ({
    gutterIconPath: Uri.joinPath(extensionUri, 'media', 'gutter', `${name}-${theme}${contrast ? '-contrast' : ''}.svg`),
  });
  const both = (name: Mark) => ({
    gutterIconSize: 'contain',
    light: icon(name, 'light'),
    dark: icon(name, 'dark'),
  });
  return {
    ready: window.createTextEditorDecorationType(both('ready')),
    waiting: window.createTextEditorDecorationType({ ...both('waiting'), color: new ThemeColor('disabledForeground') }),
  };
}

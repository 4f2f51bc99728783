import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changed } from '../../client/src/panels/changes';
import { SentPictures } from '../../server/src/lsp/pictureChanges';
import type { PictureResult } from '../../server/src/protocol';

const editor = vi.hoisted(() => ({ ran: [] as unknown[][], applied: [] as string[], applies: true }));

vi.mock('vscode', () => {
  class Uri {
    constructor(readonly path: string) {}
    static parse = (text: string) => new Uri(text);
    static joinPath = (base: Uri, ...parts: string[]) => new Uri([base.path, ...parts].join('/'));
    toString() {
      return this.path;
    }
  }
  class Range {
    constructor(
      readonly start: unknown,
      readonly end: unknown,
    ) {}
  }
  return {
    Uri,
    Range,
    Position: class {
      constructor(
        readonly line: number,
        readonly character: number,
      ) {}
    },
    Disposable: class {},
    ViewColumn: { Active: -1, Beside: -2, One: 1 },
    l10n: { t: (text: string) => text, bundle: { Board: '<ボード>"' } },
    env: { language: 'ja' },
    window: { visibleTextEditors: [] },
    workspace: { textDocuments: [] },
    commands: { executeCommand: async (...call: unknown[]) => void editor.ran.push(call) },
  };
});
vi.mock('../../client/src/applyStatus', () => ({
  applyStatus: async (
    _server: unknown,
    ids: string[],
    _changes: unknown,
    pick: (choices: { word: string; kind: string; edit: object }[]) => unknown,
  ) => {
    const edit = { documentChanges: [] };
    const choices = [
      { word: '[ ]', kind: 'todo', edit },
      { word: '[x]', kind: 'done', edit },
      { word: 'Merged', kind: 'done', edit },
    ];
    const picked = pick(choices) as { word: string } | undefined;
    editor.applied.push(`${ids.join()} ${picked?.word}`);
    return editor.applies && picked !== undefined;
  },
}));
vi.resetModules();
const { Uri } = await import('vscode');
const { PlanPanel } = await import('../../client/src/panels/planPanel');

type Event = ReturnType<typeof event>;
function event() {
  const runs = new Set<(value: unknown) => void>();
  const on = (run: (value: unknown) => void) => {
    runs.add(run);
    return { dispose: () => runs.delete(run) };
  };
  return { on, fire: (value?: unknown) => runs.forEach((run) => void run(value)), count: () => runs.size };
}

const a = { uri: 'file:///a.md', title: 'A' };
const b = { uri: 'file:///b.md', title: 'B' };

/** A panel on plans `a` and `b`, and both ends of its line. */
function opened(state = { uri: null as string | null, bound: null as string | null }) {
  const events = { pictures: event(), tree: event(), state: event(), current: event(), view: event(), gone: event() };
  const fromPage = event();
  const sent: { type: string; picture?: PictureResult<{ title: string }>; bound?: string | null; stale?: boolean }[] =
    [];
  const plans = new Map<string, { uri: string; title: string }>([
    [a.uri, a],
    [b.uri, b],
  ]);
  const pictures = new SentPictures();
  const server = {
    state: 'running',
    asked: [] as string[],
    onDidChangePictures: events.pictures.on,
    onDidChangeTree: events.tree.on,
    onDidChangeState: events.state.on,
    request: async (method: string, { uri, have }: { uri: string; have: number | null }) => {
      server.asked.push(method);
      return method === 'planTruth/tree'
        ? [...plans.values()].map((plan) => ({ ...plan, label: plan.title }))
        : pictures.answer(uri, have, plans.get(uri) ?? null);
    },
  };
  const current = { uri: a.uri as string | null, onDidChange: events.current.on };
  const warned: string[] = [];
  const panel = {
    title: '',
    visible: true,
    viewColumn: 1,
    reveal: () => undefined,
    onDidChangeViewState: events.view.on,
    onDidDispose: events.gone.on,
    webview: {
      html: '',
      options: {},
      cspSource: 'https://here',
      asWebviewUri: (uri: unknown) => uri,
      onDidReceiveMessage: fromPage.on,
      postMessage: async (message: (typeof sent)[number]) => sent.push(message),
    },
  };
  const output = { warn: (text: string) => warned.push(text), error: (text: string) => warned.push(text) };
  new PlanPanel(
    panel as never,
    { name: 'board', title: 'Board', request: 'planTruth/board' },
    { context: { extensionUri: Uri.parse('ext') }, server, output, current } as never,
    state,
  );
  /** What a page makes of all that it was sent. */
  const titleNow = () =>
    sent.reduce<{ title?: string } | null>(
      (data, { picture }) =>
        picture === undefined
          ? data
          : picture && ('whole' in picture ? picture.whole : changed(data!, picture.changes)),
      null,
    )?.title;
  const shows = (title: string | undefined) => vi.waitFor(() => expect(titleNow()).toBe(title));
  return { panel, server, current, events, fromPage, sent, plans, warned, shows };
}

beforeEach(() => {
  editor.ran = [];
  editor.applied = [];
  editor.applies = true;
});

describe('a panel', () => {
  it('has a page that may run one script of ours, and nothing else', () => {
    const { html, options } = opened().panel.webview as { html: string; options: object };
    const nonce = /script-src &#39;nonce-([0-9a-f]{32})&#39;/.exec(html)?.[1];
    expect(html).toContain('default-src &#39;none&#39;; style-src https://here;');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain(`<script nonce="${nonce}" src="ext/client/dist/webview/board.js"></script>`);
    expect(html).toContain('data-texts="{&quot;Board&quot;:&quot;&lt;ボード&gt;\\&quot;&quot;}"');
    expect(JSON.stringify(options)).toBe(
      '{"enableScripts":true,"localResourceRoots":[{"path":"ext/client/dist/webview"}]}',
    );
  });

  it('shows the plan of the editor once its page listens, and follows it', async () => {
    const { panel, server, current, events, fromPage, sent, shows } = opened();
    events.pictures.fire();
    expect(server.asked).toEqual([]);
    fromPage.fire({ type: 'ready' });
    await shows('A');
    expect(panel.title).toBe('A — Board');
    current.uri = b.uri;
    events.current.fire();
    await shows('B');
    fromPage.fire({ type: 'bind', uri: b.uri });
    await vi.waitFor(() => expect(sent.at(-1)?.bound).toBe(b.uri));
    current.uri = a.uri;
    events.current.fire();
    await new Promise((resolve) => setTimeout(resolve));
    await shows('B');
  });

  it('sends what has changed, and nothing where nothing has', async () => {
    const { events, fromPage, sent, plans, shows, server } = opened();
    fromPage.fire({ type: 'ready' });
    await shows('A');
    const { length } = sent;
    const asked = server.asked.length;
    events.pictures.fire();
    await vi.waitFor(() => expect(server.asked.length).toBeGreaterThan(asked));
    expect(sent).toHaveLength(length);
    plans.set(a.uri, { ...a, title: 'A2' });
    events.pictures.fire();
    await shows('A2');
    server.state = 'failed';
    events.state.fire();
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ stale: true, picture: { whole: { title: 'A2' } } }));
  });

  it('that nobody sees asks nothing until it is seen', async () => {
    const { panel, events, fromPage, server, shows } = opened();
    panel.visible = false;
    fromPage.fire({ type: 'ready' });
    events.pictures.fire();
    await new Promise((resolve) => setTimeout(resolve));
    expect(server.asked).toEqual([]);
    panel.visible = true;
    events.view.fire();
    await shows('A');
  });

  it('takes another plan where its own is gone; one that stays with its plan does not', async () => {
    const following = opened();
    following.plans.delete(a.uri);
    following.fromPage.fire({ type: 'ready' });
    await following.shows('B');
    const bound = opened({ uri: a.uri, bound: a.uri });
    bound.plans.delete(a.uri);
    bound.fromPage.fire({ type: 'ready' });
    await vi.waitFor(() => expect(bound.sent.at(-1)).toMatchObject({ type: 'show', picture: null }));
  });

  it('sets a status by the words of the column, else by what they mean', async () => {
    const { fromPage, sent, shows } = opened();
    fromPage.fire({ type: 'ready' });
    await shows('A');
    fromPage.fire({ type: 'setStatus', ids: ['1'], words: ['Merged'], kind: 'done' });
    fromPage.fire({ type: 'setStatus', ids: ['2'], words: ['Complete'], kind: 'done' });
    fromPage.fire({ type: 'setStatus', ids: ['3'], words: ['Zzyzx'], kind: null });
    await vi.waitFor(() => expect(editor.applied).toEqual(['1 Merged', '2 [x]', '3 undefined']));
    await vi.waitFor(() => expect(sent.map(({ type }) => type).slice(-2)).toEqual(['tell', 'show']));
  });

  it('opens lines of plans and of nothing else, and takes no message that it does not know', async () => {
    const { fromPage, warned, shows } = opened();
    fromPage.fire({ type: 'ready' });
    await shows('A');
    fromPage.fire({ type: 'open', uri: 'file:///etc/passwd', line: 0 });
    fromPage.fire({ type: 'command', command: 'workbench.action.quit' });
    fromPage.fire('x');
    fromPage.fire({ type: 'open', uri: b.uri, line: 4 });
    await vi.waitFor(() => expect(editor.ran).toHaveLength(1));
    expect(editor.ran[0]).toMatchObject(['vscode.open', { path: b.uri }, { selection: { start: { line: 4 } } }]);
    expect(warned).toHaveLength(2);
  });

  it('lets go of everything when it is closed', () => {
    const { events, fromPage } = opened();
    events.gone.fire();
    const all: Event[] = [...Object.values(events), fromPage];
    expect(all.map(({ count }) => count())).toEqual(all.map(() => 0));
  });
});

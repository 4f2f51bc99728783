import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogOutputChannel, TreeView } from 'vscode';
import { applyEdits, type TextEdit } from '../../server/src/core/text/edit';
import { SourceText } from '../../server/src/core/text/source';
import type { TreeChangedParams } from '../../server/src/protocol';
import { buildServer, plainClient, Session } from '../support/languageServer';

/** What of VS Code the tree and its gestures use: a document, a status bar, and whoever answers questions. */
const editor = vi.hoisted(() => ({
  text: '',
  version: 1,
  /** Called as an edit is about to be made. */
  meanwhile: () => {},
  changed: () => {},
  said: [] as string[],
  offered: [] as { label: string; description?: string }[][],
  /** Commands. */
  run: [] as string[],
}));
vi.mock('vscode', () => {
  class EventEmitter<T> {
    private readonly listeners = new Set<(value: T) => void>();
    readonly event = (listener: (value: T) => void) => {
      this.listeners.add(listener);
      return { dispose: () => this.listeners.delete(listener) };
    };
    fire(value: T) {
      for (const listener of this.listeners) listener(value);
    }
    dispose() {}
  }
  class Pair {
    constructor(
      readonly a: unknown,
      readonly b: unknown,
    ) {}
  }
  interface Place {
    a: number;
    b: number;
  }
  const document = {
    uri: { toString: () => 'file:///TEAM.md' },
    get version() {
      return editor.version;
    },
    offsetAt: ({ a, b }: Place) => new SourceText(editor.text).line(a).start + b,
    positionAt: (offset: number) => {
      const source = new SourceText(editor.text);
      const line = source.lineAt(offset);
      return new Pair(line, offset - source.line(line).start);
    },
    getText: ({ a, b }: { a: Place; b: Place }) => editor.text.slice(document.offsetAt(a), document.offsetAt(b)),
  };
  class WorkspaceEdit {
    readonly edits: TextEdit[] = [];
    replace(_: unknown, { a, b }: { a: Place; b: Place }, newText: string) {
      this.edits.push({ span: { start: document.offsetAt(a), end: document.offsetAt(b) }, newText });
    }
  }
  return {
    EventEmitter,
    Position: Pair,
    Range: Pair,
    WorkspaceEdit,
    Uri: { parse: (uri: string) => ({ toString: () => uri }), from: (parts: object) => parts },
    StatusBarAlignment: { Left: 1 },
    TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
    commands: { executeCommand: async (name: string) => void editor.run.push(name) },
    l10n: { t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, i) => String(values[i])) },
    window: {
      createStatusBarItem: () => {
        const item = { text: '', show: () => editor.said.push(item.text), dispose() {} };
        return item;
      },
      withProgress: (_: unknown, work: () => unknown) => work(),
      showQuickPick: async (items: { label: string }[]) => {
        editor.offered.push(items);
        return items[0];
      },
      showInputBox: async () => 'Rudder',
    },
    workspace: {
      getConfiguration: () => ({ get: (_: string, otherwise: unknown) => otherwise }),
      openTextDocument: async () => {
        editor.meanwhile();
        return { version: editor.version };
      },
      textDocuments: [document],
      applyEdit: async ({ edits }: WorkspaceEdit) => {
        const sorted = edits.sort((x, y) => x.span.start - y.span.start);
        editor.text = applyEdits(editor.text, sorted);
        editor.version++;
        editor.changed();
        return true;
      },
    },
  };
});
vi.resetModules();
const { Gestures } = await import('../../client/src/gestures');
const { PlanTree } = await import('../../client/src/tree');
type PlanItem = import('../../client/src/tree').PlanItem;
type PlanServer = import('../../client/src/client').PlanServer;
type ServerState = import('../../client/src/client').ServerState;

let built: string;
beforeAll(async () => {
  built = await buildServer();
});

const uri = 'file:///TEAM.md';
const ferry = readFileSync(new URL('../e2e/fixtures/TEAM.md', import.meta.url), 'utf8');

beforeEach(() => {
  Object.assign(editor, { text: ferry, version: 1, meanwhile: () => {}, said: [], offered: [], run: [] });
});

let session: Session;
// What was told last has arrived before the server goes.
afterEach(() => session.request('planTruth/owners', null));

async function begin() {
  session = Session.start(built);
  await session.initialize(plainClient);
  session.open(uri, editor.text, editor.version);
}

/** The tree over a server that has the plan open, and what was asked of it. */
async function opened() {
  await begin();
  const asked: string[] = [];
  let tell = (_: TreeChangedParams) => {};
  let become = (_: ServerState) => {};
  const server = {
    state: 'running',
    onDidChangeTree: (listener: typeof tell) => {
      tell = listener;
      return { dispose() {} };
    },
    onDidChangeState: (listener: typeof become) => {
      become = listener;
      return { dispose() {} };
    },
    notify: (method: string, params: unknown) => session.notify(method, params),
    request: (method: string, params: unknown) => {
      if (server.state !== 'running') throw new Error('gone');
      asked.push(method.replace('planTruth/', ''));
      return session.request(method, params);
    },
  };
  const heard: TreeChangedParams[] = [];
  session.connection.onNotification('planTruth/treeChanged', (params: TreeChangedParams) => {
    heard.push(params);
    tell(params);
  });
  editor.changed = () => {
    const contentChanges = [{ text: editor.text }];
    session.notify('textDocument/didChange', { textDocument: { uri, version: editor.version }, contentChanges });
  };
  const output = { debug() {}, error() {} } as unknown as LogOutputChannel;
  const tree = new PlanTree(server as unknown as PlanServer, output);
  const fired: (string[] | null)[] = [];
  tree.onDidChangeTreeData((items) => fired.push(items?.map(({ node }) => node.label) ?? null));
  const revealed: string[] = [];
  const view = {
    visible: true,
    selection: [] as PlanItem[],
    reveal: async (item: PlanItem) => {
      const siblings = await tree.getChildren(item.parent ?? undefined);
      revealed.push(`${item.parent?.node.label} > ${item.node.label}: ${siblings.includes(item) ? 'there' : 'lost'}`);
    },
  };
  const gestures = new Gestures(server as unknown as PlanServer, tree, view as unknown as TreeView<PlanItem>, output);
  /** Another server takes its place. */
  const restart = async (lists = 4) => {
    await session.request('planTruth/owners', null);
    await begin();
    become('running');
    await session.request('planTruth/owners', null);
    // What stands at the top is read again, and then the lists below.
    await expect.poll(() => asked.filter((one) => one === 'tree').length).toBe(lists);
    asked.length = 0;
    await tree.getChildren();
  };

  const drawn = async (parent?: PlanItem, indent = ''): Promise<string[]> => {
    const lines: string[] = [];
    for (const item of await tree.getChildren(parent)) {
      lines.push(`${indent}${item.node.label}`, ...(await drawn(item, `${indent}  `)));
    }
    return lines;
  };
  const find = async (label: string, parent?: PlanItem): Promise<PlanItem | undefined> => {
    for (const item of await tree.getChildren(parent)) {
      const found = item.node.label.startsWith(label) ? item : await find(label, item);
      if (found) return found;
    }
    return undefined;
  };
  await drawn();
  asked.length = 0;
  const news = () => expect.poll(() => heard.length, { timeout: 20_000 }).toBeGreaterThan(0);
  return { server, tree, view, gestures, drawn, find, asked, fired, revealed, heard, news, restart };
}

describe('the tree', () => {
  it('asks for nothing that it knows, and shows anew what changed alone', async () => {
    const { gestures, find, drawn, asked, fired, news } = await opened();
    await drawn();
    expect(asked).toEqual([]);
    const keel = await find('F-101');
    await gestures.setStatus([keel!.node], (choices) => choices.find(({ next }) => next));
    await news();
    expect(fired).toEqual([['Ferry rebuild', 'Phase 2: Rig', 'F-101 Mast']]);
    expect(keel!.node.description).toBe('In Progress');
    await drawn();
    expect(asked).toEqual(['statusChoices']);
    expect(editor.said).toEqual(['F-101 Mast is now In Progress.']);
  });

  it('stands still while prose is written', async () => {
    const { fired, news } = await opened();
    editor.text = editor.text.replace('# Ferry rebuild\n', '# Ferry rebuild\n\nSome words.\n');
    editor.version++;
    editor.changed();
    await news();
    expect(fired).toEqual([]);
  });

  it('stands still where another server tells the same, and shows anew what it tells otherwise', async () => {
    const { fired, restart, drawn } = await opened();
    await restart();
    expect(fired).toEqual([]);
    editor.text = editor.text.replace('Lamps ', 'Lampes');
    await restart();
    await expect.poll(() => fired).toEqual([['F-104 Lampes']]);
    editor.text = editor.text.replace('## Phase 2: Rig', '## Phase 3: Rig');
    await restart(3);
    await expect.poll(() => fired.slice(1)).toEqual([['Ferry rebuild']]);
    expect(await drawn()).toContain('  Phase 3: Rig');
  });

  it('keeps what it knew while the server is away, and no gesture is made in silence', async () => {
    const { server, tree, gestures, drawn, find } = await opened();
    const before = await drawn();
    const item = await find('F-101');
    server.state = 'failed';
    for (const one of await tree.getChildren()) one.fresh = false;
    expect(await drawn()).toEqual(before);
    await gestures.ofItems(gestures.moveTickets)(item);
    expect(editor.said).toEqual(['Nothing was changed: the Plan Truth server is not running.']);
    expect(editor.text).toBe(ferry);
  });
});

describe('a gesture', () => {
  it('shows a ticket where it was moved to, at once', async () => {
    const { gestures, find, revealed, drawn } = await opened();
    await gestures.ofItems(gestures.moveTickets)(await find('F-101'));
    expect(revealed).toEqual(['Phase 1: Hull > F-101 Mast: there']);
    expect(editor.said).toEqual(['F-101 Mast is in Phase 1: Hull now.']);
    expect((await drawn()).slice(2, 6)).toEqual([
      '    F-001 Keel',
      '    F-002 Planking',
      '    F-003 Caulking',
      '    F-101 Mast',
    ]);
    expect(editor.text).toContain('- Phase 1: 1/4 done\n- Phase 2: 0/3 done');
  });

  it('adds a ticket and shows it', async () => {
    const { gestures, find, revealed } = await opened();
    await gestures.ofItems(gestures.addTicket)(await find('Phase 2'));
    expect(revealed).toEqual(['Phase 2: Rig > F-105 Rudder: there']);
    expect(editor.text).toContain('| F-105 | Rudder      | -         | Todo        | -          |\n');
  });

  it('is taken back, last things first; then it is for the editor to undo', async () => {
    const { gestures, find } = await opened();
    await gestures.ofItems(gestures.addTicket)(await find('Phase 2'));
    const once = editor.text;
    await gestures.ofItems(gestures.moveTickets)(await find('F-101'));
    const undo = gestures.command(gestures.undo);
    await undo();
    expect(editor.text).toBe(once);
    await undo();
    expect(editor.text).toBe(ferry);
    expect(editor.run).not.toContain('undo');
    await undo();
    expect([editor.text, editor.run.at(-1)]).toEqual([ferry, 'undo']);
  });

  it('is not taken back where the text has changed since', async () => {
    const { gestures, find } = await opened();
    await gestures.ofItems(gestures.addTicket)(await find('Phase 2'));
    editor.text = `${editor.text}More.\n`;
    editor.version++;
    const { text } = editor;
    await gestures.command(gestures.undo)();
    expect([editor.text, editor.said.at(-1)]).toEqual([text, 'Nothing was taken back: the text has changed since.']);
  });

  it('is worked out anew where the plan has changed meanwhile, and nothing of that is lost', async () => {
    const { gestures, find, asked } = await opened();
    let left = 2;
    editor.meanwhile = () => {
      if (left-- <= 0) return;
      editor.text = editor.text.replace('# Ferry rebuild\n', `# Ferry rebuild\n\nWords ${left}.\n`);
      editor.version++;
      editor.changed();
    };
    await gestures.ofItems(gestures.addDependency)(await find('F-104'));
    expect(asked.filter((one) => one === 'addDependency')).toHaveLength(3);
    const expected = ferry
      .replace('# Ferry rebuild\n', '# Ferry rebuild\n\nWords 0.\n\nWords 1.\n')
      .replace(
        '| F-104 | Lamps       | -         | Todo        | -          |',
        '| F-104 | Lamps       | -         | Todo        | F-001      |',
      );
    expect(editor.text).toBe(expected);
  });

  it('is made of what is selected where a key asks for it, and of nothing where the item is gone', async () => {
    const { gestures, find, view } = await opened();
    await gestures.ofItems(gestures.moveTickets)(undefined, [undefined]);
    expect(editor.said).toEqual(['Nothing was changed: the plan has become another meanwhile.']);
    const [mast, lamps] = [await find('F-101'), await find('F-104')];
    await gestures.ofItems(gestures.moveTickets)(mast, [mast, undefined]);
    expect(editor.text).toBe(ferry);
    view.selection = [mast!, lamps!];
    await gestures.ofItems(gestures.moveTickets)();
    expect(editor.said.at(-1)).toBe('2 tickets are in Phase 1: Hull now.');
  });

  it('that cannot be made says why', async () => {
    const { gestures, find } = await opened();
    const [plan, ticket] = [await find('Ferry'), await find('F-101')];
    await gestures.command(() => gestures.move([ticket!.node], plan!.node, null, true))();
    expect(editor.said).toEqual(['This is no longer in the plan.']);
    expect(editor.text).toBe(ferry);
  });

  it('offers what a user wrote as it is written, without icons', async () => {
    editor.text = ferry.replace('Keel', '$(zap) Keel').replace('Hull', '$(bug) Hull');
    const { gestures, find } = await opened();
    await gestures.ofItems(gestures.addDependency)(await find('F-104'));
    expect(editor.offered[0]!.slice(0, 1)).toMatchObject([
      { label: 'F-001 \\$(zap) Keel', description: 'Done · Phase 1: \\$(bug) Hull' },
    ]);
    expect(editor.said).toEqual(['F-104 Lamps depends on F-001 \\$(zap) Keel now.']);
  });
});

import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  CancellationTokenSource,
  FileChangeType,
  type InitializeResult,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Mirror, wrongEdits, wrongPlaces, wrongTokens } from './answers';
import type { Session } from './languageServer';
import { results } from './shapes';

/** Random numbers, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const typed = [
  ...[
    '|',
    '-',
    'x',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '- [ ] ',
    '- [x] K-9: more (depends on K-001)\n',
    '```\n',
    '<!--',
    '-->',
    '#',
  ],
  ...[
    '| K-777 | New | - | OPEN | K-001, K-2 |\n',
    '## Phase C\n',
    'K-001',
    '日本語',
    '😀',
    '\ud83d',
    '\u0000',
    '1 / 2',
    '50%',
  ],
  ...['', '', ', K-102', '| ID | Status |\n| - | - |\n', 'Status: DONE\n', '<!-- plan-truth-disable -->\n', '\t', '> '],
];

const inDocument = [
  ...['hover', 'definition', 'references', 'documentHighlight', 'completion', 'prepareRename', 'prepareCallHierarchy'],
  ...['documentSymbol', 'codeLens', 'foldingRange', 'documentLink', 'semanticTokens/full', 'diagnostic'],
  ...['rename', 'codeAction', 'selectionRange', 'inlayHint', 'semanticTokens/range'],
].map((name) => `textDocument/${name}`);
const ofWorkspace = ['workspace/symbol', 'workspace/diagnostic'];
const own = ['tree', 'treePath', 'ready', 'progress', 'owners', 'board', 'report', 'preview'].map(
  (name) => `planTruth/${name}`,
);

/** Nobody asks about a place amid a character, which answers may give back. */
function outsidePairs(document: TextDocument, { start, end }: Range): Range {
  const text = document.getText();
  const outside = (position: Position): Position => {
    const at = document.offsetAt(position);
    return /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1)) ? document.positionAt(at - 1) : position;
  };
  return { start: outside(start), end: outside(end) };
}

const isOfLater = (method: string): boolean =>
  ['workspace/diagnostic', 'codeLens/resolve'].includes(method) || method.startsWith('planTruth/');

/**
 * A client that does at random what clients do, and holds every answer against the protocol and against the texts as they were
 * when it asked.
 */
export class RandomSession {
  readonly problems: string[] = [];
  readonly asked = new Map<string, number>();
  readonly #folder = mkdtempSync(join(tmpdir(), 'plan-truth-'));
  readonly #open = new Map<string, Mirror>();
  readonly #disk = new Map<string, string>();
  readonly #running = new Set<Promise<void>>();
  readonly #random: () => number;
  /** All that any document ever was: of the disk the server hears a little later. */
  readonly #ever = new Map<string, string[]>();
  #legend = { types: 0, modifiers: 0 };
  #methods: string[] = [];
  #made = 0;

  constructor(
    readonly session: Session,
    seed: number,
    readonly plans: readonly string[],
  ) {
    this.#random = randomNumbers(seed);
    onTestFinished(() => rmSync(this.#folder, { recursive: true, force: true }));
    for (const plan of plans) this.#write(this.#newUri(), plan);
  }

  get folderUri(): string {
    return pathToFileURL(this.#folder).toString();
  }

  initialized({ capabilities }: InitializeResult): void {
    const legend = capabilities.semanticTokensProvider?.legend;
    const { diagnosticProvider, codeActionProvider } = capabilities;
    this.#methods = [...inDocument, ...inDocument, ...ofWorkspace].filter(
      (name) =>
        (diagnosticProvider || !name.endsWith('diagnostic')) && (codeActionProvider || !name.endsWith('codeAction')),
    );
    this.#legend = { types: legend?.tokenTypes.length ?? 0, modifiers: legend?.tokenModifiers.length ?? 0 };
  }

  async steps(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      this.#step();
      // Most of the time several things are under way, now and then none.
      if (this.#chance(0.03)) await this.settled();
      else if (this.#chance(0.3)) await new Promise((resolve) => setImmediate(resolve));
    }
    await this.settled();
  }

  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** Closes every document and waits until the server has nothing more to do. */
  async rest(): Promise<number> {
    for (const uri of [...this.#open.keys()]) this.#close(uri);
    await this.settled();
    await this.session.request('workspace/symbol', { query: '' });
    return this.session.heap();
  }

  #step(): void {
    const uri = this.#pick([...this.#open.keys()]);
    const dice = this.#random();
    if (uri === undefined || (dice < 0.04 && this.#open.size < 8)) this.#openOne();
    else if (dice < 0.45) this.#edit(uri);
    else if (dice < 0.82) this.#ask(uri);
    else if (dice < 0.86) this.#askOwn(uri);
    else if (dice < 0.88) this.#close(uri);
    else if (dice < 0.9) this.session.notify('textDocument/didSave', { textDocument: { uri } });
    else if (dice < 0.97) this.#disturbDisk();
    else if (dice < 0.99) this.#changeSettings();
    else this.#changeFolders();
  }

  #openOne(): void {
    const uri = this.#pick([...this.#disk.keys()].filter((one) => !this.#open.has(one))) ?? this.#newUri();
    const text = this.#disk.get(uri) ?? this.#pick(this.plans)!;
    this.#open.set(uri, { version: 1, text });
    this.#remember(uri, text);
    this.session.open(uri, text);
  }

  #close(uri: string): void {
    this.#open.delete(uri);
    this.session.notify('textDocument/didClose', { textDocument: { uri } });
  }

  #edit(uri: string): void {
    const { version, text } = this.#open.get(uri)!;
    const document = TextDocument.create(uri, 'markdown', version, text);
    const changes: TextDocumentContentChangeEvent[] = [];
    for (let i = this.#chance(0.8) ? 1 : 3; i > 0; i--) {
      const change = this.#change(document);
      changes.push(change);
      TextDocument.update(document, [change], version + 1);
    }
    this.#open.set(uri, { version: version + 1, text: document.getText() });
    this.#remember(uri, document.getText());
    this.session.notify('textDocument/didChange', {
      textDocument: { uri, version: version + 1 },
      contentChanges: changes,
    });
  }

  #change(document: TextDocument): TextDocumentContentChangeEvent {
    const text = document.getText();
    if (this.#chance(0.02) || text.length > 20_000) return { text: this.#pick(this.plans)! };
    const range = this.#range(document, this.#chance(0.1) ? 400 : 6);
    return { range, text: this.#pick(typed)! };
  }

  #ask(uri: string): void {
    const method = this.#pick(this.#methods)!;
    this.#request(method, uri, this.#params(method, uri));
  }

  #params(method: string, uri: string): object {
    const document = TextDocument.create(uri, 'markdown', 1, this.#open.get(uri)!.text);
    const { start: position } = outsidePairs(document, this.#range(document, 0));
    const range = outsidePairs(document, this.#range(document, this.#chance(0.5) ? 0 : 500));
    const about = { textDocument: { uri }, position };
    if (method === 'workspace/symbol') return { query: this.#pick(['', 'K-1', 'sail', 'merged', '日'])! };
    if (method === 'workspace/diagnostic') return { previousResultIds: [] };
    if (method.endsWith('references')) return { ...about, context: { includeDeclaration: this.#chance(0.5) } };
    if (method.endsWith('rename'))
      return { ...about, newName: this.#pick(['K-001', 'Z-9', '', 'a b', 'K-4242', '|'])! };
    if (method.endsWith('selectionRange')) return { ...about, positions: [position] };
    if (method.endsWith('codeAction')) {
      const only = this.#pick([undefined, ['quickfix'], ['source.fixAll'], ['refactor'], ['']]);
      return { ...about, range, context: { diagnostics: [], ...(only ? { only } : {}) } };
    }
    return { ...about, range };
  }

  #askOwn(uri: string): void {
    const method = this.#pick(own)!;
    this.#request(method, uri, { uri, position: { line: 3, character: 2 }, parent: null });
  }

  /** Sends a request, sometimes takes it back, and holds the answer against what was known as it was sent. */
  #request(method: string, uri: string, params: object): void {
    const open = new Map(this.#open);
    const texts = (at: string): readonly string[] => {
      // Some are worked out from what is known later; a lens that is resolved brings its own place along.
      const mirror = isOfLater(method) ? undefined : open.get(at);
      return mirror ? [mirror.text] : (this.#ever.get(at) ?? []);
    };
    const cancelled = this.#chance(0.12);
    const source = new CancellationTokenSource();
    this.asked.set(method, (this.asked.get(method) ?? 0) + 1);
    const answered = this.session.connection
      .sendRequest<unknown>(method, params, source.token)
      .then((result) => this.#check(method, uri, result, open, texts))
      .catch((error: unknown) => this.#failed(method, params, error, cancelled))
      .finally(() => this.#running.delete(answered));
    this.#running.add(answered);
    if (cancelled) source.cancel();
  }

  #check(
    method: string,
    uri: string,
    result: unknown,
    open: ReadonlyMap<string, Mirror>,
    texts: (uri: string) => readonly string[],
  ): void {
    const say = (wrong: readonly string[]): void => {
      for (const one of wrong) this.problems.push(`${method}: ${one}`);
    };
    say(results[method]?.(result, 'result') ?? []);
    say(wrongPlaces(result, uri, texts));
    say(wrongEdits(result, open, texts));
    if (method.includes('semanticTokens') && result !== null)
      say(wrongTokens((result as { data: number[] }).data, texts(uri)[0]!, this.#legend.types, this.#legend.modifiers));
    this.#goOn(method, uri, result);
  }

  /** Asks what a client asks of an answer. */
  #goOn(method: string, uri: string, result: unknown): void {
    if (!Array.isArray(result) || !this.#open.has(uri) || !this.#chance(0.5)) return;
    const one = this.#pick(result);
    if (method.endsWith('codeLens') && one) this.#request('codeLens/resolve', uri, one);
    if (method.endsWith('codeAction') && one && !one.edit) this.#request('codeAction/resolve', uri, one);
    if (method.endsWith('prepareCallHierarchy') && one)
      for (const way of ['incomingCalls', 'outgoingCalls'])
        this.#request(`callHierarchy/${way}`, one.uri, { item: one });
  }

  #failed(method: string, params: object, error: unknown, cancelled: boolean): void {
    const code = error instanceof ResponseError ? error.code : null;
    if (code === LSPErrorCodes.RequestCancelled && cancelled) return;
    if (code === LSPErrorCodes.ContentModified || code === LSPErrorCodes.RequestFailed) return;
    this.problems.push(`${method} ${JSON.stringify(params)}: ${error}`);
  }

  #disturbDisk(): void {
    const uris = [...this.#disk.keys()];
    const uri = this.#pick(uris);
    const dice = this.#random();
    if (uri === undefined || (dice < 0.3 && uris.length < 12)) {
      const made = this.#newUri();
      this.#write(made, this.#pick(this.plans)!);
      this.#watched(made, FileChangeType.Created);
    } else if (dice < 0.6) {
      this.#write(uri, `${this.#pick(this.plans)}\n${this.#pick(typed)}`);
      this.#watched(uri, FileChangeType.Changed);
    } else if (dice < 0.8) {
      const to = this.#newUri();
      renameSync(new URL(uri), new URL(to));
      for (const text of this.#ever.get(uri) ?? []) this.#remember(to, text);
      this.#disk.set(to, this.#disk.get(uri)!);
      this.#disk.delete(uri);
      this.session.notify('workspace/didRenameFiles', { files: [{ oldUri: uri, newUri: to }] });
      this.#watched(uri, FileChangeType.Deleted);
      this.#watched(to, FileChangeType.Created);
    } else if (uris.length > 2) {
      rmSync(new URL(uri));
      this.#disk.delete(uri);
      this.#watched(uri, FileChangeType.Deleted);
      this.session.notify('workspace/didDeleteFiles', { files: [{ uri }] });
    }
  }

  #watched(uri: string, type: FileChangeType): void {
    this.session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

  #changeSettings(): void {
    this.session.settings = this.#pick([
      null,
      { rules: { 'stale-summary': 'off' } },
      { codeLens: { enabled: false }, inlayHints: { enabled: true } },
      { vocabulary: { OPEN: 'done', Sail: 'blocked' } },
      { files: { exclude: ['*1.md'] }, rules: { 'no-such-rule': 'off' } },
    ]);
    this.session.notify('workspace/didChangeConfiguration', { settings: null });
  }

  #changeFolders(): void {
    const has = this.session.folders.length > 0;
    const one = { uri: this.folderUri, name: 'plans' };
    this.session.folders = has ? [] : [one.uri];
    this.session.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: has ? [] : [one], removed: has ? [one] : [] },
    });
  }

  #newUri(): string {
    const name = this.#chance(0.2) ? `計画 ${this.#made++}.md` : `plan-${this.#made++}.md`;
    return pathToFileURL(join(this.#folder, 'docs', name)).toString();
  }

  #remember(uri: string, text: string): void {
    this.#ever.set(uri, [...(this.#ever.get(uri) ?? []), text]);
  }

  #write(uri: string, text: string): void {
    mkdirSync(join(this.#folder, 'docs'), { recursive: true });
    writeFileSync(new URL(uri), text);
    this.#remember(uri, text);
    this.#disk.set(uri, text);
  }

  #range(document: TextDocument, length: number): Range {
    const text = document.getText();
    const start = Math.floor(this.#random() * (text.length + 1));
    const end = Math.min(text.length, start + Math.floor(this.#random() * (length + 1)));
    const at = (offset: number): Position => document.positionAt(offset);
    return { start: at(start), end: at(end) };
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #pick<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(this.#random() * from.length)];
  }
}

// One document open in one server: edits it and checks what comes back.
import { performance } from 'node:perf_hooks';
import { Client, Silence } from './client.mjs';

/**
 * @typedef {import('./contenders.mjs').Contender} Contender
 * @typedef {import('./documents.mjs').PlanDocument} PlanDocument
 * @typedef {import('./documents.mjs').Row} Row
 */

/** What the client says it can do. */
const capabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { labelDetailsSupport: true } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source'] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
  workspace: { configuration: false, workspaceFolders: true },
};

/** What a client says that asks for diagnostics. */
const pulling = { diagnostic: { relatedInformation: true } };

/** An answer that is not what it has to be: the figures of such a server mean nothing. */
export class WrongAnswer extends Error {}

/** Starts that came to nothing, by contender: rumdl now and then never answers its first request. @type {Map<string, number>} */
export const failedStarts = new Map();

export class Session {
  /** From the start of the process to the answer to `initialize`, in milliseconds. */
  startup = Number.NaN;
  #version = 1;
  /** The server wants the whole text at every change. */
  #full = false;

  /** @param {Contender} contender @param {PlanDocument} document @param {string} folder */
  constructor(contender, document, folder) {
    this.contender = contender;
    this.document = document;
    this.uri = `file://${folder}/${document.name}.md`;
    this.folder = folder;
    this.client = new Client(contender.name, contender.command, folder);
    this.lines = document.text.split('\n');
    contender.prepare?.(this.client, () => this.lines.join('\n'));
    const { settings } = contender;
    if (settings)
      this.client.answer('workspace/configuration', ({ items }) =>
        items.map(({ section }) =>
          section in settings ? settings[/** @type {keyof typeof settings} */ (section)] : null,
        ),
      );
  }

  /**
   * A session whose server has started.
   * @param {Contender} contender @param {PlanDocument} document @param {string} folder
   * @param {boolean} [withFolder] whether it is told of the folder
   */
  static async start(contender, document, folder, withFolder = false) {
    for (let attempt = 1; ; attempt++) {
      const session = new Session(contender, document, folder);
      try {
        await session.#initialize(withFolder);
        return session;
      } catch (error) {
        await session.client.stop();
        if (!(error instanceof Silence) || attempt === 5) throw error;
        failedStarts.set(contender.name, (failedStarts.get(contender.name) ?? 0) + 1);
      }
    }
  }

  /** @param {boolean} withFolder */
  async #initialize(withFolder) {
    const { pulls, options, settings } = this.contender;
    const folders = withFolder ? [{ uri: `file://${this.folder}`, name: 'bench' }] : null;
    const params = {
      processId: process.pid,
      rootUri: folders ? folders[0].uri : null,
      workspaceFolders: folders,
      capabilities: {
        ...capabilities,
        textDocument: { ...capabilities.textDocument, ...(pulls ? pulling : {}) },
        workspace: { ...capabilities.workspace, configuration: settings !== undefined },
      },
      initializationOptions: options,
    };
    const { capabilities: its } = await this.client.request('initialize', params, 4_000);
    this.startup = performance.now() - this.client.started;
    const sync = its.textDocumentSync?.change ?? its.textDocumentSync;
    this.#full = sync === 1;
    this.client.notify('initialized', {});
    if (settings) this.client.notify('workspace/didChangeConfiguration', { settings });
  }

  /** Opens the document. Gives the milliseconds until it is known that nothing is wrong with it. */
  async open() {
    const start = performance.now();
    const diagnostics = this.#awaited([]);
    this.client.notify('textDocument/didOpen', {
      textDocument: { uri: this.uri, languageId: 'markdown', version: this.#version, text: this.document.text },
    });
    await diagnostics();
    return performance.now() - start;
  }

  /**
   * Edits a row so that it has to be reported, or takes that back.
   * @param {Row} row @param {boolean} back
   * @returns {Promise<number>} milliseconds from before the write to the parsed answer, which is right
   */
  async key(row, back) {
    const edit = this.change(row, back);
    const wanted = back ? [] : this.contender.reports(row);
    const start = performance.now();
    const diagnostics = this.#awaited(wanted);
    this.client.notify('textDocument/didChange', edit);
    await diagnostics();
    return performance.now() - start;
  }

  /** The edit as the client tells it. @param {Row} row @param {boolean} back */
  change(row, back) {
    const { start, end, text } = this.contender.breaks(row);
    const { line } = row;
    const whole = row.text;
    const was = whole.slice(start, end);
    const range = { start: { line, character: start }, end: { line, character: back ? start + text.length : end } };
    this.lines[line] = back ? whole : whole.slice(0, start) + text + whole.slice(end);
    return {
      textDocument: { uri: this.uri, version: ++this.#version },
      contentChanges: this.#full ? [{ text: this.lines.join('\n') }] : [{ range, text: back ? was : text }],
    };
  }

  /** The edit as it is told, for what is not a ticket's row. @param {object} range @param {string} text */
  edit(range, text) {
    return { textDocument: { uri: this.uri, version: ++this.#version }, contentChanges: [{ range, text }] };
  }

  /** Asks for diagnostics, or waits for them. Gives what waits, so that waiting can begin before the edit is told. @param {number[]} wanted */
  #awaited(wanted) {
    const { client, uri, contender } = this;
    if (contender.pulls)
      return async () => {
        const report = await client.request('textDocument/diagnostic', { textDocument: { uri } });
        this.#check(report.items, wanted);
      };
    // A server that tells may still be telling of the text before.
    const came = client.listen('textDocument/publishDiagnostics', (params) => {
      if (params.uri !== uri || (params.version !== undefined && params.version !== this.#version)) return undefined;
      return same(linesOf(params.diagnostics), wanted) ? true : undefined;
    });
    return () => came;
  }

  /** @param {any[]} diagnostics @param {number[]} wanted */
  #check(diagnostics, wanted) {
    if (this.contender.name === 'empty') {
      const { message } = diagnostics[0];
      if (!message.startsWith(`version ${this.#version},`)) throw new WrongAnswer(`empty: ${message}`);
      return;
    }
    const found = linesOf(diagnostics);
    if (same(found, wanted)) return;
    const first = diagnostics.slice(0, 3).map(({ range, message }) => `${range.start.line}: ${message}`);
    throw new WrongAnswer(
      `${this.contender.name} reports lines ${found.slice(0, 9)} of ${this.document.name}, not ${wanted} (${first})`,
    );
  }
}

/** @param {any[]} diagnostics */
const linesOf = (diagnostics) => [...new Set(diagnostics.map(({ range }) => range.start.line))].sort((a, b) => a - b);

/** @param {number[]} a @param {number[]} b */
const same = (a, b) => a.length === b.length && a.every((line, i) => line === [...b].sort((x, y) => x - y)[i]);

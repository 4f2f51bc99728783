import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { type Delivery, diagnosticsOf, type ResultIds } from './delivery';
import { canonical } from './documents';
import { Slices } from './host';
import { inParts, type Parts } from './parts';

/** What a client that is waiting for news has of each document: the id of its last answer. */
type Known = Map<string, string>;

/**
 * The findings of all plans, for a client that asks for the whole workspace. Such a client asks for ever: where there is no
 * news, it waits for the answer, so that it does not ask in vain every other second.
 *
 * Open documents are among them, since not all that is open is seen, and VS Code asks for what is seen alone. There it goes by
 * its own question, not by this answer: what it shows of a document that is closed is not known, so that this is told anew.
 */
export class WorkspaceDiagnostics {
  /** The request that is being answered. */
  #asking: { readonly known: Known; wake: () => void } | null = null;
  readonly #open = new Set<string>();
  /** Counts the changes, so that none is missed while findings are worked out. */
  #changes = 0;
  #answered = false;
  #stopped = false;

  constructor(
    readonly delivery: Delivery,
    readonly ids: ResultIds,
    /** Settled once the workspace's plans are read. */
    readonly read: Promise<void> | null,
  ) {}

  /** These documents changed, were opened or closed; null: any may have. */
  touched(uris: readonly string[] | null): void {
    for (const uri of uris ?? [])
      if (this.delivery.documents.isOpen(uri)) this.#open.add(uri);
      else if (this.#open.delete(uri)) this.#asking?.known.delete(uri);
  }

  /** It has been quiet since the last change. */
  changed(): void {
    this.#changes++;
    this.#asking?.wake();
  }

  stop(): void {
    this.#stopped = true;
    this.#asking?.wake();
  }

  /**
   * The answer to `workspace/diagnostic`.
   * @param parts A client that takes it in parts takes its time, too: it waits until there is news.
   */
  async report(
    params: WorkspaceDiagnosticParams,
    parts: Parts<WorkspaceDiagnosticReportPartialResult>,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    await this.read;
    const known: Known = new Map(params.previousResultIds.map(({ uri, value }) => [canonical(uri), value]));
    const asking = { known, wake: () => {} };
    this.#asking?.wake();
    this.#asking = asking;
    // The first time there is an answer in any case.
    const holds = parts !== undefined && this.#answered;
    this.#answered = true;
    const isOver = () => this.#asking !== asking || this.#stopped || token.isCancellationRequested;
    for (;;) {
      const before = this.#changes;
      const items = await this.#news(known, token);
      if (items.length > 0 || !holds || isOver()) return { items: await this.#sent(items, parts, token) };
      if (before === this.#changes) await sleep(asking, token);
      if (isOver()) return { items: [] };
    }
  }

  /** Sends a long answer in parts. Gives what is left of it. */
  #sent(
    items: WorkspaceDocumentDiagnosticReport[],
    parts: Parts<WorkspaceDiagnosticReportPartialResult>,
    token: CancellationToken,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const lists = parts && { report: (some: WorkspaceDocumentDiagnosticReport[]) => parts.report({ items: some }) };
    return inParts(items, (item) => item, { parts: lists, token, host: this.delivery.host });
  }

  /** What the client does not have, document by document. Brings `known` up to it. */
  async #news(known: Known, token: CancellationToken): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const { documents, converter, host, workspace } = this.delivery;
    let { snapshot } = documents;
    const news: WorkspaceDocumentDiagnosticReport[] = [];
    const uris = new Set([...(workspace() ? snapshot.planUris : []), ...known.keys()]);
    const slices = new Slices(host);
    for (const uri of uris) {
      const items = workspace() ? diagnosticsOf(this.delivery, snapshot, uri) : [];
      const resultId = items.length === 0 ? undefined : this.ids.of(uri, JSON.stringify(items));
      if (known.get(uri) !== resultId) {
        const id = resultId === undefined ? {} : { resultId };
        const kind = DocumentDiagnosticReportKind.Full;
        news.push({ kind, uri: converter.clientUri(uri), version: documents.version(uri), items, ...id });
      }
      if (resultId === undefined) known.delete(uri);
      else known.set(uri, resultId);
      if (!(await slices.pause())) continue;
      if (token.isCancellationRequested) break;
      // What was known of the plans before an edit is known of those behind it.
      snapshot = documents.snapshot;
    }
    return news;
  }
}

/** Until it is woken or cancelled. */
function sleep(asking: { wake: () => void }, token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const cancelled = token.onCancellationRequested(() => asking.wake());
    asking.wake = () => {
      asking.wake = () => {};
      cancelled.dispose();
      resolve();
    };
  });
}

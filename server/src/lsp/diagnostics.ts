import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { Snapshot } from '../core/analysis/snapshot';
import { type Delivery, diagnosticsOf, ResultIds } from './delivery';
import type { Moment } from './documents';
import { Quiet, Slices } from './host';
import { WorkspaceDiagnostics } from './workspaceDiagnostics';

/** How findings reach the client. */
export interface Diagnostics {
  /** These documents changed; null: any may have (settings). */
  changed(uris: readonly string[] | null): void;
  stop(): void;
}

const quietMilliseconds = 200;

/**
 * For a client that asks. It asks again of itself when a document changes; where a change in one document, on the disk
 * or in the settings changed the findings of another that it asked for, it is told to.
 */
export class PulledDiagnostics implements Diagnostics {
  readonly workspace: WorkspaceDiagnostics;
  /** What the client has: the answer, and which text it was about. */
  readonly #given = new Map<string, { content: string; version: number | null }>();
  readonly #ids = new ResultIds();
  readonly #quiet: Quiet;

  /** @param read Settled once the workspace's plans are read: until then, their findings change with each of them. */
  constructor(
    readonly delivery: Delivery,
    read: Promise<void> | null,
  ) {
    this.workspace = new WorkspaceDiagnostics(delivery, this.#ids, read);
    this.#quiet = new Quiet(
      delivery.host,
      quietMilliseconds,
      delivery.guard.run('diagnostics', () => {
        this.#refresh();
        this.workspace.changed();
      }),
    );
  }

  changed(uris: readonly string[] | null): void {
    this.workspace.touched(uris);
    this.#quiet.touch();
  }

  stop(): void {
    this.workspace.stop();
    this.#quiet.stop();
  }

  /** The answer to `textDocument/diagnostic`. */
  report({ uri, snapshot, version }: Moment, previousResultId: string | undefined): DocumentDiagnosticReport {
    const items = diagnosticsOf(this.delivery, snapshot, uri);
    const content = JSON.stringify(items);
    const resultId = this.#ids.of(uri, content);
    this.#given.set(uri, { content, version });
    if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  #refresh(): void {
    const { documents, converter, connection, guard } = this.delivery;
    const { snapshot } = documents;
    let stale = false;
    for (const [uri, { content, version }] of this.#given) {
      if (!documents.isOpen(uri)) this.#given.delete(uri);
      else if (documents.version(uri) === version)
        stale ||= JSON.stringify(diagnosticsOf(this.delivery, snapshot, uri)) !== content;
    }
    if (stale && converter.client.refreshesDiagnostics)
      connection.languages.diagnostics.refresh().catch((error: unknown) => guard.log('refresh', error));
  }
}

/** Plans that are checked this quickly are checked at every key. */
const quickMilliseconds = 25;

/**
 * For a client that cannot ask: what differs from what it was told before, and nothing else. Of open documents at once, as long as that
 * is quick; of all others after a short quiet.
 */
export class PushedDiagnostics implements Diagnostics {
  readonly #told = new Map<string, string>();
  readonly #first = new Set<string>();
  readonly #quiet: Quiet;
  #run = 0;
  /** How long it took to check what changed last. */
  #cost = 0;
  #soon: (() => void) | null = null;

  constructor(readonly delivery: Delivery) {
    this.#quiet = new Quiet(
      delivery.host,
      quietMilliseconds,
      delivery.guard.run('diagnostics', () => this.#tellAll()),
    );
  }

  changed(uris: readonly string[] | null): void {
    this.#run++;
    for (const uri of uris ?? []) this.#first.add(uri);
    this.#quiet.touch();
    const { host, guard } = this.delivery;
    if (uris && this.#cost < quickMilliseconds)
      this.#soon ??= host.later(
        0,
        guard.run('diagnostics', () => this.#tellFirst()),
      );
  }

  stop(): void {
    this.#run++;
    this.#quiet.stop();
    this.#soon?.();
  }

  #tellFirst(): void {
    this.#soon = null;
    const { documents } = this.delivery;
    const { snapshot } = documents;
    const start = Date.now();
    for (const uri of this.#first) if (documents.isOpen(uri)) this.#tell(snapshot, uri);
    this.#cost = Date.now() - start;
  }

  /** What changed first, then what is open, then the rest; a change meanwhile begins anew. */
  async #tellAll(): Promise<void> {
    const { documents, host } = this.delivery;
    const { snapshot } = documents;
    const run = this.#run;
    const uris = new Set([...this.#first, ...documents.openUris, ...snapshot.planUris, ...this.#told.keys()]);
    this.#first.clear();
    const slices = new Slices(host);
    for (const uri of uris) {
      if (run !== this.#run) return;
      this.#tell(snapshot, uri);
      await slices.pause();
    }
  }

  #tell(snapshot: Snapshot, uri: string): void {
    const { connection, documents } = this.delivery;
    const wanted = this.delivery.workspace() || documents.isOpen(uri);
    const diagnostics = wanted ? diagnosticsOf(this.delivery, snapshot, uri) : [];
    const content = diagnostics.length === 0 ? '' : JSON.stringify(diagnostics);
    if ((this.#told.get(uri) ?? '') === content) return;
    if (content === '') this.#told.delete(uri);
    else this.#told.set(uri, content);
    const version = documents.version(uri);
    void connection.sendDiagnostics({
      uri: documents.clientUri(uri),
      diagnostics,
      ...(version === null ? {} : { version }),
    });
  }
}

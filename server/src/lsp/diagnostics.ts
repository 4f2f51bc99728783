import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { Snapshot } from '../core/analysis/snapshot';
import { check } from '../core/rules/check';
import type { Converter } from './convert';
import type { Documents, Moment } from './documents';
import type { Guard } from './guard';
import { breathe, type Host, Quiet } from './host';

/** How findings reach the client. */
export interface Diagnostics {
  /** These documents changed; null: any may have (settings). */
  changed(uris: readonly string[] | null): void;
  stop(): void;
}

/** What both ways of delivery need. */
export interface Delivery {
  readonly connection: Connection;
  readonly host: Host;
  readonly guard: Guard;
  readonly documents: Documents;
  readonly converter: Converter;
}

const quietMilliseconds = 200;
/** How long findings may be worked out before requests get their turn. */
const sliceMilliseconds = 25;

/** The findings of one document for the client. A rule that throws is logged. */
export function diagnosticsOf({ guard, converter }: Delivery, snapshot: Snapshot, uri: string): Diagnostic[] {
  const source = snapshot.source(uri);
  if (!source) return [];
  const findings = check(snapshot, uri, (rule, error) => guard.log(rule, error));
  return findings.map((finding) => converter.diagnostic(snapshot, source, finding));
}

/**
 * For a client that asks. It asks again of itself when a document changes; where a change in one document, on the disk
 * or in the settings changed the findings of another that it asked for, it is told to.
 */
export class PulledDiagnostics implements Diagnostics {
  /** What the client has: the answer, and which text it was about. */
  readonly #given = new Map<string, { id: string; content: string; version: number | null }>();
  readonly #quiet: Quiet;
  #lastId = 0;

  constructor(readonly delivery: Delivery) {
    this.#quiet = new Quiet(
      delivery.host,
      quietMilliseconds,
      delivery.guard.run('diagnostics', () => this.#refresh()),
    );
  }

  changed(): void {
    this.#quiet.touch();
  }

  stop(): void {
    this.#quiet.stop();
  }

  /** The answer to `textDocument/diagnostic`. */
  report({ uri, snapshot, version }: Moment, previousResultId: string | undefined): DocumentDiagnosticReport {
    const items = diagnosticsOf(this.delivery, snapshot, uri);
    const content = JSON.stringify(items);
    const before = this.#given.get(uri);
    const same = before?.content === content;
    const id = same ? before.id : String(++this.#lastId);
    this.#given.set(uri, { id, content, version });
    if (same && previousResultId === id) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
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

/** For a client that cannot ask: after a short quiet, what differs from what it was told before, and nothing else. */
export class PushedDiagnostics implements Diagnostics {
  readonly #told = new Map<string, string>();
  readonly #first = new Set<string>();
  readonly #quiet: Quiet;
  #run = 0;

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
  }

  stop(): void {
    this.#run++;
    this.#quiet.stop();
  }

  /** What changed first, then what is open, then the rest; a change meanwhile begins anew. */
  async #tellAll(): Promise<void> {
    const { documents, host } = this.delivery;
    const { snapshot } = documents;
    const run = this.#run;
    const uris = new Set([...this.#first, ...documents.openUris, ...snapshot.planUris, ...this.#told.keys()]);
    this.#first.clear();
    let until = Date.now() + sliceMilliseconds;
    for (const uri of uris) {
      if (run !== this.#run) return;
      this.#tell(snapshot, uri);
      if (Date.now() < until) continue;
      await breathe(host);
      until = Date.now() + sliceMilliseconds;
    }
  }

  #tell(snapshot: Snapshot, uri: string): void {
    const { connection, documents } = this.delivery;
    const diagnostics = diagnosticsOf(this.delivery, snapshot, uri);
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

import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Snapshot } from '../core/analysis/snapshot';
import { check } from '../core/rules/check';
import type { Converter } from './convert';
import type { Documents } from './documents';
import type { Guard } from './guard';
import type { Host } from './host';

/** What every way of delivering findings needs. */
export interface Delivery {
  readonly connection: Connection;
  readonly host: Host;
  readonly guard: Guard;
  readonly documents: Documents;
  readonly converter: Converter;
  /** Whether the findings of plans that are not open are wanted. */
  readonly workspace: () => boolean;
}

/** The findings of one document for the client. A rule that throws is logged. */
export function diagnosticsOf({ guard, converter }: Delivery, snapshot: Snapshot, uri: string): Diagnostic[] {
  const source = snapshot.source(uri);
  if (!source) return [];
  const findings = check(snapshot, uri, (rule, error) => guard.log(rule, error));
  return findings.map((finding) => converter.diagnostic(snapshot, source, finding));
}

/** The same findings of a document have the same id, whichever request they are the answer to. */
export class ResultIds {
  readonly #known = new Map<string, { readonly id: string; readonly content: string }>();
  #last = 0;

  of(uri: string, content: string): string {
    const known = this.#known.get(uri);
    if (known?.content === content) return known.id;
    const id = String(++this.#last);
    this.#known.set(uri, { id, content });
    return id;
  }
}

import {
  type CodeAction,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  type Hover,
  type Range,
  type SymbolInformation,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Snapshot } from '../core/analysis/snapshot';
import type { Action } from '../core/features/actions';
import type { Hover as PlanHover } from '../core/features/hover';
import type { Symbol as PlanSymbol } from '../core/features/symbols';
import type { TreeItem } from '../core/features/tree';
import type { Finding } from '../core/rules/finding';
import type { SourceText } from '../core/text/source';
import type { Span } from '../core/text/span';
import { rulePage } from '../names';
import type { TreeNode } from '../protocol';
import type { Client } from './client';
import type { Encoding } from './encoding';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** Turns what the core says into what goes over the wire, for one client. The only place that knows both. */
export class Converter {
  constructor(
    readonly client: Client,
    readonly encoding: Encoding,
    /** The client's own spelling of a URI. */
    readonly clientUri: (uri: string) => string,
  ) {}

  range(source: SourceText, span: Span): Range {
    return { start: this.encoding.position(source, span.start), end: this.encoding.position(source, span.end) };
  }

  /** A range of the client's as a span, its ends in order. */
  span(source: SourceText, { start, end }: Range): Span {
    const a = this.encoding.offset(source, start);
    const b = this.encoding.offset(source, end);
    return { start: Math.min(a, b), end: Math.max(a, b) };
  }

  diagnostic(snapshot: Snapshot, source: SourceText, finding: Finding): Diagnostic {
    const diagnostic: Diagnostic = {
      range: this.range(source, finding.span),
      severity: severities[finding.severity],
      code: finding.rule,
      source: 'plan-truth',
      message: finding.message,
    };
    if (this.client.codeDescription) diagnostic.codeDescription = { href: rulePage(finding.rule) };
    const related = finding.related.flatMap(({ uri, span, message }) => {
      const there = snapshot.source(uri);
      return there ? [{ location: { uri: this.clientUri(uri), range: this.range(there, span) }, message }] : [];
    });
    if (this.client.relatedInformation && related.length > 0) diagnostic.relatedInformation = related;
    return diagnostic;
  }

  hover(source: SourceText, { span, markdown }: PlanHover): Hover {
    return {
      range: this.range(source, span),
      contents: this.client.markdown
        ? { kind: 'markdown', value: markdown }
        : { kind: 'plaintext', value: plainText(markdown) },
    };
  }

  /** @param version Of the document that the action's edits are for; null where it is not open. */
  action(snapshot: Snapshot, uri: string, version: number | null, action: Action): CodeAction {
    const source = snapshot.source(uri)!;
    const edits = action.edits.map(({ span, newText }): TextEdit => ({ range: this.range(source, span), newText }));
    return {
      title: action.title,
      kind: action.kind,
      edit: this.#workspaceEdit(uri, version, edits),
      ...(action.preferred && this.client.preferredActions ? { isPreferred: true } : {}),
      ...(action.finding ? { diagnostics: [this.diagnostic(snapshot, source, action.finding)] } : {}),
    };
  }

  symbol(source: SourceText, symbol: PlanSymbol): DocumentSymbol {
    return {
      name: symbol.name,
      detail: symbol.detail,
      kind: symbolKinds[symbol.type],
      range: this.range(source, symbol.span),
      selectionRange: this.range(source, symbol.nameSpan),
      children: symbol.children.map((child) => this.symbol(source, child)),
    };
  }

  /** The same for a client that knows flat lists only. */
  flatSymbols(
    source: SourceText,
    uri: string,
    symbols: readonly PlanSymbol[],
    containerName?: string,
  ): SymbolInformation[] {
    return symbols.flatMap((symbol) => [
      {
        name: symbol.name,
        kind: symbolKinds[symbol.type],
        location: { uri: this.clientUri(uri), range: this.range(source, symbol.nameSpan) },
        ...(containerName === undefined ? {} : { containerName }),
      },
      ...this.flatSymbols(source, uri, symbol.children, symbol.name),
    ]);
  }

  treeNode(source: SourceText, item: TreeItem, tooltip: string): TreeNode {
    const { span, ...rest } = item;
    return { ...rest, uri: this.clientUri(item.uri), range: this.range(source, span), tooltip };
  }

  #workspaceEdit(uri: string, version: number | null, edits: TextEdit[]): WorkspaceEdit {
    const own = this.clientUri(uri);
    if (this.client.documentChanges) return { documentChanges: [{ textDocument: { uri: own, version }, edits }] };
    return { changes: { [own]: edits } };
  }
}

const symbolKinds = { group: SymbolKind.Namespace, ticket: SymbolKind.Field } as const;

/** Our own Markdown as text: links by their names, no emphasis, no escapes. */
function plainText(markdown: string): string {
  return markdown
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/\]\([^()\s]*\)/g, '')
    .replace(/\\([\\`*_[\]<>&$|~!@:.])|\[/g, '$1');
}

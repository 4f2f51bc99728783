import {
  type CallHierarchyItem,
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  InsertTextFormat,
  type Location,
  type LocationLink,
  type Position,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SymbolInformation,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { ConfigProblem } from '../config/config';
import type { Analysis, Target } from '../core/analysis/analysis';
import type { Snapshot } from '../core/analysis/snapshot';
import type { Action } from '../core/features/actions';
import { type CallKey, callKey } from '../core/features/calls';
import type { Completion, Completions } from '../core/features/completion';
import { fileName } from '../core/features/describe';
import { folding } from '../core/features/folding';
import type { Hint } from '../core/features/hints';
import type { Hover as PlanHover } from '../core/features/hover';
import type { Lens } from '../core/features/lenses';
import type { Link } from '../core/features/links';
import { plain } from '../core/features/markdown';
import { nameOf } from '../core/features/names';
import type { Definition } from '../core/features/navigation';
import type { Use } from '../core/features/occurrences';
import type { PlanSymbol } from '../core/features/symbols';
import { type Token, tokenModifiers, tokenTypes } from '../core/features/tokens';
import type { TreeItem } from '../core/features/tree';
import type { FoundSymbol } from '../core/features/workspaceSymbols';
import type { Finding } from '../core/rules/finding';
import type { TextEdit as PlanEdit } from '../core/text/edit';
import type { SourceText } from '../core/text/source';
import { contains, type Span } from '../core/text/span';
import { rulePage } from '../names';
import type { TreeNode, WireWorkspaceEdit } from '../protocol';
import type { Client } from './client';
import type { Encoding } from './encoding';
import { type TokenLine, TokenLines } from './tokenLines';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** What a lens brings along, so that its words can be worked out once it is seen. */
export interface LensData {
  readonly uri: string;
  readonly phase: string;
}

/** Turns what the core says into what goes over the wire, for one client. The only place that knows both. */
export class Converter {
  readonly #symbols = new WeakMap<PlanSymbol, DocumentSymbol>();
  /** What folds are kept by. */
  readonly #folds = { all: {}, beside: {} };

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

  /** A setting that cannot be used, in its file. */
  settingsProblem(source: SourceText, { span, message }: ConfigProblem): Diagnostic {
    return { range: this.range(source, span), severity: severities.warning, source: 'plan-truth', message };
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
    return {
      title: action.title,
      kind: action.kind,
      edit: this.workspaceEdit(snapshot, new Map([[uri, action.edits]]), () => version),
      ...(action.preferred && this.client.preferredActions ? { isPreferred: true } : {}),
      ...(action.finding ? { diagnostics: [this.diagnostic(snapshot, source, action.finding)] } : {}),
    };
  }

  /** The same object for the same symbol, which stays in its line. */
  symbol(source: SourceText, symbol: PlanSymbol): DocumentSymbol {
    const known = this.#symbols.get(symbol);
    if (known) return known;
    const { name, detail, type, span, nameSpan, children } = symbol;
    const converted: DocumentSymbol = {
      name,
      detail,
      kind: symbolKinds[type],
      range: this.range(source, span),
      selectionRange: this.range(source, nameSpan),
      // Most have none.
      ...(children.length > 0 ? { children: children.map((child) => this.symbol(source, child)) } : {}),
    };
    this.#symbols.set(symbol, converted);
    return converted;
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

  /** A place of a document of the snapshot. */
  location(snapshot: Snapshot, uri: string, span: Span): Location {
    return { uri: this.clientUri(uri), range: this.range(snapshot.source(uri)!, span) };
  }

  definitionLink(snapshot: Snapshot, from: SourceText, { origin, uri, span, nameSpan }: Definition): LocationLink {
    const source = snapshot.source(uri)!;
    // The name must lie inside of what is told.
    const whole = { start: Math.min(span.start, nameSpan.start), end: Math.max(span.end, nameSpan.end) };
    return {
      originSelectionRange: this.range(from, origin),
      targetUri: this.clientUri(uri),
      targetRange: this.range(source, whole),
      targetSelectionRange: this.range(source, nameSpan),
    };
  }

  highlight(source: SourceText, { span, role }: Use): DocumentHighlight {
    const kind = role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
    return { range: this.range(source, span), kind };
  }

  workspaceSymbol(snapshot: Snapshot, { type, uri, span, name, container }: FoundSymbol): SymbolInformation {
    return { name, kind: symbolKinds[type], location: this.location(snapshot, uri, span), containerName: container };
  }

  documentLink(snapshot: Snapshot, source: SourceText, { span, target }: Link): DocumentLink {
    const { uri, entity } = target;
    const { start } = this.range(snapshot.source(uri)!, entity.span);
    return {
      range: this.range(source, span),
      target: `${this.clientUri(uri)}#L${start.line + 1}`,
      tooltip: nameOf(snapshot.say, entity),
    };
  }

  callItem(snapshot: Snapshot, target: Target): CallHierarchyItem {
    const { uri, entity } = target;
    const source = snapshot.source(uri)!;
    const name = (entity.type === 'ticket' && entity.idSpan) || entity.titleSpan;
    const status = entity.status ? plain(entity.status.text) : '';
    return {
      name: nameOf(snapshot.say, entity) || '—',
      kind: symbolKinds[entity.type],
      detail: [status, fileName(uri)].filter((part) => part !== '').join(' · '),
      uri: this.clientUri(uri),
      range: this.range(source, entity.span),
      selectionRange: this.range(source, contains(entity.span, name) ? name : entity.span),
      data: { ...callKey(target), uri: this.clientUri(uri) } satisfies CallKey,
    };
  }

  /** What of a plan can be folded, in lines: a key inside of a line leaves it as it is. @param beside As in `folding`. */
  folds(snapshot: Snapshot, analysis: Analysis, beside: boolean): readonly FoldingRange[] {
    const fold = ({ start, end }: Span): FoldingRange => ({
      startLine: analysis.source.lineAt(start),
      endLine: analysis.source.lineAt(end),
    });
    const make = () => ({ folds: folding(snapshot, analysis.uri, beside).map(fold), doubt() {} });
    return analysis.keeper(this.#folds[beside ? 'beside' : 'all'], make).folds;
  }

  /** Without its words. */
  lens(source: SourceText, uri: string, { span, phase }: Lens): CodeLens {
    return { range: this.range(source, span), data: { uri: this.clientUri(uri), phase } satisfies LensData };
  }

  hint(source: SourceText, { offset, text }: Hint): InlayHint {
    return { position: this.encoding.position(source, offset), label: text, paddingLeft: true };
  }

  /** @param spans From the innermost on; none: nothing but the position itself. */
  selection(source: SourceText, position: Position, spans: readonly Span[]): SelectionRange {
    const outward = spans.reduceRight<SelectionRange | undefined>(
      (parent, span) => ({ range: this.range(source, span), ...(parent ? { parent } : {}) }),
      undefined,
    );
    return outward ?? { range: { start: position, end: position } };
  }

  tokens(source: SourceText, tokens: readonly Token[]): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    for (const token of tokens) builder.push(source.lineAt(token.span.start), ...this.#token(source, token));
    return { data: builder.build().data };
  }

  /** All tokens of a plan, by lines. */
  tokenLines(analysis: Analysis): readonly TokenLine[] {
    return analysis.keeper(this, () => new TokenLines(({ source }, token) => this.#token(source, token))).now(analysis);
  }

  #token(source: SourceText, { span, type, modifier }: Token): [number, number, number, number] {
    const { start, end } = this.range(source, span);
    const modifiers = modifier === null ? 0 : 1 << tokenModifiers.indexOf(modifier);
    return [start.character, end.character - start.character, tokenTypes.indexOf(type), modifiers];
  }

  /** @param source Of the item's document; null for an item that is of none. */
  treeNode(source: SourceText | null, item: TreeItem): TreeNode {
    const { span, ...rest } = item;
    return { ...rest, uri: this.clientUri(item.uri), range: source && span && this.range(source, span) };
  }

  /** @param versionOf Of a document that the edits are for; null where it is not open. */
  workspaceEdit(
    snapshot: Snapshot,
    edits: ReadonlyMap<string, readonly PlanEdit[]>,
    versionOf: (uri: string) => number | null,
  ): WorkspaceEdit {
    const wire = this.wireEdit(snapshot, edits, versionOf);
    if (this.client.documentChanges) return wire;
    const changes = wire.documentChanges.map(({ textDocument, edits: list }) => [textDocument.uri, list] as const);
    return { changes: Object.fromEntries(changes) };
  }

  /** The same for our own client, which knows every form of it. */
  wireEdit(
    snapshot: Snapshot,
    edits: ReadonlyMap<string, readonly PlanEdit[]>,
    versionOf: (uri: string) => number | null,
  ): WireWorkspaceEdit {
    const documentChanges = [...edits].map(([uri, list]) => ({
      textDocument: { uri: this.clientUri(uri), version: versionOf(uri) },
      edits: list.map((edit) => this.edit(snapshot.source(uri)!, edit)),
    }));
    return { documentChanges };
  }

  edit(source: SourceText, { span, newText }: PlanEdit): TextEdit {
    return { range: this.range(source, span), newText };
  }

  completions(source: SourceText, { items, complete }: Completions): CompletionList {
    const digits = String(items.length).length;
    const sortText = (i: number): string => String(i).padStart(digits, '0');
    return {
      isIncomplete: !complete,
      items: items.map((item, i) => this.#completion(source, item, sortText(i))),
    };
  }

  #completion(source: SourceText, item: Completion, sortText: string): CompletionItem {
    const { type, label, detail, description, filter, edit, snippet, preferred } = item;
    const asSnippet = snippet !== undefined && this.client.snippets;
    const told = this.client.labelDetails
      ? { labelDetails: { detail: detail === '' ? '' : ` ${detail}`, description } }
      : { detail: [detail, description].filter((part) => part !== '').join(' · ') };
    return {
      label,
      ...told,
      kind: completionKinds[type],
      filterText: filter,
      sortText,
      textEdit: this.edit(source, asSnippet ? { ...edit, newText: snippet } : edit),
      ...(asSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
      ...(preferred && this.client.preselects ? { preselect: true } : {}),
    };
  }
}

const completionKinds = {
  ticket: CompletionItemKind.Reference,
  group: CompletionItemKind.Module,
  status: CompletionItemKind.EnumMember,
  id: CompletionItemKind.Value,
  word: CompletionItemKind.Text,
  row: CompletionItemKind.Snippet,
  plan: CompletionItemKind.Snippet,
} as const;

const symbolKinds = { group: SymbolKind.Namespace, ticket: SymbolKind.Field } as const;

/** Our own Markdown as text: links by their names, no emphasis, no escapes, brackets for their references. */
function plainText(markdown: string): string {
  return markdown
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/\]\([^()\s]*\)/g, '')
    .replace(/\\([\\`*_[\]<>&$|~!@:.])|&#(9[13]);|\[/g, (_, escaped: string | undefined, code: string | undefined) =>
      code ? String.fromCharCode(Number(code)) : (escaped ?? ''),
    );
}

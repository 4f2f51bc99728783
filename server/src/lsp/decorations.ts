import { CodeLensRefreshRequest, InlayHintRefreshRequest, SemanticTokensRefreshRequest } from 'vscode-languageserver';
import type { Snapshot } from '../core/analysis/snapshot';
import { hints } from '../core/features/hints';
import { lenses, lensWords } from '../core/features/lenses';
import { tokens } from '../core/features/tokens';
import type { LensData } from './convert';
import { canonical } from './documents';
import type { EditorSettings } from './editorSettings';
import { type Host, Quiet } from './host';
import type { Answers } from './navigation';
import { editsBetween, encodeLines, type TokenLine } from './tokenLines';

/** The tokens of a document, and the name of the answer that told of them. */
interface Colours {
  readonly resultId: string;
  readonly lines: readonly TokenLine[];
}

const quietMilliseconds = 250;
/** All of a document. */
const all = { start: 0, end: Number.POSITIVE_INFINITY };

/**
 * What is shown beside the text: lenses over phases, hints behind tickets, colours. A client asks again of itself for a document that
 * changed; where another document or a setting changed what it shows, it is told to.
 */
export class Decorations {
  #settings: EditorSettings;
  /** What the client was last told of an open document, as the snapshot that it was told from. */
  readonly #given = { codeLens: new Map<string, Snapshot>(), inlayHints: new Map<string, Snapshot>() };
  /** The open documents that the client coloured, and the tokens of all of it that it has, by the name of that answer. */
  readonly #coloured = new Map<string, Colours | null>();
  #answers = 0;
  readonly #quiet: Quiet;

  constructor(
    readonly answers: Answers,
    host: Host,
    settings: EditorSettings,
  ) {
    this.#settings = settings;
    const { guard } = answers;
    this.#quiet = new Quiet(
      host,
      quietMilliseconds,
      guard.run('decorations', () => this.#compare()),
    );
    this.#answer();
    this.#answerTokens();
  }

  /** @param before The texts as they were read with the settings that held until now. */
  configure(settings: EditorSettings, before: Snapshot): void {
    const { codeLens, inlayHints } = this.#settings;
    this.#settings = settings;
    if (codeLens !== settings.codeLens) this.#refresh('codeLens');
    if (inlayHints !== settings.inlayHints) this.#refresh('inlayHints');
    // Colours are of what a plan says itself: other documents do not change them, settings may.
    const { documents } = this.answers;
    const now = documents.snapshot;
    const open = [...this.#coloured.keys()].filter((uri) => documents.isOpen(uri));
    if (open.some((uri) => wordsOf.tokens(before, uri) !== wordsOf.tokens(now, uri))) this.#refresh('tokens');
  }

  changed(): void {
    this.#quiet.touch();
  }

  stop(): void {
    this.#quiet.stop();
  }

  #answer(): void {
    const { connection, guard, documents, converter } = this.answers;
    const about = <P extends { textDocument: { uri: string } }>({ textDocument }: P) =>
      documents.moment(textDocument.uri);

    connection.onCodeLens(
      guard.request('codeLens', about, (_params, { uri, snapshot }) => {
        const source = snapshot.source(uri);
        if (!source || !this.#settings.codeLens) return [];
        this.#given.codeLens.set(uri, snapshot);
        return lenses(snapshot, uri).map((lens) => converter.lens(source, uri, lens));
      }),
    );

    connection.onCodeLensResolve(
      guard.request(
        'codeLens resolve',
        () => documents.snapshot,
        (lens, snapshot) => {
          const { uri, phase } = lens.data as LensData;
          // No command: the words are all there is to it.
          return { ...lens, command: { title: lensWords(snapshot, canonical(uri), phase), command: '' } };
        },
      ),
    );

    connection.languages.inlayHint.on(
      guard.request('inlayHint', about, ({ range }, { uri, snapshot }) => {
        const source = snapshot.source(uri);
        if (!source || !this.#settings.inlayHints) return [];
        this.#given.inlayHints.set(uri, snapshot);
        return hints(snapshot, uri, converter.span(source, range)).map((hint) => converter.hint(source, hint));
      }),
    );
  }

  #answerTokens(): void {
    const { connection, guard, documents, converter } = this.answers;
    const about = <P extends { textDocument: { uri: string } }>({ textDocument }: P) =>
      documents.moment(textDocument.uri);

    connection.languages.semanticTokens.on(
      guard.request('semanticTokens', about, (_params, { uri, snapshot }) => {
        const { resultId, lines } = this.#colour(uri, snapshot);
        return { resultId, data: encodeLines(lines) };
      }),
    );

    connection.languages.semanticTokens.onDelta(
      guard.request('semanticTokens delta', about, ({ previousResultId }, { uri, snapshot }) => {
        const before = this.#coloured.get(uri);
        const { resultId, lines } = this.#colour(uri, snapshot);
        return before?.resultId === previousResultId
          ? { resultId, edits: editsBetween(before.lines, lines) }
          : { resultId, data: encodeLines(lines) };
      }),
    );

    connection.languages.semanticTokens.onRange(
      guard.request('semanticTokens range', about, ({ range }, { uri, snapshot }) => {
        const source = snapshot.source(uri);
        if (!source) return { data: [] };
        if (!this.#coloured.has(uri)) this.#coloured.set(uri, null);
        return converter.tokens(source, tokens(snapshot, uri, converter.span(source, range)));
      }),
    );
  }

  /** All tokens of a document for the client, which has them from now on. */
  #colour(uri: string, snapshot: Snapshot): Colours {
    const { documents, converter } = this.answers;
    const analysis = snapshot.analysis(uri);
    const colours = { resultId: String(++this.#answers), lines: analysis ? converter.tokenLines(analysis) : [] };
    for (const known of this.#coloured.keys()) if (!documents.isOpen(known)) this.#coloured.delete(known);
    this.#coloured.set(uri, colours);
    return colours;
  }

  /** Whether what the client has of documents that did not change themselves is still so. */
  #compare(): void {
    const { documents } = this.answers;
    const now = documents.snapshot;
    for (const kind of ['codeLens', 'inlayHints'] as const) {
      let stale = false;
      for (const [uri, before] of this.#given[kind]) {
        if (!documents.isOpen(uri)) this.#given[kind].delete(uri);
        else if (before !== now) {
          const same = before.source(uri) === now.source(uri);
          stale ||= same && wordsOf[kind](before, uri) !== wordsOf[kind](now, uri);
          this.#given[kind].set(uri, now);
        }
      }
      if (stale) this.#refresh(kind);
    }
  }

  #refresh(kind: keyof typeof wordsOf): void {
    const { connection, converter, guard } = this.answers;
    const { refreshesCodeLenses, refreshesInlayHints, refreshesTokens } = converter.client;
    const able = { codeLens: refreshesCodeLenses, inlayHints: refreshesInlayHints, tokens: refreshesTokens };
    if (!able[kind]) return;
    connection.sendRequest(requests[kind].method).catch((error: unknown) => guard.log('refresh', error));
  }
}

const requests = {
  codeLens: CodeLensRefreshRequest,
  inlayHints: InlayHintRefreshRequest,
  tokens: SemanticTokensRefreshRequest,
};

/** All that is shown of a kind in a document, to be compared. */
const wordsOf = {
  codeLens: (snapshot: Snapshot, uri: string): string =>
    lenses(snapshot, uri)
      .map(({ phase }) => lensWords(snapshot, uri, phase))
      .join('\n'),
  inlayHints: (snapshot: Snapshot, uri: string): string =>
    hints(snapshot, uri, all)
      .map(({ offset, text }) => `${offset} ${text}`)
      .join('\n'),
  tokens: (snapshot: Snapshot, uri: string): string =>
    tokens(snapshot, uri, all)
      .map(({ span, type, modifier }) => `${span.start} ${span.end} ${type} ${modifier}`)
      .join('\n'),
};

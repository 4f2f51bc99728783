import { l10n } from 'vscode';
import type { PreviewMark } from '../../../server/src/protocol';
import { kindWord } from '../panels/kindWord';
import { copyOf, type Token, tokenLike } from './tokens';

/** What is shown on one line of a document. */
export interface LineMarks {
  readonly marks: readonly PreviewMark[];
  /** Something leads to this line. */
  readonly isTarget: boolean;
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** What the renderer needs to know of a document. */
export interface DocumentMarks {
  readonly uri: string;
  /** What is shown on a line as it is now. */
  on(line: number): LineMarks | null;
}

/** The id of a line that is led to. */
const anchor = (line: number): string => `plan-truth-L${line + 1}`;

/**
 * The tokens of a document with badges around statuses, links along dependencies and bars behind the headings of phases.
 * New ones: VS Code keeps its own for the next time. Nothing is touched of blocks, and so of what scrolls in step.
 */
export function decorate(tokens: readonly Token[], document: DocumentMarks): Token[] {
  let line = -1;
  let cell = -1;
  return tokens.map((token) => {
    if (token.map) line = token.map[0];
    if (token.type === 'tr_open') cell = -1;
    if (token.type === 'td_open' || token.type === 'th_open') cell++;
    if (token.type === 'tr_close' || token.type === 'table_close') cell = -1;
    if (token.type !== 'inline' || !token.children?.length) return token;
    const children = new Inline(token.children, document, line, cell < 0 ? null : cell).decorated();
    return children ? copyOf(token, { children }) : token;
  });
}

/** The inline tokens of one block. */
class Inline {
  readonly #out: Token[] = [];
  readonly #anchored = new Set<number>();
  #changed = false;
  #inLink = 0;

  constructor(
    readonly children: readonly Token[],
    readonly document: DocumentMarks,
    readonly first: number,
    readonly cell: number | null,
  ) {}

  /** Null where nothing is shown otherwise. */
  decorated(): Token[] | null {
    let line = this.first;
    let waiting = this.#waiting(line);
    this.#anchor(line);
    for (const token of this.children) {
      if (token.type === 'link_open') this.#inLink++;
      if (token.type === 'link_close') this.#inLink--;
      if (token.type === 'text' || token.type === 'code_inline') this.#write(token, waiting);
      else this.#out.push(token);
      if (token.type !== 'softbreak' && token.type !== 'hardbreak') continue;
      this.#bar(line);
      line++;
      waiting = this.#waiting(line);
      this.#anchor(line);
    }
    this.#bar(line);
    return this.#changed ? this.#out : null;
  }

  #waiting(line: number): Waiting[] {
    const { marks = [] } = this.document.on(line) ?? {};
    return marks
      .filter(({ cell }) => this.cell === null || cell === this.cell)
      .map((mark) => ({ mark, before: mark.before }));
  }

  /** Something to lead to, in the first cell of a row. */
  #anchor(line: number): void {
    const isFirst = this.cell === null || this.cell === 0;
    if (!isFirst || this.#anchored.has(line) || !this.document.on(line)?.isTarget) return;
    this.#anchored.add(line);
    this.#add(this.#open('span', [['id', anchor(line)]]), this.#close('span'));
  }

  /** Splits a text at the marks in it. */
  #write(token: Token, waiting: Waiting[]): void {
    let { content } = token;
    for (let next = nextIn(content, waiting); next; next = nextIn(content, waiting)) {
      const { mark, at } = next;
      const end = at + mark.text.length;
      waiting.splice(waiting.indexOf(next.one), 1);
      for (const one of waiting) one.before -= countOf(content.slice(0, end), one.mark.text);
      if (mark.shows.type === 'link' && this.#inLink > 0) continue;
      // Code is shown as code, with the badge around it.
      if (token.type === 'code_inline') {
        if (content.trim() !== mark.text) continue;
        this.#around(mark, token);
        return;
      }
      if (at > 0) this.#out.push(copyOf(token, { content: content.slice(0, at) }));
      this.#around(mark, copyOf(token, { content: mark.text }));
      content = content.slice(end);
    }
    for (const one of waiting) one.before -= countOf(content, one.mark.text);
    if (content !== '') this.#out.push(content === token.content ? token : copyOf(token, { content }));
  }

  #around({ shows }: PreviewMark, token: Token): void {
    if (shows.type === 'link') {
      const href = shows.uri === this.document.uri ? `#${anchor(shows.line)}` : `${shows.uri}#L${shows.line + 1}`;
      this.#add(
        this.#open('a', [
          ['href', href],
          ['class', 'plan-truth-link'],
        ]),
        token,
        this.#close('a'),
      );
      return;
    }
    const attributes: [string, string][] = [['class', `plan-truth-${shows.type} ${shows.kind}`]];
    if (shows.type === 'box') attributes.push(['role', 'img'], ['aria-label', kindWord(l10n, shows.kind)]);
    else attributes.push(['title', kindWord(l10n, shows.kind)]);
    this.#add(this.#open('span', attributes), token, this.#close('span'));
  }

  /** The bar of a phase, behind its heading. */
  #bar(line: number): void {
    const progress = this.cell === null ? this.document.on(line)?.progress : null;
    if (!progress) return;
    const { done, total } = progress;
    const sample = this.children[0]!;
    this.#add(
      this.#open('span', [
        ['class', 'plan-truth-progress'],
        ['title', l10n.t('{0} of {1} done', done, total)],
      ]),
      // Its figures stand behind it as text.
      this.#open('progress', [
        ['aria-hidden', 'true'],
        ['value', String(done)],
        ['max', String(total)],
      ]),
      this.#close('progress'),
      tokenLike(sample, { type: 'text', tag: '', nesting: 0, content: ` ${done}/${total}` }),
      this.#close('span'),
    );
  }

  #add(...tokens: Token[]): void {
    this.#out.push(...tokens);
    this.#changed = true;
  }

  #open(tag: string, attrs: [string, string][]): Token {
    const type = tag === 'a' ? 'link_open' : `plan_truth_${tag}_open`;
    return tokenLike(this.children[0]!, { type, tag, nesting: 1, attrs });
  }

  #close(tag: string): Token {
    const type = tag === 'a' ? 'link_close' : `plan_truth_${tag}_close`;
    return tokenLike(this.children[0]!, { type, tag, nesting: -1 });
  }
}

/** A mark that is looked for, and how often its words come before it from here on. */
interface Waiting {
  readonly mark: PreviewMark;
  before: number;
}

/** The first mark that stands in a text, and where. */
function nextIn(content: string, waiting: readonly Waiting[]): { one: Waiting; mark: PreviewMark; at: number } | null {
  let first: { one: Waiting; mark: PreviewMark; at: number } | null = null;
  for (const one of waiting) {
    const { mark } = one;
    let at = one.before < 0 ? -1 : content.indexOf(mark.text);
    for (let left = one.before; left > 0 && at >= 0; left--) at = content.indexOf(mark.text, at + mark.text.length);
    if (at >= 0 && (first === null || at < first.at)) first = { one, mark, at };
  }
  return first;
}

const countOf = (content: string, text: string): number => content.split(text).length - 1;

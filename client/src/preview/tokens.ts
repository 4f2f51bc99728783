/** As much of markdown-it as we touch; the library itself is VS Code's. */

export interface Token {
  type: string;
  tag: string;
  attrs: [string, string][] | null;
  /** First line, and the line behind the last one. */
  map: [number, number] | null;
  nesting: 1 | 0 | -1;
  content: string;
  children: Token[] | null;
}

export interface Renderer {
  render(tokens: Token[], options: unknown, env: unknown): string;
}

export interface MarkdownIt {
  renderer: Renderer;
}

/** A new token of the sort that another is, or a copy of it with other fields. */
export function tokenLike(sample: Token, fields: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(sample)), sample, blank, fields);
}

export const copyOf = (token: Token, fields: Partial<Token>): Token =>
  Object.assign(Object.create(Object.getPrototypeOf(token)), token, fields);

const blank: Partial<Token> & { block: boolean; hidden: boolean; markup: string; info: string; meta: null } = {
  attrs: null,
  map: null,
  content: '',
  children: null,
  block: false,
  hidden: false,
  markup: '',
  info: '',
  meta: null,
};

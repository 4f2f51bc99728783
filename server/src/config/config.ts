import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { parseSettings, type SettingsInput } from '../core/settings';
import { type Language, sayIn, type Template } from '../core/text/say';
import { SourceText } from '../core/text/source';
import type { Span } from '../core/text/span';

export const configName = 'plan-truth.config.json';
export const packageName = 'package.json';
const packageKey = 'planTruth';

/** What is wrong with a file of settings, and where in it. */
export interface ConfigProblem {
  readonly span: Span;
  /** `rules.stale-focus: …` */
  readonly message: string;
}

export interface ConfigReading {
  /** Without the byte order mark, which is no part of JSON and which editors do not count as a column. */
  readonly source: SourceText;
  /** What the file says, without what is wrong; nothing at all where it is no JSON. */
  readonly given: SettingsInput;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Reads a file of settings: JSON with comments and trailing commas. Null where a `package.json` says nothing of us.
 * @param name Its name, without folders.
 */
export function readConfig(name: string, original: string, language: Language = 'en'): ConfigReading | null {
  const source = new SourceText(original.replace(/^\uFEFF/, ''));
  const inPackage = name === packageName;
  const errors: ParseError[] = [];
  const root = parseTree(source.text, errors, { allowTrailingComma: true });
  const node = inPackage ? root && findNodeAtLocation(root, [packageKey]) : root;
  if (inPackage && !node) return null;
  if (errors.length > 0) return { source, given: {}, problems: errors.map((error) => syntaxProblem(error, language)) };
  const above = inPackage ? [packageKey] : [];
  const { given, problems } = parseSettings(node && getNodeValue(node), language);
  return {
    source,
    given,
    problems: problems
      .map(({ path, message }) => {
        const at = [...above, ...path];
        return {
          span: root ? placeOf(root, at) : { start: 0, end: 0 },
          message: [at.join('.'), message].filter(Boolean).join(': '),
        };
      })
      .sort((a, b) => a.span.start - b.span.start),
  };
}

const syntaxProblem = ({ error, offset, length }: ParseError, language: Language): ConfigProblem => ({
  span: { start: offset, end: offset + length },
  message: syntaxWords(printParseErrorCode(error), language),
});

const syntaxWords = (code: string, language: Language): string =>
  sayIn(language)(syntaxErrors[code] ?? 'this is no JSON');

/** By the names that the parser has for them. */
const syntaxErrors: Readonly<Record<string, Template>> = {
  InvalidSymbol: 'invalid symbol',
  InvalidNumberFormat: 'invalid number format',
  PropertyNameExpected: 'property name expected',
  ValueExpected: 'value expected',
  ColonExpected: 'colon expected',
  CommaExpected: 'comma expected',
  CloseBraceExpected: 'close brace expected',
  CloseBracketExpected: 'close bracket expected',
  EndOfFileExpected: 'end of file expected',
  InvalidCommentToken: 'invalid comment token',
  UnexpectedEndOfComment: 'unexpected end of comment',
  UnexpectedEndOfString: 'unexpected end of string',
  UnexpectedEndOfNumber: 'unexpected end of number',
  InvalidUnicode: 'invalid unicode',
  InvalidEscapeCharacter: 'invalid escape character',
  InvalidCharacter: 'invalid character',
};

/** Where a setting stands: its key and value, or the nearest place above it that the file has. */
function placeOf(root: Node, path: readonly (string | number)[]): Span {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (!node) continue;
    const { offset, length: size } = node.parent?.type === 'property' ? node.parent : node;
    return { start: offset, end: offset + size };
  }
  return { start: root.offset, end: root.offset + root.length };
}

import type { Position, Range, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The texts that a document had while a question was under way: of an open one just one, of a file all that it may have been. */
export type Texts = (uri: string) => readonly string[];

/** A document that the client has open. */
export interface Mirror {
  readonly version: number;
  readonly text: string;
}

/** Whether a place is in a text, and not amid a character. UTF-16. */
function holds(text: string, { line, character }: Position): boolean {
  const document = TextDocument.create('', '', 0, text);
  if (line >= document.lineCount) return false;
  const start = document.offsetAt({ line, character: 0 });
  const next = line + 1 < document.lineCount ? document.offsetAt({ line: line + 1, character: 0 }) : text.length;
  const length = text.slice(start, next).replace(/[\r\n]+$/, '').length;
  if (character > length) return false;
  const at = start + character;
  return !(/[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? ''));
}

const fits = (text: string, { start, end }: Range): boolean =>
  holds(text, start) &&
  holds(text, end) &&
  (start.line < end.line || (start.line === end.line && start.character <= end.character));

const isRange = (value: unknown): value is Range =>
  isObject(value) && isObject(value.start) && 'line' in value.start && 'end' in value;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * What is wrong with the places in an answer: each must be in the text of the document that it is about.
 * @param uri The document that was asked about.
 */
export function wrongPlaces(answer: unknown, uri: string, texts: Texts): string[] {
  const wrong: string[] = [];
  const check = (about: string, range: Range): void => {
    const known = texts(about);
    if (!known.some((text) => fits(text, range))) wrong.push(`${about}: ${JSON.stringify(range)} is not in the text`);
  };
  const visit = (value: unknown, about: string): void => {
    if (isRange(value)) check(about, value);
    else if (isObject(value)) visitFields(value, about);
  };
  const visitFields = (value: Record<string, unknown>, about: string): void => {
    const own = [value.uri, value.targetUri, (value.textDocument as { uri?: unknown } | undefined)?.uri];
    const named = own.find((one) => typeof one === 'string') as string | undefined;
    for (const [key, one] of Object.entries(value)) {
      if (key === 'data') continue;
      if (key === 'originSelectionRange') visit(one, uri);
      else if (key === 'changes' && isObject(one)) for (const [at, edits] of Object.entries(one)) visit(edits, at);
      else if (key === 'fromRanges' && isObject(value.from)) visit(one, (value.from as { uri: string }).uri);
      else visit(one, named ?? about);
    }
  };
  visit(answer, uri);
  return wrong;
}

/** What is wrong with the edits of an answer: they must be for what is open as it is, and must not overlap. */
export function wrongEdits(answer: unknown, open: ReadonlyMap<string, Mirror>, texts: Texts): string[] {
  const wrong: string[] = [];
  const apply = (uri: string, edits: TextEdit[]): void => {
    const text = open.get(uri)?.text ?? texts(uri)[0];
    try {
      if (text === undefined) throw new Error('it is not there');
      TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), edits);
    } catch (error) {
      wrong.push(`${uri}: ${error} ${JSON.stringify(edits)}`);
    }
  };
  const visit = (value: unknown): void => {
    if (!isObject(value)) return;
    const { documentChanges } = value;
    if (Array.isArray(documentChanges))
      for (const { textDocument, edits } of documentChanges) {
        const known = open.get(textDocument.uri)?.version ?? null;
        if (textDocument.version !== known)
          wrong.push(`${textDocument.uri} is edited as version ${textDocument.version}, and is ${known}`);
        apply(textDocument.uri, edits);
      }
    for (const one of Object.values(value)) visit(one);
  };
  visit(answer);
  return wrong;
}

/** What is wrong with semantic tokens: they must go forward, stay within their lines and name what the legend has. */
export function wrongTokens(data: readonly number[], text: string, types: number, modifiers: number): string[] {
  const wrong: string[] = data.length % 5 === 0 ? [] : [`${data.length} is no multiple of five`];
  let line = 0;
  let character = 0;
  let end = 0;
  for (let i = 0; i + 4 < data.length; i += 5) {
    const [down, right, length, type, modifier] = data.slice(i, i + 5) as [number, number, number, number, number];
    line += down;
    character = down === 0 ? character + right : right;
    const ends = { line, character: character + length };
    if (!fits(text, { start: { line, character }, end: ends })) wrong.push(`token ${i / 5} is not in the text`);
    if (down === 0 && i > 0 && character < end) wrong.push(`token ${i / 5} overlaps the one before`);
    if (length === 0 || type >= types || modifier >= 1 << modifiers) wrong.push(`token ${i / 5} is no token`);
    end = ends.character;
  }
  return wrong;
}

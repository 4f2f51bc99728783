import { oneLine } from '../text/oneLine';

export { oneLine as plain } from '../text/oneLine';

/** Longer text says nothing more in a hover. */
const maxLength = 300;

/**
 * A user's text as Markdown that shows it and does nothing else: never HTML, a link, an image, an icon or a command.
 * On one line; control and direction-changing characters are taken out. Only fit to follow other text on its line.
 */
export function escapeMarkdown(text: string): string {
  return shorten(oneLine(text))
    .replace(/[\\`*[\]<>$|~!]|&(?=[#a-z])|(?<![a-z0-9])_|_(?![a-z0-9])/gi, '\\$&')
    .replace(/@(?=\S)/g, '\\@')
    .replace(/(?<=[a-z]):(?=\S)/gi, '\\:')
    .replace(/(?<=www)\./gi, '\\.');
}

/**
 * A link that shows a user's text. The address is a URI, made safe against closing brackets. Brackets of the text are
 * character references: VS Code's Markdown takes backslashes off the brackets in a link and reads it again.
 */
export function link(text: string, address: string): string {
  const safe = address.replace(/[\s<>()\\]/g, (character) => `%${hex(character)}`);
  const shown = escapeMarkdown(text).replace(/\\([[\]])/g, (_, bracket: string) => `&#${bracket.charCodeAt(0)};`);
  return `[${shown}](${safe})`;
}

/** Markdown that somebody typed, with what would be HTML in it as text. */
export const withoutHtml = (text: string): string =>
  text.replace(/`[^`]*`|\\.|<(?=[a-z/!?])/gi, (found) => (found === '<' ? '\\<' : found));

/** No longer than is read in one go; no character is cut in two. */
export function shorten(text: string): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '')}…`;
}

const hex = (character: string): string => character.charCodeAt(0).toString(16).padStart(2, '0');

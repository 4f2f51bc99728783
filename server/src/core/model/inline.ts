import { decodeString } from 'micromark-util-decode-string';

/** Anything that inline Markdown could be made of, or white space to fold. */
const marked = /[*_`~<[\\\n\t]|\s\s|&[#a-z]/i;

/** Names are shorter; what is longer is cut, so that no pattern meets a text that it would take long over. */
const longest = 4000;

/** Code; escapes and character references; comments and tags. Whichever comes first is what it is. */
const literal =
  /`([^`]*)`|\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});|<!--.*?-->|<\/?[a-z][^<>]*>/gis;

/**
 * The text that a reader sees of inline Markdown: emphasis marks, code ticks, link targets, HTML comments and tags
 * (those in code stay) and backslashes left out, character references as what they stand for. Quick and tolerant: it is
 * used to compare words, never to write them back.
 */
export function plain(text: string): string {
  if (!marked.test(text)) return text.trim();
  return shown(
    (text.length > longest ? text.slice(0, longest) : text)
      .replace(literal, (all: string, code: string | undefined) => {
        // A table's cell escapes bars in code, too.
        if (code !== undefined) return hidden(code.replaceAll('\\|', '|'));
        if (all.startsWith('<')) return all.startsWith('<!--') ? '' : ' ';
        return hidden(decodeString(all));
      })
      .replace(/!\[([^\][]*)\]\([^()]*\)/g, '$1')
      .replace(/\[\[(?:[^\][|]*\|)?([^\][]*)\]\]/g, '$1')
      .replace(/\[([^\][]*)\]\([^()]*\)/g, '$1')
      .replace(/\*\*|__|~~|`/g, '')
      .replace(/(^|[\s（(「])[*_]+(?=\S)/g, '$1')
      .replace(/([^\s*_])[*_]+(?=$|[\s,.:;!?）)」、。])/g, '$1'),
  )
    .replace(/\s+/g, ' ')
    .trim();
}

/** What Markdown is made of, and as many noncharacters, which no text has, to stand for it where it is nothing but text. */
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const first = 0xfdd0;

const hidden = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/g, (one) => String.fromCharCode(first + punctuation.indexOf(one)));

const shown = (text: string): string =>
  text.replace(/[\ufdd0-\ufdef]/g, (one) => punctuation[one.charCodeAt(0) - first]!);

/** No sign is among these. */
const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

const sign =
  /^(?:\p{Extended_Pictographic}|[\p{So}\u25a0-\u25ff])(?:\ufe0f|\u200d\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}])*/u;

/** The emoji or sign at the start of a text, with its length in code units; null where there is none. */
export function leadingSign(text: string): { sign: string; length: number } | null {
  if (text.charCodeAt(0) < 0x80) return null;
  const match = sign.exec(text);
  if (!match) return null;
  return { sign: match[0].replace(/\ufe0f/g, ''), length: match[0].length };
}

const anySigns =
  /(?:\p{Extended_Pictographic}|[\p{So}\u25a0-\u25ff])(?:\ufe0f|\u200d\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}])*/gu;

/** Every emoji or sign of a text, in order, without variation selectors. */
export const signsOf = (text: string): string[] =>
  isAscii(text) ? [] : (text.match(anySigns) ?? []).map((s) => s.replace(/\ufe0f/g, ''));

/** The text without emoji and signs. */
export const withoutSigns = (text: string): string =>
  (isAscii(text) ? text : text.replace(anySigns, ' ')).replace(/\s+/g, ' ').trim();

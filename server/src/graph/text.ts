import { displayWidth } from '../core/text/width';

const narrow = /^[ijlI.,:;'|!()[\]{}ftr`\-/\\ ]$/;
const broad = /^[mwMW@%—…]$/;
const capital = /^[A-Z0-9#&$+<>=~_?]$/;

/** How wide a text is in a sans-serif font of this size: an estimate, rather too wide than too narrow. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size;
}

/** In ems. */
function widthOf(character: string): number {
  if (narrow.test(character)) return 0.34;
  if (broad.test(character)) return 0.94;
  if (capital.test(character)) return 0.67;
  if (character < '\x7f') return 0.57;
  const columns = displayWidth(character);
  return columns === 2 ? 1.02 : columns === 0 ? 0 : 0.62;
}

/** The direction of a text with letters that are written from right to left: that of its first letter. Null without them. */
export function directionOf(text: string): 'ltr' | 'rtl' | null {
  if (!rightToLeft.test(text)) return null;
  return rightToLeft.test(text.match(/\p{L}/u)?.[0] ?? '') ? 'rtl' : 'ltr';
}

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** The text in lines no wider than `width`, at most so many; where more would be needed, the last ends with an ellipsis. */
export function wrapped(text: string, width: number, size: number, lines: number): string[] {
  const found: string[] = [];
  let rest = text.trim();
  while (rest !== '' && found.length < lines) {
    const whole = fitting(rest, width, size);
    if (whole === rest) return [...found, rest];
    if (found.length === lines - 1) {
      const ending = fitting(rest, width - textWidth('…', size), size).trimEnd();
      return [...found, `${ending}…`];
    }
    const line = untilBreak(whole, rest);
    found.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return found;
}

/** As much of the beginning as fits; whole characters, with the marks that belong to them. At least one. */
function fitting(text: string, width: number, size: number): string {
  let end = 0;
  let used = 0;
  let joined = false;
  for (const character of text) {
    const own = joined ? 0 : widthOf(character) * size;
    if (end > 0 && own > 0 && used + own > width) break;
    used += own;
    end += character.length;
    joined = character === '\u200d';
  }
  return text.slice(0, end);
}

/** Back to the last place where a line may end: behind a space or a hyphen, or beside a character of full width. */
function untilBreak(line: string, text: string): string {
  if (text[line.length] === ' ') return line;
  let end = 0;
  let best = 0;
  let wide = false;
  for (const character of line) {
    const now = displayWidth(character) === 2;
    if (end > 0 && (now || wide) && !closing.test(character)) best = end;
    end += character.length;
    if (character === ' ' || character === '-') best = end;
    wide = now;
  }
  const following = String.fromCodePoint(text.codePointAt(line.length) ?? 32);
  if ((wide || displayWidth(following) === 2) && !closing.test(following)) return line;
  return best > line.length / 3 ? line.slice(0, best) : line;
}

/** What does not begin a line in Japanese and Chinese. */
const closing = /^[、。，．」』）】〉》・：；！？ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]$/u;

import { eastAsianWidth } from 'get-east-asian-width';

const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const emojiPresentation = 0xfe0f;

/** How many columns a text takes in a fixed-width font: East Asian wide characters and emoji take two, marks none. */
export function displayWidth(text: string): number {
  let width = 0;
  let last = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code === emojiPresentation && last === 1) {
      width++;
      last = 2;
    } else if (!zeroWidth.test(character)) {
      last = eastAsianWidth(code);
      width += last;
    }
  }
  return width;
}

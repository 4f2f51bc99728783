/** What nearly every text is already. */
const plain = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** A user's text on one line, without control characters and those that change the direction of what follows. */
export const oneLine = (text: string): string =>
  plain.test(text)
    ? text
    : text
        .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
        .trim();

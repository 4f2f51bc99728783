import type { TextChange } from './change';
import type { Chars } from './rope';

/** Whether a text holds a word: where it did not before a change, only what stands around the change is looked at. */
export function mentions(text: Chars, word: string, change: TextChange | null, before: boolean): boolean {
  if (!change || before) return text.toString().includes(word);
  const from = Math.max(0, change.start - word.length);
  return text.slice(from, change.newEnd + word.length).includes(word);
}

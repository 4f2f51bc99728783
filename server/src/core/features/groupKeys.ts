import { canonicalKey, groupNames } from '../model/names';
import type { Group } from '../model/plan';
import type { Span } from '../text/span';
import { nameWithin } from './naming';

const keyToken =
  /[\d０-９]{1,3}(?:\.\d{1,3})*[a-z]?|(?<![\p{L}\p{N}])(?:[IVX]{1,4}|[A-Z])(?![\p{L}\p{N}])|[一二三四五六七八九十]/gu;
const numerals = '一二三四五六七八九十';

/**
 * Where the key of a group stands in a text that names it: the `A` of `Phase A — Core`, the `2` of `2. Backend`. Null where it
 * does not, and where one of several keys is meant (`Phase 1-3`).
 */
export function keyWithin(text: string, group: Group): Span | null {
  const name = nameWithin(text, group);
  if (name) {
    const own = text.slice(name.start, name.end);
    if ((groupNames(own)[0]?.keys.length ?? 0) > 1) return null;
    const week = /^W\d/.test(group.key) ? group.key.slice(1) : group.key;
    const token = [...own.matchAll(keyToken)].findLast((match) => canonicalKey(match[0]) === week);
    return token ? { start: name.start + token.index, end: name.start + token.index + token[0].length } : null;
  }
  const bare = /^[^\p{L}\p{N}]*(?:M|S|E|P)?(\d{1,3}(?:\.\d+)?|[A-Z])(?=$|[\s.:：)*_`—–-])/u.exec(text);
  if (!bare || canonicalKey(bare[1]!) !== group.key) return null;
  return { start: bare[0].length - bare[1]!.length, end: bare[0].length };
}

/** A text that names a group, with another key; null where its key does not stand in it. */
export function withKey(text: string, group: Group, key: string): string | null {
  const at = keyWithin(text, group);
  return (
    at &&
    text.slice(0, at.start) + inStyle(text.slice(at.start, at.end), key.replace(/^W(?=\d)/, '')) + text.slice(at.end)
  );
}

/**
 * The key that a new name gives a group: the same words with another key, or the key alone. Null where it is another sort of
 * name.
 * @param old The name as it is.
 */
export function newKey(old: string, group: Group, name: string): string | null {
  const week = /^W\d/.test(group.key);
  const bare = /^(?:\d{1,3}(?:\.\d{1,3})*|[A-Z])$/i.exec(name.normalize('NFKC').trim())?.[0];
  const key = bare === undefined ? keyOf(name, group) : `${week && /^\d/.test(bare) ? 'W' : ''}${canonicalKey(bare)}`;
  return key !== null && (bare !== undefined || sameWords(withKey(old, group, key), name)) ? key : null;
}

function keyOf(name: string, group: Group): string | null {
  const [first, ...more] = groupNames(name);
  const whole = first && more.length === 0 && first.keys.length === 1 && first.kind === group.kind;
  return whole && first.start === 0 && first.end === name.length ? first.key : null;
}

const sameWords = (a: string | null, b: string): boolean =>
  a !== null &&
  a.normalize('NFKC').replace(/[\s0]/g, '').toLowerCase() === b.normalize('NFKC').replace(/[\s0]/g, '').toLowerCase();

/** A key written as another one is: `02` for `01`, `２` for `１`, 二 for 一. */
function inStyle(old: string, key: string): string {
  if (!/^\d+$/.test(key)) return key;
  if (numerals.includes(old)) return numerals[Number(key) - 1] ?? key;
  const padded = /^[0０]/.test(old) ? key.padStart(old.length, '0') : key;
  return /[０-９]/.test(old)
    ? padded.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : padded;
}

import { type Span, trimmed } from '../text/span';
import { plain } from './inline';
import { normalize } from './vocabulary';

/** A labelled value in running text: `**Status:** In Progress`, `- 依存: A-001`. */
export interface Field {
  /** Normalized. */
  readonly label: string;
  readonly value: Span;
}

const label = /^(?:[-*+]\s+)?[*_`]{0,3}((?:[^\s:：*_`|=]|[\s_](?=[^\s:：*|])){1,40})[*_`]{0,3}\s?[:：][*_`]{0,3}\s*/u;

/**
 * The fields of a line, which may hold several parted by `|`, `·` or `,` before the next bold label. Values keep no
 * white space or emphasis around them.
 */
export function readFields(text: string, line: Span): Field[] {
  const fields: Field[] = [];
  const source = text.slice(line.start, line.end);
  if (source.length > 2000) return fields;
  const cuts = [0];
  for (const match of source.matchAll(/\s[|·•]\s+(?=[*_]{0,3}[^\s|])|[,，、]\s*(?=\*\*[^*]{1,40}[:：])/gu))
    cuts.push(match.index + match[0].length);
  cuts.forEach((from, i) => {
    const to =
      i + 1 < cuts.length
        ? source.lastIndexOf(source.slice(from, cuts[i + 1]).match(/[|·•,，、]\s*$/u)?.[0] ?? '', cuts[i + 1]! - 1)
        : source.length;
    const part = source.slice(from, Math.max(from, to)).replace(/\s*[|·•,，、]\s*$/u, '');
    const match = label.exec(part);
    if (!match) return;
    const value = unquoted(text, line.start + from + match[0].length, line.start + from + part.length);
    fields.push({ label: normalize(plain(match[1]!)), value });
  });
  return fields;
}

/** A value without white space and paired emphasis around it. */
function unquoted(text: string, from: number, to: number): Span {
  const span = trimmed(text, Math.min(from, to), to);
  const source = text.slice(span.start, span.end);
  const marks = /^([*_`]{1,3})(.*)\1$/su.exec(source);
  if (!marks || marks[2]!.includes(marks[1]!)) return span;
  return { start: span.start + marks[1]!.length, end: span.end - marks[1]!.length };
}

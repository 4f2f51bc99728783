import type { PositionEncodingKind } from 'vscode-languageserver';
import type { Position, SourceText } from '../core/text/source';

/** How a client counts the characters of a line. */
export interface Encoding {
  readonly kind: PositionEncodingKind;
  /** The place of an offset; one outside of the text counts as its nearest end. */
  position(source: SourceText, offset: number): Position;
  /** The offset of a place; a character past the line's end counts as its end. */
  offset(source: SourceText, position: Position): number;
}

const utf16: Encoding = {
  kind: 'utf-16',
  position: (source, offset) => source.position(offset),
  offset: (source, position) => source.offset(position),
};

/** Counts by code points, each as many units as `units` says. */
function byCodePoint(kind: PositionEncodingKind, units: (codePoint: number) => number): Encoding {
  return {
    kind,
    position(source, offset) {
      const { line, character } = source.position(offset);
      const { start } = source.line(line);
      let count = 0;
      for (const one of source.slice({ start, end: start + character })) count += units(one.codePointAt(0)!);
      return { line, character: count };
    },
    offset(source, { line, character }) {
      if (line < 0 || line >= source.lineCount) return source.offset({ line, character: 0 });
      const span = source.line(line);
      let offset = span.start;
      let count = 0;
      for (const one of source.slice(span)) {
        count += units(one.codePointAt(0)!);
        if (count > character) break;
        offset += one.length;
      }
      return offset;
    },
  };
}

const utf8 = byCodePoint('utf-8', (code) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4));
const utf32 = byCodePoint('utf-32', () => 1);

/** UTF-16, in which we count ourselves, wherever the client takes it; every client must, unless it says otherwise. */
export function negotiate(offered: readonly PositionEncodingKind[] | undefined): Encoding {
  if (!offered || offered.length === 0 || offered.includes('utf-16')) return utf16;
  return offered.includes('utf-32') ? utf32 : offered.includes('utf-8') ? utf8 : utf16;
}

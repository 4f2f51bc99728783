import type { TextIssue } from './plan';

/** What Windows-1252 shows for the bytes 80–9F (WHATWG Encoding, index-windows-1252); undefined bytes show as C1 controls. */
const cp1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** What Mac OS Roman shows for the bytes 80–FF (Unicode's APPLE/ROMAN.TXT). */
const macRoman =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

type Table = ReadonlyMap<string, number>;
const cp1252Bytes: Table = new Map([
  ...Array.from(cp1252, (char, i) => [char, 0x80 + i] as const),
  ...Array.from({ length: 0x60 }, (_, i) => [String.fromCharCode(0xa0 + i), 0xa0 + i] as const),
]);
const macBytes: Table = new Map(Array.from(macRoman, (char, i) => [char, 0x80 + i] as const));

/**
 * UTF-8 that was read as Windows-1252 or Mac OS Roman, with what it was. A run of characters is repaired only as a
 * whole: its bytes must be valid UTF-8 to the last one, and what they spell must be likelier than what stands there (emoji, symbols,
 * several letters of one script), so that accented letters next to quotation marks stay as they are. U+FFFD that was itself
 * garbled is reported without a repair: what it was is lost. One issue a run; linear in the text.
 */
export function findMojibake(text: string, offset: number): TextIssue[] {
  const runs = Array.from(text.matchAll(/[\u0080-\u2fff\uf8ff\ufb01\ufb02]{2,}/gu), (match) => ({
    match,
    read: decode(match[0]),
  }));
  // Beside what is certainly garbled, a single letter garbled in the same way is credible, too.
  const certain = new Set(runs.flatMap(({ read }) => (read?.likely ? [read.table] : [])));
  return runs.flatMap(({ match, read }) => {
    if (!read || !(read.likely || (read.wide && certain.has(read.table)))) return [];
    const start = offset + match.index;
    const lost = read.text.includes('\ufffd');
    return [{ span: { start, end: start + match[0].length }, text: match[0], repair: lost ? null : read.text }];
  });
}

interface Decoded {
  readonly text: string;
  readonly table: Table;
  /** Credible by itself. */
  readonly likely: boolean;
  /** Nothing but letters of East Asian scripts. */
  readonly wide: boolean;
}

function decode(run: string): Decoded | null {
  const readings = [macBytes, cp1252Bytes].flatMap((table) => {
    const bytes = Array.from(run, (char) => table.get(char));
    const points = bytes.includes(undefined) ? null : decodeUtf8(bytes as number[]);
    if (!points) return [];
    const text = points.map((point) => String.fromCodePoint(point)).join('');
    return [{ text, table, likely: isLikely(points, table === macBytes), wide: points.every(isWide) }];
  });
  return readings.find((reading) => reading.likely) ?? readings[0] ?? null;
}

const isWide = (point: number): boolean =>
  (point >= 0x3000 && point <= 0x9fff) ||
  (point >= 0xac00 && point <= 0xd7a3) ||
  (point >= 0xff00 && point <= 0xffef) ||
  (point >= 0x20000 && point <= 0x3ffff);

/** Code points of UTF-8 bytes 80–FF (no ASCII among them), by Unicode table 3-7; null where a byte is out of place. */
function decodeUtf8(bytes: readonly number[]): number[] | null {
  const points: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!;
    const length =
      lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    if (length === 0 || i + length > bytes.length) return null;
    let point = lead & (0xff >> (length + 1));
    for (let k = 1; k < length; k++) {
      const byte = bytes[i + k]!;
      if (byte < 0x80 || byte > 0xbf) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    const smallest = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
    if (point < smallest || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null;
    points.push(point);
    i += length;
  }
  return points;
}

/** Whether the repaired text is more credible than the run: one symbol or emoji will do, letters need company. */
function isLikely(points: readonly number[], mac: boolean): boolean {
  const within = (from: number, to: number): number => points.filter((point) => point >= from && point <= to).length;
  if (within(0x80, 0x9f) > 0) return false;
  const symbols = within(0x2010, 0x2bff) + within(0x1f000, 0x1faff) + within(0xfffd, 0xfffd);
  if (symbols > 0) return true;
  const latin = within(0xa0, 0xff);
  if (latin > 0) return !mac || latin === points.length;
  const wide = points.filter(isWide).length;
  const letters = within(0x100, 0x5ff);
  return wide >= 2 || letters >= 3;
}

import { describe, expect, it } from 'vitest';
import { outline, read } from './read';

/** Text as a reader of another encoding shows it. */
const garble = (text: string, table: string): string =>
  [...new TextEncoder().encode(text)]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : table[byte - 0x80]))
    .join('');
const macRoman =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
const windows1252 = `€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ${Array.from({ length: 96 }, (_, i) => String.fromCharCode(0xa0 + i)).join('')}`;

const repairs = (text: string): (string | null)[] =>
  read(`- [ ] one\n\n${text}\n`).mojibake.map(({ repair }) => repair);

describe.each([
  ['Mac OS Roman', macRoman],
  ['Windows-1252', windows1252],
])('UTF-8 read as %s', (_, table) => {
  it.each(['✅', '🔄', '📋', '🔜', '⭐', '—', '→', '“quoted”', '✔️', '完了済み', 'Проверка', '진행 중', '𠮷野'])(
    '%s comes back',
    (text) => {
      const garbled = garble(text, table);
      expect(garbled).not.toBe(text);
      const all = read(`- [ ] one\n\n## x ${garbled} y\n`);
      let repaired = `- [ ] one\n\n## x ${garbled} y\n`;
      for (const { span, repair } of [...all.mojibake].reverse())
        repaired = repaired.slice(0, span.start) + repair + repaired.slice(span.end);
      expect(repaired).toBe(`- [ ] one\n\n## x ${text} y\n`);
    },
  );

  it('headings are read as what they were', () => {
    const text = `### ${garble('✅', table)} Completed\n\n| Task | Date |\n|---|---|\n| one | May |\n`;
    expect(outline(text)).toContain('one · done');
  });
});

describe('text that is as it should be stays', () => {
  it.each([
    'Größe «über» alles',
    '“Ünïcödé” – naïve café…',
    'señor, ¿qué tal? ¡Olé!',
    'œuvre, Œdipe, ça va',
    'Ångström Ærø Øre',
    '£5 · €7 · ¥9 ± 2 °C',
    'São Tomé e Príncipe',
    'İstanbul, ığüşöç',
    '½ ¼ ² ³ µm',
    '™ ® © § ¶ † ‡',
    'x ≤ y ≥ z ≠ ∞',
    '„Gänsefüßchen“',
    '« Ça, c’est l’été »',
    '—',
    '…',
  ])('%s', (text) => {
    expect(repairs(text)).toEqual([]);
  });
});

it('what was lost is told, and not invented', () => {
  const lost = garble('\ufffd', macRoman);
  expect(repairs(`## ${lost} Done`)).toEqual([null]);
});

it('a run that does not decode to its end stays', () => {
  expect(repairs(`## ${garble('✅', macRoman).slice(0, 2)} Done`)).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { isAligned, replaceInCell } from '../../server/src/core/text/cell';
import { SourceText } from '../../server/src/core/text/source';
import { displayWidth } from '../../server/src/core/text/width';

const keep = (cell: string, word: string) => replaceInCell(cell, word, { keepWidth: true });
const loose = (cell: string, word: string) => replaceInCell(cell, word, { keepWidth: false });

describe('replaceInCell', () => {
  it.each([
    [' OPEN   ', 'MERGED', ' MERGED '],
    [' OPEN ', 'MERGED', ' MERGED '],
    [' MERGED ', 'OPEN', ' OPEN   '],
    [' `OPEN`   ', 'MERGED', ' `MERGED` '],
    [' **OPEN** ', 'IN_PROGRESS', ' **IN_PROGRESS** '],
    ['   OPEN ', 'MERGED', ' MERGED '],
    ['OPEN', 'MERGED', 'MERGED'],
    [' 未着手   ', '完了', ' 完了     '],
    [' 完了   ', '作業中', ' 作業中 '],
    ['        ', 'MERGED', ' MERGED '],
    [' ✅ ', '🚧', ' 🚧 '],
  ])('keeps the width of %j with %s', (cell, word, expected) => expect(keep(cell, word)).toBe(expected));

  it('leaves padding alone where the table is not padded', () => {
    expect(loose(' CI_GREEN ', 'MERGED')).toBe(' MERGED ');
    expect(loose('  ', 'MERGED')).toBe(' MERGED ');
    expect(loose('', 'a|b')).toBe(' a\\|b ');
  });

  it('replaces the word alone where the cell says more', () => {
    const cell = ' MERGED (#12) ';
    expect(replaceInCell(cell, 'OPEN', { keepWidth: false, at: { start: 1, end: 7 } })).toBe(' OPEN (#12) ');
  });
});

describe('isAligned', () => {
  const aligned = (text: string, word: string) => {
    const start = text.indexOf(` ${word} `);
    return isAligned(new SourceText(text), { start, end: text.indexOf('|', start) });
  };

  it('tells padded tables from loose ones', () => {
    expect(aligned('| ID | Status  |\n|----|---------|\n| 漢 | MERGED  |\n| B1 | BLOCKED |', 'BLOCKED')).toBe(true);
    expect(aligned('| ID | Status |\n|---|---|\n| A-1 | OPEN |\n| A-22 | MERGED |', 'OPEN')).toBe(false);
  });
});

describe('displayWidth', () => {
  it('counts columns', () => {
    expect(['abc', '進捗', '✅', '⚠️', 'é', ''].map(displayWidth)).toEqual([3, 4, 2, 2, 1, 0]);
  });
});

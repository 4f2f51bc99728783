import { describe, expect, it } from 'vitest';
import { findDates, findShortDate, findWrongWeekdays, weekdayOf } from '../../server/src/core/model/dates';

const dates = (text: string): string[] => findDates(text, 0).map(({ date }) => date);

describe('dates', () => {
  it.each([
    ['2026-01-16', '2026-01-16'],
    ['2026/1/6', '2026-01-06'],
    ['2026.01.16', '2026-01-16'],
    ['2026年1月16日', '2026-01-16'],
    ['2026년 1월 16일', '2026-01-16'],
    ['January 16, 2026', '2026-01-16'],
    ['Jan 16th 2026', '2026-01-16'],
    ['16 January 2026', '2026-01-16'],
    ['16. Januar 2026', '2026-01-16'],
    ['16 de enero de 2026', '2026-01-16'],
    ['16 janvier 2026', '2026-01-16'],
    ['3 juin 2026', '2026-06-03'],
    ['3 juillet 2026', '2026-07-03'],
    ['16 января 2026', '2026-01-16'],
    ['16 Ocak 2026', '2026-01-16'],
    ['31 Ağustos 2026', '2026-08-31'],
    ['16.01.2026', '2026-01-16'],
    ['16/01/2026', '2026-01-16'],
    ['29 February 2028', '2028-02-29'],
  ])('%s', (text, date) => expect(dates(`on ${text}, we`)).toEqual([date]));

  it.each([
    ['no month', '16 Zebra 2026'],
    ['no day', '2026-02-30'],
    ['no leap year', '29 February 2026'],
    ['a month without a day', 'January 2026'],
    ['day or month first', '03/04/2026'],
    ['a version', '1.2026.01'],
    ['a longer number', '12026-01-16'],
  ])('%s: %s is none', (_, text) => expect(dates(text)).toEqual([]));

  it('stand where they are', () => {
    expect(findDates('am 2026-01-16 und 2026-02-01', 10).map(({ span }) => span)).toEqual([
      { start: 13, end: 23 },
      { start: 28, end: 38 },
    ]);
  });

  it('of two digits a year are read in cells, where the day comes first for sure', () => {
    expect(findShortDate(' 28/03/25 ', 5)).toEqual({ date: '2025-03-28', span: { start: 6, end: 14 } });
    expect(findShortDate('03/04/25', 0)).toBeNull();
    expect(findShortDate('until 28/03/25', 0)).toBeNull();
  });
});

describe('weekdays', () => {
  it('of a date', () => {
    expect(['2026-01-16', '2000-02-29', '2025-12-31'].map(weekdayOf)).toEqual([5, 2, 3]);
  });

  it.each([
    ['2026-01-16 Thursday', 'Thursday', 'Friday'],
    ['2026-01-16 (Thu)', 'Thu', 'Fri'],
    ['Thursday, January 16, 2026', 'Thursday', 'Friday'],
    ['2026-01-16 星期四', '星期四', '星期五'],
    ['2026-01-16（木）', '木', '金'],
    ['2026年1月16日（木曜日）', '木曜日', '金曜日'],
    ['2026-01-16 (목)', '목', '금'],
    ['16 de enero de 2026, jueves', 'jueves', 'viernes'],
    ['2026-01-16, Donnerstag', 'Donnerstag', 'Freitag'],
  ])('%s is another day', (text, stated, actual) => {
    expect(findWrongWeekdays(text, 0).map((wrong) => [wrong.stated, wrong.actual])).toEqual([[stated, actual]]);
  });

  it.each([
    '2026-01-16 Friday',
    '2026-01-16 (金)',
    '2026-01-16 金曜日',
    '2026-01-16 Montage des Regals',
    '2026-01-16 Sunset review',
    '2026-01-16 月次レポート',
    'Monday was fine. 2026-01-16',
  ])('%s is right or none', (text) => expect(findWrongWeekdays(text, 0)).toEqual([]));
});

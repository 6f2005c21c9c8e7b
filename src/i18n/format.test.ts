import { describe, expect, test } from 'vitest';
import { isKnownDate, parseDate } from '../model/dates.ts';
import {
  countryName,
  exactAmount,
  formatCount,
  formatDate,
  formatDayOfYear,
  formatPeriod,
  formatSeries,
  formatUnknown,
  machineDate,
  sayAmount,
} from './format.ts';
import { localeCodes, type Locale } from '../model/locales.ts';
import { unknowns } from '../model/unknowns.ts';

function known(text: string) {
  const date = parseDate(text);
  if (!isKnownDate(date)) throw new Error(text);
  return date;
}
const say = (text: string, locale: Locale): string => formatDate(known(text), locale);
/** `Intl` writes thin and no-break spaces, which nobody can see in a test. */
const plain = (text: string): string => text.replace(/[\u00A0\u2009\u202F]/g, ' ');

describe('dates read as people write them, and no more exact than they are known', () => {
  test.each([
    ['2023-08', 'tháng 8 năm 2023'],
    ['2024-Q2', 'quý II năm 2024'],
    ['2024-Q2/2024-Q3', 'quý II – quý III năm 2024'],
    ['2023-11-02', '2 tháng 11 năm 2023'],
    ['2023-11/2023-12', 'tháng 11 – tháng 12 năm 2023'],
    ['2024-02-27/2024-03-02', '27 tháng 2 – 2 tháng 3 năm 2024'],
    ['2023-12-30/2024-01-02', '30 tháng 12 năm 2023 – 2 tháng 1 năm 2024'],
    ['2023', 'năm 2023'],
    ['2022/2025', '2022–2025'],
    ['2023-11-02/2023-11-04', '2–4 tháng 11 năm 2023'],
  ])('%s in Vietnamese is “%s”', (text, expected) => {
    expect(plain(say(text, 'vi'))).toBe(expected);
  });

  test.each([
    ['en', '2 November 2023'],
    ['fr', '2 novembre 2023'],
    ['zh', '2023年11月2日'],
    ['lo', '2 ພະຈິກ 2023'],
    ['km', '2 វិច្ឆិកា 2023'],
  ] as const)('the day in %s is “%s”', (locale, expected) => {
    expect(say('2023-11-02', locale)).toBe(expected);
  });

  test.each([
    ['en', '2nd quarter of 2024', '10th day of the 3rd month'],
    ['fr', '2e trimestre 2024', '10e jour du 3e mois'],
    ['lo', 'ໄຕມາດ 2 ປີ 2024', 'ວັນທີ 10 ເດືອນ 3'],
    ['zh', '2024年第2季度', '3月10日'],
  ] as const)('%s counts quarters and the days of the moon in its own way: “%s”', (locale, quarter, day) => {
    expect(say('2024-Q2', locale)).toBe(quarter);
    expect(formatDayOfYear('03-10', 'lunar', locale)).toBe(day);
  });

  test.each([
    ['en', '2–4 November 2023', 'November – December 2023', '2022–2025'],
    ['fr', 'du 2 au 4 novembre 2023', 'novembre – décembre 2023', '2022-2025'],
    ['zh', '2023年11月2日至4日', '2023年11月至12月', '2022至2025年'],
    ['lo', '2-4 ພະຈິກ 2023', 'ພະຈິກ - ທັນວາ 2023', '2022-2025'],
    ['km', '2-4 វិច្ឆិកា 2023', 'វិច្ឆិកា - ធ្នូ 2023', '2022-2025'],
  ] as const)('%s names what the ends of a range share once: “%s”', (locale, days, months, years) => {
    expect(say('2023-11-02/2023-11-04', locale)).toBe(days);
    expect(say('2023-11/2023-12', locale)).toBe(months);
    expect(say('2022/2025', locale)).toBe(years);
  });

  test('the ends of a range that are not equally well known are said in full', () => {
    expect(say('2023-11~/2023-12', 'en')).toBe('around November 2023 – December 2023');
    expect(say('2023-11-02/2023-12', 'en')).toBe('2 November 2023 – December 2023');
  });

  test('the first of a month is “1er” in French, and no other day and language has an ending', () => {
    expect(say('2024-01-01', 'fr')).toBe('1er janvier 2024');
    expect(say('2023-12-01/2023-12-06', 'fr')).toBe('du 1er au 6 décembre 2023');
    expect(say('2024-01-02', 'fr')).toBe('2 janvier 2024');
    expect(say('2024-01-21', 'fr')).toBe('21 janvier 2024');
    expect(say('2024-01-01', 'en')).toBe('1 January 2024');
    expect(formatDayOfYear('01-01', 'gregorian', 'fr')).toBe('1er janvier');
  });

  test('a range names the month in words in every language', () => {
    for (const locale of localeCodes) expect(say('2023-11-02/2023-11-04', locale)).not.toContain('/');
  });

  test('a planned date says that it is planned, and one that the source calls tentative says that, in every language', () => {
    for (const locale of localeCodes) {
      const date = known('2023-12~');
      const said = ([undefined, 'planned', 'tentative'] as const).map((plan) =>
        formatDate(date, locale, { plan }),
      );
      expect(new Set(said).size).toBe(3);
      for (const one of said) expect(one).toContain(said[0]);
    }
    expect(formatDate(known('2024'), 'vi', { plan: 'planned' })).toBe('theo kế hoạch: năm 2024');
  });

  test('a half-year is called one', () => {
    expect(formatPeriod(known('2023-07/2023-12'), 'vi')).toBe('6 tháng cuối năm 2023');
  });

  test('HTML gets a date only where it has a form for it', () => {
    expect(machineDate(known('2023-08'))).toBe('2023-08');
    expect(machineDate(known('2024-Q2'))).toBeUndefined();
    expect(machineDate(known('2023-11-02/2023-11-04'))).toBeUndefined();
  });
});

describe('money is said in words, the exact figure beside it where the words round it', () => {
  test.each([
    [182_419_000, '182,4 triệu đồng', '182.419.000 đồng'], // quang-tri-2023:39
    [31_250_000, '31,25 triệu đồng', undefined], // quang-tri-2023:38
    [1_060_000_000, '1,06 tỷ đồng', undefined], // cum-3-2023:184
    [75_000, '75.000 đồng', undefined],
    [999_999, '999.999 đồng', undefined],
    [1_000_000, '1 triệu đồng', undefined],
  ])('%i đồng', (amount, short, exact) => {
    const said = sayAmount({ amount, currency: 'VND' }, 'vi');
    expect([plain(said.short), said.exact]).toEqual([short, exact]);
  });

  test('“about” and “over” are kept', () => {
    expect(plain(sayAmount({ amount: 175_000_000, currency: 'VND', qualifier: 'about' }, 'vi').short)).toBe(
      'khoảng 175 triệu đồng',
    );
  });

  test('Khmer counts 10⁹ in thousands of millions, as its texts do', () => {
    expect(sayAmount({ amount: 3_400_000_000, currency: 'VND' }, 'km').short).toBe('3.4 ពាន់លានដុង');
  });

  test('Lao and Khmer put no space between a number word and the currency, but one behind figures', () => {
    expect(sayAmount({ amount: 3_400_000_000, currency: 'VND' }, 'lo').short).toMatch(/3,4 ຕື້ດົ່ງ$/);
    expect(sayAmount({ amount: 75_000, currency: 'VND' }, 'lo').short).toBe('75.000 ດົ່ງ');
  });

  test('French puts “de” after millions and not after thousands', () => {
    expect(plain(sayAmount({ amount: 182_419_000, currency: 'VND' }, 'fr').short)).toMatch(
      /^182,4 millions de /,
    );
    expect(plain(exactAmount({ amount: 75_000, currency: 'VND' }, 'fr'))).not.toContain(' de ');
  });
});

test('“nearly” stands before the number, also where the thing is named first', () => {
  expect(formatCount(200, 'delegates', 'en', 'nearly')).toBe('nearly 200 delegates');
  expect(formatCount(200, 'delegates', 'lo', 'nearly')).toBe('ຜູ້ແທນ ເກືອບ 200 ຄົນ');
});

test('country names come without the zero-width spaces of ICU', () => {
  for (const locale of localeCodes) {
    for (const code of ['VN', 'LA', 'KH', 'KR', 'US'])
      expect(countryName(code, locale)).not.toContain('\u200B');
  }
  expect(countryName('LA', 'fr')).toBe('Laos');
});

test('what a source does not say is listed in one order, with the separator of the language', () => {
  expect(formatUnknown(['people', 'date'], 'vi')).toBe('ngày, số người');
  expect(formatUnknown(['date', 'people'], 'zh')).toBe('日期、人数');
  expect(formatUnknown(['date', 'people'], 'fr')).toBe('la date, le nombre de personnes');
  expect(formatUnknown([], 'en')).toBe('');
});

test('things one after another keep their order; one alone has no separator', () => {
  expect(formatSeries(['13', '14', '15'], 'zh')).toBe('13、14、15');
  expect(formatSeries(['13', '14', '15'], 'en')).toBe('13, 14, 15');
  expect(formatSeries(['13'], 'km')).toBe('13');
});

test.each(localeCodes)('no two things that a source does not say are said alike in %s', (locale) => {
  const said = unknowns.map((one) => formatUnknown([one], locale));
  expect(new Set(said).size).toBe(unknowns.length);
  // A separator inside one would make two of it.
  for (const one of said) expect(one).not.toContain(formatSeries(['', ''], locale));
});

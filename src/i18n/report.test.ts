import { expect, test } from 'vitest';
import { isKnownDate, parseDate, type KnownDate } from '../model/dates.ts';
import { parsePeriod } from '../model/periods.ts';
import { reportAmount, reportCount, reportDate, reportLanguage, reportPeriod } from './report.ts';

const date = (text: string): KnownDate => {
  const parsed = parseDate(text);
  if (!isKnownDate(parsed)) throw new Error(text);
  return parsed;
};

test.each([
  ['2023', 'năm 2023'],
  ['2023-H1', '6 tháng đầu năm 2023'],
  ['2023-H2', '6 tháng cuối năm 2023'],
  ['2023-Q3', 'quý III năm 2023'],
  ['2023-05', 'tháng 5 năm 2023'],
  ['2023-01/2023-09', 'từ tháng 1/2023 đến tháng 9/2023'],
  ['2023-10/2024-03', 'từ tháng 10/2023 đến tháng 03/2024'],
])('the period %s is called “%s”', (text, words) => {
  const period = parsePeriod(text);
  expect(period && reportPeriod(period)).toBe(words);
});

test.each([
  ['2023-11-02', 'ngày 02/11/2023'],
  ['2023-11-02/2023-11-04', 'ngày 02-04/11/2023'],
  ['2023-06-28/2023-07-03', 'ngày 28/06-03/07/2023'],
  ['2022-12-30/2023-01-02', 'ngày 30/12/2022-02/01/2023'],
  ['2023-08', 'tháng 8 năm 2023'],
])('%s is written “%s”, no day made up', (text, words) => {
  expect(reportDate(date(text))).toBe(words);
});

test('amounts are whole, with the sign of the currency that the reports use', () => {
  expect(reportAmount({ amount: 7200, currency: 'USD' })).toBe('7.200 USD');
  expect(reportAmount({ amount: 14_903_000_000, currency: 'VND', qualifier: 'over' })).toBe(
    'hơn 14.903.000.000 đồng',
  );
});

test('a count of one figure has a leading nought', () => {
  expect([0, 9, 10, 1200].map(reportCount)).toEqual(['00', '09', '10', '1.200']);
});

test('languages are called as a Vietnamese office calls them', () => {
  expect([reportLanguage('lo'), reportLanguage('zh')]).toEqual(['Tiếng Lào', 'Tiếng Trung']);
});

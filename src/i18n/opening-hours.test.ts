import { expect, test } from 'vitest';
import { localeCodes } from '../model/locales.ts';
import { formatHours } from './opening-hours.ts';

const week = ['mo', 'tu', 'we', 'th', 'fr'] as const;
const morning = { days: week, opens: '07:30', closes: '11:30' };
const afternoon = { days: week, opens: '13:30', closes: '17:00' };

test('the hours of the same days stand together', () => {
  expect(formatHours([morning, afternoon], 'en')).toEqual(['Monday – Friday: 07:30–11:30, 13:30–17:00']);
});

test('other days have a line of their own, and days apart are named one by one', () => {
  expect(formatHours([morning, { days: ['sa'], opens: '08:00', closes: '11:00' }], 'vi')).toEqual([
    'Thứ Hai – Thứ Sáu: 07:30–11:30',
    'Thứ Bảy: 08:00–11:00',
  ]);
  expect(formatHours([{ ...morning, days: ['mo', 'we'] }], 'en')).toEqual(['Monday, Wednesday: 07:30–11:30']);
});

test('every language has its own names of days', () => {
  const said = localeCodes.map((locale) => formatHours([morning], locale)[0]);
  expect(new Set(said).size).toBe(localeCodes.length);
});

import { expect, test } from 'vitest';
import { isKnownDate, parseDate, type KnownDate } from './dates.ts';
import { anniversary, dayIn, nextRound } from './occasions.ts';

function date(text: string): KnownDate {
  const parsed = parseDate(text);
  if (!isKnownDate(parsed)) throw new Error(text);
  return parsed;
}

test.each([
  ['1973-09-21', 2023, 50], // Việt Nam – Nhật Bản, quang-tri-2023:12
  ['1953-07-26', 2023, 70], // Moncada, quang-tri-2023:21
  ['1926-08-13', 2024, 98], // Fidel Castro, quang-tri-2023:50
])('since %s, %i is the year number %i', (since, year, expected) => {
  expect(anniversary(date(since), year)).toBe(expected);
});

test('a festival has no number of years, and nothing has one before it began', () => {
  expect(anniversary(undefined, 2023)).toBeUndefined();
  expect(anniversary(date('1973-09-21'), 1973)).toBeUndefined();
});

test.each([
  ['1973-09-21', 2024, 2028, 55],
  ['1949', 2024, 2024, 75], // the year itself is round
  ['1949', 2025, 2029, 80],
  ['2023', 2024, 2028, 5], // nothing is round on the day of its founding
])('since %s, the next round anniversary from %i on is in %i: %i years', (since, from, year, years) => {
  expect(nextRound(date(since), from)).toEqual({ year, years });
});

test('a festival has no round anniversary', () => {
  expect(nextRound(undefined, 2024)).toBeUndefined();
});

test('an anniversary falls on the day of the founding, as exactly as that is known', () => {
  const since = { start: { precision: 'month' as const, year: 1973, month: 9, approximate: false } };
  expect(dayIn(since, 2028)).toEqual({ start: { ...since.start, year: 2028 } });
});

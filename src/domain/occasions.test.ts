import { expect, test } from 'vitest';
import { anniversary } from './occasions.ts';

test.each([
  ['1973-09-21', 2023, 50], // Việt Nam – Nhật Bản, quang-tri-2023:12
  ['1953-07-26', 2023, 70], // Moncada, quang-tri-2023:21
  ['1926-08-13', 2024, 98], // Fidel Castro, quang-tri-2023:50
])('since %s, %i is the year number %i', (since, year, expected) => {
  expect(anniversary(since, year)).toBe(expected);
});

test('a festival has no number of years, and nothing has one before it began', () => {
  expect(anniversary(undefined, 2023)).toBeUndefined();
  expect(anniversary('1973-09-21', 1973)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { isKnownDate, parseDate, type KnownDate } from '../model/dates.ts';
import type { ReferenceEntry } from '../model/entries.ts';
import { anniversariesIn, yearAhead } from './anniversaries.ts';

function date(text: string): KnownDate {
  const parsed = parseDate(text);
  if (!isKnownDate(parsed)) throw new Error(text);
  return parsed;
}
const occasion = (id: string, since?: string) =>
  ({ collection: 'occasions', id, facts: { since: since && date(since) } }) as ReferenceEntry<'occasions'>;

test.each([
  ['2023-07/2023-12', 2024],
  ['2023-01/2023-06', 2023],
  ['2023-Q4', 2024],
])('the issue of %s looks ahead to %i', (period, year) => {
  expect(yearAhead(date(period))).toBe(year);
});

test('anniversaries come by day, those of a year alone last, and festivals by the moon not at all', () => {
  const occasions = [
    occasion('china', '1949'),
    occasion('moncada', '1953-07-26'),
    occasion('tet'),
    occasion('netherlands', '1973-04-09'),
  ];
  expect(
    anniversariesIn(2024, occasions).map(({ occasion: { id }, years, round }) => [id, years, round]),
  ).toEqual([
    ['netherlands', 51, false],
    ['moncada', 71, false],
    ['china', 75, true],
  ]);
});

test('nothing is remembered before it began', () => {
  expect(anniversariesIn(2013, [occasion('partnership', '2013')])).toEqual([]);
});

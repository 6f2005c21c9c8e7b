import { expect, test } from 'vitest';
import { isKnownDate, parseDate, type KnownDate } from '../model/dates.ts';
import type { ReferenceEntry } from '../model/entries.ts';
import { todayIs } from '../model/today.ts';
import {
  anniversariesAhead,
  anniversariesIn,
  nextAnniversary,
  roundAhead,
  roundsAhead,
} from './anniversaries.ts';

function date(text: string): KnownDate {
  const parsed = parseDate(text);
  if (!isKnownDate(parsed)) throw new Error(text);
  return parsed;
}
const occasion = (id: string, since?: string) =>
  ({ collection: 'occasions', id, facts: { since: since && date(since) } }) as ReferenceEntry<'occasions'>;

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

const occasions = [
  occasion('tet'),
  occasion('china', '1949'),
  occasion('moncada', '1953-07-26'),
  occasion('japan', '1973-09-21'),
  occasion('netherlands', '1973-04-09'),
];
const rows = (list: ReturnType<typeof anniversariesIn>) =>
  list.map(({ occasion: { id }, years, date: { start } }) => [id, start.year, years]);

test('the twelve months that begin today have each anniversary once, the nearest first', () => {
  expect(rows(anniversariesAhead(occasions, todayIs('2026-09-21')))).toEqual([
    ['japan', 2026, 53],
    ['china', 2026, 77],
    ['netherlands', 2027, 54],
    ['moncada', 2027, 74],
  ]);
});

test('an anniversary is ahead on its day, and that of the next year on the day after', () => {
  const japan = occasion('japan', '1973-09-21');
  expect(nextAnniversary(japan, todayIs('2026-09-21'))?.years).toBe(53);
  expect(nextAnniversary(japan, todayIs('2026-09-22'))?.years).toBe(54);
});

test('of a beginning in this year the first anniversary is ahead', () => {
  expect(nextAnniversary(occasion('new', '2026-03-01'), todayIs('2026-11-29'))?.years).toBe(1);
});

test('the round years that come later than the next anniversary stand by day, whatever the names', () => {
  expect(rows(roundsAhead(occasions, todayIs('2026-11-29')))).toEqual([
    ['netherlands', 2028, 55],
    ['moncada', 2028, 75],
    ['japan', 2028, 55],
    ['china', 2029, 80],
  ]);
});

test('an anniversary that is round is the next round one', () => {
  const japan = occasion('japan', '1973-09-21');
  expect(roundAhead(japan, todayIs('2028-09-21'))?.years).toBe(55);
  expect(roundAhead(japan, todayIs('2028-09-22'))?.years).toBe(60);
  expect(roundsAhead([japan], todayIs('2028-09-21'))).toEqual([]);
});

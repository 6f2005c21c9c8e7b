import { expect, test } from 'vitest';
import type { ArticleEntry } from '../model/entries.ts';
import { isKnownDate, parseDate, type KnownDate } from '../model/dates.ts';
import { figuresOf } from './issue-figures.ts';

function date(text: string): KnownDate {
  const parsed = parseDate(text);
  if (!isKnownDate(parsed)) throw new Error(text);
  return parsed;
}
const activity = (when: string | undefined, more: object = {}) =>
  ({
    facts: {
      date: when === undefined ? undefined : date(when),
      categories: ['aid'],
      countries: [],
      partners: [],
      units: [],
      aid: [],
      ...more,
    },
  }) as unknown as ArticleEntry<'activities'>;
const half = date('2023-07/2023-12');

test.each([
  ['2023-09-24', 1],
  ['2023-06-28/2023-07-02', 1],
  ['2023-08', 1],
  ['2023-06-30', 0],
  // It may have been in spring.
  ['2023', 0],
  [undefined, 0],
])('an activity of %s counts %i times in the second half of 2023', (when, count) => {
  expect(figuresOf([activity(when)], half).activities).toBe(count);
});

test('a whole year counts what is known by its year', () => {
  expect(figuresOf([activity('2023')], date('2023')).activities).toBe(1);
});

test('an activity counts once in each of its categories and countries, most first', () => {
  const both = { categories: ['delegation-in', 'aid'], countries: ['LA', 'JP'] };
  const figures = figuresOf([activity('2023-08', both), activity('2023-09', { countries: ['JP'] })], half);
  expect(figures.byCategory).toEqual([
    { name: 'aid', count: 2 },
    { name: 'delegation-in', count: 1 },
  ]);
  expect(figures.byCountry).toEqual([
    { name: 'JP', count: 2 },
    { name: 'LA', count: 1 },
  ]);
});

test('every month of the period is there, with what is known to the month', () => {
  const { byMonth } = figuresOf(
    ['2023-08-01', '2023-08', '2023-07/2023-12', '2023-12-31'].map((one) => activity(one)),
    half,
  );
  expect(byMonth).toEqual([
    { name: '2023-07', count: 0 },
    { name: '2023-08', count: 2 },
    { name: '2023-09', count: 0 },
    { name: '2023-10', count: 0 },
    { name: '2023-11', count: 0 },
    { name: '2023-12', count: 1 },
  ]);
  expect(figuresOf([], date('2022/2023')).byMonth).toEqual([]);
});

test('an activity of an association counts for its union, once', () => {
  const units = [{ unit: 'quang-tri' }, { unit: 'viet-lao' }, { unit: 'cum-3' }];
  const unionOf = (unit: string) => ({ 'quang-tri': 'quang-tri', 'viet-lao': 'quang-tri' })[unit];
  const found = figuresOf(
    [activity('2023-08', { units }), activity('2023-09', { units: [] })],
    half,
    unionOf,
  );
  expect(found.byUnion).toEqual([{ name: 'quang-tri', count: 1 }]);
});

test('a period of twelve months has them all, one of thirteen none', () => {
  expect(figuresOf([], date('2023-07/2024-06')).byMonth.map(({ name }) => name)).toEqual(
    ['07', '08', '09', '10', '11', '12']
      .map((month) => `2023-${month}`)
      .concat(['01', '02', '03', '04', '05', '06'].map((month) => `2024-${month}`)),
  );
  expect(figuresOf([], date('2023-07/2024-07')).byMonth).toEqual([]);
});

import { expect, test } from 'vitest';
import type { ArticleEntry } from './entries.ts';
import { isKnownDate, parseDate, type KnownDate } from '../domain/dates.ts';
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

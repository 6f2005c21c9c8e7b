import { expect, test } from 'vitest';
import { followEachOther, inARow, mostTogether } from './places.ts';

test('words that stand side by side on a page are told from words that stand about', () => {
  expect(followEachOther([[3, 9], [4]], 1, 1)).toBe(true);
  expect(followEachOther([[3, 9], [5]], 1, 1)).toBe(false);
  expect(followEachOther([[3, 9], [5], [7]], 0, 2)).toBe(true);
  expect(followEachOther([], 1, 1)).toBe(true);
});

test('most of a row counts, with one stray place between', () => {
  expect(mostTogether([3, 4, 6, 40], 3)).toBe(3);
  expect(mostTogether([3, 40, 80], 3)).toBe(1);
});

test('the first whole row is found', () => {
  expect(inARow([1, 4, 5, 6], 3)).toEqual([4, 5, 6]);
  expect(inARow([1, 4, 5, 7], 3)).toBeUndefined();
});

test('a stray place farther away than the row is long does not count', () => {
  expect(mostTogether([3, 4, 6], 3)).toBe(3);
  expect(mostTogether([3, 5, 7], 3)).toBe(2);
  expect(mostTogether([3, 6], 3)).toBe(2);
  expect(mostTogether([3, 7], 3)).toBe(1);
  expect(mostTogether([], 3)).toBe(0);
});

import { expect, test } from 'vitest';
import {
  listPagePath,
  namesPerPage,
  pageCount,
  pageNumbers,
  pageOf,
  listPages,
  recordsPerPage,
} from './pagination.ts';

test('a list is cut into full pages and a rest, and nothing is lost', () => {
  const list = Array.from({ length: 45 }, (_, index) => index);
  const pages = listPages(list, 20);
  expect(pages.map((one) => one.entries.length)).toEqual([20, 20, 5]);
  expect(pages.flatMap((one) => one.entries)).toEqual(list);
  expect(pages.map(({ page, pages: of }) => `${page}/${of}`)).toEqual(['1/3', '2/3', '3/3']);
});

test('a list that just fills its pages has no empty one, and an empty list has one', () => {
  expect(listPages([1, 2, 3, 4], 2)).toHaveLength(2);
  expect(listPages([], 20)).toEqual([{ page: 1, pages: 1, entries: [] }]);
});

test('a page by itself is the one among all pages', () => {
  const list = Array.from({ length: 45 }, (_, index) => index);
  const pages = listPages(list, 20);
  expect([1, 2, 3].map((page) => pageOf(list, page, 20))).toEqual(pages);
  expect([0, 19, 20, 21, 40, 41].map((length) => pageCount(list.slice(0, length), 20))).toEqual([
    1, 1, 1, 2, 2, 3,
  ]);
});

test('a page has twenty records or sixty names', () => {
  expect([recordsPerPage, namesPerPage]).toEqual([20, 60]);
});

test('the first page is the list’s own address', () => {
  expect(listPagePath('/countries/la/', 1)).toBe('/countries/la/');
  expect(listPagePath('/countries/la/', 3)).toBe('/countries/la/page/3/');
});

test('few pages are all offered; of many the first, the last and the nearest', () => {
  expect(pageNumbers(1, 3)).toEqual([1, 2, 3]);
  expect(pageNumbers(8, 17)).toEqual([1, undefined, 7, 8, 9, undefined, 17]);
  expect(pageNumbers(3, 17)).toEqual([1, 2, 3, 4, undefined, 17]);
  expect(pageNumbers(4, 5)).toEqual([1, 2, 3, 4, 5]);
  // A gap of one number is that number, one of two is a gap.
  expect(pageNumbers(5, 6)).toEqual([1, undefined, 4, 5, 6]);
  expect(pageNumbers(1, 1)).toEqual([1]);
  expect(pageNumbers(17, 17)).toEqual([1, undefined, 16, 17]);
});

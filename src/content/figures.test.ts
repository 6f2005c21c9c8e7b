import { describe, expect, test } from 'vitest';
import { figuresIn, numbersInWords, says } from './figures.ts';

const agree = (one: string, other: string): boolean =>
  figuresIn(one).every(({ means }) =>
    figuresIn(other).some((two) => two.means.some((value) => means.includes(value))),
  );

describe('figures of two languages agree', () => {
  test.each([
    ['1.500 suất', '1,500 grants'],
    ['1.500 suất', '1\u202F500 bourses'],
    ['8,3 tỷ đồng', '83亿越南盾'],
    ['714.384.000 đồng', '7.14384亿越南盾'],
    ['1 tỷ 060 triệu', '1.06 billion'],
    ['100 tỷ', '1000多亿'],
    ['30 April 1975', '30/4/1975'],
    ['2023', '២០២៣'],
    ['60 suất', '໖໐ ທຶນ'],
    ['20 triệu', '2000万'],
    ['17 tỉnh', '17 provinces'],
    ['99,7%', '99.7 per cent'],
  ])('%s, %s', (one, other) => {
    expect(figuresIn(one).length).toBeGreaterThan(0);
    expect(agree(one, other)).toBe(true);
  });

  test.each([
    ['60 suất', '600 grants'],
    ['1.500 suất', '15,000 grants'],
    ['8,3 tỷ', '8.3 million'],
    ['2023', '2032'],
    ['99,7%', '97.9 per cent'],
  ])('not %s, %s', (one, other) => {
    expect(agree(one, other)).toBe(false);
  });
});

test('the numbers of a text in words and Roman numerals', () => {
  const text = 'hai mươi lăm suất, ba trăm em, lần thứ XIV, quý II, mười hai năm, hai nghìn';
  expect(numbersInWords(text)).toEqual(expect.arrayContaining([25, 300, 14, 2, 12, 2000]));
  expect(numbersInWords('không có số nào')).toEqual([]);
});

test('a figure with a word may be rounded by half of its last digit, and not by more', () => {
  const saysIt = (typed: string, number: number): boolean =>
    figuresIn(typed).some((one) => says(one, new Set([number])));
  expect(saysIt('7.14亿', 714_384_000)).toBe(true);
  expect(saysIt('7.14亿', 714_500_000)).toBe(true);
  expect(saysIt('7.14亿', 714_500_001)).toBe(false);
  expect(saysIt('714 million', 714_384_000)).toBe(true);
  expect(saysIt('714', 714.3)).toBe(false);
});

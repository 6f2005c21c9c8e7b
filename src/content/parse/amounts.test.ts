import { expect, test } from 'vitest';
import { readVietnameseAmount } from './amounts.ts';

/** Spellings of the five reports; `model-notes.md` A.9 and A.10 name the lines. */
test.each([
  ['19.225 triệu', 19_225_000_000],
  ['14,903 tỷ', 14_903_000_000],
  ['1 tỷ 060 triệu', 1_060_000_000],
  ['1.060 triệu', 1_060_000_000],
  ['2.901,81 tỷ', 2_901_810_000_000],
  ['182.419.000 đồng', 182_419_000],
  ['714.384.000 đồng', 714_384_000],
  ['75.000 đ/suất', 75_000],
  ['7.200 USD', 7_200],
  ['1 triệu', 1_000_000],
  ['1,5 tỉ', 1_500_000_000],
  ['1.5 tỷ', 1_500_000_000],
  ['500 nghìn đồng', 500_000],
  ['02 đoàn', 2],
  ['60 suất học bổng', 60],
  ['1,060,000', 1_060_000],
  ['182,419 đồng', 182_419],
])('%s is %d', (text, amount) => {
  expect(readVietnameseAmount(text)?.amount).toBe(amount);
});

test('the words before an amount become its qualifier', () => {
  expect(readVietnameseAmount('hơn 765 triệu đồng')).toEqual({
    amount: 765_000_000,
    qualifier: 'over',
    currency: 'VND',
  });
  expect(readVietnameseAmount('gần 1 tỷ')?.qualifier).toBe('nearly');
  expect(readVietnameseAmount('~175.000.000 đồng')?.qualifier).toBe('about');
});

test('letters typed with separate marks and no-break spaces read the same', () => {
  expect(readVietnameseAmount('14,903\u00A0tỷ'.normalize('NFD'))?.amount).toBe(14_903_000_000);
});

test.each([
  '99.7%',
  '99,7%',
  '1 tỷ 2',
  '1 triệu x 2.000',
  'hai tỷ',
  '08-10 bài',
  '7,5 USD',
  '',
  '1.06.0',
  '1 triệu 2 tỷ',
])('“%s” is not one whole amount and is not guessed at', (text) => {
  expect(readVietnameseAmount(text)).toBeUndefined();
});

test.each([
  ['60 000 000 đồng', { amount: 60_000_000, currency: 'VND' }],
  ['5tr', { amount: 5_000_000 }],
  ['500k', { amount: 500_000 }],
  ['1 tỷ rưỡi', { amount: 1_500_000_000 }],
  ['USD 7,200', { amount: 7200, currency: 'USD' }],
  ['$7,200', { amount: 7200, currency: 'USD' }],
  ['7.200 đô', { amount: 7200, currency: 'USD' }],
  ['khoảng 500.000 yên', { amount: 500_000, currency: 'JPY', qualifier: 'about' }],
  ['5 triệu won', { amount: 5_000_000, currency: 'KRW' }],
  ['7,2 triệu kíp', { amount: 7_200_000, currency: 'LAK' }],
  ['60suất', { amount: 60 }],
])('%s, as people type it', (typed, read) => {
  expect(readVietnameseAmount(typed)).toEqual(read);
});

test.each(['5-7 triệu', '1 tỷ 2', 'rưỡi', 'đồng', '1 500 00', '12x3'])('nobody knows what %j is', (typed) => {
  expect(readVietnameseAmount(typed)).toBeUndefined();
});

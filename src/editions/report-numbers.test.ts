import { expect, test } from 'vitest';
import { headingDepths, headingNumbers, placeNumbers } from './report-numbers.ts';

const levels = [1, 2, 3, 3, 4, 4, 2, 4, 1, 2, 3] as const;

test('headings begin the levels below them anew, in the figures of office documents', () => {
  expect(headingNumbers(levels)).toEqual([
    'I.',
    '1.',
    'a)',
    'b)',
    '(1)',
    '(2)',
    '2.',
    '(1)',
    'II.',
    '1.',
    'a)',
  ]);
});

test('a reference names the way to a heading', () => {
  expect(placeNumbers([...levels].filter((one) => one < 4))).toEqual([
    'I',
    'I.1',
    'I.1.a',
    'I.1.b',
    'I.2',
    'II',
    'II.1',
    'II.1.a',
  ]);
  // A report without parts.
  expect(placeNumbers([2, 2])).toEqual(['1', '2']);
});

test('a heading lies one step below that which it belongs to, whatever its figures are', () => {
  expect(headingDepths(levels)).toEqual([1, 2, 3, 3, 4, 4, 2, 3, 1, 2, 3]);
  expect(headingDepths([2, 2, 4])).toEqual([1, 1, 2]);
});

import { expect, test } from 'vitest';
import { median, table } from './measure.ts';

test('the median of an even number of runs lies between the two in the middle', () => {
  expect([median([1, 2, 9]), median([1, 2, 4, 9])]).toEqual([2, 3]);
});

test('a table keeps its columns in line', () => {
  expect(
    table([
      ['files', 's'],
      ['1200', '10.5'],
    ]),
  ).toBe('files      s\n1200    10.5');
});

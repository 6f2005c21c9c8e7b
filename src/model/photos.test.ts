import { expect, test } from 'vitest';
import { longestSide, reducedSize } from './photos.ts';

test('a picture keeps its shape, and is never larger than it was', () => {
  expect(longestSide).toBe(2400);
  expect(reducedSize(2400, 1200)).toEqual({ width: 2400, height: 1200 });
  expect(reducedSize(2401, 1200)).toEqual({ width: 2400, height: 1200 });
  expect(reducedSize(1000, 4800)).toEqual({ width: 500, height: 2400 });
  expect(reducedSize(9600, 1)).toEqual({ width: 2400, height: 1 });
});

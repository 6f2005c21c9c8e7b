import { expect, test } from 'vitest';
import { copyName, longestSide, reducedSize } from './photos.ts';

test('a picture keeps its shape, and is never larger than it was', () => {
  expect(longestSide).toBe(2400);
  expect(reducedSize(2400, 1200)).toEqual({ width: 2400, height: 1200 });
  expect(reducedSize(2401, 1200)).toEqual({ width: 2400, height: 1200 });
  expect(reducedSize(1000, 4800)).toEqual({ width: 500, height: 2400 });
  expect(reducedSize(9600, 1)).toEqual({ width: 2400, height: 1 });
});

test('the copies of two photographs of a record have two names, without signs that addresses know', () => {
  const names = ['a.jpg', 'a.png', 'Đoàn vào #1.jpeg'].map((file) => copyName('stories/2023/x', file));
  expect(names).toEqual([
    'stories-2023-x-a.jpg',
    'stories-2023-x-a-png.jpg',
    'stories-2023-x-Đoàn-vào-1-jpeg.jpg',
  ]);
  expect(copyName('stories/2023/x', './a.jpg')).toBe(names[0]);
});

import { expect, test } from 'vitest';
import { countLetters, foldedLetters, spacesIn } from './letters.ts';

test('letters are the same however an accent is written, and whatever stands between them', () => {
  expect(foldedLetters('Hu\u00AD\u1EBF \u200B2')).toBe(foldedLetters('hue\u0302\u0301\u20602'));
  expect(countLetters('Hu\u00ADe\u0302\u0301 2')).toBe(4);
});

test('a space is known by the letters before it', () => {
  expect([...spacesIn('từ  Huế\u00AD và')]).toEqual([2, 5]);
  expect([...spacesIn('友谊')]).toEqual([]);
});

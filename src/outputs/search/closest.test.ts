import { expect, test } from 'vitest';
import { closest } from './closest.ts';

test('a word with one letter wrong, missing or too much is taken for its neighbour, accents aside', () => {
  const words = ['Hiroshima', 'délégation', 'Moncada'];
  expect(closest('hirosima', words)).toBe('Hiroshima');
  expect(closest('delegasion', words)).toBe('délégation');
  expect(closest('monkada', words)).toBe('Moncada');
});

test('of two neighbours the nearer is taken, then the more frequent, which comes first', () => {
  expect(closest('boursos', ['bourse', 'bourses'])).toBe('bourses');
  expect(closest('maisan', ['maison', 'maisin'])).toBe('maison');
});

test('short words, numbers and another first letter are left alone', () => {
  expect(closest('hoe', ['hoa'])).toBeUndefined();
  expect(closest('20233', ['20234'])).toBeUndefined();
  expect(closest('kiroshima', ['Hiroshima'])).toBeUndefined();
});

test('words of four letters are mended, in words of nine two letters', () => {
  expect(closest('hoaa', ['hoan'])).toBe('hoan');
  expect(closest('moncxxa', ['moncada'])).toBeUndefined();
  expect(closest('monkadaz', ['moncadas'])).toBeUndefined();
  expect(closest('monkadasz', ['moncadass'])).toBe('moncadass');
  expect(closest('monkidasz', ['moncadass'])).toBeUndefined();
});

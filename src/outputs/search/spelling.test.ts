import { expect, test } from 'vitest';
import { spellingOf } from './spelling.ts';

test('a word with one letter wrong, missing or too much is taken for its neighbour, accents aside', () => {
  const words = ['Hiroshima', 'délégation', 'Moncada'];
  expect(spellingOf('hirosima', words)).toBe('Hiroshima');
  expect(spellingOf('delegasion', words)).toBe('délégation');
  expect(spellingOf('monkada', words)).toBe('Moncada');
});

test('of two neighbours the nearer is taken, then the more frequent, which comes first', () => {
  expect(spellingOf('boursos', ['bourse', 'bourses'])).toBe('bourses');
  expect(spellingOf('maisan', ['maison', 'maisin'])).toBe('maison');
});

test('short words, numbers and another first letter are left alone', () => {
  expect(spellingOf('hoe', ['hoa'])).toBeUndefined();
  expect(spellingOf('20233', ['20234'])).toBeUndefined();
  expect(spellingOf('kiroshima', ['Hiroshima'])).toBeUndefined();
});

test('words of four letters are mended, in words of nine two letters', () => {
  expect(spellingOf('hoaa', ['hoan'])).toBe('hoan');
  expect(spellingOf('moncxxa', ['moncada'])).toBeUndefined();
  expect(spellingOf('monkadaz', ['moncadas'])).toBeUndefined();
  expect(spellingOf('monkadasz', ['moncadass'])).toBe('moncadass');
  expect(spellingOf('monkidasz', ['moncadass'])).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import { completionsOf, phraseOf, spellingOf } from './spelling.ts';

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

test('two letters that changed places are one slip, two that are apart are two', () => {
  expect(spellingOf('hiorshima', ['hiroshima'])).toBe('hiroshima');
  expect(spellingOf('buorse', ['bourse'])).toBe('bourse');
  expect(spellingOf('boesru', ['bourse'])).toBeUndefined();
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

test('phrases mend no single word', () => {
  expect(spellingOf('liem hiep', ['liên hiệp'])).toBeUndefined();
});

describe('the beginning of a word', () => {
  test('of four letters and more stands for the three most frequent words that begin so', () => {
    const words = ['publique', 'Publications', 'Publier', 'publication', 'publi cité'];
    expect(completionsOf('publicat', words)).toEqual(['Publications', 'publication']);
    expect(completionsOf('publ', words)).toEqual(['publique', 'Publications', 'Publier']);
    expect(completionsOf('pub', words)).toEqual([]);
    expect(completionsOf('republic', words)).toEqual([]);
  });
});

describe('two Vietnamese syllables', () => {
  const phrases = ['Liên hiệp', 'hữu nghị', 'học bổng', 'Quảng Trị', 'Quảng Trạ', 'ta đi'];

  test.each([
    ['Liên hệp', 'Liên hiệp'],
    ['hoc bog', 'học bổng'],
    ['Quảng Trj', 'Quảng Trị'],
    ['hội hữu nhị Việt Nam', 'hội hữu nghị Việt Nam'],
  ])('of which one is a slip are mended as a phrase: %s', (typed, meant) => {
    expect(phraseOf(typed, phrases)).toBe(meant);
  });

  test.each([
    ['that pages have', 'hoc bong'],
    ['two letters off', 'Liem hep'],
    ['with another first letter', 'riên hiệp'],
    ['that are one', 'hệp'],
    ['with a number in them', 'Liên hiệ1'],
    ['of less than seven letters and the space', 'ta đii'],
  ])('%s are left alone', (_, typed) => {
    expect(phraseOf(typed, phrases)).toBeUndefined();
  });

  test('of six letters and the space are mended', () => {
    expect(phraseOf('ong bag', ['ông bà', 'ông bàn'])).toBe('ông bà');
  });
});

import { expect, test } from 'vitest';
import { vocabularyOf } from './vocabulary.ts';

test('words of five letters and more are there, the frequent ones first, then by alphabet', () => {
  expect(vocabularyOf(['peace bourse', 'bourse pace 2023 amitié'])).toEqual(['bourse', 'amitié', 'peace']);
});

test('a word stands as it is mostly written, whatever its capitals and accents', () => {
  expect(vocabularyOf(['Hiroshima hiroshima', 'Hiroshima', 'délégation'])).toEqual([
    'Hiroshima',
    'délégation',
  ]);
});

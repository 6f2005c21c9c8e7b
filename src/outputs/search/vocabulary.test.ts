import { expect, test } from 'vitest';
import { phrasesOf, vocabularyOf } from './vocabulary.ts';

test('words of five letters and more are there, the frequent ones first, then by alphabet', () => {
  expect(vocabularyOf(['peace bourse', 'bourse pace 2023 amitié'])).toEqual(['bourse', 'amitié', 'peace']);
});

test('a word stands as it is mostly written, whatever its capitals and accents', () => {
  expect(vocabularyOf(['Hiroshima hiroshima', 'Hiroshima', 'délégation'])).toEqual([
    'Hiroshima',
    'délégation',
  ]);
});

test('a pair of syllables that stands three times is a phrase, as it is mostly written', () => {
  const text = 'Hữu nghị. hữu nghị, hữu nghị; hoà bình, hoà bình';
  expect(phrasesOf([text])).toEqual(['hữu nghị']);
});

test('no phrase goes across a sign, a number or two texts', () => {
  expect(phrasesOf(['hữu, nghị', 'hữu 3 nghị', 'hữu', 'nghị', 'hữu\nnghị', 'hữu. nghị'])).toEqual([]);
});

import { expect, test } from 'vitest';
import { localeCodes } from '../../model/locales.ts';
import { relatedQueries } from './related.ts';
import { relatedWords } from './related-words.ts';

test('a people, an abbreviation or an everyday word is said as the texts say it, the usual word first', () => {
  expect(relatedQueries('Japanese delegations', 'en')).toEqual(['japan delegations']);
  expect(relatedQueries('7,200 USD', 'en')).toEqual(['7,200 us dollars', '7,200 dollars']);
  expect(relatedQueries('UXO', 'vi')[0]).toBe('bom mìn');
  expect(relatedQueries('kết nghĩa', 'zh')[0]).toBe('结好');
  expect(relatedQueries('美金奖学金', 'zh')[0]).toBe('美元奖学金');
});

test('two words of one thing are said once', () => {
  expect(relatedQueries('twinning sister city', 'en')[0]).toBe('twin');
});

test('accents count in Vietnamese, where they make another word, and not in French', () => {
  expect(relatedQueries('cambodgien ONG', 'fr')[0]).toBe('cambodge ong');
  expect(relatedQueries('etats-unis', 'fr')[0]).toBe('américain');
  expect(relatedQueries('lao động', 'vi').some((query) => query.includes('laos động'))).toBe(false);
});

test('part of a word is no word', () => {
  expect(relatedQueries('Laosian', 'en')).toEqual([]);
  expect(relatedQueries('hello', 'en')).toEqual([]);
});

test.each(localeCodes)('the words of %s are in small letters, each in one group', (locale) => {
  const words = relatedWords[locale].flat();
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((word) => word !== word.toLowerCase() || word !== word.normalize('NFC'))).toEqual([]);
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
});

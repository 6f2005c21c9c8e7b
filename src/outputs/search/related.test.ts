import { describe, expect, test } from 'vitest';
import { readContentFolder } from '../../content/disk.ts';
import { projectRoot } from '../../build/paths.ts';
import type { Locale } from '../../model/locales.ts';
import type { Glossary } from '../../model/schemas/glossary.ts';
import { relatedQueries } from './related.ts';
import { relatedWords, type WordGroups } from './related-words.ts';

test('a query is said with the other words of a group, the usual one first', () => {
  const groups = [['us dollars', 'dollars', 'usd']];
  expect(relatedQueries('7,200 USD', groups, 'en')).toEqual(['7,200 us dollars', '7,200 dollars']);
  expect(relatedQueries('7,200 euros', groups, 'en')).toEqual([]);
  expect(relatedQueries('美金奖学金', [['美元', '美金']], 'zh')).toEqual(['美元奖学金']);
});

test('two words of one thing are said once', () => {
  const groups = [['twin', 'twinning', 'sister city']];
  expect(relatedQueries('twinning sister city', groups, 'en')).toEqual(['twin']);
});

test('each way to say it comes once, and not more than six', () => {
  expect(
    relatedQueries(
      'lao',
      [
        ['laos', 'lao'],
        ['laos', 'lao', 'laotian'],
      ],
      'en',
    ),
  ).toEqual(['laos', 'laotian']);
  const group = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'];
  expect(relatedQueries('a1', [group], 'en')).toEqual(group.slice(1));
  expect(relatedQueries('a1', [[...group, 'a8']], 'en')).toEqual(group.slice(1));
});

test('accents count in Vietnamese, where they make another word, and not in French', () => {
  expect(relatedQueries('etats-unis', [['américain', 'états-unis']], 'fr')).toEqual(['américain']);
  expect(relatedQueries('lao động', [['lào', 'laos']], 'vi')).toEqual([]);
});

test('part of a word is no word', () => {
  expect(relatedQueries('Laosian', [['laos', 'lao']], 'en')).toEqual([]);
});

describe('the words that belong together', () => {
  const glossary: Glossary = {
    terms: [
      { vi: ['Nhật Bản'], en: ['Japan', 'Japanese'], fr: ['Japon'] },
      { vi: ['Mỹ'], en: ['US', 'American'] },
    ],
    names: {},
    wordings: [],
    related: { en: [['UXO', 'bom mìn']] },
    words: {},
  };

  test('are those of the glossary for searching, then its terms with the original, in small letters', () => {
    expect(relatedWords(glossary, 'en')).toEqual({
      listed: [['uxo', 'bom mìn']],
      terms: [
        ['japan', 'japanese', 'nhật bản'],
        ['american', 'mỹ'],
      ],
    });
    expect(relatedWords(glossary, 'fr')).toEqual({ listed: [], terms: [['japon', 'nhật bản']] });
  });

  test('are for the original its terms with English', () => {
    expect(relatedWords(glossary, 'vi').terms).toEqual([
      ['nhật bản', 'japan', 'japanese'],
      ['mỹ', 'american'],
    ]);
  });

  const { index } = readContentFolder(projectRoot);
  const groupsOf = (locale: Locale): WordGroups => Object.values(relatedWords(index.glossary, locale)).flat();
  test.each([
    ['en', 'Japanese', 'japan'],
    ['en', 'bom mìn', 'mines'],
    ['en', 'học bổng', 'scholarships'],
    ['en', '7,200 USD', '7,200 us dollars'],
    ['vi', 'UXO', 'bom mìn'],
    ['vi', 'sister city', 'kết nghĩa'],
    ['fr', 'laotien', 'laos'],
    ['fr', 'học bổng', 'bourse'],
    ['lo', 'UXO', 'ກັບລະເບີດ'],
    ['km', 'USD', 'ដុល្លារ'],
    ['zh', 'kết nghĩa', '结好'],
  ] as const)('of the site know, on a page in %s, what “%s” is', (locale, typed, said) => {
    expect(relatedQueries(typed, groupsOf(locale), locale)).toContain(said);
  });
});

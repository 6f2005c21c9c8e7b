import { expect, test } from 'vitest';
import { readContent } from '../content/read.ts';
import { missingFigures, pairPassages, termsIn } from './translation.ts';

test('a figure of the original is missing where the translation does not have it, however it is spelled', () => {
  expect(missingFigures('Trao 1.500 suất', '1,500 grants were given')).toEqual([]);
  expect(missingFigures('Trao 1.500 suất, 60 máy', '1,500 grants were given')).toEqual(['60']);
  // Twelve and less may be written in words.
  expect(missingFigures('12 đoàn, 13 tỉnh', 'twelve delegations')).toEqual(['13']);
  expect(missingFigures('[HVPF](/activities/2023/x/)', 'HVPF')).toEqual([]);
});

test('passages are paired only where there are as many of them', () => {
  const original = 'Năm 2023 trao 60 suất.\n\nCó 147 sinh viên.';
  expect(pairPassages(original, 'In 2023, 60.\n\nThere were students.').lacking).toEqual([
    { number: 2, original: 'Có 147 sinh viên.', figures: ['147'] },
  ]);
  expect(pairPassages(original, 'In 2023, 60.')).toEqual({ original: 2, translation: 1, lacking: [] });
});

test('names of records and terms of the glossary are found in a text with what they are called', () => {
  const { index: empty } = readContent(new Map());
  const places = [{ id: 'hue', facts: { names: { vi: 'Huế', en: 'Hue City' } } }];
  const index = {
    records: { ...empty.records, places },
    glossary: {
      terms: [{ vi: ['học bổng'], en: ['scholarship', 'grant'] }],
      names: {},
      wordings: [],
      related: {},
      words: {},
    },
  };
  expect(termsIn('Trao Học bổng ở Huế', 'en', index)).toEqual([
    { vi: 'học bổng', rendering: 'scholarship' },
    { vi: 'Huế', rendering: 'Hue City' },
  ]);
  expect(termsIn('Không có gì', 'en', index)).toEqual([]);
});

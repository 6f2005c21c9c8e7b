import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/paths.ts';
import { dictionaries } from '../../i18n/translate.ts';
import { localeCodes } from '../../model/locales.ts';
import { readContentFolder } from '../disk.ts';
import { wordingFinder } from './wordings.ts';

const wordings = [
  { language: 'vi' as const, write: 'Hội hữu nghị', avoid: ['Hội Hữu nghị'] },
  { language: 'vi' as const, write: 'liệt sĩ', avoid: ['liệt sỹ'] },
  { language: 'vi' as const, write: 'quý II', avoid: ['quý 2'] },
  { language: 'zh' as const, write: '联合举办', avoid: ['配合举办'] },
  { language: 'zh' as const, write: '提出意见', avoid: ['提意见', '参与提出意见'] },
];
const found = (text: string, locale: 'vi' | 'zh' | 'fr' = 'vi') =>
  wordingFinder(wordings, locale)(text).map(({ avoided, better, index }) => [avoided, better, index]);

describe('an avoided wording', () => {
  test('is found with what to write, wherever it stands and however often', () => {
    expect(found('Các Hội Hữu nghị và Hội Hữu nghị Việt – Lào')).toEqual([
      ['Hội Hữu nghị', 'Hội hữu nghị', 4],
      ['Hội Hữu nghị', 'Hội hữu nghị', 20],
    ]);
  });
  test('in small letters is found at the beginning of a sentence too, and keeps its capital', () => {
    expect(found('Liệt sỹ')).toEqual([['Liệt sỹ', 'Liệt sĩ', 0]]);
  });
  test('is a whole word where words are written apart', () => {
    expect(found('quý 2 năm 2024')).toHaveLength(1);
    expect(found('liệt sỹs, xliệt sỹ')).toEqual([]);
    expect(found('与三个单位配合举办活动', 'zh')).toEqual([['配合举办', '联合举办', 5]]);
  });
  test('is found by its longest form', () => {
    expect(found('参与提出意见', 'zh')).toEqual([['参与提出意见', '提出意见', 0]]);
  });
  test('may stand alone in quotation marks, as what a source writes', () => {
    expect(found('báo cáo viết “liệt sỹ”')).toEqual([]);
    expect(found('“liệt sỹ Việt Nam”')).toHaveLength(1);
  });
  test('of another language is none', () => {
    expect(found('Hội Hữu nghị', 'fr')).toEqual([]);
    expect(found('Hội Hữu nghị', 'zh')).toEqual([]);
  });
});

test('the interface keeps to the wordings of the glossary, in every language', () => {
  const list = readContentFolder(projectRoot).index.glossary.wordings;
  expect(list.length).toBeGreaterThan(15);
  for (const locale of localeCodes) {
    const find = wordingFinder(list, locale);
    const avoided = Object.entries(dictionaries[locale]).filter(([, text]) => find(text).length > 0);
    expect(avoided).toEqual([]);
  }
});

test('no wording is written and avoided at once', () => {
  const list = readContentFolder(projectRoot).index.glossary.wordings;
  for (const { language, write } of list) expect(wordingFinder(list, language)(write)).toEqual([]);
});

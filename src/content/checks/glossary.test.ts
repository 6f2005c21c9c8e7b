import { describe, expect, test } from 'vitest';
import { comparable, indexTerms, missingTerms, termsIn, termsOf, type Term } from './glossary.ts';

const terms: Term[] = [
  { vi: ['Hội Hữu nghị'], renderings: { en: ['Friendship Association'] } },
  {
    vi: ['học bổng'],
    renderings: { en: ['scholarship'], lo: ['ທຶນການສຶກສາ'], fr: ['bourse d’études', 'bourse'] },
  },
  { vi: ['Ủy ban Hòa bình'], renderings: { en: ['Peace Committee'] } },
  { vi: ['Mỹ', 'Hoa Kỳ'], renderings: { en: ['United States', 'US'], zh: ['美国'] } },
  { vi: ['Lào'], renderings: { en: ['Laos', 'Lao'], km: ['ឡាវ'] } },
  { vi: ['Quảng Trị'], renderings: { en: ['Quảng Trị'], lo: ['ກວາງຈິ'], zh: ['广治省', '广治'] } },
  {
    vi: ['Hội Hữu nghị Việt – Lào tỉnh Quảng Trị'],
    renderings: { en: ['Viet Nam–Laos Friendship Association'], lo: ['ສະມາຄົມມິດຕະພາບ ຫວຽດນາມ-ລາວ'] },
  },
];
const index = indexTerms(terms);
const named = (text: string): string[] => termsIn(text, index).map(({ spelling }) => spelling);

describe('a Vietnamese text names a term', () => {
  test('at the beginning of a sentence and in capitals', () => {
    expect(named('Học bổng cho 60 em')).toEqual(['học bổng']);
    expect(named('TRAO HỌC BỔNG')).toEqual(['học bổng']);
  });

  test('wherever the tone stands, and in whatever Unicode form', () => {
    expect(named('đoàn Ủy ban Hoà bình')).toEqual(['Ủy ban Hòa bình']);
    expect(named('đoàn Uỷ ban Hòa bình'.normalize('NFD'))).toEqual(['Ủy ban Hòa bình']);
  });

  test('with any dash and any space between its words', () => {
    for (const dash of ['–', '-', ' - ', ' — '])
      expect(named(`Hội Hữu nghị Việt${dash}Lào tỉnh Quảng\u00A0Trị họp`)).toEqual([
        'Hội Hữu nghị Việt – Lào tỉnh Quảng Trị',
      ]);
  });

  test('as a whole word only, and not across the end of a sentence or a line', () => {
    expect(named('học bổngx')).toEqual([]);
    expect(named('khoa học. Bổng lộc')).toEqual([]);
    expect(named('đi học\nbổng')).toEqual([]);
  });

  test('with its capitals: a fine art is not the United States', () => {
    expect(named('khoa mỹ thuật')).toEqual([]);
    expect(named('đoàn Mỹ')).toEqual(['Mỹ']);
  });

  test('by its longest form, which covers the shorter ones', () => {
    expect(named('Hội Hữu nghị Việt – Lào tỉnh Quảng Trị')).toEqual([
      'Hội Hữu nghị Việt – Lào tỉnh Quảng Trị',
    ]);
    expect(named('Hội Hữu nghị Việt – Lào tỉnh Quảng Trị, bạn Lào')).toEqual([
      'Hội Hữu nghị Việt – Lào tỉnh Quảng Trị',
      'Lào',
    ]);
  });

  test('once, however often and in whatever spelling it is there', () => {
    expect(named('Mỹ, Hoa Kỳ, Mỹ và Hoa Kỳ')).toEqual(['Mỹ']);
  });
});

describe('a translation', () => {
  const missing = (original: string, translation: string, locale: 'en' | 'lo' | 'km' | 'zh' | 'fr') =>
    missingTerms(termsIn(original, index), translation, locale);

  test('that says it in other words is reported with what was agreed', () => {
    expect(missing('Trao học bổng tại Quảng Trị', 'Grants awarded in Quảng Trị', 'en')).toEqual([
      { term: 'học bổng', agreed: ['scholarship'] },
    ]);
    expect(missing('Trao học bổng', 'Remise de prix', 'fr')).toEqual([
      { term: 'học bổng', agreed: ['bourse d’études', 'bourse'] },
    ]);
    expect(missing('ở Lào', 'នៅថៃ', 'km')).toEqual([{ term: 'Lào', agreed: ['ឡាវ'] }]);
  });

  test('may use any of the agreed renderings, once, in any case and number', () => {
    expect(missing('học bổng', 'SCHOLARSHIPS', 'en')).toEqual([]);
    expect(missing('học bổng', 'deux bourses d’études', 'fr')).toEqual([]);
    expect(missing('học bổng', "une bourse d'études", 'fr')).toEqual([]);
    expect(missing('Quảng Trị', '在广治举行', 'zh')).toEqual([]);
  });

  test('in English or French must have the whole word', () => {
    expect(missing('Hoa Kỳ', 'The consensus', 'en')).toHaveLength(1);
    expect(missing('Hoa Kỳ', 'The US delegation', 'en')).toEqual([]);
  });

  test('in Lao, Khmer and Chinese may glue it to other words, with or without spaces', () => {
    expect(missing('ở Quảng Trị', 'ແຂວງກວາງຈິແລະອື່ນໆ', 'lo')).toEqual([]);
    expect(
      missing('Hội Hữu nghị Việt – Lào tỉnh Quảng Trị', 'ຂອງສະມາຄົມມິດຕະພາບຫວຽດນາມ - ລາວແຂວງກວາງຈິ', 'lo'),
    ).toEqual([]);
  });

  test('is not held to a rendering that nobody has agreed on', () => {
    expect(missing('Ủy ban Hòa bình', 'ຄະນະກຳມະການ', 'lo')).toEqual([]);
  });

  test('may render a spelling that two terms share as either of them', () => {
    const shared = indexTerms([
      { vi: ['Huế'], renderings: { zh: ['顺化市'] } },
      { vi: ['Huế'], renderings: { zh: ['承天顺化省'] } },
    ]);
    expect(missingTerms(termsIn('Huế', shared), '承天顺化省', 'zh')).toEqual([]);
    expect(missingTerms(termsIn('Huế', shared), '岘港', 'zh')).toEqual([
      { term: 'Huế', agreed: ['顺化市', '承天顺化省'] },
    ]);
  });
});

test('names come from the records, with their aliases, and other agreed forms from the glossary', () => {
  const facts = {
    names: { vi: 'Hội Hòa bình', en: 'Peace Association', lo: 'ສະມາຄົມ' },
    aliases: ['Hiệp hội Hòa bình'],
    abbreviation: 'HVPF',
  };
  const records = { units: [], partners: [{ id: 'hvpf', facts }], places: [], occasions: [] };
  const [term] = termsOf(
    {
      terms: [],
      wordings: [],
      related: {},
      words: {},
      names: { 'partners/hvpf': { en: ['the Hiroshima friends'] } },
    },
    records,
  );
  expect(term?.vi).toEqual(['Hội Hòa bình', 'Hiệp hội Hòa bình', 'HVPF']);
  expect(term?.renderings).toMatchObject({
    en: ['Peace Association', 'the Hiroshima friends', 'HVPF'],
    lo: ['ສະມາຄົມ', 'HVPF'],
    km: [],
  });
});

test('texts compare by words where words are spaced, by letters elsewhere', () => {
  expect(comparable('Les États-Unis', 'fr')).toBe(' le état uni ');
  expect(comparable('ສະມາຄົມ ຫວຽດນາມ-ລາວ', 'lo')).toBe('ສະມາຄົມຫວຽດນາມລາວ');
});

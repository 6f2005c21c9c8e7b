import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from './any-text.ts';
import { readingsOf } from './query.ts';
import { encode, WAS } from './transform.ts';

const words = (query: string, locale: string) =>
  readingsOf(query, locale)[0]?.words.map(({ token }) => token);

describe('a query', () => {
  test('of any kind in any language is read without throwing; one without letters asks nothing', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('vi', 'en', 'lo', 'km', 'zh', 'fr', 'xx', ''), (text, locale) => {
        for (const { runs, words } of readingsOf(text, locale)) {
          const terms = [
            ...runs.flatMap(({ tokens, prefix = [] }) => [tokens, prefix]),
            ...words.map((one) => one.token),
          ];
          expect(terms.flat().length).toBeGreaterThan(0);
          expect(terms.flat().join()).not.toMatch(/\u034F|["`\u241E]|\s/);
        }
      }),
      { numRuns: 3000 },
    );
    expect(readingsOf(' – “” !', 'vi')).toEqual([]);
  });

  test('asks for a run in the tokens that a page has of it, whatever stands around', () => {
    const run = fc.constantFrom('ສະຫວັນນະເຂດ', 'ນ້ຳໃຈ', 'មិត្តភាព', 'ស្រ្តីវៀតណាម', '友好城市', '2023年10月');
    fc.assert(
      fc.property(run, anyText, fc.constantFrom('lo', 'en', 'vi'), (typed, before, locale) => {
        const page = encode(`${before} ${typed} x`, locale).replaceAll('`', '').replaceAll(WAS, '');
        const { tokens = [], prefix = '' } = readingsOf(typed, locale)[0]?.runs[0] ?? {};
        expect(page).toContain([...tokens, prefix].join(' ').trim());
      }),
    );
  });

  test('numbers are asked for in ASCII digits', () => {
    expect(words('២០២៣', 'km')).toEqual(['2023']);
  });

  test('dates and amounts stay one number, other punctuation parts words', () => {
    expect(words('27/02/2023 15.500 CARE/Bỉ', 'en')).toEqual(['27022023', '15500', 'CARE', 'Bỉ']);
  });

  test('an article that melts into the next word is not asked for in French, and stays elsewhere', () => {
    expect(words('l’amitié', 'fr')).toEqual(['amitié']);
    expect(words('qu’aujourd’hui', 'fr')).toEqual(['aujourdhui']);
    expect(words('M’Nông', 'vi')).toEqual(['MNông\uA100']);
  });

  test('a tone stands in either place', () => {
    expect(words('hoà thuỷ', 'vi')).toEqual(words('hòa thủy', 'vi'));
  });

  test('whose last word may be half typed is asked for as it stands, then as a beginning', () => {
    const [asTyped, begun] = readingsOf('thi hun', 'vi');
    expect(asTyped?.words.map(({ token }) => token)).toEqual(['thi\uA100', 'hun\uA100']);
    expect(begun?.words.map(({ token }) => token)).toEqual(['thi\uA100', 'hun']);
  });

  test('whose last cluster may be half typed: as it stands, then as a beginning, then most of a long row', () => {
    const [asTyped, begun, most, ...more] = readingsOf('ສະຫວັນນະເ', 'lo');
    expect(asTyped?.runs[0]?.tokens).toHaveLength(5);
    expect(asTyped?.runs[0]?.prefix).toBeUndefined();
    expect(begun?.runs[0]?.tokens).toEqual(asTyped?.runs[0]?.tokens.slice(0, 4));
    expect(begun?.runs[0]?.prefix?.endsWith('\uA100')).toBe(false);
    expect(most?.mayMiss).toBe(2);
    expect(more).toEqual([]);
  });

  test('in clusters has an amount with its dot as one number between them', () => {
    const [asTyped] = readingsOf('价值10.6亿', 'zh');
    expect(asTyped?.runs.map(({ tokens, prefix }) => [...tokens, prefix])).toEqual([
      ['价值', '值\uA100', '106', '亿'],
    ]);
    expect(asTyped?.words).toEqual([]);
  });

  test('of five clusters may have one mistyped, of four none', () => {
    expect(readingsOf('友好城市奖', 'zh').map(({ mayMiss }) => mayMiss)).toEqual([0, 2]);
    expect(readingsOf('友好城市', 'zh').map(({ mayMiss }) => mayMiss)).toEqual([0]);
  });

  test('has the parts of a name as one word where one of them is a single letter', () => {
    expect(words('K-ho', 'en')).toEqual(['Kho']);
    expect(words('Ko-ho', 'en')).toEqual(['Ko', 'ho']);
    expect(words('K', 'en')).toEqual(['K']);
  });

  test('of one cluster asks for it with whatever follows', () => {
    expect(readingsOf('花', 'zh')[0]?.runs).toEqual([{ tokens: [], prefix: '花', text: '花' }]);
  });
});
